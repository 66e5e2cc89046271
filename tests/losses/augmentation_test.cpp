#include "engine/losses/augmentation.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace ganvas {
namespace {

using torch::Tensor;

/// The draws that a test says, each in turn.
Uniform draws(std::vector<double> values) {
  const auto next = std::make_shared<std::size_t>(0);
  return [values, next](std::vector<std::int64_t> shape) { return torch::full(shape, values.at((*next)++), torch::kDouble); };
}

Tensor countingPicture(std::int64_t side) { return torch::arange(1.0, 1.0 + static_cast<double>(side * side)).view({1, 1, side, side}); }

TEST(Augmentation, TranslationMovesByWholePixelsAndFillsWithGrey) {
  const auto x = countingPicture(8);   // moves by -1, 0 or 1
  const auto still = augmented(x, "translation", draws({0.5, 0.5}));
  EXPECT_TRUE(still.equal(x));
  const auto moved = augmented(x, "translation", draws({0.99, 0.0}));   // what was one row below and one column to the left
  EXPECT_DOUBLE_EQ(moved[0][0][0][1].item<double>(), x[0][0][1][0].item<double>());
  EXPECT_DOUBLE_EQ(moved[0][0][7].abs().sum().item<double>(), 0);
  EXPECT_DOUBLE_EQ(moved[0][0].select(1, 0).abs().sum().item<double>(), 0);
}

TEST(Augmentation, CutoutBlanksASquareOfHalfTheSide) {
  const auto cut = augmented(torch::ones({1, 3, 16, 16}), "cutout", draws({0.5, 0.5}));
  const auto blank = cut.eq(0).sum().item<std::int64_t>();
  EXPECT_EQ(blank, 3 * 9 * 9);   // a centre and a quarter of the side in each direction
  EXPECT_DOUBLE_EQ(cut[0][0][8][8].item<double>(), 0);
  EXPECT_DOUBLE_EQ(cut[0][0][0][0].item<double>(), 1);
}

TEST(Augmentation, ColourByHand) {
  // Grey pictures: brightness +0.25, then contrast times 1.5 about the picture's mean.
  const auto x = torch::tensor({0.0, 1.0}, torch::kDouble).view({1, 1, 1, 2});
  EXPECT_TRUE(augmented(x, "colour", draws({0.75, 1.0})).allclose(torch::tensor({0.0, 1.5}, torch::kDouble).view({1, 1, 1, 2})));
  // Colour: saturation 0 leaves grey.
  const auto colour = torch::tensor({1.0, 0.0, -1.0}, torch::kDouble).view({1, 3, 1, 1}).expand({1, 3, 2, 2});
  EXPECT_TRUE(augmented(colour, "colour", draws({0.5, 0.0, 0.5})).allclose(torch::zeros({1, 3, 2, 2}, torch::kDouble), 1e-6, 1e-6));
}

void expectGradients(const std::function<Tensor(const Tensor& pictures, const Uniform&)>& change) {
  torch::manual_seed(3);
  const Uniform uniform = [](std::vector<std::int64_t> shape) { return torch::rand(shape, torch::kDouble); };
  const auto x = torch::randn({2, 3, 8, 8}, torch::kDouble).requires_grad_(true);
  const auto weights = torch::randn({2, 3, 8, 8}, torch::kDouble);
  const auto value = [&](const Tensor& pictures) {
    torch::manual_seed(4);   // the same change every time
    return (change(pictures, uniform) * weights).sum();
  };
  value(x).backward();
  torch::NoGradGuard guard;
  for (const std::int64_t place : {0, 37, 101, 200, 383}) {
    auto more = x.detach().clone(), less = more.clone();
    more.view(-1)[place] += 1e-5, less.view(-1)[place] -= 1e-5;
    EXPECT_NEAR(x.grad().view(-1)[place].item<double>(), (value(more) - value(less)).item<double>() / 2e-5, 1e-6) << place;
  }
}

TEST(Augmentation, GradientsGoBackToThePictures) {
  expectGradients([](const Tensor& x, const Uniform& uniform) { return augmented(x, "all", uniform); });
  expectGradients([](const Tensor& x, const Uniform& uniform) { return moved(x, 1, uniform); });
}

// The draws: turn, slant, width, height, shift across, shift down; one half is none of it.
TEST(Augmentation, MovedPicturesByHand) {
  const auto x = countingPicture(10);
  EXPECT_TRUE(moved(x, 1, draws({0.5, 0.5, 0.5, 0.5, 0.5, 0.5})).allclose(x));
  const auto shifted = moved(x, 1, draws({0.5, 0.5, 0.5, 0.5, 1, 0.5}));   // a tenth of the side: one pixel; the edge is repeated
  EXPECT_TRUE(shifted.narrow(3, 0, 9).allclose(x.narrow(3, 1, 9)));
  EXPECT_TRUE(shifted.narrow(3, 9, 1).allclose(x.narrow(3, 9, 1)));
  EXPECT_TRUE(moved(x, 6, draws({1, 0.5, 0.5, 0.5, 0.5, 0.5})).allclose(torch::rot90(x, 1, {2, 3})));   // 6 times 15 degrees
  const auto wide = moved(x, 5, draws({0.5, 0.5, 1, 0.5, 0.5, 0.5}));   // 1 + 5/5: from twice as far out
  EXPECT_NEAR(wide[0][0][3][5].item<double>(), (x[0][0][3][5] + x[0][0][3][6]).item<double>() / 2, 1e-9);
}

TEST(Augmentation, NoneIsNone) {
  const auto x = torch::rand({2, 1, 8, 8});
  EXPECT_TRUE(augmented(x, "none", draws({})).equal(x));
}

TEST(MovedAlike, AllPlanesOfAStackGoTheSameWay) {
  const auto one = countingPicture(16), stack = torch::cat({one, one * 10}, 1);
  const auto mirrored = movedAlike(stack, false, draws({0.9}));
  EXPECT_TRUE(mirrored.equal(stack.flip({3})));
  EXPECT_TRUE(movedAlike(stack, false, draws({0.1})).equal(stack));
  const auto shifted = movedAlike(stack, true, draws({0.1, 0.99, 0.0}));   // by a row up and a column to the right; the edge repeats
  EXPECT_EQ(shifted[0][0][0][1].item<double>(), one[0][0][1][0].item<double>());
  EXPECT_EQ(shifted[0][0][15][0].item<double>(), one[0][0][15][0].item<double>());
  EXPECT_TRUE((shifted.select(1, 1) / 10).equal(shifted.select(1, 0)));
}

}  // namespace
}  // namespace ganvas
