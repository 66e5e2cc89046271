#include "engine/losses/augmentation.hpp"

#include <numbers>

namespace ganvas {
namespace {

using torch::Tensor;
using torch::indexing::Slice;

Tensor colour(const Tensor& x, const Uniform& uniform) {
  const auto draw = [&] { return uniform({x.size(0), 1, 1, 1}); };
  auto y = x + (draw() - 0.5);
  if (x.size(1) > 1) {
    const auto grey = y.mean(1, true);
    y = (y - grey) * (draw() * 2) + grey;
  }
  const auto mean = y.mean({1, 2, 3}, true);
  return (y - mean) * (draw() + 0.5) + mean;
}

/// Whole numbers from `low` to `high`, both included.
Tensor whole(const Uniform& uniform, std::int64_t count, std::int64_t low, std::int64_t high) {
  return (uniform({count}) * static_cast<double>(high - low + 1)).floor().to(torch::kInt64) + low;
}

/// Every picture is moved by its own whole number of pixels; what comes in at the edge is grey (0).
Tensor translation(const Tensor& x, const Uniform& uniform) {
  const auto n = x.size(0), h = x.size(2), w = x.size(3);
  const auto most = [](std::int64_t side) { return (side + 4) / 8; };
  const auto along = [&](std::int64_t side, const Tensor& by) {  // [N,side]: where in the picture with a border of 1 a pixel comes from
    return (torch::arange(side, by.options()).unsqueeze(0) + by.unsqueeze(1) + 1).clamp(0, side + 1);
  };
  const auto rows = along(h, whole(uniform, n, -most(h), most(h))), columns = along(w, whole(uniform, n, -most(w), most(w)));
  const auto bordered = torch::constant_pad_nd(x, {1, 1, 1, 1}, 0).permute({0, 2, 3, 1});
  const auto picture = torch::arange(n, rows.options()).view({-1, 1, 1});
  return bordered.index({picture, rows.unsqueeze(2), columns.unsqueeze(1)}).permute({0, 3, 1, 2});
}

Tensor cutout(const Tensor& x, const Uniform& uniform) {
  const auto n = x.size(0), h = x.size(2), w = x.size(3);
  const auto outside = [&](std::int64_t side) {  // [N,side]: whether a row or column lies outside the square
    const auto centre = whole(uniform, n, 0, side - 1).unsqueeze(1);
    const auto far = (torch::arange(side, centre.options()).unsqueeze(0) - centre).abs();
    return far.ge(side / 4 + 1);
  };
  const auto keep = outside(h).unsqueeze(2).logical_or(outside(w).unsqueeze(1)).unsqueeze(1);
  return x * keep.to(x.scalar_type());
}

}  // namespace

Tensor movedAlike(const Tensor& stacks, bool shifts, const Uniform& uniform) {
  const auto n = stacks.size(0), h = stacks.size(2), w = stacks.size(3);
  auto x = torch::where(uniform({n, 1, 1, 1}) < 0.5, stacks, stacks.flip({3}));
  if (!shifts) return x;
  const auto from = [&](std::int64_t side) {  // [n,side]: where a row or column comes from, the edge repeated
    const auto by = whole(uniform, n, -side / 16, side / 16);
    return (torch::arange(side, by.options()).unsqueeze(0) + by.unsqueeze(1)).clamp(0, side - 1);
  };
  const auto rows = from(h), columns = from(w);
  const auto picture = torch::arange(n, rows.options()).view({-1, 1, 1});
  return x.permute({0, 2, 3, 1}).index({picture, rows.unsqueeze(2), columns.unsqueeze(1)}).permute({0, 3, 1, 2});
}

Tensor augmented(const Tensor& pictures, const std::string& policy, const Uniform& uniform) {
  auto x = pictures;
  if (policy == "colour" || policy == "all") x = colour(x, uniform);
  if (policy == "translation" || policy == "all") x = translation(x, uniform);
  if (policy == "cutout" || policy == "all") x = cutout(x, uniform);
  if (policy == "motion") x = moved(x, 1, uniform);
  return x;
}

Tensor moved(const Tensor& pictures, double strength, const Uniform& uniform) {
  const auto n = pictures.size(0);
  const auto draw = [&](double most) { return (uniform({n}) * 2 - 1) * (most * strength); };
  const auto turn = draw(15 * std::numbers::pi / 180), slant = draw(0.3), wide = 1 + draw(0.2), high = 1 + draw(0.2);
  const auto cosine = turn.cos(), sine = turn.sin();
  // Where a place of the moved picture comes from: a turn after a slant after a scaling, and the shift; in halves of the side.
  const auto across = torch::stack({cosine * wide, (cosine * slant - sine) * high, draw(0.2)}, 1);
  const auto down = torch::stack({sine * wide, (sine * slant + cosine) * high, draw(0.2)}, 1);
  const auto from = torch::affine_grid_generator(torch::stack({across, down}, 1), pictures.sizes(), false);
  return torch::grid_sampler(pictures, from.to(pictures.scalar_type()), 0, 1, false);   // bilinear, the edge repeated
}

}  // namespace ganvas
