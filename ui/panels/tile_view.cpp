#include "ui/panels/tile_view.hpp"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/bridge/images.hpp"
#include "ui/shell/tokens.hpp"

namespace ganvas::ui {
namespace {

constexpr int kGap = 2;                  // between tiles, px at 1×
constexpr double kLargest = 64;          // device pixels per picture pixel
constexpr int kMagnified = 160;          // side of the enlarged tile under the pointer, px at 1×
constexpr double kWidestHeading = 120;   // of a row, px at 1×; a longer one is cut
constexpr int kWanderClick = 4;          // px that a click may wander

/// Zoom goes 1/8, 1/4, 1/2, 1, 2, 3, 4, 6, 8, 12, … : whole numbers from 1 up.
double nextScale(double scale, int direction) {
  static const std::vector<double> kScales = {0.0625, 0.125, 0.25, 0.5, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, kLargest};
  if (direction > 0) {
    const auto above = std::upper_bound(kScales.begin(), kScales.end(), scale * 1.0001);
    return above == kScales.end() ? kScales.back() : *above;
  }
  const auto below = std::lower_bound(kScales.begin(), kScales.end(), scale * 0.9999);
  return below == kScales.begin() ? kScales.front() : *(below - 1);
}

void paintOutline(QPainter& painter, const QRectF& rect, const QColor& colour, double width) {
  QPen pen(colour, width);
  pen.setJoinStyle(Qt::MiterJoin);
  painter.setPen(pen);
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(rect);
}

}  // namespace

TileView::TileView(QWidget* parent) : QWidget(parent), emptyText_(tr("Pictures appear here.")) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAccessibleName(tr("Pictures"));
}

void TileView::setGrid(TileGrid grid) {
  const bool sameShape = grid.columns == grid_.columns && grid.rows == grid_.rows && grid.tileWidth == grid_.tileWidth &&
                         grid.tileHeight == grid_.tileHeight && grid.count == grid_.count;
  grid_ = std::move(grid);
  image_ = toImage(grid_.frame);
  shrunkScale_ = 0;
  if (!sameShape) {
    selected_ = selected_ < grid_.count ? selected_ : -1;
    hovered_ = -1;
    layOut();
    updateGeometry();
  }
  update();
}

void TileView::setEmptyText(const QString& text) {
  emptyText_ = text;
  update();
}

void TileView::setBadges(std::map<int, QString> badges) {
  badges_ = std::move(badges);
  update();
}

void TileView::setHeadings(Qt::Orientation orientation, QStringList headings) {
  auto& mine = orientation == Qt::Horizontal ? columnHeadings_ : rowHeadings_;
  if (mine == headings) return;
  mine = std::move(headings);
  layOut();
  update();
}

void TileView::setAbsent(std::set<int> tiles) {
  absent_ = std::move(tiles);
  if (selected_ >= 0 && !present(selected_)) setSelectedTile(-1);
  update();
}

void TileView::setCaptions(std::map<int, QString> captions) { captions_ = std::move(captions); }

void TileView::setSelectedTile(int tile) {
  if (tile == selected_ || (tile >= 0 && !present(tile))) return;
  selected_ = std::max(tile, -1);
  update();
  emit selectionChanged(selected_);
}

void TileView::setSelectable(bool selectable) { selectable_ = selectable; }
void TileView::setMagnifier(bool on) { magnifier_ = on; }

void TileView::setReflow(bool on) {
  reflow_ = on;
  layOut();
}

// ---- geometry, in device pixels ---------------------------------------------------------------------------------------------

int TileView::gap() const { return std::max(1, static_cast<int>(std::lround(kGap * devicePixelRatioF()))); }
int TileView::columns() const { return std::max(columns_, 1); }
int TileView::rows() const { return (grid_.count + columns() - 1) / columns(); }

/// Whole device pixels, also where the scale is a fraction.
QSizeF TileView::tileExtent() const { return {std::max(1.0, std::floor(grid_.tileWidth * scale_)), std::max(1.0, std::floor(grid_.tileHeight * scale_))}; }

QSizeF TileView::extent() const {
  const QSizeF tile = tileExtent();
  return {columns() * tile.width() + (columns() - 1) * gap(), rows() * tile.height() + (rows() - 1) * gap()};
}

