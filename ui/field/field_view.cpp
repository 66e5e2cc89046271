#include "ui/field/field_view.hpp"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/shell/tokens.hpp"

namespace ganvas::ui {
namespace {

constexpr int kFewestCells = 40, kMostCells = 80, kWidestCells = 160;   // along the shorter side, along the longer one
constexpr double kCellSize = 5;       // px
constexpr double kProbe = 7;          // px, radius
constexpr double kPointSize = 3;      // px
constexpr double kLongestPull = 24;   // px
constexpr int kPulls = 150;           // arrows at once
constexpr double kZoom = 1.25;        // for each notch of the wheel

QColor blended(const QColor& a, const QColor& b, double t) {
  const auto mix = [t](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * t)); };
  return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

double squashed(double logit) { return 1 / (1 + std::exp(-logit)); }

}  // namespace

FieldView::FieldView(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAccessibleName(tr("The plane"));
}

const FieldView::List& FieldView::list(const char* name) const {
  static const List none;
  const auto found = lists_.find(name);
  return found == lists_.end() ? none : found->second;
}

QSize FieldView::cells() const {
  const auto on = sheet();
  const double shorter = std::min(on.width(), on.height()), cells = std::clamp(shorter / kCellSize, static_cast<double>(kFewestCells), static_cast<double>(kMostCells));
  const auto along = [&](double length) { return std::min(kWidestCells, static_cast<int>(std::lround(cells * length / shorter))); };
  return {along(on.width()), along(on.height())};
}

void FieldView::show(const InferenceResult& result, QSize cells) {
  auto before = std::exchange(lists_, result.lists);
  const auto known = [&](const char* name) { return before.contains(name) && before.at(name).size() == static_cast<std::size_t>(cells.width()) * static_cast<std::size_t>(cells.height()); };
  if (!lists_.contains("p_data") && cells == cells_ && before.contains("view") && before["view"] == list("view"))   // not measured anew
    for (const auto* name : {"p_data", "p_g", "d_star"})
      if (known(name)) lists_[name] = std::move(before[name]);
  cells_ = cells;
  if (const auto& at = list("view"); at.size() == 4) shown_ = {at[0], at[1], at[2], at[3]};
  if (!all_ && shown_) {   // the first answer, to a request that left the part to the engine
    all_ = shown_;
    view_ = fitted(*all_);
    emit viewChanged();
  }
  shade();
  emit hovered();
}

void FieldView::clear(const QString& emptyText) {
  lists_.clear();
  shown_.reset();
  view_.reset();
  all_.reset();
  home_ = true;
  empty_ = emptyText;
  shade();
  emit hovered();
}

void FieldView::setShade(FieldShade shade) {
  shade_ = shade;
  this->shade();
}

void FieldView::setLayer(Layer layer, bool on) {
  on_[layer] = on;
  update();
}

/// Colours of the cells: what D takes for real is as green as real points are, what it takes for generated as red as those.
void FieldView::shade() {
  image_ = {};
  const auto& d = list("d");
  const auto& best = list("d_star");
  const auto count = static_cast<std::size_t>(cells_.width()) * static_cast<std::size_t>(cells_.height());
  const bool known = shade_ == FieldShade::answer ? d.size() == count : shade_ == FieldShade::best ? best.size() == count
                   : shade_ == FieldShade::difference ? d.size() == count && best.size() == count : list("p_g").size() == count;
  if (shade_ != FieldShade::none && known && shown_) {
    const bool likely = probabilities();
    const auto paper = tokens::colour(Ink::surface), ofData = tokens::colour(Ink::real), ofGenerator = tokens::colour(Ink::generator);
    const auto& density = list(shade_ == FieldShade::data ? "p_data" : "p_g");
    const double most = density.empty() ? 1 : std::max(1e-300, *std::max_element(density.begin(), density.end()));
    image_ = QImage(cells_, QImage::Format_RGB32);
    for (int row = 0; row < cells_.height(); ++row) {
      for (int column = 0; column < cells_.width(); ++column) {
        const auto i = static_cast<std::size_t>(row * cells_.width() + column);
        const auto split = [&](double t) {   // -1 … 1: towards the generator's colour or the data's
          return blended(paper, t < 0 ? ofGenerator : ofData, std::clamp(std::abs(t), 0.0, 1.0) * 0.65);
        };
        const auto ofAnswer = [&](double v) { return split(2 * (likely ? v : squashed(v)) - 1); };
        QColor colour = paper;
        if (shade_ == FieldShade::answer) colour = ofAnswer(d[i]);
        else if (shade_ == FieldShade::best) colour = std::isnan(best[i]) ? paper : split(2 * best[i] - 1);
        else if (shade_ == FieldShade::difference) colour = std::isnan(best[i]) ? paper : split(2 * (d[i] - best[i]));
        else colour = blended(paper, shade_ == FieldShade::data ? ofData : ofGenerator, std::sqrt(std::max(0.0, density[i]) / most) * 0.8);
        image_.setPixelColor(column, cells_.height() - 1 - row, colour);
      }
    }
  }
  update();
}

