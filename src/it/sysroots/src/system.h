#include <openssl/opensslv.h>
#include <zlib.h>

static const int POINTER_BYTES = sizeof(void *);
