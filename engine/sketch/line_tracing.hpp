// From a picture of lines to the lines: thinned to one pixel, followed from end to end. Pure; any thread.
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

namespace ganvas {

/// Lines of one pixel's width in the middle of what is not zero (Zhang & Suen 1984). 8 bit, 0 or 255.
cv::Mat thinned(const cv::Mat& mask);

using TracedLine = std::vector<cv::Point>;   ///< neighbours touch, also at corners; of a closed line the first point comes again at the end

/// Lines of a thinned mask, longest first; those shorter than `least` points are left out. Each pixel belongs to one line.
std::vector<TracedLine> traceLines(const cv::Mat& thin, int least);

}  // namespace ganvas
