#include "engine/metrics/own_answers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "engine/metrics/classified.hpp"

namespace ganvas {
namespace {

std::int64_t agreeing(const torch::Tensor& counts, const std::vector<std::int64_t>& meaning) {
  std::int64_t sum = 0;
  for (std::size_t k = 0; k < meaning.size(); ++k)
    if (meaning[k] >= 0) sum += counts[static_cast<std::int64_t>(k)][meaning[k]].item<std::int64_t>();
  return sum;
}

TEST(BestAssignment, IsAsGoodAsTheBestOfAllPermutations) {
  torch::manual_seed(5);
  for (int n = 1; n <= 6; ++n)
    for (int trial = 0; trial < 20; ++trial) {
      const auto counts = torch::randint(0, 50, {n, n}, torch::kInt64);
      std::vector<std::int64_t> order(static_cast<std::size_t>(n));
      std::iota(order.begin(), order.end(), 0);
      std::int64_t best = 0;
      do best = std::max(best, agreeing(counts, order));
      while (std::next_permutation(order.begin(), order.end()));
      auto found = bestAssignment(counts);
      EXPECT_EQ(agreeing(counts, found), best) << counts;
      std::sort(found.begin(), found.end());
      EXPECT_TRUE(std::adjacent_find(found.begin(), found.end()) == found.end()) << "one kind, one class";
    }
}

TEST(BestAssignment, MoreKindsThanClassesLeavesSomeOut) {
  EXPECT_EQ(bestAssignment(torch::tensor({{9, 0}, {8, 1}, {0, 3}}, torch::kInt64)), (std::vector<std::int64_t>{0, -1, 1}));
  EXPECT_EQ(bestAssignment(torch::tensor({{1, 5, 2}}, torch::kInt64)), (std::vector<std::int64_t>{1}));
}

TEST(ClassifierScore, IsTheNumberOfClassesAtBestAndOneAtWorst) {
  EXPECT_NEAR(classifierScore(torch::eye(7)), 7, 1e-6);
  EXPECT_NEAR(classifierScore(torch::eye(7).narrow(0, 0, 1).repeat({5, 1})), 1, 1e-6);      // always the same class
  EXPECT_NEAR(classifierScore(torch::full({6, 4}, 0.25)), 1, 1e-6);                          // never sure
}

}  // namespace
}  // namespace ganvas
