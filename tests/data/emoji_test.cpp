// Emoji: Unicode's list, the font's pictures, CLDR's words, and a split that divides no group.
#include <map>
#include <random>
#include <regex>
#include <set>

#include "engine/data/emoji_font.hpp"
#include "engine/data/emoji_list.hpp"
#include "engine/data/emoji_words.hpp"
#include "engine/data/picture_source.hpp"
#include "tests/data/data_fixture.hpp"

namespace ganvas::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kFont = "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf";
constexpr const char* kList = "/usr/share/unicode/emoji/emoji-test.txt";
constexpr const char* kWords = "/usr/share/unicode/cldr/common";

#define NEEDS_EMOJI() \
  if (!fs::exists(kFont) || !fs::exists(kList)) GTEST_SKIP() << "fonts-noto-color-emoji or unicode-data is not installed"

class EmojiListTest : public DataTest {
 protected:
  Result<std::vector<Emoji>> read(const std::string& text) const {
    writeBytes(set("emoji-test.txt"), {text.begin(), text.end()});
    return readEmojiList(set("emoji-test.txt"), Sentence("sudo apt install lists"));
  }
};

TEST_F(EmojiListTest, TakesFullyQualifiedOnesWithNameAndGroup) {
  const auto list = read(
      "# emoji-test.txt\n# group: Smileys & Emotion\n\n# subgroup: heart\n"
      "2764 FE0F   ; fully-qualified     # ❤️ E0.6 red heart\r\n"
      "2764        ; unqualified         # ❤ E0.6 red heart\n"
      "# group: Component\n1F3FB ; component # 🏻 E1.0 light skin tone\n"
      "# group: Flags\n1F1EF 1F1F5 ; fully-qualified # 🇯🇵 E0.6 flag: Japan\n"
      "XYZ ; fully-qualified # x E1 no code point\n110000 ; fully-qualified # x E1 beyond\nD800 ; fully-qualified # x E1 half\n"
      "1F600 ; fully-qualified # 😀\n; fully-qualified # x E1 nothing\n1F600 ; fully-qualified\n#EOF\n");
  ASSERT_TRUE(list.ok()) << list.error().message;
  ASSERT_EQ(list->size(), 2u);
  EXPECT_EQ((*list)[0].sequence, U"\u2764\uFE0F");
  EXPECT_EQ((*list)[0].name, "red heart");
  EXPECT_EQ((*list)[0].group, "Smileys & Emotion");
  EXPECT_EQ((*list)[1].sequence, U"🇯🇵");
  EXPECT_EQ((*list)[1].name, "flag: Japan");
  EXPECT_EQ((*list)[1].group, "Flags");
}

TEST_F(EmojiListTest, WhatIsWrongIsSaid) {
  const std::string path = set("emoji-test.txt").string(), again = "To get it: sudo apt install --reinstall lists";
  expectRefusal(read(""), ErrorKind::input, {path, "names no emoji", again});
  expectRefusal(read("1F600 ; fully-qualified # 😀 E1.0 grinning face\n#EOF"), ErrorKind::input, {path, "names no emoji"});
  expectRefusal(read("# group: A\n1F600 ; fully-qualified # 😀 E1.0 grinning face\n"), ErrorKind::input, {path, "cut off", again});
  EXPECT_FALSE(readEmojiList(set("not-there.txt"), Sentence()).ok());
}

TEST_F(EmojiListTest, ThoseThatShowNearlyTheSameHaveOneBase) {
  for (const auto& [base, others] : std::vector<std::pair<std::u32string, std::vector<std::u32string>>>{
           {U"❤", {U"❤\uFE0F"}},
           {U"👍", {U"👍🏻", U"👍🏿"}},
           {U"🏃", {U"🏃‍♀️", U"🏃🏽‍♂️", U"🏃‍➡️", U"🏃🏿‍♀️‍➡️"}},
           {U"🧑\u200d🚀", {U"👩‍🚀", U"👨🏽‍🚀", U"🧑🏻‍🚀"}},
           {U"🧑", {U"👨", U"👩", U"👨‍🦰", U"👩🏿‍🦲"}},
           {U"🧑\u200d❤\u200d🧑", {U"💑", U"👩‍❤️‍👨", U"🧑🏻‍❤️‍🧑🏿"}},
           {U"🧑\u200d🤝\u200d🧑", {U"👫", U"👩🏻‍🤝‍👨🏿"}},
           {U"🧑\u200d🧑\u200d🧒", {U"👪", U"👨‍👩‍👧"}},
           {U"🇳🇴", {U"🇸🇯"}}}) {
    EXPECT_EQ(codePointsText(emojiBase(base)), codePointsText(base));
    for (const auto& other : others) EXPECT_EQ(codePointsText(emojiBase(other)), codePointsText(base));
  }
  EXPECT_NE(emojiBase(U"🏳️‍🌈"), emojiBase(U"🏳️"));
  EXPECT_NE(emojiBase(U"♀️"), std::u32string()) << "a sign of gender that is joined to nothing stands for itself";
}