QSizeF TileView::head() const {
  if (reflow_) return {0, 0};
  const QFontMetricsF metrics(tokens::font(tokens::Type::caption));
  const double ratio = devicePixelRatioF();
  double across = 0;
  for (const auto& heading : rowHeadings_) across = std::max(across, std::min(metrics.horizontalAdvance(heading), kWidestHeading) + tokens::kSpace2);
  return {std::ceil(across * ratio), columnHeadings_.isEmpty() ? 0 : std::ceil((metrics.height() + tokens::kSpace1) * ratio)};
}

QSizeF TileView::room() const { return QSizeF(size()) * devicePixelRatioF() - head(); }

/// The largest whole scale at which everything fits in so many columns, or a fraction where not even 1 does.
double TileView::fitScale(int columns) const {
  const int rows = (grid_.count + columns - 1) / columns;
  const auto within = [&](double margin) {
    const double across = room().width() - 2 * margin - (columns - 1) * gap(), down = room().height() - 2 * margin - (rows - 1) * gap();
    return std::min(across / (columns * grid_.tileWidth), down / (rows * grid_.tileHeight));
  };
  if (const double whole = within(0); whole >= 1) return std::min(std::floor(whole), kLargest);
  return std::max(within(gap()), 1.0 / std::max(grid_.tileWidth, grid_.tileHeight));   // the frame of a chosen tile lies around it
}

void TileView::layOut() {
  shrunkScale_ = 0;
  if (grid_.empty() || grid_.count <= 0) return;
  columns_ = std::max(1, std::min(grid_.columns, grid_.count));
  if (reflow_) {
    double best = 0;
    for (int columns = 1; columns <= grid_.count; ++columns) {
      // Equal scales: prefer the fuller rectangle, that is fewer empty places in the last row.
      const int holes = (columns - grid_.count % columns) % columns;
      const double score = fitScale(columns) - 1e-3 * holes;
      if (score > best) {
        best = score;
        columns_ = columns;
      }
    }
  }
  if (fitted_) {
    scale_ = fitScale(columns());
    pan_ = {};
  }
  clampPan();
  emit viewChanged();
}

double TileView::scale() const { return scale_; }

QPointF TileView::origin() const {
  const QSizeF spare = room() - extent();
  return {std::floor(head().width() + spare.width() / 2 + pan_.x()), std::floor(head().height() + spare.height() / 2 + pan_.y())};
}

QRectF TileView::deviceRect(int tile) const {
  const QSizeF size = tileExtent();
  const QPointF place((tile % columns()) * (size.width() + gap()), (tile / columns()) * (size.height() + gap()));
  return {origin() + place, size};
}

QRectF TileView::tileRect(int tile) const {
  const double ratio = devicePixelRatioF();
  const QRectF rect = deviceRect(tile);
  return {rect.topLeft() / ratio, rect.size() / ratio};
}

int TileView::tileAt(QPointF position) const {
  if (grid_.empty()) return -1;
  const QPointF inside = position * devicePixelRatioF() - origin();
  const QSizeF stride = tileExtent() + QSizeF(gap(), gap());
  const int column = static_cast<int>(std::floor(inside.x() / stride.width())), row = static_cast<int>(std::floor(inside.y() / stride.height()));
  if (column < 0 || row < 0 || column >= columns()) return -1;
  const int tile = row * columns() + column;
  return present(tile) && deviceRect(tile).contains(position * devicePixelRatioF()) ? tile : -1;
}

void TileView::clampPan() {
  const QSizeF beyond = extent() - room();
  const double x = std::max(0.0, beyond.width() / 2), y = std::max(0.0, beyond.height() / 2);
  pan_ = {std::clamp(pan_.x(), -x, x), std::clamp(pan_.y(), -y, y)};
}

void TileView::zoomBy(int notches, QPointF anchor) {
  if (grid_.empty() || notches == 0) return;
  const double before = scale_;
  for (int i = 0; i < std::abs(notches); ++i) scale_ = nextScale(scale_, notches);
  if (scale_ == before) return;
  fitted_ = false;
  // The picture point under the anchor stays under it.
  const QPointF centre = (QPointF(head().width(), head().height()) / devicePixelRatioF() + QPointF(width(), height())) / 2;
  const QPointF fromCentre = (anchor - centre) * devicePixelRatioF();
  pan_ = fromCentre - (fromCentre - pan_) * (scale_ / before);
  shrunkScale_ = 0;
  clampPan();
  update();
  emit viewChanged();
}

