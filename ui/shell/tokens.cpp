#include "ui/shell/tokens.hpp"

#include <QFile>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <array>

#include "ui/shell/tone.hpp"

namespace ganvas::ui {
namespace {

struct Pair {
  QRgb light, dark;
};

/// The chrome is paper and ink, so that colour always means something: vermilion is the generator, blue the discriminator,
/// green real data. The hues are Okabe and Ito's (2008), told apart by colour-blind eyes; for dark they are lightened to keep
/// a contrast of at least 4.5 against the surface.
Pair pairOf(Ink ink) {
  switch (ink) {
    case Ink::window: return {0xfff7f6f3, 0xff161719};
    case Ink::surface: return {0xffffffff, 0xff1e2023};
    case Ink::raised: return {0xfff0eeea, 0xff2a2c30};
    case Ink::line: return {0xffdfdcd5, 0xff383b40};
    case Ink::text: return {0xff1f1d1a, 0xffecebe7};
    case Ink::textMuted: return {0xff676259, 0xffa8a59e};
    case Ink::textDisabled: return {0xffaaa59c, 0xff67665f};
    case Ink::accent: return {0xff26231f, 0xffefece5};
    case Ink::onAccent: return {0xffffffff, 0xff1a1a1b};
    case Ink::generator: return {0xffc95400, 0xfff58b3e};
    case Ink::discriminator: return {0xff0069a6, 0xff5fb6ec};
    case Ink::real: return {0xff00805d, 0xff2fc299};
    case Ink::success: return {0xff1a7a48, 0xff52c48b};
    case Ink::warning: return {0xff8f6200, 0xffe6b450};
    case Ink::error: return {0xffb3261e, 0xffff8278};
    case Ink::series1: return {0xffb65a8e, 0xffd893bb};
    case Ink::series2: return {0xffc98b00, 0xffe9a91c};
    case Ink::series3: return {0xff3a9bd6, 0xff86cbf2};
    case Ink::series4: return {0xff8f8400, 0xfff0e442};
    case Ink::series5: return {0xff5f5b55, 0xffbdbab3};
  }
  return {0xff000000, 0xffffffff};
}

Tone g_tone = Tone::light;

QString sansFamily() {
  static const QString family = [] {
    const auto families = QFontDatabase::families();
    for (const char* wanted : {"Inter", "Inter Variable", "Inter V"}) {
      if (families.contains(QLatin1String(wanted))) return QString::fromLatin1(wanted);
    }
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
  }();
  return family;
}

bool digitsAreEqual(const QFont& font) {
  const QFontMetricsF metrics(font);
  // Of texts, not of characters: only texts are shaped with the font's features.
  const auto width = metrics.horizontalAdvance(QStringLiteral("0"));
  for (char digit = '1'; digit <= '9'; ++digit) {
    if (std::abs(metrics.horizontalAdvance(QString(QLatin1Char(digit))) - width) > 0.01) return false;
  }
  return true;
}

/// Where the face's tabular figures cannot be asked for (before Qt 6.7): the first face whose plain figures are tabular.
QString tabularFamily() {
  static const QString family = [] {
    const auto families = QFontDatabase::families();
    for (const QString& name : {sansFamily(), QStringLiteral("Roboto"), QStringLiteral("Liberation Sans"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")}) {
      if (families.contains(name) && digitsAreEqual(QFont(name, 24))) return name;
    }
    return QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
  }();
  return family;
}

/// Draws resources/icons/NAME.svg at any size and scale in a colour asked for at painting time, so icons follow the theme.
class TintedIcon : public QIconEngine {
 public:
  TintedIcon(QString name, Ink ink) : name_(std::move(name)), ink_(ink) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    QSvgRenderer renderer(source(mode, state));
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    painter->setRenderHint(QPainter::Antialiasing);
    renderer.render(painter, rect);
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1.0); }
  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
    const auto key = QStringLiteral("%1/%2/%3x%4").arg(name_, inkOf(mode, state).name()).arg(size.width()).arg(size.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect({0, 0}, size), mode, state);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
  }
  QIconEngine* clone() const override { return new TintedIcon(name_, ink_); }
  QString key() const override { return QStringLiteral("ganvas"); }

 private:
  QByteArray source(QIcon::Mode mode, QIcon::State state) const {
    static QHash<QString, QByteArray> files;
    auto& svg = files[name_];
    if (svg.isEmpty()) {
      QFile file(QStringLiteral(":/icons/%1.svg").arg(name_));
      if (!file.open(QIODevice::ReadOnly)) qWarning("There is no icon named %s.", qPrintable(name_));
      svg = file.readAll();
    }
    return QByteArray(svg).replace("currentColor", inkOf(mode, state).name().toLatin1());
  }
  QColor inkOf(QIcon::Mode mode, QIcon::State state) const {
    const bool plain = ink_ == Ink::text || ink_ == Ink::textMuted;
    return tokens::colour(mode == QIcon::Disabled ? Ink::textDisabled : state == QIcon::On && plain ? Ink::accent : ink_);
  }

  QString name_;
  Ink ink_;
};

}  // namespace

void setTone(Tone tone) { g_tone = tone; }

namespace tokens {

Tone tone() { return g_tone; }

QColor colour(Ink ink) {
  const auto pair = pairOf(ink);
  return QColor::fromRgb(g_tone == Tone::light ? pair.light : pair.dark);
}

QColor colour(Role role) {
  switch (role) {
    case Role::generator: return colour(Ink::generator);
    case Role::discriminator: return colour(Ink::discriminator);
    case Role::real: return colour(Ink::real);
    case Role::encoder: return colour(Ink::series1);
    case Role::frozen: return colour(Ink::textMuted);
    case Role::none: break;
  }
  return colour(Ink::series5);
}

QFont font(Type type) {
  QFont font(sansFamily());
  static constexpr std::array kPixels = {11, 13, 13, 18, 28, 15};
  font.setPixelSize(kPixels[static_cast<std::size_t>(type)]);
  if (type == Type::strong || type == Type::title || type == Type::display) font.setWeight(QFont::DemiBold);
  if (type == Type::display) font.setLetterSpacing(QFont::PercentageSpacing, 98.5);
  return font;
}

QFont numbers(Type type) {
  QFont result = font(type);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
  result.setFeature("tnum", 1);
#endif
  static const bool tabular = digitsAreEqual(result);
  if (!tabular) result.setFamily(tabularFamily());
  return result;
}

QIcon icon(const QString& name, Ink ink) { return QIcon(new TintedIcon(name, ink)); }

}  // namespace tokens
}  // namespace ganvas::ui
