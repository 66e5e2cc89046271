#include "engine/metrics/neighbours.hpp"

#include <gtest/gtest.h>

#include "tests/training/synthetic_pictures.hpp"

namespace ganvas {
namespace {

// Flat pictures of brightness 0, 10, 20, …: the nearest one and its distance are known.
TEST(Neighbours, AreTheNearestPixelByPixel) {
  const auto data = test::syntheticPictures(26, 3, 8, [](std::int64_t i, int, int, int) { return static_cast<std::uint8_t>(10 * i); });
  auto job = JobContext::quiet();
  const auto pictures = torch::cat({torch::full({1, 3, 8, 8}, 52, torch::kUInt8), torch::full({1, 3, 8, 8}, 250, torch::kUInt8), torch::full({1, 3, 8, 8}, 4, torch::kUInt8)});
  const auto found = nearestIn(*data, data->train(), pictures, job);
  ASSERT_TRUE(found.ok());
  EXPECT_TRUE(found->rows.equal(torch::tensor({5, 25, 0}, torch::kInt64)));
  EXPECT_NEAR(found->distances[0].item<double>(), 2.0 / 255, 1e-5);
  EXPECT_NEAR(found->distances[1].item<double>(), 0, 1e-5);
  EXPECT_NEAR(found->distances[2].item<double>(), 4.0 / 255, 1e-5);
}

}  // namespace
}  // namespace ganvas
