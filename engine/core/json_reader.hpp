// Strict reading of an object from a file that people write or pass on: each key is asked for once, and a key that nobody asked for is
// told. Throws ErrorException, which whoever reads the file catches. For .cpp files only: no public header includes it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/api/lesson.hpp"
#include "engine/core/json_io.hpp"

namespace ganvas {

class JsonReader {
 public:
  /// `subject` names the file, as "The lesson "x.json""; `place` is where in it the object stands: "steps[2].question", or empty for the whole.
  JsonReader(const Json& json, Sentence subject, std::string place = {});

  bool has(const std::string& key) const { return json_->contains(key); }
  std::string text(const std::string& key, bool required = false);
  LocalText words(const std::string& key, bool required = false);
  double number(const std::string& key, double fallback, double least, double most);
  std::int64_t whole(const std::string& key, std::int64_t fallback, std::int64_t least, std::int64_t most);
  bool flag(const std::string& key);
  Values values(const std::string& key);
  std::string oneOf(const std::string& key, const std::vector<std::string>& known, const std::string& fallback);
  JsonReader object(const std::string& key);
  /// In the order of the file.
  void eachItem(const std::string& key, const std::function<void(JsonReader)>& read);
  void eachEntry(const std::string& key, const std::function<void(const std::string&, JsonReader)>& read);
  std::vector<LocalText> wordsList(const std::string& key);
  std::vector<std::vector<double>> numberLists(const std::string& key);
  /// Throws where the object has a key that was not asked for.
  void done() const;

  /// Throws: "<subject>: at steps[2].question, <what>."
  [[noreturn]] void fail(const Sentence& what) const;

 private:
  const Json* find(const std::string& key);
  const Json* findList(const std::string& key);
  [[noreturn]] void wrongKind(const std::string& key, const Json& found, const Sentence& wanted) const;
  std::string below(const std::string& key) const { return place_.empty() ? key : place_ + "." + key; }
  LocalText wordsOf(const Json& found, const std::string& key) const;
  std::string paragraphs(const Json& found, const std::string& key) const;

  const Json* json_;
  Sentence subject_;
  std::string place_;
  std::vector<std::string> asked_;
};

}  // namespace ganvas
