#include "ui/shell/home_page.hpp"

#include <QImageReader>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/images.hpp"
#include "ui/bridge/words.hpp"
#include "ui/shell/artwork.hpp"
#include "ui/shell/card.hpp"
#include "ui/shell/style.hpp"
#include "ui/shell/style_paint.hpp"
#include "ui/train/ink_label.hpp"
#include "ui/train/run_controls.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;
constexpr int kWidest = 1120;       // px of text and cards; on a wider window the page stays in the middle
constexpr std::size_t kRecentRuns = 4;

void clearLayout(QLayout* layout) {
  while (auto* item = layout->takeAt(0)) {
    if (auto* widget = item->widget()) widget->deleteLater();
    delete item;
  }
}

/// A round-cornered surface to put things on.
class Sheet : public QFrame {
 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    paintRounded(&painter, rect(), colour(Ink::surface), colour(Ink::line), kRadiusLarge);
  }
};

}  // namespace

std::optional<QuickStart> quickStart(const Engine& engine) {
  std::vector<QuickStart> all;   // in the catalogue's order, which says what data to begin with
  const auto families = engine.families();
  for (const auto& data : engine.datasets())
    for (const auto& family : families)
      for (const auto& preset : engine.presets(family.name))
        if (preset.shipped && preset.data == data.name) all.push_back({family, preset, data});
  if (all.empty()) return std::nullopt;
  const auto rank = [](const QuickStart& quick) { return 2 * quick.data.present + quick.preset.first; };
  return *std::max_element(all.begin(), all.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });   // the first of equals
}

HomePage::HomePage(Bridge& bridge, QWidget* parent) : QScrollArea(parent), bridge_(bridge) {
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setAccessibleName(tr("Home"));
  auto* page = new QWidget;
  column_ = new QVBoxLayout(page);
  column_->setSpacing(kSpace4);
  auto* title = new InkLabel(Ink::text, Type::display);
  title->setText(tr("What would you like to see?"));
  auto* subtitle = new InkLabel(Ink::textMuted);
  subtitle->setText(tr("Two networks play a game: the generator draws, the discriminator tells drawn from real. Everything runs on this computer."));
  subtitle->setWordWrap(true);
  column_->addWidget(title);
  column_->addWidget(subtitle);
  column_->addSpacing(kSpace2);
  column_->addWidget(makeHero());
  column_->addLayout(makeWaysIn());
  runsHeading_ = addHeading(tr("Recent runs"));
  runs_ = new QWidget;
  auto* runGrid = new CardGrid(220, runs_);
  runGrid->setMaximumColumns(4);
  runGrid->setMaximumWidth(268);
  column_->addWidget(runs_);
  addHeading(tr("Families of GANs"));
  families_ = new QWidget;
  auto* familyGrid = new CardGrid(300, families_);
  familyGrid->setMaximumColumns(3);
  familyGrid->setMaximumWidth(363);
  column_->addWidget(families_);
  column_->addStretch();
  setWidget(page);
  fillFamilies();
  fillRuns({});
  refreshHero();
  connect(&bridge_, &Bridge::samplesArrived, this, [this](const TileGrid& samples) {
    if (bridge_.running()) picture_->setPicture(toImage(samples.frame));
  });
  connect(&bridge_, &Bridge::statusChanged, this, [this] {
    if (isVisible()) refreshHero();
  });
}

InkLabel* HomePage::addHeading(const QString& text) {
  auto* heading = new InkLabel(Ink::text, Type::title);
  heading->setText(text);
  column_->addSpacing(kSpace4);
  column_->addWidget(heading);
  return heading;
}

QWidget* HomePage::makeHero() {
  hero_ = new Sheet;
  auto* row = new QHBoxLayout(hero_);
  row->setContentsMargins(kSpace8, kSpace2, kSpace2, kSpace2);
  row->setSpacing(kSpace8);
  auto* words = new QVBoxLayout;
  words->setSpacing(kSpace3);
  heroTitle_ = new InkLabel(Ink::text, Type::display);
  heroTitle_->setWordWrap(true);
  heroText_ = new InkLabel(Ink::textMuted);
  heroText_->setWordWrap(true);
  button_ = new QPushButton;
  setVariant(button_, Variant::primary);
  button_->setMinimumHeight(kControlHeight + kSpace3);
  button_->setMinimumWidth(180);
  words->addStretch();
  words->addWidget(heroTitle_);
  words->addWidget(heroText_);
  words->addSpacing(kSpace2);
  words->addWidget(button_, 0, Qt::AlignLeft);
  words->addStretch();
  row->addLayout(words, 5);
  picture_ = new PictureView;
  picture_->setMinimumHeight(248);
  row->addWidget(picture_, 6);
  connect(button_, &QPushButton::clicked, this, [this] {
    if (bridge_.running() || !quick_) return emit trainChosen();
    if (!quick_->data.present) return emit dataNeeded(from(quick_->data.name));
    emit quickStartChosen(*quick_);
  });
  return hero_;
}