void TileView::zoomIn() { zoomBy(1, QPointF(width(), height()) / 2); }
void TileView::zoomOut() { zoomBy(-1, QPointF(width(), height()) / 2); }

void TileView::fit() {
  fitted_ = true;
  layOut();
  update();
}

QSize TileView::sizeHint() const { return {4 * tokens::kSpace12 * 2, 4 * tokens::kSpace12 * 2}; }
QSize TileView::minimumSizeHint() const { return {2 * tokens::kSpace12, 2 * tokens::kSpace12}; }

// ---- painting ---------------------------------------------------------------------------------------------------------------

void TileView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), tokens::colour(Ink::surface));
  if (grid_.empty()) {
    paintEmpty(painter);
    return;
  }
  const double ratio = devicePixelRatioF();
  painter.save();
  painter.scale(1 / ratio, 1 / ratio);   // from here on in device pixels
  painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
  if (scale_ < 1 && shrunkScale_ != scale_) {
    shrunkScale_ = scale_;
    shrunk_.assign(static_cast<std::size_t>(grid_.count), QImage());
  }
  const QRectF seen(0, 0, width() * ratio, height() * ratio);
  for (int tile = 0; tile < grid_.count; ++tile) {
    if (present(tile) && deviceRect(tile).intersects(seen)) paintTile(painter, tile);
  }
  paintHeadings(painter);
  painter.restore();
  if (magnifier_ && hovered_ >= 0 && !panning_) paintMagnifier(painter);
}

void TileView::paintTile(QPainter& painter, int tile) {
  const QRect from((tile % grid_.columns) * grid_.tileWidth, (tile / grid_.columns) * grid_.tileHeight, grid_.tileWidth, grid_.tileHeight);
  const QRect to = deviceRect(tile).toRect();
  if (scale_ >= 1) {
    painter.drawImage(to, image_, from);
  } else {   // tile by tile, so that neighbours do not bleed into one another
    auto& small = shrunk_[static_cast<std::size_t>(tile)];
    if (small.isNull()) small = image_.copy(from).scaled(to.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    painter.drawImage(to.topLeft(), small);
  }
  const double ratio = devicePixelRatioF();
  const auto badge = badges_.find(tile);
  if (tile == selected_ || tile == hovered_ || badge != badges_.end()) {
    // In the gap around the tile; where it is chosen also a bright line inside, because a dark tile hides the outer one.
    const bool chosen = tile == selected_ || badge != badges_.end();
    const double line = std::round((chosen ? 2 : 1) * ratio);
    paintOutline(painter, QRectF(to).adjusted(-line / 2, -line / 2, line / 2, line / 2), tokens::colour(chosen ? Ink::accent : Ink::textMuted), line);
    if (chosen) paintOutline(painter, QRectF(to).adjusted(line / 2, line / 2, -line / 2, -line / 2), tokens::colour(Ink::onAccent), line);
  }
  if (badge == badges_.end()) return;
  QFont font = tokens::font(tokens::Type::strong);
  font.setPixelSize(static_cast<int>(font.pixelSize() * ratio));
  painter.setFont(font);
  const double side = std::round(tokens::kSpace4 * ratio);
  const QRectF box(to.left(), to.top(), side, side);
  painter.fillRect(box, tokens::colour(Ink::accent));
  painter.setPen(tokens::colour(Ink::onAccent));
  painter.drawText(box, Qt::AlignCenter, badge->second);
}

/// Over the columns and before the rows, also while the grid is panned under them.
void TileView::paintHeadings(QPainter& painter) const {
  if (head().isNull()) return;
  const double ratio = devicePixelRatioF();
  QFont font = tokens::font(tokens::Type::caption);
  font.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * ratio)));
  const QFontMetricsF metrics(font);
  painter.setFont(font);
  const QColor behind = tokens::colour(Ink::surface), ink = tokens::colour(Ink::textMuted);
  const auto draw = [&](const QRectF& place, Qt::Alignment alignment, const QString& text) {
    painter.fillRect(place, behind);
    painter.setPen(ink);
    painter.drawText(place, alignment | Qt::AlignVCenter, metrics.elidedText(text, Qt::ElideRight, place.width()));
  };
  for (int column = 0; column < std::min(columns(), static_cast<int>(columnHeadings_.size())); ++column) {
    const QRectF tile = deviceRect(column);
    draw({tile.left(), std::max(0.0, tile.top() - head().height()), tile.width() + gap(), head().height()}, Qt::AlignHCenter, columnHeadings_[column]);
  }
  for (int row = 0; row < std::min(rows(), static_cast<int>(rowHeadings_.size())); ++row) {
    const QRectF tile = deviceRect(row * columns());
    const double wide = head().width() - tokens::kSpace2 * ratio;
    draw({std::max(0.0, tile.left() - head().width()), tile.top(), wide, tile.height()}, Qt::AlignRight, rowHeadings_[row]);
  }
}

