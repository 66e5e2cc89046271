#include "ui/train/preset_list.hpp"

#include <QAbstractItemView>
#include <QPainter>
#include <QWheelEvent>

#include "ui/shell/style_paint.hpp"
#include "ui/shell/tokens.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;

constexpr int kWidth = 460;        // px of the opened list
constexpr int kSummaryLines = 2;

bool isSeparator(const QModelIndex& index) { return index.data(Qt::AccessibleDescriptionRole).toString() == QLatin1String("separator"); }

int lineHeight(Type type) { return QFontMetrics(font(type)).height(); }

/// Lines of text that a width holds, at most `most` of them.
int linesOf(const QString& text, int width, int most) {
  if (text.isEmpty()) return 0;
  const QFontMetrics metrics(font(Type::body));
  const int height = metrics.boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, text).height();
  return std::clamp((height + metrics.lineSpacing() / 2) / metrics.lineSpacing(), 1, most);
}

}  // namespace

QSize PresetDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  if (isSeparator(index)) return {kWidth, kSpace2};
  int height = 2 * kSpace2 + lineHeight(Type::strong);
  height += linesOf(index.data(kPresetSummary).toString(), kWidth - 2 * kSpace3, kSummaryLines) * lineHeight(Type::body);
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
  const auto draw = [&](const QString& text, Type type, Ink ink, int lines) {
    if (text.isEmpty()) return;
    const auto face = font(type);
    const QFontMetrics metrics(face);
    const QRect place(rest.left(), rest.top(), rest.width(), lines * metrics.height());
    painter->setFont(face);
    painter->setPen(colour(ink));
    if (lines == 1) painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(text, Qt::ElideRight, place.width()));
    else painter->drawText(place, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
    rest.setTop(place.bottom() + 1);
  };
  const auto summary = index.data(kPresetSummary).toString();
  draw(index.data().toString(), Type::strong, Ink::text, 1);
  draw(summary, Type::body, Ink::text, linesOf(summary, kWidth - 2 * kSpace3, kSummaryLines));
  rest.translate(0, kSpace1 / 2);
  draw(index.data(kPresetDetail).toString(), Type::caption, Ink::textMuted, 1);
  painter->restore();
}

PresetCombo::PresetCombo(QWidget* parent) : QComboBox(parent) {
  setItemDelegate(new PresetDelegate(this));
  view()->setMinimumWidth(kWidth);
  view()->setMouseTracking(true);
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