QLayout* HomePage::makeWaysIn() {
  auto* grid = new CardGrid(240);
  grid->setMaximumColumns(4);
  const auto add = [&](const QString& icon, const QString& title, const QString& body, auto signal) {
    auto* card = new Card(Card::Shape::row);
    card->setIconName(icon);
    card->setTitle(title);
    card->setBody(body);
    connect(card, &Card::clicked, this, signal);
    grid->addWidget(card);
  };
  if (!bridge_.engine().models().empty())
    add(QStringLiteral("edit"), tr("Draw a picture"), tr("Draw lines and watch a picture come, at once."), &HomePage::drawChosen);
  add(QStringLiteral("train"), tr("Train your own"), tr("Choose a family, pictures and every parameter."), &HomePage::trainChosen);
  add(QStringLiteral("sparkle"), tr("Play with a trained generator"), tr("Walk through what it can draw."), &HomePage::playChosen);
  add(QStringLiteral("folder"), tr("Open a run"), tr("Look at a run again, step by step."), &HomePage::openChosen);
  return grid;
}

void HomePage::fillFamilies() {
  for (const auto& family : bridge_.engine().families()) {
    auto* card = new Card(Card::Shape::picture);
    card->setTitle(told(family.title));
    card->setBody(told(family.summary));
    card->setDetail(from(family.paper));
    if (!family.picture.empty()) card->setPicture(QImage(from(family.picture)));
    connect(card, &Card::clicked, this, [this, name = from(family.name)] { emit familyChosen(name); });
    families_->layout()->addWidget(card);
  }
}

void HomePage::fillRuns(const std::vector<RunSummary>& runs) {
  clearLayout(runs_->layout());
  std::size_t shown = 0;
  for (const auto& run : runs) {
    if (!run.problem.empty() || shown == kRecentRuns) continue;
    ++shown;
    auto* card = new Card(Card::Shape::picture);
    card->setTitle(from(run.name));
    card->setBody(familyTitle(bridge_.engine(), run.family) + QStringLiteral(" · ") + dataTitle(bridge_.engine(), run.data));
    card->setDetail(tr("%1 steps · %2").arg(QLocale().toString(static_cast<qlonglong>(run.step)), durationText(run.seconds)));
    card->setPicture(toImage(run.thumbnail));
    connect(card, &Card::clicked, this, [this, folder = from(run.folder)] { emit runChosen(folder); });
    runs_->layout()->addWidget(card);
  }
  runsHeading_->setVisible(shown > 0);
  runs_->setVisible(shown > 0);
}

void HomePage::refresh() {
  quick_ = quickStart(bridge_.engine());
  refreshHero();
  bridge_.follow<std::vector<RunSummary>>(bridge_.engine().runs(), this, [this](Result<std::vector<RunSummary>> runs) {
    if (runs) fillRuns(*runs);
  });
}

void HomePage::takeOver(const HomePage& other) {
  if (bridge_.running()) picture_->setPicture(other.picture_->picture());
}

void HomePage::refreshHero() {
  const auto families = bridge_.engine().families();
  if (bridge_.running()) {
    const auto& status = bridge_.status();
    heroTitle_->setText(status.state == SessionState::paused ? tr("Your GAN is paused") : tr("Your GAN is learning"));
    heroText_->setText(readoutText(status));
    button_->setText(tr("Go to the run"));
    return;
  }
  if (!quick_) {
    heroTitle_->setText(tr("Train a GAN"));
    heroText_->setText(tr("Choose a family and pictures, then watch both networks learn."));
    button_->setText(tr("Choose"));
    picture_->setPlaceholder(QStringLiteral("ganvas"));
    return;
  }
  const auto data = told(quick_->data.title);
  heroTitle_->setText(tr("Watch a GAN learn %1").arg(data));
  if (quick_->data.present) {
    heroText_->setText(tr("A %1 starts from noise. The first shapes come within a minute; you can pause, change and look inside at any time.")
                           .arg(told(quick_->family.title)));
    button_->setText(tr("Start training"));
  } else {
    heroText_->setText(tr("%1 is not on this computer yet. One line brings it; a folder of your own pictures works as well.").arg(data));
    button_->setText(tr("Get the pictures"));
  }
  picture_->setPlaceholder(told(quick_->family.title));
  picture_->setPicture(quick_->family.picture.empty() ? QImage() : QImage(from(quick_->family.picture)));
}

void HomePage::showEvent(QShowEvent* event) {
  QScrollArea::showEvent(event);
  refresh();
}

void HomePage::resizeEvent(QResizeEvent* event) {
  const int side = std::max(kSpace12, (viewport()->width() - kWidest) / 2);
  column_->setContentsMargins(side, kSpace8, side, kSpace8);
  QScrollArea::resizeEvent(event);
}

}  // namespace ganvas::ui
