#include <alsa/asoundlib.h>
#include <openssl/crypto.h>
#include <openssl/opensslv.h>
#include <string.h>

/* Whether the libraries are those whose headers were found. */
int same_releases(void) {
  return strcmp(snd_asoundlib_version(), SND_LIB_VERSION_STR) == 0 &&
         OpenSSL_version_num() == OPENSSL_VERSION_NUMBER;
}
