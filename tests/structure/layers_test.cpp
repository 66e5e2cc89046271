// Who may include whom: read from the sources themselves, so that a layer cannot be crossed unseen.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
const fs::path kRoot = GANVAS_SOURCE_DIR;

struct Include {
  std::string file;   ///< relative to the root
  int line;
  std::string target; ///< with its < or "
};

std::vector<Include> includesBelow(const std::string& folder) {
  static const std::regex pattern(R"(^\s*#\s*include\s*([<"][^>"]+)[>"])");
  std::vector<Include> all;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
    const auto extension = entry.path().extension();
    if (extension != ".hpp" && extension != ".cpp") continue;
    std::ifstream in(entry.path());
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      std::smatch match;
      if (std::regex_search(line, match, pattern)) all.push_back({fs::relative(entry.path(), kRoot).string(), number, match[1]});
    }
  }
  return all;
}

bool begins(const std::string& text, const std::string& with) { return text.rfind(with, 0) == 0; }
bool isTorch(const std::string& target) { return begins(target, "<torch/") || begins(target, "<ATen/") || begins(target, "<c10/"); }
bool isQt(const std::string& target) { return begins(target, "<Q") || begins(target, "<qcustomplot") || begins(target, "\"qcustomplot"); }
bool isOpenCv(const std::string& target) { return begins(target, "<opencv2/"); }
bool isOwn(const std::string& target) { return target[0] == '"' && target.find('/') != std::string::npos; }

void expectNone(const std::string& folder, const std::function<bool(const Include&)>& forbidden) {
  const auto all = includesBelow(folder);
  EXPECT_FALSE(all.empty()) << folder;
  for (const auto& include : all) EXPECT_FALSE(forbidden(include)) << include.file << ":" << include.line << " includes " << include.target;
}

/// Own includes of `folder` lie in one of `allowed`.
void expectOnly(const std::string& folder, const std::vector<std::string>& allowed) {
  expectNone(folder, [&](const Include& include) {
    return isOwn(include.target) && std::none_of(allowed.begin(), allowed.end(), [&](const auto& a) { return begins(include.target, "\"" + a + "/"); });
  });
}

TEST(Layers, EngineSeesNoQt) {
  expectNone("engine", [](const Include& i) { return isQt(i.target); });
  expectNone("app/cli", [](const Include& i) { return isQt(i.target); });
}

TEST(Layers, WindowSeesEngineApiOnly) {
  expectOnly("ui", {"ui", "engine/api"});
  expectNone("ui", [](const Include& i) { return isTorch(i.target) || isOpenCv(i.target); });
}

TEST(Layers, ApiStandsAlone) {
  expectOnly("engine/api", {"engine/api"});
  expectNone("engine/api", [](const Include& i) { return isTorch(i.target) || isOpenCv(i.target) || i.target.find("nlohmann") != std::string::npos; });
}

TEST(Layers, CoreAndDataSeeNoTorch) {
  expectOnly("engine/core", {"engine/api", "engine/core"});
  expectOnly("engine/picture", {"engine/api", "engine/core", "engine/picture"});
  expectOnly("engine/data", {"engine/api", "engine/core", "engine/picture", "engine/sketch", "engine/data"});
  expectOnly("engine/games", {"engine/api", "engine/games"});
  expectOnly("engine/lessons", {"engine/api", "engine/core", "engine/games", "engine/lessons"});
  expectOnly("engine/sketch", {"engine/api", "engine/core", "engine/picture", "engine/sketch"});
  for (const auto* folder : {"engine/core", "engine/picture", "engine/data", "engine/games", "engine/lessons", "engine/sketch"}) expectNone(folder, [](const Include& i) { return isTorch(i.target); });
  expectNone("engine/core", [](const Include& i) { return isOpenCv(i.target); });
}

/// Inside the engine: what is lower knows nothing of what stands on it.
TEST(Layers, EngineFoldersAreInOrder) {
  const std::vector<std::string> base{"engine/api", "engine/core", "engine/picture", "engine/sketch", "engine/data"};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.end(), base.begin(), base.end());
    return more;
  };
  expectOnly("engine/tensor", with({"engine/tensor"}));
  expectOnly("engine/nets", with({"engine/tensor", "engine/nets"}));
  expectOnly("engine/losses", with({"engine/tensor", "engine/losses"}));
  expectOnly("engine/gans", with({"engine/tensor", "engine/nets", "engine/losses", "engine/gans"}));
  expectOnly("engine/metrics", with({"engine/tensor", "engine/nets", "engine/metrics"}));
  expectOnly("engine/training", with({"engine/tensor", "engine/nets", "engine/losses", "engine/gans", "engine/metrics", "engine/training"}));
}

/// A family's name is known to its own files, the registry, its presets and its tests, and to nobody else.
TEST(Families, AreKnownByNameNowhereElse) {
  // Names are what the families' own sources say of themselves: family.info = {"name", …
  std::map<std::string, std::string> ownFile;   // name → its source
  for (const auto& entry : fs::directory_iterator(kRoot / "engine" / "gans")) {
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);)
      if (const auto at = line.find("family.info = {\""); at != std::string::npos) {
        const auto from = line.find('"', at);
        ownFile[line.substr(from, line.find('"', from + 1) - from + 1)] = entry.path().filename().string();
      }
  }
  ASSERT_GE(ownFile.size(), 5u);
  for (const auto* folder : {"engine", "ui"})
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
      const auto extension = entry.path().extension();
      if ((extension != ".hpp" && extension != ".cpp") || entry.path().filename() == "registry.cpp") continue;
      if (fs::relative(entry.path(), kRoot / "engine").string().rfind("bench/", 0) == 0) continue;  // measures named networks
      std::ifstream in(entry.path());
      int number = 0;
      for (std::string line; std::getline(in, line);) {
        ++number;
        const auto comment = line.find("//");
        for (const auto& [name, file] : ownFile) {
          if (entry.path().filename() == file) continue;
          const auto at = line.find(name);
          EXPECT_TRUE(at == std::string::npos || (comment != std::string::npos && at > comment)) << entry.path() << ":" << number << ": " << line;
        }
      }
    }
}

/// What the engine says reaches the window through told() or, where it is a name, from(): anything else would stay English.
TEST(Words, OfTheEngineGoThroughOnePlace) {
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / "ui")) {
    if ((entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") || entry.path().filename() == "words.hpp") continue;
    std::ifstream in(entry.path());
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      EXPECT_EQ(line.find("fromStdString"), std::string::npos) << entry.path() << ":" << number << ": " << line;
    }
  }
}

TEST(Files, StayShort) {
  for (const auto* folder : {"engine", "ui", "app"})
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
      if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
      std::ifstream in(entry.path());
      const auto lines = std::count(std::istreambuf_iterator<char>(in), {}, '\n');
      EXPECT_LE(lines, 500) << entry.path();
    }
}

}  // namespace