QRectF FieldView::sheet() const { return QRectF(rect()).adjusted(0, 0, -1, -1); }

std::array<double, 4> FieldView::fitted(const std::array<double, 4>& part) const {
  const auto on = sheet();
  const double x = (part[0] + part[1]) / 2, y = (part[2] + part[3]) / 2;
  const double scale = std::max((part[1] - part[0]) / on.width(), (part[3] - part[2]) / on.height()) / 2;
  return {x - on.width() * scale, x + on.width() * scale, y - on.height() * scale, y + on.height() * scale};
}

/// D's answers are probabilities; else they are logits.
bool FieldView::probabilities() const {
  const auto& d = list("d");
  return std::all_of(d.begin(), d.end(), [](double v) { return v >= 0 && v <= 1; });
}

QPointF FieldView::toWidget(double x, double y) const {
  const auto on = sheet();
  const auto& v = *view_;
  return {on.left() + (x - v[0]) / (v[1] - v[0]) * on.width(), on.bottom() - (y - v[2]) / (v[3] - v[2]) * on.height()};
}

QPointF FieldView::toPlane(QPointF place) const {
  const auto on = sheet();
  const auto& v = *view_;
  return {v[0] + (place.x() - on.left()) / on.width() * (v[1] - v[0]), v[2] + (on.bottom() - place.y()) / on.height() * (v[3] - v[2])};
}

void FieldView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const auto on = sheet();
  painter.fillRect(on, tokens::colour(Ink::surface));
  if (!view_) {
    painter.setPen(tokens::colour(Ink::textMuted));
    painter.setFont(tokens::font(tokens::Type::body));
    painter.drawText(on.adjusted(tokens::kSpace6, 0, -tokens::kSpace6, 0), Qt::AlignCenter | Qt::TextWordWrap, empty_);
  } else {
    painter.save();
    painter.setClipRect(on);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (!image_.isNull()) painter.drawImage(QRectF(toWidget((*shown_)[0], (*shown_)[3]), toWidget((*shown_)[1], (*shown_)[2])), image_);
    painter.setRenderHint(QPainter::Antialiasing);
    if (on_[lines]) drawLines(painter);
    if (on_[grid]) drawGrid(painter);
    if (on_[real]) drawPoints(painter, list("real"), tokens::colour(Ink::real));
    if (on_[generated]) drawPoints(painter, list("fake"), tokens::colour(Ink::generator));
    if (on_[pull]) drawPull(painter);
    if (on_[probe]) drawProbe(painter);
    drawLegend(painter);
    painter.restore();
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(tokens::colour(Ink::line));
  painter.drawRect(on);
}

