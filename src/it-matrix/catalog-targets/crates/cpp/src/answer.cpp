#include <map>
#include <stdexcept>
#include <string>

extern "C" int c_answer(const char *digits);

/* Needs the C++ library, and an exception that is caught. */
extern "C" int cpp_answer() {
    std::map<std::string, int> answers;
    answers["half"] = c_answer("21");
    try {
        return answers.at("all");
    } catch (const std::out_of_range &) {
        return answers.at("half");
    }
}
