#include "ui/train/curve_style.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <array>
#include <cmath>
#include <map>

#include "ui/shell/tokens.hpp"

namespace ganvas::ui {
namespace {

constexpr std::array kSeries = {Ink::series3, Ink::series2, Ink::series1, Ink::series5, Ink::series4};

/// In units of the pen's width. The first of a colour is solid.
const std::array<QVector<qreal>, 5>& dashes() {
  static const std::array<QVector<qreal>, 5> patterns = {
      QVector<qreal>{}, QVector<qreal>{7, 3}, QVector<qreal>{2, 3}, QVector<qreal>{8, 3, 2, 3}, QVector<qreal>{12, 3, 2, 3, 2, 3}};
  return patterns;
}

}  // namespace

QColor CurveStyle::colour() const { return role == Role::none ? tokens::colour(kSeries[static_cast<std::size_t>(index) % kSeries.size()]) : tokens::colour(role); }

QPen CurveStyle::pen() const {
  QPen pen(colour(), 1);
  pen.setCosmetic(true);
  pen.setJoinStyle(Qt::BevelJoin);
  if (!dash.isEmpty()) pen.setDashPattern(dash);
  return pen;
}

QPen CurveStyle::faintPen() const {
  QColor faint = colour();
  faint.setAlphaF(tokens::tone() == Tone::light ? 0.22F : 0.28F);
  QPen pen(faint, 1);
  pen.setCosmetic(true);
  return pen;
}

std::vector<CurveStyle> curveStyles(const std::vector<SeriesInfo>& group) {
  std::vector<CurveStyle> styles;
  int plain = 0;
  for (const auto& series : group) {
    CurveStyle style{series.role, series.role == Role::none ? plain++ : 0, {}};
    style.dash = dashes()[styles.size() % dashes().size()];
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
  QLocale locale = QLocale::c();
  locale.setNumberOptions(QLocale::DefaultNumberOptions);
  return locale.toString(static_cast<qlonglong>(step)).replace(QLatin1Char(','), QChar(0x202F));   // narrow no-break space: right in every language
}

QString editText(const Edit& edit) {
  return QCoreApplication::translate("ganvas::ui::LossCurves", "Step %1: %2 %3 → %4")
      .arg(stepNumber(edit.step), QString::fromStdString(edit.key), QString::fromStdString(toString(edit.from)), QString::fromStdString(toString(edit.to)));
}

QString engineText(const std::string& text) { return QCoreApplication::translate("engine", text.c_str()); }

}  // namespace ganvas::ui
