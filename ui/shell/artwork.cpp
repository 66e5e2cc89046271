#include "ui/shell/artwork.hpp"

#include <QPainterPath>
#include <cmath>

#include "ui/shell/style_paint.hpp"
#include "ui/shell/theme.hpp"

namespace ganvas::ui {
namespace {

void clipRounded(QPainter* painter, const QRectF& rect, qreal radius) {
  QPainterPath path;
  path.addRoundedRect(rect, radius, radius);
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setClipPath(path, Qt::IntersectClip);
}

/// 0…1, the same for the same cell everywhere.
qreal cellNoise(uint seed, int x, int y) {
  quint64 h = (quint64(seed) << 32) ^ (quint64(x) * 0x9E3779B97F4A7C15ull) ^ (quint64(y) * 0xC2B2AE3D27D4EB4Full);
  h ^= h >> 31, h *= 0xBF58476D1CE4E5B9ull, h ^= h >> 30, h *= 0x94D049BB133111EBull, h ^= h >> 29;
  return static_cast<qreal>(h >> 11) / 9007199254740992.0;
}

}  // namespace

void paintPicture(QPainter* painter, const QRectF& rect, const QImage& picture, qreal radius) {
  painter->save();
  clipRounded(painter, rect, radius);
  const qreal ratio = painter->device()->devicePixelRatioF();
  const qreal cover = std::max(rect.width() / picture.width(), rect.height() / picture.height()) * ratio;  // device px per picture px
  const bool shrinks = cover <= 0.75;
  const qreal scale = (shrinks ? cover : std::ceil(cover - 0.01)) / ratio;
  painter->setRenderHint(QPainter::SmoothPixmapTransform, shrinks);
  painter->drawImage(QRectF(rect.topLeft(), QSizeF(picture.size()) * scale), picture);
  painter->restore();
}

void paintPlaceholder(QPainter* painter, const QRectF& rect, const QString& name, qreal radius) {
  painter->save();
  clipRounded(painter, rect, radius);
  painter->fillRect(rect, tokens::colour(Ink::raised));
  painter->setRenderHint(QPainter::Antialiasing, false);
  uint seed = 2166136261u;   // FNV-1a: the same picture for the same name in every process
  for (const char c : name.toUtf8()) seed = (seed ^ static_cast<uchar>(c)) * 16777619u;
  const qreal cell = 12;
  const int columns = static_cast<int>(std::ceil(rect.width() / cell)), rows = static_cast<int>(std::ceil(rect.height() / cell));
  const qreal phase = seed % 628 / 100.0;
  for (int y = 0; y < rows; ++y) {
    for (int x = 0; x < columns; ++x) {
      const qreal across = columns > 1 ? qreal(x) / (columns - 1) : 0, down = rows > 1 ? qreal(y) / (rows - 1) : 0;
      const qreal order = std::clamp(across * 1.5 - 0.25, 0.0, 1.0);
      const qreal wave = 0.5 + 0.5 * std::sin(across * 7 + phase) * std::cos(down * 4.2 + phase * 0.7);
      const qreal strength = (1 - order) * cellNoise(seed, x, y) + order * wave;
      const QColor ink = mixed(tokens::colour(Ink::discriminator), tokens::colour(Ink::generator), std::clamp(across * 0.8 + 0.2 * wave, 0.0, 1.0));
      painter->fillRect(QRectF(rect.left() + x * cell, rect.top() + y * cell, cell, cell), mixed(tokens::colour(Ink::raised), ink, 0.08 + 0.62 * strength * strength));
    }
  }
  painter->restore();
}

PictureView::PictureView(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PictureView::setPicture(QImage picture) {
  picture_ = std::move(picture);
  update();
}

void PictureView::setPlaceholder(const QString& name) {
  placeholder_ = name;
  update();
}

void PictureView::setWhole(bool whole) {
  whole_ = whole;
  update();
}

void PictureView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (picture_.isNull()) return paintPlaceholder(&painter, rect(), placeholder_, tokens::kRadius);
  if (!whole_) return paintPicture(&painter, rect(), picture_, tokens::kRadius);
  const qreal ratio = devicePixelRatioF();
  const qreal fit = std::min(qreal(width()) / picture_.width(), qreal(height()) / picture_.height()) * ratio;
  const QSizeF size = QSizeF(picture_.size()) * ((fit >= 1 ? std::floor(fit) : fit) / ratio);
  const QRectF target(QPointF(std::round((width() - size.width()) / 2), std::round((height() - size.height()) / 2)), size);
  paintPicture(&painter, target, picture_, tokens::kRadiusSmall);
}

}  // namespace ganvas::ui
