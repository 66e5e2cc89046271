// The training pictures that are nearest to given ones, pixel by pixel. Engine-internal (sees torch).
#pragma once

#include <torch/torch.h>

#include "engine/api/job.hpp"
#include "engine/data/picture_set.hpp"

namespace ganvas {

struct Nearest {
  torch::Tensor rows;        ///< [n] int64: where in the split
  torch::Tensor distances;   ///< [n] float64: root mean square over pixels, where black to white is 1
};

/// `pictures` as bytes [n,C,H,W]. An error only where stopped.
Result<Nearest> nearestIn(const PictureSet& data, const PictureSplit& split, const torch::Tensor& pictures, const JobContext& job);

}  // namespace ganvas