/// Lines of equal D by marching through the cells' middles: 0.5 strong, others faint.
void FieldView::drawLines(QPainter& painter) const {
  const auto& d = list("d");
  const int w = cells_.width(), h = cells_.height();
  if (d.size() != static_cast<std::size_t>(w) * static_cast<std::size_t>(h) || w < 2 || h < 2) return;
  const bool likely = probabilities();
  const auto& s = *shown_;
  const auto origin = toWidget(s[0] + 0.5 / w * (s[1] - s[0]), s[2] + 0.5 / h * (s[3] - s[2]));
  const auto end = toWidget(s[0] + 1.5 / w * (s[1] - s[0]), s[2] + 1.5 / h * (s[3] - s[2]));
  const QPointF cell = end - origin;
  for (const double level : {0.1, 0.3, 0.5, 0.7, 0.9}) {
    const double border = likely ? level : std::log(level / (1 - level));
    QList<QLineF> pieces;
    for (int row = 0; row + 1 < h; ++row) {
      for (int column = 0; column + 1 < w; ++column) {
        const auto at = static_cast<std::size_t>(row * w + column), above = at + static_cast<std::size_t>(w);
        const double corner[4]{d[at] - border, d[at + 1] - border, d[above + 1] - border, d[above] - border};
        const QPointF place[4]{{column + 0.0, row + 0.0}, {column + 1.0, row + 0.0}, {column + 1.0, row + 1.0}, {column + 0.0, row + 1.0}};
        QPointF cut[4];
        int cuts = 0;
        for (int i = 0; i < 4; ++i) {
          const int j = (i + 1) % 4;
          if ((corner[i] < 0) == (corner[j] < 0)) continue;
          const auto p = place[i] + (place[j] - place[i]) * (corner[i] / (corner[i] - corner[j]));
          cut[cuts++] = origin + QPointF(p.x() * cell.x(), p.y() * cell.y());
        }
        for (int i = 0; i + 1 < cuts; i += 2) pieces << QLineF(cut[i], cut[i + 1]);
      }
    }
    auto colour = tokens::colour(Ink::discriminator);
    colour.setAlphaF(level == 0.5 ? 1.0f : 0.4f);
    painter.setPen(QPen(colour, level == 0.5 ? 2 : 1));
    painter.drawLines(pieces);
  }
}

/// Where the latent point lands that the person moves.
void FieldView::drawProbe(QPainter& painter) const {
  const auto& at = list("probe");
  if (at.size() != 2 || !std::isfinite(at[0]) || !std::isfinite(at[1])) return;
  const auto place = toWidget(at[0], at[1]);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(tokens::colour(Ink::surface), 5));
  painter.drawEllipse(place, kProbe, kProbe);
  painter.setPen(QPen(tokens::colour(Ink::text), 2));
  painter.drawEllipse(place, kProbe, kProbe);
  painter.setPen(QPen(tokens::colour(Ink::text), 4, Qt::SolidLine, Qt::RoundCap));
  painter.drawPoint(place);
}

QString FieldView::legend() const {
  const bool answered = !list("d").empty();
  switch (shade_) {
    case FieldShade::none: return {};
    case FieldShade::answer: return answered ? tr("D(x): generated %1 real").arg(QStringLiteral("↔")) : tr("D judges batches as a whole: it has no answer to single points.");
    case FieldShade::best: return list("d_star").empty() ? tr("The best D of this loss is not known.") : tr("D*(x): generated %1 real").arg(QStringLiteral("↔"));
    case FieldShade::difference: return list("d_star").empty() || !answered ? tr("The best D of this loss is not known.") : tr("D - D*: too low %1 too high").arg(QStringLiteral("↔"));
    case FieldShade::data: return tr("p_data: the darker, the denser");
    case FieldShade::generated: return tr("p_g: the darker, the denser");
  }
  return {};
}

/// In the lower left corner, on a sheet of its own.
void FieldView::drawLegend(QPainter& painter) const {
  auto text = legend();
  if (text.isEmpty()) return;
  const auto arrow = text.indexOf(QChar(0x2194));
  painter.setFont(tokens::font(tokens::Type::caption));
  const QFontMetricsF metrics(painter.font());
  constexpr double kBar = 64;
  const auto before = arrow < 0 ? text : text.left(arrow).trimmed(), after = arrow < 0 ? QString() : text.mid(arrow + 1).trimmed();
  const double width = metrics.horizontalAdvance(before) + (arrow < 0 ? 0 : kBar + 2 * tokens::kSpace2 + metrics.horizontalAdvance(after)) + 2 * tokens::kSpace2;
  const QRectF on(tokens::kSpace2, sheet().bottom() - tokens::kSpace2 - tokens::kSpace6, width, tokens::kSpace6);
  auto paper = tokens::colour(Ink::surface);
  paper.setAlphaF(0.85f);
  painter.setPen(Qt::NoPen);
  painter.setBrush(paper);
  painter.drawRoundedRect(on, tokens::kRadiusSmall, tokens::kRadiusSmall);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(tokens::colour(Ink::textMuted));
  const auto words = on.adjusted(tokens::kSpace2, 0, -tokens::kSpace2, 0);
  painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, before);
  if (arrow < 0) return;
  painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, after);
  const double left = words.left() + metrics.horizontalAdvance(before) + tokens::kSpace2;
  QLinearGradient bar(left, 0, left + kBar, 0);
  const auto white = tokens::colour(Ink::surface);
  bar.setColorAt(0, blended(white, tokens::colour(Ink::generator), 0.65));
  bar.setColorAt(0.5, white);
  bar.setColorAt(1, blended(white, tokens::colour(Ink::real), 0.65));
  painter.fillRect(QRectF(left, on.center().y() - 4, kBar, 8), bar);
}

