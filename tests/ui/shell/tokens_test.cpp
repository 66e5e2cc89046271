#include <gtest/gtest.h>

#include <QFontMetricsF>
#include <QImage>
#include <cmath>

#include "ui/shell/theme.hpp"

namespace ganvas::test {
namespace {

using ui::Ink;
using ui::Theme;
namespace tokens = ui::tokens;

/// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const QColor& colour) {
  const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}
double contrast(Ink a, Ink b) {
  const double x = luminance(tokens::colour(a)), y = luminance(tokens::colour(b));
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

TEST(Tokens, TextCanBeReadInBothTones) {
  for (const auto choice : {Theme::Choice::light, Theme::Choice::dark}) {
    Theme::instance().apply(choice);
    for (const auto paper : {Ink::window, Ink::surface}) {
      for (const auto ink : {Ink::text, Ink::textMuted, Ink::error, Ink::warning, Ink::success}) EXPECT_GE(contrast(ink, paper), 4.5) << static_cast<int>(ink);
    }
    for (const auto ink : {Ink::generator, Ink::discriminator, Ink::real}) EXPECT_GE(contrast(ink, Ink::surface), 4.0) << static_cast<int>(ink);
    for (const auto ink : {Ink::series1, Ink::series2, Ink::series3, Ink::series4, Ink::series5}) EXPECT_GE(contrast(ink, Ink::surface), 2.5) << static_cast<int>(ink);
    EXPECT_GE(contrast(Ink::onAccent, Ink::accent), 7.0);
  }
  Theme::instance().apply(Theme::Choice::light);
}

TEST(Tokens, FiguresDoNotDance) {
  const QFontMetricsF metrics(tokens::numbers());
  // Of texts, as they are drawn: a single character is measured without the font's features.
  const auto width = [&](char digit) { return metrics.horizontalAdvance(QString(QLatin1Char(digit))); };
  for (char digit = '1'; digit <= '9'; ++digit) EXPECT_NEAR(width(digit), width('0'), 0.01) << digit;
}

TEST(Tokens, IconsFollowTheTone) {
  const auto darkest = [](const QIcon& icon) {
    const auto image = icon.pixmap(QSize(48, 48), 1.0).toImage();
    double sum = 0, weight = 0;
    for (int y = 0; y < image.height(); ++y) {
      for (int x = 0; x < image.width(); ++x) {
        const auto pixel = image.pixelColor(x, y);
        sum += pixel.lightnessF() * pixel.alphaF();
        weight += pixel.alphaF();
      }
    }
    return sum / weight;
  };
  const auto icon = tokens::icon(QStringLiteral("home"));
  Theme::instance().apply(Theme::Choice::dark);
  EXPECT_GT(darkest(icon), 0.7);
  Theme::instance().apply(Theme::Choice::light);
  EXPECT_LT(darkest(icon), 0.3);
}

}  // namespace
}  // namespace ganvas::test
