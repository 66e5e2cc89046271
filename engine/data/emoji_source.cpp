// The emoji of a font as samples: Unicode's groups are labels, near-copies are never divided between training and test.
#include <algorithm>

#include "engine/data/emoji_font.hpp"
#include "engine/data/emoji_list.hpp"
#include "engine/data/emoji_words.hpp"
#include "engine/data/picture_source.hpp"
#include "engine/data/words.hpp"

namespace ganvas {
namespace {

constexpr std::int64_t kChunk = 128;
constexpr std::size_t kNamesListed = 3;

struct EmojiItem {
  Emoji emoji;
  std::uint32_t glyph = 0;
  int label = 0;
  std::u32string base;
  bool heldOut = false;
};

class EmojiSource final : public PictureSource {
 public:
  Result<void> open(const DatasetPlace& place) {
    info_ = place.info;
    auto font = EmojiFont::open(place.path, info_.howToGet);
    if (!font) return font.error();
    font_ = std::move(*font);
    auto list = readEmojiList(place.emoji.sequences, info_.howToGet);
    if (!list) return list.error();
    const auto missing = takeThoseDrawn(std::move(*list), place.emoji.skinTones);
    if (items_.empty())
      return Error{ErrorKind::input,
                   sentence("The font %1 draws none of the emoji that %2 names. %3", inQuotes(place.path.string()),
                            inQuotes(place.emoji.sequences.string()), toGetAgain(info_.howToGet)),
                   {}};
    if (!missing.empty()) warnings_.push_back(missingText(missing, place.path.string()));
    std::ranges::stable_partition(items_, [](const EmojiItem& item) { return !item.heldOut; });
    if (!place.emoji.annotations.empty()) words_.read(place.emoji.annotations, {"en", "zh"}, warnings_);
    identity_ = "emoji\n" + fileIdentity(place.path) + fileIdentity(place.emoji.sequences) + (place.emoji.skinTones ? "skin tones" : "");
    describe();
    return {};
  }

  const DatasetInfo& info() const override { return info_; }
  const std::string& identity() const override { return identity_; }
  std::int64_t count() const override { return std::int64_t(items_.size()); }
  std::int64_t testCount() const override { return std::ranges::count(items_, true, &EmojiItem::heldOut); }
  const std::vector<Sentence>& warnings() const override { return warnings_; }
  std::int64_t chunk() const override { return kChunk; }
  Result<std::int64_t> advance(std::int64_t, std::int64_t most) override { return most; }
  void rewind() override {}
  DecodedPicture sample(std::int64_t index) const override { return font_->draw(items_[std::size_t(index)].glyph); }

  SampleFacts facts(std::int64_t index) const override {
    const auto& item = items_[std::size_t(index)];
    return {.name = Sentence(item.emoji.name),
            .named = true,
            .label = item.label,
            .side = item.heldOut ? SplitSide::test : SplitSide::train,
            .group = codePointsText(item.base),
            .words = words_.of(item.emoji.sequence)};
  }

  Result<PictureShape> shape(const PictureOptions& options, const JobContext&, std::span<const std::int64_t>) override {
    return uniformShape(info_, options);
  }

 private:
  /// Returns the names of those that the font does not draw as one picture.
  std::vector<std::string> takeThoseDrawn(std::vector<Emoji> list, bool skinTones) {
    std::vector<std::string> missing;
    info_.classNames.clear();
    for (auto& emoji : list) {
      if (!skinTones && hasSkinTone(emoji.sequence)) continue;
      const auto glyph = font_->glyph(emoji.sequence);
      if (glyph == 0) {
        missing.push_back(emoji.name);
        continue;
      }
      auto& names = info_.classNames;
      auto at = std::ranges::find(names, emoji.group);
      if (at == names.end()) at = names.insert(names.end(), emoji.group);
      const int label = int(at - names.begin());
      auto base = emojiBase(emoji.sequence);
      const bool heldOut = emojiHeldOut(base);
      items_.push_back({std::move(emoji), glyph, label, std::move(base), heldOut});
    }
    return missing;
  }

  Sentence missingText(const std::vector<std::string>& missing, const std::string& font) const {
    std::string names;
    for (std::size_t i = 0; i < std::min(missing.size(), kNamesListed); ++i) names += (i ? ", " : "") + inQuotes(missing[i]);
    return sentence("%1 of %2 emoji were left out: %3. The font %4 does not draw them; a newer one may.",
                    grouped(std::int64_t(missing.size())), grouped(count() + std::int64_t(missing.size())),
                    missing.size() > kNamesListed ? sentence("%1 and others", names) : Sentence(names), inQuotes(font));
  }

  void describe() {
    info_.kind = DataKind::labelled;
    info_.fields = {Field::image, Field::label, Field::text, Field::group};
    info_.count = count() - testCount();
    info_.width = font_->width();
    info_.height = font_->height();
    info_.channels = 3;
  }

  DatasetInfo info_;
  std::unique_ptr<EmojiFont> font_;
  std::vector<EmojiItem> items_;  ///< those for training first
  EmojiWords words_;
  std::vector<Sentence> warnings_;
  std::string identity_;
};

}  // namespace

Result<std::unique_ptr<PictureSource>> openEmojiSource(const DatasetPlace& place) {
  auto source = std::make_unique<EmojiSource>();
  if (auto opened = source->open(place); !opened) return opened.error();
  return std::unique_ptr<PictureSource>(std::move(source));
}

}  // namespace ganvas
