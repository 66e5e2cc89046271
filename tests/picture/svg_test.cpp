#include "engine/picture/svg.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ganvas {
namespace {

Result<Picture> rendered(const std::string& svg, int side = 100) { return renderSvg({reinterpret_cast<const std::uint8_t*>(svg.data()), svg.size()}, side, Sentence("\"test.svg\"")); }

TEST(Svg, ShapesLieWhereTheyAreWritten) {
  const auto picture = rendered(R"(<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect x="0" y="0" width="10" height="10" fill="#ff0000"/></svg>)");
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->width, 100);
  EXPECT_EQ(picture->height, 50);
  const auto at = [&](int x, int y) { return picture->pixels.data() + 4 * (y * picture->width + x); };
  EXPECT_EQ(at(20, 25)[2], 255);
  EXPECT_EQ(at(20, 25)[0], 0);
  EXPECT_EQ(at(20, 25)[3], 255);
  EXPECT_EQ(at(80, 25)[3], 0) << "nothing is drawn there";
}

TEST(Svg, HalfTransparentColoursKeepTheirColour) {
  const auto picture = rendered(R"(<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4" fill="#0000ff" fill-opacity="0.5"/></svg>)", 8);
  ASSERT_TRUE(picture);
  EXPECT_GE(picture->pixels[0], 250);
  EXPECT_NEAR(picture->pixels[3], 128, 1);
}

TEST(Svg, AViewBoxAloneIsASize) {
  const auto picture = rendered(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 60"><path d="M0 0h30v60z"/></svg>)");
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->height, 100);
  EXPECT_EQ(picture->width, 50);
}

TEST(Svg, AnythingElseIsASentence) {
  for (const std::string bad : {"", "not xml", "<html></html>", "<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"0\"/>"}) {
    const auto picture = rendered(bad);
    if (picture) continue;   // librsvg may find nothing to draw in it, which is no error
    EXPECT_NE(picture.error().message.text().find("test.svg"), std::string::npos) << bad;
  }
  EXPECT_FALSE(rendered("not xml"));
}

}  // namespace
}  // namespace ganvas
