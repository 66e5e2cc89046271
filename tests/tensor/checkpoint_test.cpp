#include "engine/tensor/checkpoint.hpp"

#include <gtest/gtest.h>

#include "engine/core/run_folder.hpp"
#include "tests/core/temp_folder.hpp"

namespace ganvas {
namespace {

using test::TempFolder;

Checkpoint example(std::int64_t step) {
  Checkpoint checkpoint{"dcgan", step, 12.5, {}};
  checkpoint.tensors = {{"generator.w", torch::arange(6, torch::kFloat32).view({2, 3})}, {"ema.generator.w", torch::ones({2, 3})},
                        {"optim.generator.step", torch::tensor(std::int64_t{7})}, {"rng.noise", torch::full({5}, 200, torch::kUInt8)},
                        {"data.position", torch::tensor(std::int64_t{-1})}, {"discriminator.empty", torch::zeros({0})}};
  return checkpoint;
}

/// A run folder with checkpoints at these steps.
void writeRun(const TempFolder& run, const std::vector<std::int64_t>& steps) {
  ASSERT_TRUE(diskStorage()->createFolders(run / "checkpoints"));
  for (const auto step : steps) ASSERT_TRUE(writeCheckpoint(*diskStorage(), checkpointPath(run.path(), step), example(step)));
}

TEST(Checkpoint, ComesBackAsItWas) {
  TempFolder folder;
  const auto written = example(40);
  ASSERT_TRUE(writeCheckpoint(*diskStorage(), folder / "a.safetensors", written));
  const auto read = readCheckpoint(folder / "a.safetensors");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->family, "dcgan");
  EXPECT_EQ(read->step, 40);
  EXPECT_EQ(read->seconds, 12.5);
  ASSERT_EQ(read->tensors.size(), written.tensors.size());
  for (const auto& [name, tensor] : written.tensors) {
    EXPECT_EQ(read->tensors.at(name).scalar_type(), tensor.scalar_type()) << name;
    EXPECT_TRUE(torch::equal(read->tensors.at(name), tensor)) << name;
  }
}

TEST(Checkpoint, AFlippedByteIsFound) {
  TempFolder folder;
  ASSERT_TRUE(writeCheckpoint(*diskStorage(), folder / "a.safetensors", example(1)));
  auto bytes = test::readBytes(folder / "a.safetensors");
  bytes[bytes.size() - 10] ^= 4;
  test::writeBytes(folder / "a.safetensors", bytes);
  const auto read = readCheckpoint(folder / "a.safetensors");
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().message.text().find("a.safetensors"), std::string::npos) << read.error().message;
}

TEST(Checkpoint, ADamagedNewestIsPassedOver) {
  TempFolder run;
  writeRun(run, {10, 20});
  auto bytes = test::readBytes(checkpointPath(run.path(), 20));
  test::writeBytes(checkpointPath(run.path(), 20), bytes.substr(0, bytes.size() / 2));
  Sentence note;
  const auto newest = newestCheckpoint(run.path(), "dcgan", note);
  ASSERT_TRUE(newest) << newest.error().message;
  EXPECT_EQ(newest->step, 10);
  EXPECT_NE(note.text().find("round 10"), std::string::npos) << note;
}

TEST(Checkpoint, OfAnotherFamilyIsRefused) {
  TempFolder run;
  writeRun(run, {10});
  Sentence note;
  const auto newest = newestCheckpoint(run.path(), "fc-gan", note);
  ASSERT_FALSE(newest);
  EXPECT_NE(newest.error().message.text().find("dcgan"), std::string::npos) << newest.error().message;
}

TEST(Checkpoint, WeightsForUseComeFromTheEmaWhereThereIsOne) {
  const auto tensors = example(1).tensors;
  const auto averaged = weightsFrom(tensors, true), live = weightsFrom(tensors, false);
  EXPECT_TRUE(torch::equal(averaged.at("generator.w"), torch::ones({2, 3})));
  EXPECT_TRUE(torch::equal(live.at("generator.w"), tensors.at("generator.w")));
  EXPECT_EQ(averaged.size(), 2u);  // generator.w and discriminator.empty
}

}  // namespace
}  // namespace ganvas
