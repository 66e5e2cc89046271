#include "ui/train/curve_style.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/bridge/words.hpp"
#include "ui/shell/tokens.hpp"

namespace ganvas::ui {
namespace {

constexpr std::array kSeries = {Ink::series3, Ink::series2, Ink::series1, Ink::series5, Ink::series4};

/// In units of the pen's width.
const std::array<QVector<qreal>, 5>& dashes() {
  static const std::array<QVector<qreal>, 5> patterns = {
      QVector<qreal>{}, QVector<qreal>{9, 3}, QVector<qreal>{3, 2}, QVector<qreal>{8, 3, 2, 3}, QVector<qreal>{12, 3, 2, 3, 2, 3}};
  return patterns;
}

}  // namespace

QColor CurveStyle::colour() const { return role == Role::none ? tokens::colour(kSeries[static_cast<std::size_t>(index) % kSeries.size()]) : tokens::colour(role); }

QPen CurveStyle::pen() const {
  QPen pen(colour(), 1);
  pen.setJoinStyle(Qt::BevelJoin);
  if (!dash.isEmpty()) pen.setDashPattern(dash);
  return pen;
}

QPen CurveStyle::faintPen() const {
  QColor faint = colour();
  faint.setAlphaF(tokens::tone() == Tone::light ? 0.22F : 0.28F);
  return QPen(faint, 1);
}

std::vector<CurveStyle> curveStyles(const std::vector<SeriesInfo>& group) {
  std::vector<CurveStyle> styles;
  int plain = 0;
  for (const auto& series : group) {
    CurveStyle style{series.role, series.role == Role::none ? plain++ : 0, {}};
    // The role's own pattern everywhere; the next free one where the plot has it already.
    const std::size_t first = series.role == Role::discriminator ? 1 : series.role == Role::real ? 2 : series.role == Role::encoder ? 3 : 0;
    for (std::size_t i = 0; i < dashes().size(); ++i) {
      style.dash = dashes()[(first + i) % dashes().size()];
      const auto taken = std::any_of(styles.begin(), styles.end(), [&](const CurveStyle& other) { return other.dash == style.dash; });
      if (!taken) break;
    }
    styles.push_back(std::move(style));
  }
  return styles;
}

void paintLineSample(QPainter& painter, const QRectF& rect, const CurveStyle& style) {
  QPen pen = style.pen();
  pen.setWidthF(2);
  if (!style.dash.isEmpty()) {
    auto pattern = style.dash;
    for (auto& length : pattern) length /= 2;   // dashes are counted in pen widths
    pen.setDashPattern(pattern);
  }
  pen.setCapStyle(Qt::FlatCap);
  painter.setPen(pen);
  painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
}

QString shortNumber(double value) {
  if (std::isnan(value)) return QStringLiteral("NaN");
  if (std::isinf(value)) return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
  const double size = std::abs(value);
  QString text;
  if (size != 0 && (size >= 1e5 || size < 1e-3)) {
    text = QLocale().toString(value, 'e', 2);
  } else {
    const int before = size < 1 ? 1 : static_cast<int>(std::floor(std::log10(size))) + 1;
    text = QLocale().toString(value, 'f', std::max(0, 4 - before));
  }
  return text.replace(QLatin1Char('-'), QChar(0x2212));
}

QString stepNumber(std::int64_t step) {
  return QLocale().toString(static_cast<qlonglong>(step));
}

QString editText(const Edit& edit) {
  return QCoreApplication::translate("ganvas::ui::LossCurves", "Step %1: %2 %3 → %4")
      .arg(stepNumber(edit.step), from(edit.key), from(toString(edit.from)), from(toString(edit.to)));
}

}  // namespace ganvas::ui
