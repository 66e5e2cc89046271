#include "ui/shell/class_bars.hpp"

#include <QLocale>
#include <QPainter>
#include <algorithm>

#include "ui/bridge/words.hpp"
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

void ClassBars::setClasses(const std::vector<ClassCount>& classes) {
  std::int64_t most = 1;
  for (const auto& one : classes) most = std::max(most, one.count);
  std::vector<Bar> bars;
  for (const auto& one : classes)
    bars.push_back({told(one.name), QLocale().toString(static_cast<qlonglong>(one.count)), static_cast<double>(one.count) / static_cast<double>(most)});
  put(std::move(bars), Role::real);
}

void ClassBars::setShares(const std::vector<std::string>& names, const std::vector<double>& shares, Role role) {
  std::vector<Bar> bars;
  for (std::size_t i = 0; i < std::min(names.size(), shares.size()); ++i) bars.push_back({told(names[i]), tr("%1 %").arg(QString::number(100 * shares[i], 'f', 1)), shares[i]});
  put(std::move(bars), role);
}

void ClassBars::put(std::vector<Bar> bars, Role role) {
  const bool resized = bars.size() != bars_.size();
  bars_ = std::move(bars);
  role_ = role;
  QStringList words;
  for (const auto& bar : bars_) words << tr("%1: %2").arg(bar.name, bar.figure);
  setAccessibleName(tr("Classes"));
  setAccessibleDescription(words.join(QStringLiteral(", ")));
  setVisible(!bars_.empty());
  if (resized) updateGeometry();
  update();
}

QSize ClassBars::sizeHint() const { return {240, static_cast<int>(bars_.size()) * kRow}; }

void ClassBars::paintEvent(QPaintEvent*) {
  if (bars_.empty()) return;
  QPainter painter(this);
  const QFontMetrics names(tokens::font(Type::body)), figures(numbers(Type::caption));
  int nameWidth = 0, figureWidth = 0;
  for (const auto& bar : bars_) {
    nameWidth = std::max(nameWidth, names.horizontalAdvance(bar.name));
    figureWidth = std::max(figureWidth, figures.horizontalAdvance(bar.figure));
  }
  nameWidth = std::min(nameWidth, width() / 2);
  const int left = nameWidth + kSpace2, room = width() - left - figureWidth - kSpace2;
  int y = 0;
  for (const auto& bar : bars_) {
    painter.setFont(tokens::font(Type::body));
    painter.setPen(colour(Ink::text));
    painter.drawText(QRect(0, y, nameWidth, kRow), Qt::AlignLeft | Qt::AlignVCenter, names.elidedText(bar.name, Qt::ElideRight, nameWidth));
    const QRectF place(left, y + kRow / 2 - 4, std::max(2.0, room * bar.length), 8);
    paintRounded(&painter, place, mixed(colour(Ink::surface), colour(role_), 0.75), {}, 2);
    painter.setFont(numbers(Type::caption));
    painter.setPen(colour(Ink::textMuted));
    painter.drawText(QRect(width() - figureWidth, y, figureWidth, kRow), Qt::AlignRight | Qt::AlignVCenter, bar.figure);
    y += kRow;
  }
}

}  // namespace ganvas::ui
