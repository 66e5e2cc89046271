// Tensors to pictures and back. Any thread.
#pragma once

#include <torch/torch.h>

#include "engine/api/frame.hpp"
#include "engine/picture/picture.hpp"
#include "engine/data/picture_set.hpp"
#include "engine/data/point_set.hpp"

namespace ganvas {

/// Images [N,C,H,W] in [-1,1] (C = 1 or 3) as a grid of tiles; columns 0: the squarest grid.
TileGrid toTileGrid(const torch::Tensor& images, int columns, std::int64_t step);

/// A picture from outside as the networks take it: [1,channels,height,width] in [-1,1], fitted as the training data were.
torch::Tensor pictureOf(const Frame& frame, const PictureOptions& options, const PictureShape& shape);

/// A drawing as it lies on the canvas, as the networks take it: [1,1,side,side], paper 1 and ink -1.
torch::Tensor drawingOf(const Frame& paper, int side);

/// A split's pictures as one uint8 tensor [N,C,H,W] over the same memory; `owner` is kept alive by it.
torch::Tensor picturesOf(const std::shared_ptr<const PictureSet>& owner, const PictureSplit& split);
/// Its drawings [N,drawings,H,W] in the same way; undefined where it has none.
torch::Tensor drawingsOf(const std::shared_ptr<const PictureSet>& owner, const PictureSplit& split);
/// Points [N,2] over the memory of a set, which is kept alive by it.
/// [N] int64: the mode that each point [N,2] is nearest to; undefined where the target has none.
torch::Tensor modesOf(const PointTarget& target, const torch::Tensor& points);
torch::Tensor pointsOf(const std::shared_ptr<const PointSet>& owner, std::span<const float> points);
/// A split's labels [N] int64; undefined where it has none.
torch::Tensor labelsOf(const PictureSplit& split);
/// Pictures in [-1,1] as bytes, rounded and clamped: what a person sees and what judges see.
torch::Tensor asBytes(const torch::Tensor& pictures);
/// uint8 pictures as float in [-1,1].
torch::Tensor normalised(const torch::Tensor& pictures);

}  // namespace ganvas