void FieldView::drawPoints(QPainter& painter, const List& points, const QColor& colour) const {
  const double ratio = devicePixelRatioF();   // a dot is drawn once and copied: hundreds of round caps thirty times a second are dear
  const int side = static_cast<int>(std::ceil((kPointSize + 2) * ratio));
  QPixmap dot(side, side);
  dot.fill(Qt::transparent);
  QPainter pen(&dot);
  pen.setRenderHint(QPainter::Antialiasing);
  pen.setPen(Qt::NoPen);
  pen.setBrush(colour);
  pen.drawEllipse(QPointF(side / 2.0, side / 2.0), kPointSize * ratio / 2, kPointSize * ratio / 2);
  pen.end();
  QList<QPainter::PixmapFragment> copies;
  for (std::size_t i = 0; i + 1 < points.size(); i += 2)
    if (std::isfinite(points[i]) && std::isfinite(points[i + 1])) copies << QPainter::PixmapFragment::create(toWidget(points[i], points[i + 1]), dot.rect(), 1 / ratio, 1 / ratio);
  painter.drawPixmapFragments(copies.constData(), static_cast<int>(copies.size()), dot);
}

/// Each mesh holds as many points as any other: the smaller, the denser, the less it is seen through.
void FieldView::drawGrid(QPainter& painter) const {
  const auto& points = list("manifold");
  const auto side = static_cast<std::size_t>(std::lround(std::sqrt(static_cast<double>(points.size() / 2))));
  const auto at = [&](std::size_t i) { return toWidget(points[2 * i], points[2 * i + 1]); };
  auto colour = tokens::colour(Ink::generator);
  if (side < 2 || side * side * 2 != points.size()) {   // of one latent number: a line
    QPolygonF line;
    for (std::size_t i = 0; 2 * i + 1 < points.size(); ++i) line << at(i);
    painter.setPen(QPen(colour, 2));
    painter.drawPolyline(line);
    return;
  }
  const double even = sheet().width() * sheet().height() / static_cast<double>((side - 1) * (side - 1));
  for (std::size_t row = 0; row + 1 < side; ++row) {
    for (std::size_t column = 0; column + 1 < side; ++column) {
      const auto i = row * side + column;
      const QPolygonF mesh{{at(i), at(i + 1), at(i + side + 1), at(i + side)}};
      double area = 0;
      for (int k = 0; k < 4; ++k) area += mesh[k].x() * mesh[(k + 1) % 4].y() - mesh[(k + 1) % 4].x() * mesh[k].y();
      colour.setAlphaF(static_cast<float>(std::clamp(0.08 * even / std::max(1.0, std::abs(area) / 2), 0.04, 0.6)));
      painter.setBrush(colour);
      painter.setPen(QPen(colour, 1));
      painter.drawPolygon(mesh);
    }
  }
  painter.setBrush(Qt::NoBrush);
}

