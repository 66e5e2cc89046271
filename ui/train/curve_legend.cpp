#include "ui/train/curve_legend.hpp"

#include <QEnterEvent>
#include <QPainter>
#include <algorithm>

#include "ui/bridge/words.hpp"
#include "ui/shell/tokens.hpp"

namespace ganvas::ui {
namespace {

constexpr int kSampleWidth = tokens::kSpace6;
constexpr int kChipHeight = tokens::kSpace6;
constexpr int kPadding = tokens::kSpace2;

int valueWidth() {
  // Wide enough for every usual value, so that chips keep their places while numbers change.
  return QFontMetrics(tokens::numbers(tokens::Type::body)).horizontalAdvance(QStringLiteral("−0.0000"));
}

}  // namespace

CurveChip::CurveChip(const SeriesInfo& info, CurveStyle style, QWidget* parent) : QAbstractButton(parent), style_(std::move(style)) {
  const QString title = told(info.title.empty() ? info.tag : info.title);
  sentence_ = info.sentence.empty() ? title : QStringLiteral("%1: %2").arg(title, told(info.sentence));
  setText(info.unit.empty() ? title : QStringLiteral("%1 (%2)").arg(title, told(info.unit)));
  setCheckable(true);
  setChecked(true);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setAccessibleName(title);
  setAccessibleDescription(sentence_);
  setToolTip(QStringLiteral("<p>%1</p><p>%2</p>").arg(sentence_.toHtmlEscaped(), tr("Click to hide or show.")));
}

void CurveChip::setCurveStyle(CurveStyle style) {
  style_ = std::move(style);
  update();
}

void CurveChip::setValue(const QString& value) {
  if (value == value_) return;
  value_ = value;
  update();
}

QSize CurveChip::sizeHint() const {
  const int words = QFontMetrics(tokens::font(tokens::Type::body)).horizontalAdvance(QAbstractButton::text());
  return {kPadding + kSampleWidth + kPadding + words + kPadding + valueWidth() + kPadding, kChipHeight};
}

void CurveChip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF all = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
  if (underMouse() || hasFocus()) {
    painter.setPen(hasFocus() ? QPen(tokens::colour(Ink::accent), 1) : QPen(Qt::NoPen));
    painter.setBrush(tokens::colour(Ink::raised));
    painter.drawRoundedRect(all, tokens::kRadiusSmall, tokens::kRadiusSmall);
  }
  QRect line(kPadding, 0, kSampleWidth, height());
  painter.setOpacity(isChecked() ? 1.0 : 0.35);
  paintLineSample(painter, line, style_);
  painter.setOpacity(1);
  const QColor ink = tokens::colour(isChecked() ? Ink::text : Ink::textDisabled);
  painter.setPen(ink);
  QFont font = tokens::font(tokens::Type::body);
  font.setStrikeOut(!isChecked());
  painter.setFont(font);
  QRect words = rect().adjusted(line.right() + kPadding, 0, -kPadding, 0);
  QRect drawn;
  painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text(), &drawn);
  if (!isChecked()) return;
  painter.setFont(tokens::numbers(tokens::Type::body));
  painter.setPen(tokens::colour(Ink::textMuted));
  words.setLeft(drawn.right() + kPadding);
  painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, value_);
}

void CurveChip::enterEvent(QEnterEvent*) { emit explained(sentence_); update(); }
void CurveChip::leaveEvent(QEvent*) { emit explained({}); update(); }
void CurveChip::focusInEvent(QFocusEvent* event) { QAbstractButton::focusInEvent(event); emit explained(sentence_); }
void CurveChip::focusOutEvent(QFocusEvent* event) { QAbstractButton::focusOutEvent(event); emit explained({}); }

CurveLegend::CurveLegend(const QString& title, QWidget* parent) : QWidget(parent), title_(title) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

CurveChip* CurveLegend::addChip(const SeriesInfo& info, CurveStyle style) {
  auto* chip = new CurveChip(info, std::move(style), this);
  chips_.push_back(chip);
  chip->show();
  arrange(width(), true);
  updateGeometry();
  return chip;
}

int CurveLegend::titleWidth() const {
  return title_.isEmpty() ? 0 : QFontMetrics(tokens::font(tokens::Type::strong)).horizontalAdvance(title_) + tokens::kSpace3;
}

int CurveLegend::arrange(int width, bool move) const {
  int x = titleWidth(), y = 0;
  for (auto* chip : chips_) {
    const QSize size = chip->sizeHint();
    if (x > 0 && x + size.width() > width) {
      x = 0;
      y += kChipHeight;
    }
    if (move) chip->setGeometry(x, y, std::min(size.width(), std::max(width, 1)), kChipHeight);
    x += size.width() + tokens::kSpace1;
  }
  return y + kChipHeight;
}

QSize CurveLegend::sizeHint() const {
  int width = titleWidth();
  for (auto* chip : chips_) width += chip->sizeHint().width() + tokens::kSpace1;
  return {width, kChipHeight};
}

QSize CurveLegend::minimumSizeHint() const {
  int width = titleWidth();
  for (auto* chip : chips_) width = std::max(width, chip->sizeHint().width());
  return {width, kChipHeight};
}

void CurveLegend::resizeEvent(QResizeEvent*) { arrange(width(), true); }

void CurveLegend::paintEvent(QPaintEvent*) {
  if (title_.isEmpty()) return;
  QPainter painter(this);
  painter.setFont(tokens::font(tokens::Type::strong));
  painter.setPen(tokens::colour(Ink::text));
  painter.drawText(QRect(0, 0, titleWidth(), kChipHeight), Qt::AlignVCenter | Qt::AlignLeft, title_);
}

}  // namespace ganvas::ui
