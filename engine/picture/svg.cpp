#include "engine/picture/svg.hpp"

#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace ganvas {
namespace {

struct Unref {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
  void operator()(GError* error) const { g_error_free(error); }
};
template <class T>
using Held = std::unique_ptr<T, Unref>;

/// Cairo's colours are multiplied by their opacity; a Picture's are not.
Picture pictureOf(cairo_surface_t* surface, int width, int height) {
  Picture picture{width, height, 4, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4)};
  cairo_surface_flush(surface);
  const auto* data = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      const auto* from = data + static_cast<std::ptrdiff_t>(y) * stride + 4 * x;
      auto* to = picture.pixels.data() + 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x));
      for (int c = 0; c < 3; ++c) to[c] = from[3] ? static_cast<std::uint8_t>(std::min(255, (from[c] * 255 + from[3] / 2) / from[3])) : 0;
      to[3] = from[3];
    }
  return picture;
}

}  // namespace

Result<Picture> renderSvg(std::span<const std::uint8_t> file, int side, const Sentence& what) {
  const auto unreadable = [&](const char* detail) { return Error{ErrorKind::input, sentence("%1 cannot be read as an SVG drawing. Save it again, for example with Inkscape as plain SVG.", what), detail}; };
  GError* failure = nullptr;
  const Held<RsvgHandle> handle(rsvg_handle_new_from_data(file.data(), file.size(), &failure));
  const Held<GError> problem(failure);
  if (!handle) return unreadable(problem ? problem->message : "");
  double width = 1, height = 1;
  if (!rsvg_handle_get_intrinsic_size_in_pixels(handle.get(), &width, &height)) {
    gboolean hasWidth = FALSE, hasHeight = FALSE, hasBox = FALSE;
    RsvgLength unused{};
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(handle.get(), &hasWidth, &unused, &hasHeight, &unused, &hasBox, &box);
    if (hasBox) width = box.width, height = box.height;
  }
  if (!(width > 0) || !(height > 0) || !std::isfinite(width) || !std::isfinite(height)) return unreadable("without a size");
  const double scale = side / std::max(width, height);
  const int w = std::clamp(static_cast<int>(std::lround(width * scale)), 1, side), h = std::clamp(static_cast<int>(std::lround(height * scale)), 1, side);
  const Held<cairo_surface_t> surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, w, h));
  const Held<cairo_t> context(cairo_create(surface.get()));
  const RsvgRectangle viewport{0, 0, static_cast<double>(w), static_cast<double>(h)};
  GError* unpainted = nullptr;
  const bool painted = rsvg_handle_render_document(handle.get(), context.get(), &viewport, &unpainted);
  const Held<GError> reason(unpainted);
  if (!painted) return unreadable(reason ? reason->message : "");
  return pictureOf(surface.get(), w, h);
}

}  // namespace ganvas
