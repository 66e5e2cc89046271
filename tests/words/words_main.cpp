// Prints what the engine tells as marked text that Qt's lupdate reads. Part of the target `translations`, not a test.
#include <iostream>

#include "engine/worker/engine_factory.hpp"
#include "tests/words/told_words.hpp"

namespace {

std::string literal(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return out + "\"";
}

}  // namespace

int main() {
  ganvas::prepareProcess();
  const auto engine = ganvas::makeEngine();
  auto all = ganvas::test::toldByEngine(*engine);
  all.merge(ganvas::test::toldInSentences());
  for (const auto& words : all) std::cout << "QT_TRANSLATE_NOOP(\"engine\", " << literal(words) << ")\n";
  return 0;
}
