#include "engine/data/emoji_font.hpp"

#include <ft2build.h>
#include <hb.h>

#include <algorithm>
#include <mutex>

#include "engine/core/storage.hpp"
#include "engine/data/words.hpp"
#include FT_FREETYPE_H

namespace ganvas {
namespace {

constexpr std::uintmax_t kLargestFont = 256u << 20;

template <auto Destroy>
struct Destroyer {
  void operator()(auto* object) const { Destroy(object); }
};

/// FreeType's B G R are multiplied by alpha; pictures are not.
std::uint8_t withoutAlpha(unsigned colour, unsigned alpha) {
  return alpha == 0 ? std::uint8_t(0) : std::uint8_t(std::min(255u, (colour * 255 + alpha / 2) / alpha));
}

DecodedPicture notDrawn(const Sentence& why) { return {{}, PictureProblem{AuditIssue::unreadable, why}}; }

}  // namespace

/// Destroyed from below: what points into the font's bytes goes before them.
struct EmojiFont::State {
  std::string bytes;
  std::unique_ptr<FT_LibraryRec_, Destroyer<FT_Done_FreeType>> library;
  std::unique_ptr<FT_FaceRec_, Destroyer<FT_Done_Face>> face;
  std::unique_ptr<hb_font_t, Destroyer<hb_font_destroy>> shaper;
  std::unique_ptr<hb_buffer_t, Destroyer<hb_buffer_destroy>> buffer;
  int width = 0, height = 0;
  std::mutex drawing;  ///< FreeType's face holds one glyph at a time

  bool openFace() {
    FT_Library freetype = nullptr;
    if (FT_Init_FreeType(&freetype) != 0) return false;
    library.reset(freetype);
    FT_Face opened = nullptr;
    if (FT_New_Memory_Face(freetype, reinterpret_cast<const FT_Byte*>(bytes.data()), FT_Long(bytes.size()), 0, &opened) != 0) return false;
    face.reset(opened);
    return true;
  }

  /// The largest of the sizes that the pictures are there in.
  bool chooseStrike() {
    if (!FT_HAS_COLOR(face.get()) || face->num_fixed_sizes < 1) return false;
    const auto* sizes = face->available_sizes;
    const auto best = int(
        std::max_element(sizes, sizes + face->num_fixed_sizes, [](const auto& a, const auto& b) { return a.height < b.height; }) - sizes);
    width = sizes[best].width;
    height = sizes[best].height;
    return width > 0 && height > 0 && FT_Select_Size(face.get(), best) == 0;
  }

  void openShaper() {
    auto* blob = hb_blob_create(bytes.data(), unsigned(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    auto* shapes = hb_face_create(blob, 0);
    shaper.reset(hb_font_create(shapes));
    hb_face_destroy(shapes);
    hb_blob_destroy(blob);
    buffer.reset(hb_buffer_create());
  }
};

EmojiFont::EmojiFont(std::unique_ptr<State> state) : state_(std::move(state)) {}
EmojiFont::~EmojiFont() = default;
int EmojiFont::width() const { return state_->width; }
int EmojiFont::height() const { return state_->height; }

Result<std::unique_ptr<EmojiFont>> EmojiFont::open(const std::filesystem::path& path, const Sentence& howToGet) {
  auto bytes = readFile(path, kLargestFont);
  if (!bytes) return bytes.error();
  auto state = std::make_unique<State>();
  state->bytes = std::move(*bytes);
  const auto refused = [&](const Sentence& why) {
    return Error{ErrorKind::input, sentence("The font %1 %2. %3", inQuotes(path.string()), why, toGetAgain(howToGet)), {}};
  };
  if (!state->openFace()) return refused(sentence("is damaged or no font"));
  if (!state->chooseStrike()) return refused(sentence("holds no colour bitmaps (CBDT), the only kind of emoji that Ganvas draws"));
  state->openShaper();
  return std::unique_ptr<EmojiFont>(new EmojiFont(std::move(state)));
}

std::uint32_t EmojiFont::glyph(std::u32string_view sequence) {
  auto* buffer = state_->buffer.get();
  hb_buffer_reset(buffer);
  // Variation selectors and joiners are no pictures of their own.
  hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  hb_buffer_add_utf32(buffer, reinterpret_cast<const std::uint32_t*>(sequence.data()), int(sequence.size()), 0, int(sequence.size()));
  hb_buffer_guess_segment_properties(buffer);
  hb_shape(state_->shaper.get(), buffer, nullptr, 0);
  unsigned count = 0;
  const auto* glyphs = hb_buffer_get_glyph_infos(buffer, &count);
  return count == 1 ? glyphs[0].codepoint : 0;
}

DecodedPicture EmojiFont::draw(std::uint32_t glyph) const {
  std::lock_guard lock(state_->drawing);
  if (FT_Load_Glyph(state_->face.get(), glyph, FT_LOAD_COLOR) != 0)
    return notDrawn(sentence("cannot be drawn; the font is damaged, get it again"));
  const auto& bitmap = state_->face->glyph->bitmap;
  if (state_->face->glyph->format != FT_GLYPH_FORMAT_BITMAP || bitmap.pixel_mode != FT_PIXEL_MODE_BGRA ||
      bitmap.pitch < int(bitmap.width) * 4)
    return notDrawn(sentence("has no colour picture in the font; get a newer one"));
  if (bitmap.width == 0 || bitmap.rows == 0) return notDrawn(sentence("has an empty picture in the font; get a newer one"));
  if (auto problem = tooLarge(bitmap.width, bitmap.rows)) return {{}, problem};
  Picture picture{int(bitmap.width), int(bitmap.rows), 4, std::vector<std::uint8_t>(std::size_t(bitmap.width) * bitmap.rows * 4)};
  auto* to = picture.pixels.data();
  for (unsigned y = 0; y < bitmap.rows; ++y) {
    const auto* from = bitmap.buffer + std::size_t(y) * std::size_t(bitmap.pitch);
    for (unsigned x = 0; x < bitmap.width; ++x, from += 4, to += 4) {
      for (int c = 0; c < 3; ++c) to[c] = withoutAlpha(from[c], from[3]);
      to[3] = from[3];
    }
  }
  return {std::move(picture), std::nullopt, 3};
}

}  // namespace ganvas
