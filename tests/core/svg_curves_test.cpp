// The picture of a run's curves: ticks that a person would choose, well-formed XML, the right colours, and nothing that is not a number.
#include "engine/core/svg_curves.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <stack>

#include "tests/core/temp_folder.hpp"

namespace ganvas {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Pointwise;

/// Every element is closed in the right order and there is no stray < or &.
bool wellFormed(const std::string& xml) {
  std::stack<std::string> open;
  for (std::size_t at = xml.find('<'); at != std::string::npos; at = xml.find('<', at)) {
    const auto end = xml.find('>', at);
    if (end == std::string::npos || xml.substr(at + 1, end - at - 1).find('<') != std::string::npos) return false;
    const auto tag = xml.substr(at + 1, end - at - 1);
    if (tag[0] == '/') {
      if (open.empty() || open.top() != tag.substr(1)) return false;
      open.pop();
    } else if (tag.back() != '/') {
      open.push(tag.substr(0, tag.find(' ')));
    }
    at = end;
  }
  for (std::size_t at = xml.find('&'); at != std::string::npos; at = xml.find('&', at + 1)) {
    const auto name = xml.substr(at, 6);
    if (!name.starts_with("&amp;") && !name.starts_with("&lt;") && !name.starts_with("&gt;") && !name.starts_with("&quot;")) return false;
  }
  return open.empty();
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++n;
  return n;
}

std::vector<SeriesInfo> series() {
  return {{"loss_g", "Generator loss", "Losses", "", Role::generator, "", {{"log 2", 0.693}}},
          {"loss_d", "Discriminator loss", "Losses", "", Role::discriminator, "", {{"log 4", 1.386}}},
          {"d_real", "D real <x & \"y\">", "Outputs", "", Role::real, "", {}},
          {"speed", "Speed", "Speed", "pictures/s", Role::none, "", {}}};
}

std::vector<Scalar> wave(const std::string& tag, int steps) {
  std::vector<Scalar> all;
  for (int step = 1; step <= steps; ++step) all.push_back({step, tag, std::sin(step * 0.01)});
  return all;
}

TEST(NiceTicks, areThoseAPersonWouldChoose) {
  EXPECT_THAT(niceTicks(0, 10, 5), ElementsAre(0, 2, 4, 6, 8, 10));
  EXPECT_THAT(niceTicks(-1, 1, 4), ElementsAre(-1, -0.5, 0, 0.5, 1));
  EXPECT_THAT(niceTicks(0.13, 0.42, 6), Pointwise(DoubleNear(1e-12), {0.15, 0.2, 0.25, 0.3, 0.35, 0.4}));
  EXPECT_THAT(niceTicks(0, 18730, 8), ElementsAre(0, 5000, 10000, 15000));
  EXPECT_THAT(niceTicks(1, 1, 5), IsEmpty());
  EXPECT_THAT(niceTicks(0, std::numeric_limits<double>::infinity(), 5), IsEmpty());
  EXPECT_THAT(niceTicks(0, std::nan(""), 5), IsEmpty());
}

TEST(CurvesSvg, drawsOnePlotForEachGroup) {
  auto scalars = wave("loss_g", 100);
  for (const auto& tag : {"loss_d", "d_real", "speed"}) {
    for (const auto& scalar : wave(tag, 100)) scalars.push_back(scalar);
  }
  const auto svg = curvesSvg(scalars, series(), {.title = "dcgan & co"});
  EXPECT_TRUE(wellFormed(svg)) << svg;
  EXPECT_EQ(count(svg, "<clipPath"), 3u);
  EXPECT_EQ(count(svg, "<polyline"), 4u);
  for (const char* part : {"#0072B2", "#D55E00", "#009E73", "Generator loss", "log 4", "Speed (pictures/s)", "dcgan &amp; co",
                           "D real &lt;x &amp; &quot;y&quot;&gt;"}) {
    EXPECT_THAT(svg, HasSubstr(part));
  }
}

TEST(CurvesSvg, hasAWordWhereThereIsNothing) {
  EXPECT_THAT(curvesSvg({}, series()), HasSubstr("No points yet"));
  EXPECT_THAT(curvesSvg(wave("other", 3), series()), HasSubstr("No points yet"));
  EXPECT_TRUE(wellFormed(curvesSvg({}, {})));
}

TEST(CurvesSvg, breaksTheLineWhereThereIsNoNumber) {
  auto scalars = wave("loss_g", 90);
  scalars[30].value = std::nan("");
  scalars[60].value = std::numeric_limits<double>::infinity();
  for (const double smoothing : {0.0, 0.9}) {
    const auto svg = curvesSvg(scalars, series(), {.smoothing = smoothing});
    EXPECT_EQ(count(svg, "<polyline"), smoothing > 0 ? 6u : 3u);
    EXPECT_THAT(svg, Not(HasSubstr("nan")));
    EXPECT_THAT(svg, Not(HasSubstr("inf")));
  }
  const auto only = curvesSvg({{1, "loss_g", std::nan("")}}, series());
  EXPECT_TRUE(wellFormed(only));
  EXPECT_THAT(only, Not(HasSubstr("nan")));
}

TEST(CurvesSvg, oneOutlierDoesNotPressTheRestFlat) {
  auto scalars = wave("loss_g", 1000);
  scalars.push_back({1001, "loss_g", 1e9});
  const auto svg = curvesSvg(scalars, series());
  EXPECT_TRUE(svg.find("1 point lies outside") != std::string::npos);
  EXPECT_TRUE(svg.find("e+08") == std::string::npos) << "the axis is that of the wave";
}

TEST(CurvesSvg, aLongRunStaysASmallFile) {
  const auto svg = curvesSvg(wave("loss_g", 500000), series());
  EXPECT_LT(svg.size(), 100000u);
  EXPECT_EQ(count(svg, "<polyline"), 1u);
}

TEST(CurvesSvg, logarithmicStepsHaveDecades) {
  const auto svg = curvesSvg(wave("loss_g", 10000), series(), {.logarithmicX = true});
  for (const char* tick : {">1<", ">10<", ">100<", ">1000<", ">10000<"}) EXPECT_THAT(svg, HasSubstr(tick));
}

TEST(CurvesSvg, isWrittenToAFile) {
  test::TempFolder folder;
  ASSERT_TRUE(writeCurvesSvg(*diskStorage(), folder / "curves.svg", wave("loss_g", 10), series()).ok());
  EXPECT_TRUE(test::readBytes(folder / "curves.svg").starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
}

}  // namespace
}  // namespace ganvas
