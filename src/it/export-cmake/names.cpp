#include <cstring>
#include <stdexcept>
#include <string>

#ifdef _WIN32
#define EXPORTED __declspec(dllexport)
#else
#define EXPORTED
#endif

extern "C" EXPORTED int letters(const char *name) {
  try {
    std::string text(name);
    if (text.empty()) {
      throw std::runtime_error("no name");
    }
    return (int) text.size();
  } catch (const std::exception &) {
    return -1;
  }
}