/// How large the magnifier shows a pixel; 0 where the tile is as large already.
int TileView::magnifiedScale() const {
  const int scale = static_cast<int>(std::max(1.0, std::floor(kMagnified * devicePixelRatioF() / std::max(grid_.tileWidth, grid_.tileHeight))));
  return magnifier_ && scale >= 1.5 * scale_ ? scale : 0;
}

/// The tile under the pointer, larger, beside the pointer's tile; with its number.
void TileView::paintMagnifier(QPainter& painter) const {
  const double ratio = devicePixelRatioF();
  const int scale = magnifiedScale();
  if (scale == 0) return;
  const QSizeF picture = QSizeF(grid_.tileWidth, grid_.tileHeight) * scale / ratio;
  const QFont font = tokens::numbers(tokens::Type::caption);
  const double caption = QFontMetricsF(font).height() + tokens::kSpace1;
  const QRectF tile = tileRect(hovered_);
  QRectF box(QPointF(), picture + QSizeF(2 * tokens::kSpace1, 2 * tokens::kSpace1 + caption));
  box.moveTopLeft(tile.topRight() + QPointF(tokens::kSpace2, 0));
  if (box.right() > width()) box.moveRight(tile.left() - tokens::kSpace2);
  if (box.left() < 0) box.moveLeft(std::max(0.0, width() - box.width()));
  box.moveTop(std::clamp(box.top(), 0.0, std::max(0.0, height() - box.height())));
  box.moveTopLeft(QPointF(std::floor(box.x() * ratio) / ratio, std::floor(box.y() * ratio) / ratio));
  painter.setPen(QPen(tokens::colour(Ink::line), 1));
  painter.setBrush(tokens::colour(Ink::surface));
  painter.drawRect(box);
  const QRect from((hovered_ % grid_.columns) * grid_.tileWidth, (hovered_ / grid_.columns) * grid_.tileHeight, grid_.tileWidth, grid_.tileHeight);
  painter.save();
  painter.scale(1 / ratio, 1 / ratio);
  const QPoint at(static_cast<int>(std::lround((box.left() + tokens::kSpace1) * ratio)), static_cast<int>(std::lround((box.top() + tokens::kSpace1) * ratio)));
  painter.drawImage(QRect(at, QSize(grid_.tileWidth, grid_.tileHeight) * scale), image_, from);
  painter.restore();
  painter.setFont(font);
  painter.setPen(tokens::colour(Ink::textMuted));
  const auto named = captions_.find(hovered_);
  const QString words = named != captions_.end() ? named->second : tr("No. %1").arg(hovered_ + 1);
  const QRectF line = box.adjusted(tokens::kSpace1, 0, -tokens::kSpace1, -2);
  painter.drawText(line, Qt::AlignBottom | Qt::AlignHCenter, QFontMetricsF(font).elidedText(words, Qt::ElideMiddle, line.width()));
}

void TileView::paintEmpty(QPainter& painter) const {
  painter.setFont(tokens::font(tokens::Type::body));
  painter.setPen(tokens::colour(Ink::textMuted));
  painter.drawText(rect().adjusted(tokens::kSpace4, 0, -tokens::kSpace4, 0), Qt::AlignCenter | Qt::TextWordWrap, emptyText_);
}

// ---- events -----------------------------------------------------------------------------------------------------------------