TEST_F(EmojiListTest, TheSplitIsAHashOfCodePoints) {
  // What xxhsum -H2 says of the code points as 64-bit little-endian numbers; its last 16 digits modulo 10 are 0 for a tenth.
  EXPECT_TRUE(emojiHeldOut(U"⚽"));  // 985be04bf585c5e5a9fa5ebdf7daf3c8
  for (const char32_t* base : {U"😀", U"❤", U"🇯🇵", U"🧑\u200d🚀", U"👍", U"👏", U"🍕", U"🐱", U"🚀", U"🤣", U"😂"})
    EXPECT_FALSE(emojiHeldOut(base));
}

TEST_F(EmojiListTest, Utf8) {
  EXPECT_EQ(toUtf8(U"aé↑😀"), "aé↑😀");
  EXPECT_EQ(codePointsText(U"#\uFE0F😀"), "0023 FE0F 1F600");
}

class EmojiFontTest : public DataTest {
 protected:
  void SetUp() override {
    DataTest::SetUp();
    if (!fs::exists(kFont)) GTEST_SKIP() << "fonts-noto-color-emoji is not installed";
    auto opened = EmojiFont::open(kFont, Sentence());
    ASSERT_TRUE(opened.ok()) << opened.error().message;
    font_ = std::move(*opened);
  }
  Picture picture(std::u32string_view sequence) {
    auto drawn = font_->draw(font_->glyph(sequence));
    EXPECT_FALSE(drawn.problem) << toUtf8(sequence) << " " << drawn.problem->message;
    return std::move(drawn.picture);
  }
  /// Mean of the opaque pixels in a part of the picture (fractions of its sides), B G R.
  static cv::Scalar mean(const Picture& picture, cv::Rect2d part = {0, 0, 1, 1}) {
    const cv::Mat all(picture.height, picture.width, CV_8UC4, const_cast<std::uint8_t*>(picture.pixels.data()));
    const cv::Mat some =
        all(cv::Rect(int(part.x * all.cols), int(part.y * all.rows), int(part.width * all.cols), int(part.height * all.rows)));
    cv::Mat alpha;
    cv::extractChannel(some, alpha, 3);
    return cv::mean(some, alpha > 250);
  }
  std::unique_ptr<EmojiFont> font_;
};

TEST_F(EmojiFontTest, ColoursAreAsEverybodyKnowsThem) {
  const auto heart = mean(picture(U"❤️"));
  EXPECT_GT(heart[2], 180);
  EXPECT_LT(std::max(heart[0], heart[1]), 100);
  const auto japan = picture(U"🇯🇵");
  const auto disc = mean(japan, {0.45, 0.45, 0.1, 0.1}), field = mean(japan, {0.1, 0.35, 0.1, 0.3});
  EXPECT_GT(disc[2], 150);
  EXPECT_LT(std::max(disc[0], disc[1]), 80);
  EXPECT_GT(std::min({field[0], field[1], field[2]}), 200);
  const auto france = picture(U"🇫🇷");
  const auto left = mean(france, {0.08, 0.4, 0.15, 0.2}), middle = mean(france, {0.45, 0.4, 0.1, 0.2}),
             right = mean(france, {0.77, 0.4, 0.15, 0.2});
  EXPECT_GT(left[0], left[2] + 50);
  EXPECT_GT(std::min({middle[0], middle[1], middle[2]}), 200);
  EXPECT_GT(right[2], right[0] + 50);
}

TEST_F(EmojiFontTest, HasItsNaturalSizeAndTransparentCorners) {
  const auto heart = picture(U"❤️");
  EXPECT_EQ(heart.width, font_->width());
  EXPECT_EQ(heart.height, font_->height());
  EXPECT_GE(heart.width, 100);
  EXPECT_EQ(heart.channels, 4);
  EXPECT_EQ(heart.pixels[3], 0) << "alpha of the first pixel";
}

