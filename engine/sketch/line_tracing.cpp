#include "engine/sketch/line_tracing.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

#include <opencv2/imgproc.hpp>

namespace ganvas {
namespace {

/// Around a pixel, clockwise from the one above.
constexpr std::array<std::pair<int, int>, 8> kAround{{{0, -1}, {1, -1}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}}};

/// Bit i: the neighbour kAround[i] is set. The mask has a border of one.
unsigned around(const cv::Mat& mask, int x, int y) {
  unsigned bits = 0;
  for (unsigned i = 0; i < 8; ++i)
    if (mask.at<std::uint8_t>(y + kAround[i].second, x + kAround[i].first)) bits |= 1U << i;
  return bits;
}

/// Whether a pixel can go without tearing a line or eating its end; the two sides are taken in turn.
bool removable(unsigned bits, bool firstSide) {
  int set = 0, changes = 0;
  for (unsigned i = 0; i < 8; ++i) {
    set += bits >> i & 1;
    changes += !(bits >> i & 1) && (bits >> (i + 1) % 8 & 1);
  }
  if (set < 2 || set > 6 || changes != 1) return false;
  const bool up = bits & 1, right = bits & 4, down = bits & 16, left = bits & 64;
  return firstSide ? !(up && right && down) && !(right && down && left) : !(up && right && left) && !(up && down && left);
}

/// The next pixel of a line, straight ahead first; (-1,-1) at its end.
cv::Point nextOf(const cv::Mat& left, const cv::Point& at, const cv::Point& direction) {
  cv::Point best(-1, -1);
  int bestScore = -100;
  for (const auto& [dx, dy] : kAround) {
    if (!left.at<std::uint8_t>(at.y + dy, at.x + dx)) continue;
    const int score = 2 * (dx * direction.x + dy * direction.y) - (dx != 0 && dy != 0 ? 1 : 0);
    if (score > bestScore) best = {at.x + dx, at.y + dy}, bestScore = score;
  }
  return best;
}

TracedLine follow(cv::Mat& left, cv::Point at) {
  TracedLine line;
  cv::Point direction(0, 0);
  while (at.x >= 0) {
    left.at<std::uint8_t>(at) = 0;
    line.push_back(at);
    const auto next = nextOf(left, at, direction);
    if (next.x >= 0) direction = next - at;
    at = next;
  }
  return line;
}

}  // namespace

cv::Mat thinned(const cv::Mat& mask) {
  cv::Mat padded;
  cv::copyMakeBorder(mask, padded, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
  std::vector<cv::Point> gone;
  bool first = true;
  for (int idle = 0; idle < 2; first = !first) {
    gone.clear();
    for (int y = 1; y + 1 < padded.rows; ++y)
      for (int x = 1; x + 1 < padded.cols; ++x)
        if (padded.at<std::uint8_t>(y, x) && removable(around(padded, x, y), first)) gone.emplace_back(x, y);
    for (const auto& point : gone) padded.at<std::uint8_t>(point) = 0;
    idle = gone.empty() ? idle + 1 : 0;
  }
  cv::Mat thin = padded(cv::Rect(1, 1, mask.cols, mask.rows)) != 0;
  return thin;
}

std::vector<TracedLine> traceLines(const cv::Mat& thin, int least) {
  cv::Mat left;
  cv::copyMakeBorder(thin, left, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
  std::vector<TracedLine> lines;
  const auto take = [&](bool endsOnly) {
    for (int y = 1; y + 1 < left.rows; ++y) {
      for (int x = 1; x + 1 < left.cols; ++x) {
        if (!left.at<std::uint8_t>(y, x)) continue;
        const auto bits = around(left, x, y);
        if (endsOnly && (bits & (bits - 1)) != 0) continue;   // more than one neighbour: not an end
        auto line = follow(left, {x, y});
        const auto gap = line.front() - line.back();
        if (!endsOnly && line.size() > 3 && std::abs(gap.x) <= 1 && std::abs(gap.y) <= 1) line.push_back(line.front());
        for (auto& point : line) point -= cv::Point(1, 1);
        if (static_cast<int>(line.size()) >= least) lines.push_back(std::move(line));
      }
    }
  };
  take(true);
  take(false);   // what is left has no ends
  std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return lines;
}

}  // namespace ganvas
