// Presets and config files: what is written comes back, and what comes from outside is checked.
#include "engine/core/config_json.hpp"

#include <gmock/gmock.h>

#include "engine/core/run_folder.hpp"
#include "tests/core/failing_storage.hpp"
#include "tests/core/temp_folder.hpp"

namespace ganvas {
namespace {

namespace fs = std::filesystem;
using test::Environment;
using test::TempFolder;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

Preset example(const std::string& title = "Fast") {
  Preset preset;
  preset.info.title = title;
  preset.info.summary = "For a first look.";
  preset.info.family = "dcgan";
  preset.info.data = "fashion-mnist";
  preset.values = {{"batch", std::int64_t{32}}, {"lr_g", 1.0}, {"loss", "hinge"}, {"flip", true}};
  return preset;
}

TEST(PresetFile, roundTrip) {
  TempFolder folder;
  const auto file = folder / "new folder/fast.json";
  ASSERT_TRUE(writePreset(*diskStorage(), file, example()).ok());
  const auto back = readPreset(file);
  ASSERT_TRUE(back.ok()) << back.error().message;
  EXPECT_EQ(back->info.name, "fast");
  EXPECT_EQ(back->info.title, "Fast");
  EXPECT_EQ(back->info.summary, "For a first look.");
  EXPECT_EQ(back->info.family, "dcgan");
  EXPECT_EQ(back->info.data, "fashion-mnist");
  EXPECT_EQ(back->info.path, file.string());
  EXPECT_FALSE(back->info.shipped);
  EXPECT_EQ(back->values, example().values);
  test::FailingStorage full(2);
  EXPECT_FALSE(writePreset(full, file, example("Other")).ok());
  EXPECT_EQ(readPreset(file)->info.title, "Fast");
}

TEST(PresetFile, damageGetsASentence) {
  TempFolder folder;
  const auto file = folder / "p.json";
  const std::pair<const char*, const char*> table[] = {
      {"[]", "holds a list"},
      {"7", "holds a number"},
      {"{", "not valid JSON"},
      {"{}", "is not a Ganvas preset"},
      {R"({"ganvas_preset": 2, "values": {}})", "reads format 1"},
      {R"({"ganvas_preset": "1", "values": {}})", "reads format 1"},
      {R"({"ganvas_preset": 1})", "has no \"values\""},
      {R"({"ganvas_preset": 1, "values": 3})", "an object of parameters"},
      {R"({"ganvas_preset": 1, "title": 3, "values": {}})", "has a number at \"title\""},
      {R"({"ganvas_preset": 1, "values": {"lr_g": {"a": 1}}})", "has an object at \"lr_g\""},
      {R"({"ganvas_preset": 1, "values": {"a": 1, "a": 2}})", "\"a\" twice"},
      {R"({"ganvas_preset": 1, "values": {"a\u0000b": 1}})", "NUL"},
      {R"({"ganvas_preset": 1, "values": {"a": "\u0000"}})", "NUL"},
      {R"({"a":[[[[[[[[[[[[]]]]]]]]]]]]})", "nested too deeply"},
  };
  for (const auto& [text, says] : table) {
    test::writeBytes(file, text);
    const auto preset = readPreset(file);
    ASSERT_FALSE(preset.ok()) << text;
    EXPECT_THAT(preset.error().message, AllOf(HasSubstr(file.string()), HasSubstr(says))) << text;
  }
  test::writeBytes(file, "{\"a\": \"" + std::string(2 << 20, 'x') + "\"}");
  EXPECT_THAT(readPreset(file).error().message, HasSubstr("far larger"));
}

TEST(PresetFile, isFoundByNameAndByPath) {
  TempFolder folder;
  const Environment config("XDG_CONFIG_HOME", (folder / "config").string()), resources("GANVAS_RESOURCES", (folder / "resources").string());
  const auto shipped = folder / "resources/presets", own = folder / "config/ganvas/presets";
  auto other = example("For another family");
  other.info.family = "fc-gan";
  ASSERT_TRUE(writePreset(*diskStorage(), shipped / "a.json", example("shipped a")).ok());
  ASSERT_TRUE(writePreset(*diskStorage(), shipped / "b.json", example("shipped b")).ok());
  ASSERT_TRUE(writePreset(*diskStorage(), shipped / "c.json", other).ok());
  ASSERT_TRUE(writePreset(*diskStorage(), *presetPath("a"), example("own a")).ok());
  EXPECT_EQ(*presetPath("a"), own / "a.json");
  test::writeBytes(own / "broken.json", "{");
  test::writeBytes(own / "readme.txt", "not a preset");

  EXPECT_EQ(findPreset("a")->info.title, "own a");
  EXPECT_EQ(findPreset("b")->info.title, "shipped b");
  EXPECT_TRUE(findPreset("b")->info.shipped);
  EXPECT_EQ(findPreset((shipped / "a.json").string())->info.title, "shipped a");

  std::vector<std::string> titles;
  for (const auto& info : listPresets("dcgan")) titles.push_back(info.title);
  EXPECT_THAT(titles, ElementsAre("shipped b", "own a"));
  EXPECT_EQ(listPresets("").size(), 3u);
  EXPECT_EQ(listPresets("none").size(), 0u);

  const auto missing = findPreset("fats");
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().kind, ErrorKind::usage);
  EXPECT_THAT(missing.error().message, AllOf(HasSubstr("\"fats\""), HasSubstr("b, c, a")));
  EXPECT_EQ(findPreset("./none.json").error().kind, ErrorKind::missing);
}

TEST(PresetFile, namesThatLeaveTheFolderAreRefused) {
  for (const char* name : {"", ".", "..", "../x", "a/b", ".hidden", "a\nb"}) {
    const auto path = presetPath(name);
    ASSERT_FALSE(path.ok()) << name;
    EXPECT_EQ(path.error().kind, ErrorKind::usage);
  }
  EXPECT_FALSE(presetPath(std::string(200, 'x')).ok());
  EXPECT_TRUE(presetPath("Schnell & gut").ok());
}

TEST(ConfigFile, takesARunAPresetOrPlainValues) {
  TempFolder folder;
  RunConfig run;
  run.family = "dcgan";
  run.values = {{"batch", std::int64_t{8}}};
  ASSERT_TRUE(writeConfig(*diskStorage(), folder.path(), run).ok());
  EXPECT_EQ(*readConfigValues(folder / "config.json"), run.values);
  ASSERT_TRUE(writePreset(*diskStorage(), folder / "p.json", example()).ok());
  EXPECT_EQ(*readConfigValues(folder / "p.json"), example().values);
  test::writeBytes(folder / "plain.json", R"({"lr_g": 1e-4, "batch": 16, "flip": false, "loss": "hinge"})");
  EXPECT_EQ(*readConfigValues(folder / "plain.json"),
            (Values{{"lr_g", 1e-4}, {"batch", std::int64_t{16}}, {"flip", false}, {"loss", "hinge"}}));
  EXPECT_EQ(readConfigValues(folder / "none.json").error().kind, ErrorKind::missing);
  test::writeBytes(folder / "bad.json", R"({"lr_g": "x", "sizes": [1, 2]})");
  EXPECT_THAT(readConfigValues(folder / "bad.json").error().message, AllOf(HasSubstr("bad.json"), HasSubstr("\"sizes\"")));
  test::writeBytes(folder / "lines.json", "{\n\"a\": 1,\n\"b\" 2\n}");
  EXPECT_THAT(readConfigValues(folder / "lines.json").error().message, HasSubstr("line 3"));
}

}  // namespace
}  // namespace ganvas