TEST_F(EmojiFontTest, SequencesAreOneGlyphOrNone) {
  std::set<std::uint32_t> glyphs;
  const std::vector<std::u32string> drawn = {U"👨",
                                             U"👨‍👩‍👧",
                                             U"👨‍👩‍👧‍👦",
                                             U"🧑‍🚀",
                                             U"🧑🏽‍🚀",
                                             U"🇯🇵",
                                             U"#️⃣",
                                             U"🏴󠁧󠁢󠁳󠁣󠁴󠁿",
                                             U"🏳️‍🌈"};
  for (const auto& sequence : drawn) {
    const auto glyph = font_->glyph(sequence);
    EXPECT_NE(glyph, 0u) << toUtf8(sequence);
    glyphs.insert(glyph);
  }
  EXPECT_EQ(glyphs.size(), drawn.size());
  EXPECT_EQ(font_->glyph(U"❤"), font_->glyph(U"❤️"));
  EXPECT_EQ(font_->glyph(U"😀😀"), 0u);
  EXPECT_EQ(font_->glyph(U"😀\u200d🚀"), 0u) << "joined, but the font knows no such pair";
  EXPECT_EQ(font_->glyph(U"漢"), 0u);
  EXPECT_EQ(font_->glyph(U""), 0u);
  EXPECT_TRUE(font_->draw(0xFFFFFF).problem);
}

class EmojiTest : public DataTest {
 protected:
  /// An entry "faces" for these files instead of the system's.
  std::string entry(const std::string& font, const std::string& list, const std::string& words = {}) const {
    return R"({"name": "faces", "title": "Faces", "summary": "Some.", "license": "OFL", "howToGet": "sudo apt install faces",
               "kind": "labelled", "format": "emoji", "emoji": {"sequences": [")" +
           list + R"("], "annotations": [")" + words + R"("]}, "paths": [")" + font + R"("]})";
  }
  fs::path resources() const { return folder_ / "resources"; }

  fs::path shortList() const {
    const std::string text =
        "# group: Smileys & Emotion\n2764 FE0F ; fully-qualified # ❤️ E0.6 red heart\n1F600 ; fully-qualified # 😀 E1.0 grinning "
        "face\n"
        "# group: Imaginary\n1F600 200D 1F680 ; fully-qualified # x E99 face in space\n# group: Activities\n"
        "26BD ; fully-qualified # ⚽ E0.6 soccer ball\n#EOF\n";
    writeBytes(set("emoji-test.txt"), {text.begin(), text.end()});
    return set("emoji-test.txt");
  }
};

TEST_F(EmojiTest, AllThatUnicodeNames) {
  NEEDS_EMOJI();
  for (const auto& [name, fewest] : {std::pair("emoji", 1800), std::pair("emoji-skin-tones", 3600)}) {
    const auto loaded = load({name, {32, 0, Fit::pad, 0xffffff, {}}});
    ASSERT_TRUE(loaded.ok()) << loaded.error().message;
    const auto& data = **loaded;
    const auto all = double(data.train().count + data.test().count);
    EXPECT_GT(all, fewest);
    EXPECT_NEAR(double(data.test().count) / all, 0.1, 0.03);
    EXPECT_EQ(data.channels(), 3);
    EXPECT_THAT(data.info().classNames, ElementsAre("Smileys & Emotion", "People & Body", "Animals & Nature", "Food & Drink",
                                                    "Travel & Places", "Activities", "Objects", "Symbols", "Flags"));
  }
}

TEST_F(EmojiTest, TheCountIsTheListsOwn) {
  NEEDS_EMOJI();
  const auto source = openSource({"emoji-skin-tones", {}});
  ASSERT_TRUE(source.ok()) << source.error().message;
  const auto bytes = readBytes(kList);
  const std::string text(bytes.begin(), bytes.end());
  std::smatch total;  // "# fully-qualified : 3655" at the file's end
  ASSERT_TRUE(std::regex_search(text, total, std::regex("# fully-qualified : ([0-9]+)")));
  const auto list = readEmojiList(kList, Sentence());
  EXPECT_EQ(int(list->size()), std::stoi(total[1]));
  // What the font leaves out is in a warning.
  EXPECT_EQ((*source)->count() == std::int64_t(list->size()), (*source)->warnings().empty());
}

