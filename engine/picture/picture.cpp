#include "engine/picture/picture.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "engine/picture/picture_header.hpp"

namespace ganvas {
namespace {

/// A view, not a copy. OpenCV wants it writable; nothing here writes through it.
cv::Mat view(const Picture& picture) {
  return {picture.height, picture.width, CV_MAKETYPE(CV_8U, picture.channels), const_cast<std::uint8_t*>(picture.pixels.data())};
}

cv::Mat toEightBit(const cv::Mat& decoded) {
  if (decoded.depth() == CV_8U) return decoded;
  cv::Mat eight;
  if (decoded.depth() == CV_16U) decoded.convertTo(eight, CV_8U, 1.0 / 257.0);  // 65535 → 255, rounded
  return eight;
}

/// EXIF 2.3, tag 0x0112: how the stored picture has to be turned and mirrored to stand upright.
cv::Mat upright(cv::Mat stored, int orientation) {
  if (orientation >= 5) cv::transpose(stored, stored);
  switch (orientation) {
    case 2:
    case 6:
      cv::flip(stored, stored, 1);
      break;
    case 3:
    case 7:
      cv::flip(stored, stored, -1);
      break;
    case 4:
    case 8:
      cv::flip(stored, stored, 0);
      break;
    default:
      break;
  }
  return stored;
}

/// Some programs write 32-bit BMP files whose fourth byte is padding: all zero does not mean that all is transparent.
bool alphaIsPadding(const cv::Mat& bgra) {
  cv::Mat alpha;
  cv::extractChannel(bgra, alpha, 3);
  return cv::countNonZero(alpha) == 0;
}

Picture toPicture(const cv::Mat& mat) {
  Picture picture{mat.cols, mat.rows, mat.channels(), {}};
  const auto row = std::size_t(mat.cols) * std::size_t(mat.channels());
  picture.pixels.reserve(row * std::size_t(mat.rows));
  for (int y = 0; y < mat.rows; ++y) picture.pixels.insert(picture.pixels.end(), mat.ptr(y), mat.ptr(y) + row);
  return picture;
}

DecodedPicture unreadable(Sentence message) { return {{}, PictureProblem{AuditIssue::unreadable, std::move(message)}}; }

cv::Scalar bgr(std::uint32_t rgb) { return {double(rgb & 255), double(rgb >> 8 & 255), double(rgb >> 16 & 255)}; }

/// c·a + background·(1-a), rounded.
cv::Mat overBackground(const cv::Mat& bgra, std::uint32_t background) {
  const int under[3] = {int(background & 255), int(background >> 8 & 255), int(background >> 16 & 255)};
  cv::Mat out(bgra.size(), CV_8UC3);
  for (int y = 0; y < bgra.rows; ++y) {
    const auto* from = bgra.ptr(y);
    auto* to = out.ptr(y);
    for (int x = 0; x < bgra.cols; ++x, from += 4, to += 3)
      for (int c = 0; c < 3; ++c) to[c] = std::uint8_t((from[c] * from[3] + under[c] * (255 - from[3]) + 127) / 255);
  }
  return out;
}

/// Area averages where a side shrinks, bicubic where it grows; one side may do either.
cv::Mat resized(const cv::Mat& picture, int width, int height) {
  cv::Mat result = picture;
  const cv::Size smaller(std::min(width, picture.cols), std::min(height, picture.rows));
  if (smaller != picture.size()) {
    cv::Mat next;
    cv::resize(result, next, smaller, 0, 0, cv::INTER_AREA);
    result = next;
  }
  if (result.cols != width || result.rows != height) {
    cv::Mat next;
    cv::resize(result, next, cv::Size(width, height), 0, 0, cv::INTER_CUBIC);
    result = next;
  }
  return result;
}

cv::Mat fitted(const cv::Mat& picture, const PictureShape& shape, const PictureOptions& options) {
  const int w = picture.cols, h = picture.rows;
  if (w == shape.width && h == shape.height) return picture;
  if (options.fit == Fit::crop) {
    // The largest part in the middle that has the shape's proportions: a square for a square.
    const double scale = std::max(double(shape.width) / w, double(shape.height) / h);
    const int cw = std::clamp(int(std::lround(shape.width / scale)), 1, w), ch = std::clamp(int(std::lround(shape.height / scale)), 1, h);
    return resized(picture(cv::Rect((w - cw) / 2, (h - ch) / 2, cw, ch)), shape.width, shape.height);
  }
  if (options.fit == Fit::stretch) return resized(picture, shape.width, shape.height);
  const double scale = std::min(double(shape.width) / w, double(shape.height) / h);
  const int nw = std::clamp(int(std::lround(w * scale)), 1, shape.width), nh = std::clamp(int(std::lround(h * scale)), 1, shape.height);
  auto border = bgr(options.background);
  if (picture.channels() == 1) {
    cv::Mat grey;
    cv::cvtColor(cv::Mat(1, 1, CV_8UC3, border), grey, cv::COLOR_BGR2GRAY);
    border = cv::Scalar(grey.at<std::uint8_t>(0, 0));
  }
  cv::Mat canvas(shape.height, shape.width, picture.type(), border);
  resized(picture, nw, nh).copyTo(canvas(cv::Rect((shape.width - nw) / 2, (shape.height - nh) / 2, nw, nh)));
  return canvas;
}

}  // namespace

std::optional<PictureProblem> tooLarge(std::int64_t width, std::int64_t height) {
  if (width <= kLongestSide && height <= kLongestSide && width * height <= kMostPixels) return std::nullopt;
  return PictureProblem{
      AuditIssue::overLarge,
      sentence("is %1×%2 px, more than Ganvas decodes (100 megapixels, 16384 px a side); make it smaller", width, height)};
}

DecodedPicture decodePicture(std::span<const std::uint8_t> file) {
  // Decoding is spread over threads by picture; a second pool inside OpenCV would only fight with it.
  static std::once_flag once;
  std::call_once(once, [] { cv::setNumThreads(1); });

  const auto reading = readPictureHeader(file, file.size());
  if (!reading.header) return unreadable(reading.problem);
  if (auto problem = tooLarge(reading.header->width, reading.header->height)) return {{}, problem};
  if (auto damage = findDamage(file, *reading.header); !damage.empty()) return unreadable(damage);
  try {
    const cv::Mat bytes(1, int(file.size()), CV_8UC1, const_cast<std::uint8_t*>(file.data()));
    cv::Mat mat = toEightBit(cv::imdecode(bytes, cv::IMREAD_UNCHANGED));
    if (mat.empty()) return unreadable(sentence("cannot be decoded; save it again as PNG or JPEG"));
    mat = upright(mat, reading.header->orientation);
    if (mat.cols != reading.header->width || mat.rows != reading.header->height)
      return unreadable(sentence("has a size that its header does not tell; save it again"));
    if (mat.channels() == 4 && reading.header->format == PictureFormat::bmp && alphaIsPadding(mat))
      cv::cvtColor(mat, mat, cv::COLOR_BGRA2BGR);
    return {toPicture(mat), std::nullopt, reading.header->channels};
  } catch (const cv::Exception& e) {
    if (e.code == cv::Error::StsNoMem) throw std::bad_alloc();
    return unreadable(sentence("cannot be decoded; save it again as PNG or JPEG"));
  }
}

void fitPicture(const Picture& picture, const PictureShape& shape, const PictureOptions& options, std::span<std::uint8_t> planes) {
  cv::Mat mat = view(picture);
  if (mat.channels() == 4) mat = overBackground(mat, options.background);
  if (shape.channels == 1 && mat.channels() == 3) {
    cv::Mat grey;
    cv::cvtColor(mat, grey, cv::COLOR_BGR2GRAY);
    mat = grey;
  }
  mat = fitted(mat, shape, options);
  const auto plane = std::size_t(shape.width) * std::size_t(shape.height);
  for (int c = 0; c < shape.channels; ++c) {
    cv::Mat out(shape.height, shape.width, CV_8UC1, planes.data() + std::size_t(c) * plane);
    if (mat.channels() == 1)
      mat.copyTo(out);
    else
      cv::extractChannel(mat, out, 2 - c);  // B G R → R, G, B
  }
}

Picture fittedPicture(const Picture& picture, int width, int height, const PictureOptions& options) {
  const PictureShape shape{picture.channels, height, width};
  const cv::Mat mat = view(picture);
  if (mat.channels() != 4) return toPicture(fitted(mat, shape, options));
  // Colours and transparency apart: colours under transparent pixels must not bleed in.
  cv::Mat alpha, padded;
  cv::extractChannel(mat, alpha, 3);
  PictureOptions clear = options;
  clear.background = 0;
  const cv::Mat colour = fitted(overBackground(mat, options.background), shape, options);
  alpha = fitted(alpha, shape, clear);
  cv::merge(std::vector<cv::Mat>{colour, alpha}, padded);
  return toPicture(padded);
}

Picture columnsOf(const Picture& picture, int left, int width) { return toPicture(view(picture)(cv::Rect(left, 0, width, picture.height)).clone()); }

Digest contentDigest(const Picture& picture) {
  ContentHash hash;
  hash.add(std::int64_t(picture.width));
  hash.add(std::int64_t(picture.height));
  const cv::Mat mat = view(picture);
  cv::Mat row;
  for (int y = 0; y < mat.rows; ++y) {
    if (mat.channels() == 1)
      cv::cvtColor(mat.row(y), row, cv::COLOR_GRAY2BGRA);
    else if (mat.channels() == 3)
      cv::cvtColor(mat.row(y), row, cv::COLOR_BGR2BGRA);
    else
      row = mat.row(y);
    hash.add(std::as_bytes(std::span(row.ptr(), std::size_t(row.cols) * 4)));
  }
  return hash.digest();
}

}  // namespace ganvas
