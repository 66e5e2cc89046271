#include "engine/training/pace.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <fstream>

#include "engine/data/noise_pictures.hpp"
#include "tests/training/synthetic_pictures.hpp"
#include "tests/training/tiny_runs.hpp"

namespace ganvas {
namespace {
namespace fs = std::filesystem;

class PaceTest : public ::testing::Test {
 protected:
  PaceTest() : cache(fs::temp_directory_path() / ("ganvas-pace-" + std::to_string(getpid()))) { fs::remove_all(cache); }
  ~PaceTest() override { fs::remove_all(cache); }
  Pace measured(Values values) {
    return measurePace(*findFamily("fc-gan"), test::tinySettings("fc-gan", std::move(values)), test::halves(), torch::kCPU, cache, JobContext::quiet());
  }
  std::vector<fs::path> kept() const {
    std::vector<fs::path> all;
    for (const auto& entry : fs::directory_iterator(cache / "pace")) all.push_back(entry.path());
    return all;
  }
  fs::path cache;
};

TEST_F(PaceTest, IsMeasuredOnceAndKept) {
  const auto first = measured({});
  EXPECT_GE(first.threads, 1);
  EXPECT_GT(first.secondsPerRound, 0);
  EXPECT_LT(first.secondsPerRound, 60);
  ASSERT_EQ(kept().size(), 1u);
  std::ofstream(kept()[0]) << "3 0.125";   // what only the file can know
  EXPECT_EQ(measured({}).threads, 3);
  EXPECT_DOUBLE_EQ(measured({}).secondsPerRound, 0.125);
  std::ofstream(kept()[0]) << "nonsense";
  EXPECT_LT(measured({}).secondsPerRound, 0.125) << "a tiny round, measured again";
}

TEST_F(PaceTest, DependsOnWhatARoundDoesOnly) {
  measured({});
  measured({{"lr_g", 1e-3}, {"seed", std::int64_t{9}}, {"minutes", 3.0}});
  EXPECT_EQ(kept().size(), 1u);
  measured({{"d_steps", std::int64_t{2}}});
  measured({{"batch", std::int64_t{4}}});
  EXPECT_EQ(kept().size(), 3u);
}

TEST(NoisePictures, HaveTheShapeAndClassesAskedFor) {
  const auto data = noisePictures(30, {3, 8, 6}, 4);
  EXPECT_EQ(data->train().count, 30);
  EXPECT_EQ(data->train().pixels.size(), 30u * 3 * 8 * 6);
  EXPECT_EQ(data->train().labels[5], 1);
  EXPECT_EQ(data->info().classNames.size(), 4u);
  EXPECT_TRUE(noisePictures(4, {1, 8, 8}, 0)->train().labels.empty());
}

}  // namespace
}  // namespace ganvas