TEST_F(EmojiTest, NoGroupIsDivided) {
  NEEDS_EMOJI();
  const auto tones = openSource({"emoji-skin-tones", {}}), plain = openSource({"emoji", {}});
  ASSERT_TRUE(tones.ok() && plain.ok());
  std::map<std::string, SplitSide> sides;
  std::map<std::string, std::string> groups;
  for (const auto* source : {&*tones, &*plain}) {
    for (std::int64_t i = 0; i < (*source)->count(); ++i) {
      const auto facts = (*source)->facts(i);
      EXPECT_EQ(facts.side == SplitSide::test, i >= (*source)->count() - (*source)->testCount());
      EXPECT_EQ(sides.emplace(facts.group, facts.side).first->second, facts.side) << facts.name;
      groups[facts.name] = facts.group;
    }
  }
  EXPECT_EQ(groups["thumbs up"], groups["thumbs up: dark skin tone"]);
  EXPECT_EQ(groups["woman astronaut"], groups["man astronaut: light skin tone"]);
  EXPECT_NE(groups["thumbs up"], groups["thumbs down"]);
  // Two that are drawn alike are of one group: the audit compares the pixels.
  const auto audit = auditData({"emoji", {}}, JobContext::quiet());
  ASSERT_TRUE(audit.ok());
  for (const auto& finding : audit->findings) {
    ASSERT_EQ(finding.issue, AuditIssue::duplicate) << finding.message;
    const auto begin = finding.message.text().find("the same as \"") + 13;
    const auto other = finding.message.text().substr(begin, finding.message.text().find('"', begin) - begin);
    EXPECT_EQ(groups[finding.item], groups[other]) << finding.message;
  }
}

TEST_F(EmojiTest, TransparentPixelsShowTheBackground) {
  NEEDS_EMOJI();
  const OwnCatalogue catalogue(resources(), entry(kFont, shortList().string()));
  const auto loaded = load({"faces", {0, 3, Fit::crop, 0x0a141e, {}}});
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  const auto heart = pixels(**loaded, (*loaded)->train());
  const auto plane = heart.size() / 3;
  EXPECT_EQ(heart[0], 10);
  EXPECT_EQ(heart[plane], 20);
  EXPECT_EQ(heart[2 * plane], 30);
  EXPECT_GT(heart[plane / 2 + std::size_t((*loaded)->width() / 2)], 180) << "red in the middle";
}

TEST_F(EmojiTest, NamesGroupsAndWords) {
  NEEDS_EMOJI();
  if (!fs::exists(kWords)) GTEST_SKIP() << "unicode-cldr-core is not installed";
  const auto source = openSource({"emoji", {}});
  ASSERT_TRUE(source.ok()) << source.error().message;
  std::map<std::string, SampleFacts> all;
  for (std::int64_t i = 0; i < (*source)->count(); ++i) all[(*source)->facts(i).name] = (*source)->facts(i);
  for (const auto& [name, english, chinese] : {std::tuple("red heart", "heart", "红心"), std::tuple("flag: Japan", "flag", "日本"),
                                               std::tuple("woman astronaut", "rocket", "宇航员")}) {
    const auto& words = all[name].words;
    ASSERT_EQ(words.size(), 2u) << name;
    EXPECT_EQ(words[0].language, "en");
    EXPECT_EQ(words[0].name, name);
    EXPECT_THAT(words[0].keywords, Contains(english));
    EXPECT_EQ(words[1].language, "zh");
    EXPECT_THAT(words[1].name, HasSubstr(chinese));
  }
  EXPECT_EQ((*source)->info().classNames[std::size_t(all["flag: Japan"].label)], "Flags");
}

TEST_F(EmojiTest, PreviewAndClassFilter) {
  NEEDS_EMOJI();
  DataRequest flags{"emoji", {}};
  flags.options.classes = {"flags"};
  const auto preview = previewData(flags, JobContext::quiet());
  ASSERT_TRUE(preview.ok()) << preview.error().message;
  EXPECT_GT(preview->count + preview->testCount, 250);
  EXPECT_EQ(preview->info.classNames.size(), 1u);
  EXPECT_EQ(preview->grid.count, 64);
  ASSERT_EQ(preview->tileNames.size(), 64u);
  for (const auto& name : preview->tileNames) EXPECT_TRUE(name.starts_with("flag") || name.ends_with("flag") || name.ends_with("flags")) << name;
}

