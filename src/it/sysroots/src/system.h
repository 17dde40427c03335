#include <alsa/version.h>
#include <openssl/opensslv.h>
#include <zlib.h>

static const char ALSA_VERSION[] = SND_LIB_VERSION_STR;
static const int POINTER_BYTES = sizeof(void *);
