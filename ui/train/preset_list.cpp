#include "ui/train/preset_list.hpp"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>
#include <QWheelEvent>

#include "ui/shell/style_paint.hpp"
#include "ui/shell/tokens.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;

constexpr int kWidth = 460;        // px of the opened list
constexpr int kSummaryLines = 3;

bool isSeparator(const QModelIndex& index) { return index.data(Qt::AccessibleDescriptionRole).toString() == QLatin1String("separator"); }

int lineHeight(Type type) { return QFontMetrics(font(type)).height(); }

}  // namespace

QStringList summaryLines(const QString& text, int width) {
  QStringList lines;
  if (text.isEmpty()) return lines;
  QTextLayout layout(text, font(Type::body));
  layout.beginLayout();
  for (auto line = layout.createLine(); line.isValid() && lines.size() < kSummaryLines; line = layout.createLine()) {
    line.setLineWidth(width);
    const bool cut = lines.size() == kSummaryLines - 1;
    lines << (cut ? QFontMetrics(font(Type::body)).elidedText(text.mid(line.textStart()), Qt::ElideRight, width) : text.mid(line.textStart(), line.textLength()).trimmed());
  }
  layout.endLayout();
  return lines;
}

QSize PresetDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  if (isSeparator(index)) return {kWidth, kSpace2};
  int height = 2 * kSpace2 + lineHeight(Type::strong);
  height += static_cast<int>(summaryLines(index.data(kPresetSummary).toString(), kWidth - 2 * kSpace3).size()) * lineHeight(Type::body);
  if (!index.data(kPresetDetail).toString().isEmpty()) height += kSpace1 / 2 + lineHeight(Type::caption);
  return {kWidth, height};
}

void PresetDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  painter->save();
  if (isSeparator(index)) {
    painter->setPen(colour(Ink::line));
    painter->drawLine(option.rect.left() + kSpace2, option.rect.center().y(), option.rect.right() - kSpace2, option.rect.center().y());
    painter->restore();
    return;
  }
  if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) paintRounded(painter, option.rect.adjusted(kSpace1, 1, -kSpace1, -1), colour(Ink::raised), Qt::transparent, kRadiusSmall);
  QRect rest = option.rect.adjusted(kSpace3, kSpace2, -kSpace3, -kSpace2);
  const auto draw = [&](const QString& text, Type type, Ink ink) {
    if (text.isEmpty()) return;
    const auto face = font(type);
    const QFontMetrics metrics(face);
    const QRect place(rest.left(), rest.top(), rest.width(), metrics.height());
    painter->setFont(face);
    painter->setPen(colour(ink));
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(text, Qt::ElideRight, place.width()));
    rest.setTop(place.bottom() + 1);
  };
  draw(index.data().toString(), Type::strong, Ink::text);
  for (const auto& line : summaryLines(index.data(kPresetSummary).toString(), kWidth - 2 * kSpace3)) draw(line, Type::body, Ink::text);
  rest.translate(0, kSpace1 / 2);
  draw(index.data(kPresetDetail).toString(), Type::caption, Ink::textMuted);
  painter->restore();
}

PresetCombo::PresetCombo(QWidget* parent) : QComboBox(parent) {
  setItemDelegate(new PresetDelegate(this));
  view()->setMinimumWidth(kWidth);
  view()->setMouseTracking(true);
}

void PresetCombo::explain(int row, const QString& summary, const QString& detail) {
  setItemData(row, summary, kPresetSummary);
  setItemData(row, detail, kPresetDetail);
  setItemData(row, QStringList{summary, detail}.join(QLatin1Char(' ')).trimmed(), Qt::AccessibleDescriptionRole);
}

void PresetCombo::showPopup() {
  emit opened();
  QComboBox::showPopup();
}

void PresetCombo::hidePopup() {
  QComboBox::hidePopup();
  emit closed();
}

void PresetCombo::wheelEvent(QWheelEvent* event) { event->ignore(); }

}  // namespace ganvas::ui
