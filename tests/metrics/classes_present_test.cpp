#include "engine/metrics/classes_present.hpp"

#include <gtest/gtest.h>

namespace ganvas {
namespace {

TEST(ClassesPresent, CountsThoseWithATenthOfAnEvenShare) {
  const auto labels = [](std::vector<std::int64_t> counts) {
    std::vector<torch::Tensor> parts;
    for (std::size_t k = 0; k < counts.size(); ++k) parts.push_back(torch::full({counts[k]}, static_cast<std::int64_t>(k), torch::kInt64));
    return torch::cat(parts);
  };
  EXPECT_EQ(classesPresent(labels({10, 10, 10, 10}), 4), 4);
  EXPECT_EQ(classesPresent(labels({40}), 4), 1);
  EXPECT_EQ(classesPresent(labels({39, 1, 0, 0}), 4), 2);     // an even share is 10, a tenth of it 1
  EXPECT_EQ(classesPresent(labels({399, 9, 0, 0}), 4), 1);    // 408 / 40 = 10.2 > 9
}

}  // namespace
}  // namespace ganvas