TEST_F(EmojiTest, WhatTheFontDoesNotDrawIsCounted) {
  NEEDS_EMOJI();
  const OwnCatalogue catalogue(resources(), entry(kFont, shortList().string()));
  const auto loaded = load({"faces", {16, 0, Fit::crop, 0, {}}});
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ((*loaded)->train().count, 2);
  EXPECT_EQ((*loaded)->test().count, 1) << "the ball is held out";
  EXPECT_THAT((*loaded)->info().classNames, ElementsAre("Smileys & Emotion", "Activities"));
  EXPECT_THAT((*loaded)->warnings(), Contains(::testing::AllOf(HasSubstr("1 of 4 emoji"), HasSubstr("face in space"), HasSubstr(kFont))));
}

TEST_F(EmojiTest, MissingAndWrongFilesAreNamed) {
  const auto list = shortList();
  const OwnCatalogue absent(resources(), entry(set("font.ttf").string(), list.string()));
  expectRefusal(load({"faces", {}}), ErrorKind::missing, {"Faces is not on this computer", "To get it: sudo apt install faces"});
  writeBytes(set("font.ttf"), {});
  expectRefusal(load({"faces", {}}), ErrorKind::input, {set("font.ttf").string(), "damaged or no font", "--reinstall faces"});
  writeBytes(set("font.ttf"), ByteVector(5000, 'x'));
  expectRefusal(load({"faces", {}}), ErrorKind::input, {set("font.ttf").string(), "damaged or no font"});
  fs::remove(list);
  expectRefusal(load({"faces", {}}), ErrorKind::missing, {"Faces is not on this computer"});
}

TEST_F(EmojiTest, AFontOfLettersHasNoPictures) {
  const char* letters = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
  if (!fs::exists(letters)) GTEST_SKIP() << "fonts-dejavu-core is not installed";
  const OwnCatalogue catalogue(resources(), entry(letters, shortList().string()));
  expectRefusal(load({"faces", {}}), ErrorKind::input, {letters, "no colour bitmaps"});
}

TEST_F(EmojiTest, TornAndFlippedFontsNeverCrash) {
  NEEDS_EMOJI();
  const auto good = readBytes(kFont);
  const OwnCatalogue catalogue(resources(), entry(set("font.ttf").string(), shortList().string()));
  std::mt19937 random(20260102);
  for (int i = 0; i < 60; ++i) {
    auto bytes = good;
    if (i % 3 == 0) bytes.resize(random() % (i % 2 ? good.size() : 4096));
    for (int flips = i % 3 == 0 ? 0 : 8; flips > 0 && !bytes.empty(); --flips)
      bytes[random() % (i % 3 == 1 ? 300 : bytes.size())] = std::uint8_t(random());
    writeBytes(set("font.ttf"), bytes);
    const auto loaded = load({"faces", {16, 0, Fit::crop, 0, {}}});
    EXPECT_TRUE(loaded.ok() || loaded.error().message.text().find("font.ttf") != std::string::npos) << loaded.error().message;
    fs::remove_all(folder_ / "cache");
  }
}

TEST_F(EmojiTest, DamagedWordsAreLeftOutWithASentence) {
  const auto write = [&](const char* name, const std::string& text) { writeBytes(set(name), {text.begin(), text.end()}); };
  const std::string head = "<?xml version=\"1.0\"?><ldml><annotations>";
  write("annotations/en.xml",
        head +
            "<annotation cp=\"❤\">heart | love |  | </annotation><annotation cp=\"❤\" type=\"tts\">red heart</annotation>"
            "<annotation/><annotation cp=\"😀\">↑↑↑</annotation></annotations></ldml>");
  write("annotations/zh.xml", head + "<annotation cp=\"❤\">torn");
  write("annotationsDerived/en.xml", "<html/>");
  EmojiWords words;
  std::vector<Sentence> warnings;
  words.read(set(), {"en", "zh"}, warnings);
  ASSERT_EQ(warnings.size(), 2u);
  EXPECT_THAT(warnings[0], HasSubstr(set("annotationsDerived/en.xml").string()));
  EXPECT_THAT(warnings[1], HasSubstr(set("annotations/zh.xml").string()));
  const auto heart = words.of(U"❤\uFE0F");
  ASSERT_EQ(heart.size(), 1u);
  EXPECT_EQ(heart[0].name, "red heart");
  EXPECT_THAT(heart[0].keywords, ElementsAre("heart", "love"));
  EXPECT_THAT(words.of(U"😀"), IsEmpty());
}

}  // namespace
}  // namespace ganvas::testing