void TileView::resizeEvent(QResizeEvent*) { layOut(); }

/// A tile that the magnifier leaves alone tells its caption as a tool tip.
bool TileView::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const int tile = tileAt(help->pos());
  const auto named = captions_.find(tile);
  if (named == captions_.end() || magnifiedScale() > 0) return QWidget::event(event);
  QToolTip::showText(help->globalPos(), named->second, this, tileRect(tile).toAlignedRect());
  return true;
}

void TileView::wheelEvent(QWheelEvent* event) {
  wheel_ += event->angleDelta().y();
  const int notches = wheel_ / 120;
  wheel_ -= notches * 120;
  zoomBy(notches, event->position());
  event->accept();
}

void TileView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return;
  pressing_ = true;
  pressed_ = event->position();
  panAtPress_ = pan_;
}

void TileView::mouseMoveEvent(QMouseEvent* event) {
  if (pressing_ && (panning_ || (event->position() - pressed_).manhattanLength() > kWanderClick)) {
    panning_ = true;
    setCursor(Qt::ClosedHandCursor);
    pan_ = panAtPress_ + (event->position() - pressed_) * devicePixelRatioF();
    clampPan();
    update();
    return;
  }
  const int tile = tileAt(event->position());
  if (tile == hovered_) return;
  hovered_ = tile;
  update();
  emit tileHovered(tile);
}

void TileView::mouseReleaseEvent(QMouseEvent* event) {
  const bool click = pressing_ && !panning_ && event->button() == Qt::LeftButton;
  pressing_ = panning_ = false;
  unsetCursor();
  const int tile = tileAt(event->position());
  if (!click || tile < 0) return;
  if (selectable_) setSelectedTile(tile);
  emit tileClicked(tile, event->modifiers());
}

void TileView::mouseDoubleClickEvent(QMouseEvent* event) {
  const int tile = tileAt(event->position());
  if (tile >= 0) emit tileActivated(tile);
  else fit();
}

void TileView::leaveEvent(QEvent*) {
  hovered_ = -1;
  update();
  emit tileHovered(-1);
}

/// Over places that no tile fills to the next tile that way; where there is none, to the outermost.
void TileView::moveSelection(int by) {
  if (grid_.empty() || !selectable_) return;
  const auto within = [this](int tile) { return tile >= 0 && tile < grid_.count; };
  if (selected_ < 0) by = 1;   // from -1: the first
  int to = selected_ + by;
  while (within(to) && !present(to)) to += by;
  if (!within(to)) to = by < 0 ? 0 : grid_.count - 1;
  while (within(to) && !present(to)) to += by < 0 ? 1 : -1;
  if (within(to)) setSelectedTile(to);
}

void TileView::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Copy)) {
    selected_ >= 0 ? copyTile(selected_) : copyGrid();
    return;
  }
  switch (event->key()) {
    case Qt::Key_Plus: case Qt::Key_Equal: zoomIn(); break;
    case Qt::Key_Minus: zoomOut(); break;
    case Qt::Key_0: fit(); break;
    case Qt::Key_Left: moveSelection(-1); break;
    case Qt::Key_Right: moveSelection(1); break;
    case Qt::Key_Up: moveSelection(-columns()); break;
    case Qt::Key_Down: moveSelection(columns()); break;
    case Qt::Key_Space:
      if (selected_ >= 0) emit tileClicked(selected_, event->modifiers());
      break;
    case Qt::Key_Return: case Qt::Key_Enter:
      if (selected_ >= 0) emit tileActivated(selected_);
      break;
    case Qt::Key_Escape: setSelectedTile(-1); break;
    default: QWidget::keyPressEvent(event);
  }
}

void TileView::focusInEvent(QFocusEvent* event) { QWidget::focusInEvent(event); update(); }
void TileView::focusOutEvent(QFocusEvent* event) { QWidget::focusOutEvent(event); update(); }

void TileView::contextMenuEvent(QContextMenuEvent* event) {
  if (grid_.empty()) return;
  const int tile = event->reason() == QContextMenuEvent::Mouse ? tileAt(event->pos()) : selected_;
  QMenu menu(this);
  fillMenu(menu, tile);
  emit menuOpening(&menu, tile);
  menu.exec(event->globalPos());
}

}  // namespace ganvas::ui
