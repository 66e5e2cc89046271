// Points drawn from a target once, for training and held out. No torch. Never changes after it is made; any thread may read it.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/data/data_set.hpp"
#include "engine/data/catalogue.hpp"
#include "engine/data/point_target.hpp"

namespace ganvas {

class PointSet final : public DataSet {
 public:
  PointSet(DatasetInfo info, std::string hash, std::vector<Sentence> warnings, std::shared_ptr<const PointTarget> target);

  const std::shared_ptr<const PointTarget>& target() const { return target_; }
  std::span<const float> train() const { return train_; }   ///< x, y of 100 000 points, as PacGAN has it (Lin et al. 2018, 4.1)
  std::span<const float> test() const { return test_; }     ///< of 10 000 others
  std::int64_t trainCount() const override { return static_cast<std::int64_t>(train_.size() / 2); }

 private:
  std::shared_ptr<const PointTarget> target_;
  std::vector<float> train_, test_;
};

/// The target that lies at a place of points.
Result<DrawnPoints> openTarget(const DatasetPlace& place);
Result<std::shared_ptr<const PointSet>> loadPoints(const DatasetPlace& place);
/// How dense the target is, as a picture, and some of its points.
Result<DataPreview> previewPoints(const DatasetPlace& place);

}  // namespace ganvas
