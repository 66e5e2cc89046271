#include "engine/picture/png.hpp"

#include <cstring>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace ganvas {

std::vector<std::uint8_t> encodePng(const Frame& frame) {
  const cv::Mat bgra(frame.height, frame.width, CV_8UC4, const_cast<std::uint8_t*>(frame.bgra->data()));
  std::vector<std::uint8_t> bytes;
  cv::imencode(".png", bgra, bytes, {cv::IMWRITE_PNG_COMPRESSION, 3});
  return bytes;
}

Result<Frame> decodePng(const std::string& bytes, const Sentence& what) {
  const cv::Mat raw(1, static_cast<int>(bytes.size()), CV_8UC1, const_cast<char*>(bytes.data()));
  cv::Mat decoded, bgra;
  if (!bytes.empty()) decoded = cv::imdecode(raw, cv::IMREAD_UNCHANGED);
  if (decoded.empty() || decoded.depth() != CV_8U) return Error{ErrorKind::input, sentence("%1 is not a readable PNG picture.", what), {}};
  if (decoded.channels() == 4) bgra = decoded;
  else cv::cvtColor(decoded, bgra, decoded.channels() == 3 ? cv::COLOR_BGR2BGRA : cv::COLOR_GRAY2BGRA);
  auto pixels = std::make_shared<std::vector<std::uint8_t>>(bgra.datastart, bgra.dataend);
  return Frame{bgra.cols, bgra.rows, std::move(pixels)};
}

Frame tileAt(const TileGrid& grid, int index) {
  const int w = grid.tileWidth, h = grid.tileHeight, column = index % grid.columns, row = index / grid.columns;
  auto pixels = std::make_shared<std::vector<std::uint8_t>>(static_cast<std::size_t>(w) * h * 4);
  for (int y = 0; y < h; ++y)
    std::memcpy(pixels->data() + static_cast<std::size_t>(y) * w * 4,
                grid.frame.bgra->data() + ((static_cast<std::size_t>(row) * h + y) * grid.frame.width + static_cast<std::size_t>(column) * w) * 4,
                static_cast<std::size_t>(w) * 4);
  return {w, h, std::move(pixels)};
}

}  // namespace ganvas
