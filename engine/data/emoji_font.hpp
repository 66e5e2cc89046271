// A font of colour bitmaps (CBDT, as Noto Color Emoji is): which glyph a sequence is, and its picture.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "engine/api/result.hpp"
#include "engine/picture/picture.hpp"

namespace ganvas {

class EmojiFont {
 public:
  /// `howToGet` brings the font: it stands in the sentences about a damaged one.
  static Result<std::unique_ptr<EmojiFont>> open(const std::filesystem::path& path, const Sentence& howToGet);
  ~EmojiFont();
  EmojiFont(const EmojiFont&) = delete;
  EmojiFont& operator=(const EmojiFont&) = delete;

  /// px that the font promises for its glyphs, which may differ from it.
  int width() const;
  int height() const;
  /// The one glyph that the sequence is drawn by; 0 where the font would draw several, or none. One thread.
  std::uint32_t glyph(std::u32string_view sequence);
  /// B G R A, or what is wrong with that glyph. Thread-safe; one at a time.
  DecodedPicture draw(std::uint32_t glyph) const;

 private:
  struct State;
  explicit EmojiFont(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace ganvas
