#include <new>

namespace {
struct Answer {
  virtual ~Answer() {}
  virtual int value() const { return 42; }
};
}  // namespace

extern "C" int cpp_answer() {
  Answer *answer = new (std::nothrow) Answer();
  int value = answer == nullptr ? 0 : answer->value();
  delete answer;
  return value;
}
