// A run folder: what is written comes back, what is torn or damaged is dropped or named, and folders follow the XDG specification.
#include "engine/core/run_folder.hpp"

#include <gmock/gmock.h>

#include "engine/core/safetensors.hpp"
#include "tests/core/failing_storage.hpp"
#include "tests/core/temp_folder.hpp"

namespace ganvas {
namespace {

namespace fs = std::filesystem;
using test::Environment;
using test::FailingStorage;
using test::TempFolder;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

RunConfig example() {
  RunConfig config;
  config.family = "dcgan";
  config.data = "/home/somebody/Bilder – grün";
  config.dataHash = "00ff";
  config.values = {{"batch", std::int64_t{64}},
                   {"lr_g", 2e-4},
                   {"whole", 1.0},
                   {"flip", false},
                   {"loss", "hinge"},
                   {"seed", std::int64_t{9007199254740993}}};
  config.measured = {{"threads", "2"}};
  config.facts = {{"ganvas", "0.1.0"}};
  config.classNames = {"T-shirt/top", "Trouser"};
  config.tileWidth = 32;
  config.tileHeight = 28;
  config.channels = 3;
  return config;
}

TEST(RunConfigFile, roundTrip) {
  TempFolder folder;
  ASSERT_TRUE(writeConfig(*diskStorage(), folder.path(), example()).ok());
  const auto back = readConfig(folder.path());
  ASSERT_TRUE(back.ok()) << back.error().message;
  const auto wanted = example();
  EXPECT_EQ(back->family, wanted.family);
  EXPECT_EQ(back->data, wanted.data);
  EXPECT_EQ(back->dataHash, wanted.dataHash);
  EXPECT_EQ(back->values, wanted.values) << "a real of 1 stays a real, an integer beyond 2^53 keeps its last digit";
  EXPECT_EQ(back->measured, wanted.measured);
  EXPECT_EQ(back->facts, wanted.facts);
  EXPECT_EQ(back->classNames, wanted.classNames);
  EXPECT_EQ(back->tileWidth, 32);
  EXPECT_EQ(back->tileHeight, 28);
  EXPECT_EQ(back->channels, 3);
}

struct Damage {
  const char* what;
  std::string text;
  const char* says;
};

TEST(RunConfigFile, damageGetsASentence) {
  TempFolder folder;
  const Damage table[] = {
      {"empty", "", "is empty"},
      {"torn", R"({"ganvas_run": 1, "fam)", "is not valid JSON: there is a mistake in line 1"},
      {"zeros after a power cut", std::string(64, '\0'), "NUL"},
      {"a list", "[1]", "not the configuration of a Ganvas run"},
      {"something else", R"({"name": "x"})", "not the configuration of a Ganvas run"},
      {"a later format", R"({"ganvas_run": 2})", "newer Ganvas"},
      {"no family", R"({"ganvas_run": 1, "values": {}})", "\"family\""},
      {"family a number", R"({"ganvas_run": 1, "family": 3, "values": {}})", "has a number at \"family\""},
      {"no values", R"({"ganvas_run": 1, "family": "dcgan"})", "\"values\""},
      {"values a list", R"({"ganvas_run": 1, "family": "dcgan", "values": []})", "an object of parameters"},
      {"a value of a list", R"({"ganvas_run": 1, "family": "dcgan", "values": {"lr_g": [1]}})", "has a list at \"lr_g\""},
      {"a value null", R"({"ganvas_run": 1, "family": "dcgan", "values": {"lr_g": null}})", "has null at \"lr_g\""},
      {"a number beyond 64 bits", R"({"ganvas_run": 1, "family": "dcgan", "values": {"seed": 18446744073709551615}})", "\"seed\""},
      {"a number beyond any", R"({"ganvas_run": 1, "family": "dcgan", "values": {"lr_g": 1e999}})", "too large"},
      {"a key twice", R"({"ganvas_run": 1, "family": "a", "family": "b", "values": {}})", "has the key \"family\" twice"},
      {"measured a text", R"({"ganvas_run": 1, "family": "dcgan", "values": {}, "measured": "2"})", "\"measured\""},
      {"measured of numbers", R"({"ganvas_run": 1, "family": "dcgan", "values": {}, "measured": {"threads": 2}})", "\"measured.threads\""},
      {"a negative size", R"({"ganvas_run": 1, "family": "dcgan", "values": {}, "tile_width": -1})", "\"tile_width\""},
      {"class names of numbers", R"({"ganvas_run": 1, "family": "dcgan", "values": {}, "class_names": [1]})", "\"class_names\""},
      {"not UTF-8", "{\"ganvas_run\": 1, \"family\": \"\xff\xfe\", \"values\": {}}", "not valid JSON"},
      {"a NUL in a text", R"({"ganvas_run": 1, "family": "dc\u0000gan", "values": {}})", "NUL"},
      {"deep", R"({"ganvas_run": )" + std::string(1000, '[') + std::string(1000, ']') + "}", "nested too deeply"},
  };
  for (const auto& row : table) {
    test::writeBytes(folder / "config.json", row.text);
    const auto config = readConfig(folder.path());
    ASSERT_FALSE(config.ok()) << row.what;
    EXPECT_THAT(config.error().message, AllOf(HasSubstr((folder / "config.json").string()), HasSubstr(row.says))) << row.what;
    EXPECT_EQ(exitCode(config.error()), 1);
  }
  fs::remove(folder / "config.json");
  EXPECT_EQ(readConfig(folder.path()).error().kind, ErrorKind::missing);
}

TEST(RunConfigFile, aNameThatIsNotUtf8CannotBeWritten) {
  TempFolder folder;
  auto config = example();
  config.data = "/pictures/\xff";
  EXPECT_THAT(writeConfig(*diskStorage(), folder.path(), config).error().message, HasSubstr("UTF-8"));
}

Edit edit(std::int64_t step, double to) { return {step, "lr_g", Value(2e-4), Value(to)}; }

TEST(Edits, comeBackInOrder) {
  TempFolder folder;
  EXPECT_THAT(*readEdits(folder.path()), IsEmpty());
  ASSERT_TRUE(appendEdit(*diskStorage(), folder.path(), edit(10, 1e-4)).ok());
  ASSERT_TRUE(appendEdit(*diskStorage(), folder.path(), {20, "loss", "hinge", "a \"quoted\"\nline"}).ok());
  const auto edits = readEdits(folder.path());
  ASSERT_TRUE(edits.ok());
  ASSERT_THAT(*edits, SizeIs(2));
  EXPECT_EQ((*edits)[0].step, 10);
  EXPECT_EQ((*edits)[0].key, "lr_g");
  EXPECT_EQ((*edits)[0].from, Value(2e-4));
  EXPECT_EQ((*edits)[0].to, Value(1e-4));
  EXPECT_EQ((*edits)[1].to, Value("a \"quoted\"\nline"));
}

TEST(Edits, aTornLastLineIsDroppedAndNotContinued) {
  TempFolder folder;
  ASSERT_TRUE(appendEdit(*diskStorage(), folder.path(), edit(10, 1e-4)).ok());
  ASSERT_TRUE(appendEdit(*diskStorage(), folder.path(), edit(20, 2e-4)).ok());
  const auto bytes = test::readBytes(folder / "edits.jsonl");
  const auto firstLine = bytes.find('\n') + 1;
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    test::writeBytes(folder / "edits.jsonl", bytes.substr(0, length));
    const std::size_t whole = length >= firstLine ? 1 : 0;
    ASSERT_TRUE(readEdits(folder.path()).ok()) << length;
    EXPECT_THAT(*readEdits(folder.path()), SizeIs(whole));
    ASSERT_TRUE(appendEdit(*diskStorage(), folder.path(), edit(30, 3e-4)).ok());
    const auto edits = readEdits(folder.path());
    ASSERT_TRUE(edits.ok()) << length << edits.error().message;
    ASSERT_THAT(*edits, SizeIs(whole + 1));
    EXPECT_EQ(edits->back().step, 30);
  }
}

TEST(Edits, aDamagedLineInTheMiddleIsNamed) {
  TempFolder folder;
  for (const char* line : {"{", "7", "{\"step\":1}", "{\"step\":\"1\",\"key\":\"a\",\"from\":1,\"to\":2}",
                           "{\"step\":1,\"key\":\"a\",\"from\":1,\"to\":[]}", ""}) {
    test::writeBytes(folder / "edits.jsonl", "{\"step\":1,\"key\":\"a\",\"from\":1,\"to\":2}\n" + std::string(line) + "\n");
    const auto edits = readEdits(folder.path());
    ASSERT_FALSE(edits.ok()) << line;
    EXPECT_THAT(edits.error().message, AllOf(HasSubstr("Line 2"), HasSubstr("edits.jsonl")));
  }
}

TEST(Edits, truncateDropsWhatComesAfterTheStep) {
  TempFolder folder;
  ASSERT_TRUE(truncateEdits(*diskStorage(), folder.path(), 5).ok()) << "without any edit";
  for (const int step : {10, 20, 30}) ASSERT_TRUE(appendEdit(*diskStorage(), folder.path(), edit(step, step)).ok());
  ASSERT_TRUE(truncateEdits(*diskStorage(), folder.path(), 20).ok());
  const auto edits = *readEdits(folder.path());
  ASSERT_THAT(edits, SizeIs(2));
  EXPECT_EQ(edits.back().step, 20);
}

TEST(Edits, surviveAFailingDisk) {
  for (int failAt = 1; failAt <= 8; ++failAt) {
    TempFolder folder;
    FailingStorage storage(failAt);
    std::vector<std::int64_t> kept;
    for (const int step : {10, 20, 30}) {
      if (appendEdit(storage, folder.path(), edit(step, 1))) kept.push_back(step);
    }
    const auto edits = readEdits(folder.path());
    ASSERT_TRUE(edits.ok()) << failAt << edits.error().message;
    std::vector<std::int64_t> steps;
    for (const auto& e : *edits) steps.push_back(e.step);
    // An edit whose fsync failed may be there all the same; one that was reported written must be.
    for (const auto step : kept) EXPECT_THAT(steps, ::testing::Contains(step)) << failAt;
  }
}

TEST(Steps, areFoundByTheirNames) {
  TempFolder folder;
  EXPECT_EQ(samplePath("run", 100), "run/samples/000000100.png");
  EXPECT_EQ(checkpointPath("run", 12345678901), "run/checkpoints/12345678901.safetensors");
  EXPECT_THAT(sampleSteps(folder.path()), IsEmpty());
  fs::create_directories(folder / "samples");
  fs::create_directories(folder / "checkpoints");
  for (const std::int64_t step : {0, 5, 100}) test::writeBytes(samplePath(folder.path(), step), "x");
  test::writeBytes(samplePath(folder.path(), 12345678901), "x");
  for (const char* other : {"5.png", "000000007.jpg", "-00000007.png", "00000000x.png", ".000000009.png", "000000008.png.part"})
    test::writeBytes(folder / "samples" / other, "x");
  EXPECT_THAT(sampleSteps(folder.path()), ElementsAre(0, 5, 100, 12345678901));
  for (const std::int64_t step : {10, 20, 30}) test::writeBytes(checkpointPath(folder.path(), step), "x");
  ASSERT_TRUE(pruneCheckpoints(*diskStorage(), folder.path(), 2).ok());
  EXPECT_THAT(checkpointSteps(folder.path()), ElementsAre(20, 30));
  ASSERT_TRUE(pruneCheckpoints(*diskStorage(), folder.path(), 0).ok());
  EXPECT_THAT(checkpointSteps(folder.path()), ElementsAre(30)) << "the newest always stays";
}

TEST(Summary, tellsTheCheapFacts) {
  TempFolder folder;
  const auto run = folder / "my run";
  fs::create_directories(run / "checkpoints");
  fs::create_directories(run / "samples");
  EXPECT_THAT(readRunSummary(run).problem, HasSubstr("no config.json"));
  ASSERT_TRUE(writeConfig(*diskStorage(), run, example()).ok());
  SafetensorsFile checkpoint;
  checkpoint.metadata = {{"seconds", "12.5"}};
  ASSERT_TRUE(writeSafetensors(*diskStorage(), checkpointPath(run, 300), checkpoint).ok());
  test::writeBytes(samplePath(run, 320), "x");
  const auto summary = readRunSummary(run);
  EXPECT_EQ(summary.problem, "");
  EXPECT_EQ(summary.name, "my run");
  EXPECT_EQ(summary.family, "dcgan");
  EXPECT_EQ(summary.step, 320);
  EXPECT_EQ(summary.seconds, 12.5);
  EXPECT_GT(summary.modified, 1500000000);
  test::writeBytes(checkpointPath(run, 400), "torn");
  EXPECT_THAT(readRunSummary(run).problem, HasSubstr("000000400.safetensors"));
  fs::create_directories(folder / "not a run");
  EXPECT_THAT(listRunFolders(folder.path()), ElementsAre(run));
  EXPECT_THAT(listRunFolders(folder / "none"), IsEmpty());
}

TEST(Folders, followTheXdgSpecification) {
  const Environment home("HOME", "/home/somebody");
  {
    const Environment data("XDG_DATA_HOME", "/d"), cache("XDG_CACHE_HOME", "/c"), config("XDG_CONFIG_HOME", "/e");
    EXPECT_EQ(runsFolder(), "/d/ganvas/runs");
    EXPECT_EQ(cacheFolder(), "/c/ganvas");
    EXPECT_EQ(configFolder(), "/e/ganvas");
  }
  const Environment data("XDG_DATA_HOME", ""), cache("XDG_CACHE_HOME", "relative/is/ignored"), config("XDG_CONFIG_HOME", "");
  EXPECT_EQ(runsFolder(), "/home/somebody/.local/share/ganvas/runs");
  EXPECT_EQ(cacheFolder(), "/home/somebody/.cache/ganvas");
  EXPECT_EQ(configFolder(), "/home/somebody/.config/ganvas");
}

TEST(Folders, aNewRunFolderIsNew) {
  TempFolder folder;
  const Environment data("XDG_DATA_HOME", folder.path().string());
  const auto first = newRunFolder("dcgan", "/home/somebody/my pictures/");
  EXPECT_EQ(first.parent_path(), folder / "ganvas/runs");
  EXPECT_THAT(first.filename().string(), ::testing::MatchesRegex("20..-..-..-.... dcgan my pictures"));
  EXPECT_FALSE(fs::exists(first));
  fs::create_directories(first);
  const auto second = newRunFolder("dcgan", "/home/somebody/my pictures/");
  EXPECT_NE(second, first);
  EXPECT_THAT(newRunFolder("dcgan", "a\nb").filename().string(), HasSubstr("a_b"));
  EXPECT_LT(newRunFolder("dcgan", std::string(500, 'x')).filename().string().size(), 200u);
}

TEST(Folders, resourcesComeFromTheEnvironmentFirst) {
  {
    const Environment given("GANVAS_RESOURCES", "/somewhere");
    EXPECT_EQ(resourcesFolder(), "/somewhere");
  }
  const Environment none("GANVAS_RESOURCES", "");
  EXPECT_EQ(resourcesFolder(), fs::path(GANVAS_SOURCE_DIR) / "resources") << "the tests run from the build tree";
}

}  // namespace
}  // namespace ganvas
