#include "tests/words/told_words.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "engine/core/run_folder.hpp"
#include "engine/core/storage.hpp"

namespace ganvas::test {
namespace {

namespace fs = std::filesystem;
const fs::path kRoot = GANVAS_SOURCE_DIR;

std::string contentOf(const fs::path& file) {
  std::ifstream in(file);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

/// Numbers, and commands that are typed as they stand, are the same in every language.
bool hasWords(const std::string& text) {
  const bool letters = std::any_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
  return letters && !text.starts_with("sudo ");
}

class Collector {
 public:
  void add(const std::string& text) {
    if (hasWords(text)) words_.insert(text);
  }
  void add(const Schema& schema) {
    for (const auto& parameter : schema.parameters()) {
      for (const auto& text : {parameter.title, parameter.group, parameter.unit, parameter.help}) add(text);
      for (const auto& choice : parameter.choices) add(choice.title);
      for (const auto& condition : parameter.enabledIf) add(condition.reason);
    }
  }
  void add(const std::vector<SeriesInfo>& series) {
    constexpr std::string_view kGradient = "gradient/";
    for (const auto& info : series) {
      for (const auto& text : {info.title, info.group, info.unit, info.sentence}) add(text);
      for (const auto& [name, value] : info.guides) add(name);
      if (info.tag.starts_with(kGradient)) add(info.tag.substr(kGradient.size()));   // the module's name
    }
  }
  std::set<std::string> take() { return std::move(words_); }

 private:
  std::set<std::string> words_;
};

/// Curves of every kind that a family's runs can have: a stored run of each is opened.
void addSeries(Collector& words, Engine& engine, const std::string& family, const Schema& schema) {
  const auto folder = fs::temp_directory_path() / ("ganvas-words-" + std::to_string(::getpid()));
  const auto open = [&](Values values) {
    fs::remove_all(folder);
    fs::create_directories(folder);
    RunConfig config;
    config.family = family;
    config.data = "fashion-mnist";
    config.values = std::move(values);
    config.classNames = {"0", "1"};
    config.tileWidth = config.tileHeight = 28;
    config.channels = 1;
    writeConfig(*diskStorage(), folder, config).value();
    words.add(engine.openRun(folder.string())->wait().value().series);
  };
  for (const auto& loss : schema.find("loss")->choices) {
    auto values = schema.defaults();
    values["loss"] = loss.key;
    open(values);
  }
  auto values = schema.defaults();
  values["r1"] = 1.0;
  open(values);
  fs::remove_all(folder);
}

}  // namespace

std::set<std::string> toldByEngine(Engine& engine) {
  Collector words;
  for (const auto& family : engine.families()) {
    words.add(family.title);
    words.add(family.summary);
    const auto schema = engine.schema(family.name).value();
    words.add(schema);
    addSeries(words, engine, family.name, schema);
    for (const auto& preset : engine.presets(family.name)) {
      if (!preset.shipped) continue;
      words.add(preset.title);
      words.add(preset.summary);
    }
  }
  for (const auto& data : engine.datasets()) {
    for (const auto& text : {data.title, data.summary.pattern(), data.license, data.howToGet.pattern()}) words.add(text);
  }
  words.add(engine.gameSchema());
  for (const auto& game : engine.games()) {
    words.add(game.title);
    words.add(game.summary);
  }
  // Classes that the catalogue names itself, and Unicode's groups of emoji; those of other sets are names of folders.
  const auto catalogue = nlohmann::json::parse(contentOf(kRoot / "resources/datasets/catalogue.json"));
  for (const auto& entry : catalogue.at("datasets"))
    for (const auto& name : entry.value("classes", std::vector<std::string>{})) words.add(name);
  for (const auto* group : {"Smileys & Emotion", "People & Body", "Animals & Nature", "Food & Drink", "Travel & Places", "Activities", "Objects", "Symbols", "Flags"})
    words.add(group);
  for (const auto field : {Field::image, Field::label, Field::text, Field::points, Field::sequence, Field::landmarks, Field::group}) words.add(toString(field));
  for (const auto* code : {"category", "code"}) words.add(code);
  return words.take();
}

std::set<std::string> toldInSentences() {
  static const std::regex call(R"re(\bsentence\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+))re"), literal(R"re("((?:[^"\\]|\\.)*)")re"), escape(R"(\\(.))");
  std::set<std::string> all;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / "engine")) {
    const auto file = entry.path();
    if ((file.extension() != ".cpp" && file.extension() != ".hpp") || file.filename() == "sentence.hpp") continue;
    const auto text = contentOf(file);
    for (std::sregex_iterator it(text.begin(), text.end(), call), end; it != end; ++it) {
      std::string pattern;
      const auto literals = it->str(1);
      for (std::sregex_iterator part(literals.begin(), literals.end(), literal); part != end; ++part) pattern += part->str(1);
      all.insert(std::regex_replace(pattern, escape, "$1"));
    }
  }
  return all;
}

}  // namespace ganvas::test
