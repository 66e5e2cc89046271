#include "engine/sketch/paper.hpp"

#include <cstring>

#include "engine/sketch/raster.hpp"

namespace ganvas {
namespace {

PaperArea areaOf(const cv::Rect& rect) { return {rect.x, rect.y, rect.width, rect.height}; }

class RasterPaper final : public Paper {
 public:
  RasterPaper(int width, int height) : raster_(width, height) {}
  int width() const override { return raster_.pixels().cols; }
  int height() const override { return raster_.pixels().rows; }
  const std::uint8_t* ink() const override { return raster_.pixels().data; }
  PaperArea add(const SketchStroke& stroke) override { return areaOf(raster_.add(stroke)); }
  PaperArea extend(const SketchStroke& stroke, std::size_t known) override { return areaOf(raster_.extend(stroke, known)); }
  PaperArea finish(const SketchStroke& stroke) override { return areaOf(raster_.finish(stroke)); }
  void clear() override { raster_.clear(); }
  void restore(const std::vector<std::uint8_t>& ink) override { raster_.restore(ink); }

 private:
  SketchRaster raster_;
};

}  // namespace

Frame pictureOf(const Paper& paper) {
  auto bgra = std::make_shared<std::vector<std::uint8_t>>(static_cast<std::size_t>(paper.width()) * static_cast<std::size_t>(paper.height()) * 4, 255);
  const auto* from = paper.ink();
  for (std::size_t i = 0; i < bgra->size(); i += 4, ++from) (*bgra)[i] = (*bgra)[i + 1] = (*bgra)[i + 2] = *from;
  return {paper.width(), paper.height(), std::move(bgra)};
}

std::unique_ptr<Paper> rasterPaper(int width, int height) { return std::make_unique<RasterPaper>(width, height); }

}  // namespace ganvas