void FieldView::drawPull(QPainter& painter) const {
  const auto& points = list("fake");
  const auto& pulls = list("gradients");
  if (points.size() != pulls.size()) return;
  const auto count = std::min<std::size_t>(points.size() / 2, kPulls);
  double longest = 1e-12;
  for (std::size_t i = 0; i < count; ++i) longest = std::max(longest, std::hypot(pulls[2 * i], pulls[2 * i + 1]));
  painter.setPen(QPen(tokens::colour(Ink::text), 1));
  for (std::size_t i = 0; i < count; ++i) {
    const auto from = toWidget(points[2 * i], points[2 * i + 1]);
    const QPointF along(pulls[2 * i] / longest * kLongestPull, -pulls[2 * i + 1] / longest * kLongestPull);
    const double length = std::hypot(along.x(), along.y());
    if (length < 1) continue;
    const auto tip = from + along, back = along * (std::min(5.0, length / 2) / length);
    const QPointF side(-back.y() * 0.5, back.x() * 0.5);
    painter.drawLine(from, tip);
    painter.drawLine(tip, tip - back + side);
    painter.drawLine(tip, tip - back - side);
  }
}

QString FieldView::readOut() const {
  if (!mouse_ || !view_ || !shown_ || !sheet().contains(*mouse_)) return {};
  const auto place = toPlane(*mouse_);
  const QLocale locale;
  const auto number = [&](double v) { return locale.toString(v, 'g', 3); };
  QStringList parts{tr("x %1, y %2").arg(locale.toString(place.x(), 'f', 2), locale.toString(place.y(), 'f', 2))};
  const auto& s = *shown_;
  const int column = static_cast<int>(std::floor((place.x() - s[0]) / (s[1] - s[0]) * cells_.width()));
  const int row = static_cast<int>(std::floor((place.y() - s[2]) / (s[3] - s[2]) * cells_.height()));
  if (column < 0 || row < 0 || column >= cells_.width() || row >= cells_.height()) return parts.first();
  const auto i = static_cast<std::size_t>(row * cells_.width() + column);
  const auto add = [&](const char* name, const QString& title) {
    const auto& values = list(name);
    if (i < values.size() && !std::isnan(values[i])) parts << title + QLatin1Char(' ') + number(values[i]);
  };
  add("d", QStringLiteral("D"));
  add("d_star", QStringLiteral("D*"));
  add("p_data", QStringLiteral("p_data"));
  add("p_g", QStringLiteral("p_g"));
  return parts.join(QStringLiteral("   "));
}

void FieldView::look(std::array<double, 4> view) {
  constexpr double kLeast = 1e-3, kMost = 1e4;
  if (view[1] - view[0] < kLeast || view[1] - view[0] > kMost) return;
  view_ = view;
  home_ = false;
  update();
  emit viewChanged();
}

void FieldView::wheelEvent(QWheelEvent* event) {
  event->accept();
  if (!view_) return;
  const double factor = std::pow(kZoom, -event->angleDelta().y() / 120.0);
  const auto at = toPlane(event->position());
  const auto& v = *view_;
  look({at.x() + (v[0] - at.x()) * factor, at.x() + (v[1] - at.x()) * factor, at.y() + (v[2] - at.y()) * factor, at.y() + (v[3] - at.y()) * factor});
}

void FieldView::mousePressEvent(QMouseEvent* event) {
  dragging_ = event->button() == Qt::LeftButton && view_.has_value();
  dragged_ = event->position();
}

void FieldView::mouseMoveEvent(QMouseEvent* event) {
  mouse_ = event->position();
  if (dragging_ && view_) {
    const auto from = toPlane(dragged_), to = toPlane(event->position());
    const auto v = *view_;
    dragged_ = event->position();
    look({v[0] + from.x() - to.x(), v[1] + from.x() - to.x(), v[2] + from.y() - to.y(), v[3] + from.y() - to.y()});
  }
  emit hovered();
}

void FieldView::mouseReleaseEvent(QMouseEvent*) { dragging_ = false; }

void FieldView::mouseDoubleClickEvent(QMouseEvent*) {
  home_ = true;
  if (all_) view_ = fitted(*all_);
  update();
  emit viewChanged();
}

void FieldView::resizeEvent(QResizeEvent*) {
  if (!view_) return;
  view_ = fitted(home_ ? *all_ : *view_);
  emit viewChanged();
}

void FieldView::leaveEvent(QEvent*) {
  mouse_.reset();
  emit hovered();
}

void FieldView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) shade();   // another tone
  QWidget::changeEvent(event);
}

}  // namespace ganvas::ui
