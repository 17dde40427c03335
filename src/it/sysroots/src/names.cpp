#include <openssl/opensslv.h>
#include <string>
#include <vector>

extern "C" int openssl_major() {
  std::vector<std::string> parts(1);
  for (char letter : std::string(OPENSSL_VERSION_TEXT)) {
    if (letter == ' ') {
      parts.emplace_back();
    } else {
      parts.back() += letter;
    }
  }
  return std::stoi(parts.at(1));
}
