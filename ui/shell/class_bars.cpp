#include "ui/shell/class_bars.hpp"

#include <QLocale>
#include <QPainter>
#include <algorithm>

#include "ui/shell/style_paint.hpp"
#include "ui/shell/theme.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;
constexpr int kRow = 22;

}  // namespace

ClassBars::ClassBars(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ClassBars::setClasses(std::vector<ClassCount> classes) {
  classes_ = std::move(classes);
  QStringList words;
  for (const auto& one : classes_) words << tr("%1: %2").arg(QString::fromStdString(one.name), QLocale().toString(static_cast<qlonglong>(one.count)));
  setAccessibleName(tr("Classes"));
  setAccessibleDescription(words.join(QStringLiteral(", ")));
  setVisible(!classes_.empty());
  updateGeometry();
  update();
}

QSize ClassBars::sizeHint() const { return {240, static_cast<int>(classes_.size()) * kRow}; }

void ClassBars::paintEvent(QPaintEvent*) {
  if (classes_.empty()) return;
  QPainter painter(this);
  const QFontMetrics names(tokens::font(Type::body)), figures(numbers(Type::caption));
  int nameWidth = 0, countWidth = 0;
  std::int64_t most = 1;
  for (const auto& one : classes_) {
    nameWidth = std::max(nameWidth, names.horizontalAdvance(QString::fromStdString(one.name)));
    countWidth = std::max(countWidth, figures.horizontalAdvance(QLocale().toString(static_cast<qlonglong>(one.count))));
    most = std::max(most, one.count);
  }
  nameWidth = std::min(nameWidth, width() / 2);
  const int left = nameWidth + kSpace2, room = width() - left - countWidth - kSpace2;
  int y = 0;
  for (const auto& one : classes_) {
    painter.setFont(tokens::font(Type::body));
    painter.setPen(colour(Ink::text));
    painter.drawText(QRect(0, y, nameWidth, kRow), Qt::AlignLeft | Qt::AlignVCenter,
                     names.elidedText(QString::fromStdString(one.name), Qt::ElideRight, nameWidth));
    const QRectF bar(left, y + kRow / 2 - 4, std::max(2.0, room * static_cast<double>(one.count) / static_cast<double>(most)), 8);
    paintRounded(&painter, bar, mixed(colour(Ink::surface), colour(Ink::real), 0.75), {}, 2);
    painter.setFont(numbers(Type::caption));
    painter.setPen(colour(Ink::textMuted));
    painter.drawText(QRect(width() - countWidth, y, countWidth, kRow), Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(static_cast<qlonglong>(one.count)));
    y += kRow;
  }
}

}  // namespace ganvas::ui
