#include "ui/panels/neighbours_panel.hpp"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>
#include <algorithm>
#include <climits>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/words.hpp"
#include "ui/panels/model_header.hpp"
#include "ui/panels/tile_view.hpp"
#include "ui/shell/style.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/ink_label.hpp"
#include "ui/train/sample_grid_view.hpp"

namespace ganvas::ui {
namespace {

constexpr int kPairs = 10;
constexpr double kSuspicious = 0.5;   // of the usual distance

QString number(double value) { return QString::number(value, 'f', 3); }

}  // namespace

NeighboursPanel::NeighboursPanel(Bridge& bridge, QWidget* parent) : Panel(parent), bridge_(bridge) {
  setAccessibleName(tr("Neighbours"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(tokens::kSpace4, tokens::kSpace3, tokens::kSpace4, tokens::kSpace3);
  layout->setSpacing(tokens::kSpace3);
  auto* row = new QHBoxLayout;
  row->setSpacing(tokens::kSpace2);
  auto* label = new InkLabel(Ink::textMuted, tokens::Type::body, this);
  label->setText(tr("Seed"));
  row->addWidget(label);
  seed_ = new QSpinBox(this);
  seed_->setRange(0, INT_MAX);
  seed_->setValue(1);
  seed_->setAccessibleName(tr("Seed"));
  label->setBuddy(seed_);
  row->addWidget(seed_);
  look_ = new QPushButton(tokens::icon(QStringLiteral("search"), Ink::onAccent), tr("Find the nearest training pictures"), this);
  setVariant(look_, Variant::primary);
  connect(look_, &QPushButton::clicked, this, &NeighboursPanel::look);
  row->addWidget(look_);
  row->addStretch(1);
  step_ = InkLabel::numbers(Ink::text, tokens::Type::strong, this);
  row->addWidget(step_);
  layout->addLayout(row);
  said_ = new InkLabel(Ink::textMuted, tokens::Type::body, this);
  said_->setWordWrap(true);
  layout->addWidget(said_);
  view_ = new TileView(this);
  view_->setAccessibleName(tr("Generated pictures above, their nearest training pictures below"));
  layout->addWidget(view_, 1);
  connect(view_, &TileView::failed, &bridge_, &Bridge::failed);
  setModel(bridge_.model());
}

void NeighboursPanel::setModel(std::shared_ptr<Model> model) {
  if (model && model == model_) return;
  model_ = std::move(model);
  found_.reset();
  step_->clear();
  ++turn_;
  setEnabled(model_ != nullptr);
  look_->setEnabled(true);
  view_->setGrid({});
  view_->setEmptyText(tr("Pictures that the generator draws, and under each the training picture nearest to it pixel by pixel."));
  said_->setText(tr("Has the generator learnt pictures by heart? Then they lie much nearer to a training picture than real pictures do that it has never seen."));
}

void NeighboursPanel::takeOver(Panel& other) {
  const auto& before = static_cast<NeighboursPanel&>(other);
  seed_->setValue(before.seed_->value());
  found_ = before.found_;
  if (found_) showFound();
  if (!before.look_->isEnabledTo(&before)) look();   // the search under way ends with the other panel: it begins again
}

void NeighboursPanel::look() {
  if (!model_) return;
  const auto turn = ++turn_;
  look_->setEnabled(false);
  said_->setText(tr("Looking …"));
  NeighboursRequest request;
  request.folder = model_->info().folder;
  request.count = kPairs;
  request.seed = static_cast<std::uint64_t>(seed_->value());
  bridge_.follow<Neighbours>(
      bridge_.engine().neighbours(std::move(request)), this,
      [this, turn](Result<Neighbours> found) {
        if (turn == turn_) take(found);
      },
      [this, turn](Progress progress) {
        if (turn == turn_ && !progress.activity.empty()) said_->setText(told(progress.activity) + QStringLiteral(" …"));
      });
}

void NeighboursPanel::take(const Result<Neighbours>& found) {
  look_->setEnabled(true);
  if (!found) {
    said_->setText(told(found.error().message));
    return;
  }
  found_ = *found;
  showFound();
}

void NeighboursPanel::showFound() {
  const auto& found = found_;
  step_->setText(SampleGridView::headline(found->pairs.step));
  view_->setGrid(found->pairs);
  std::map<int, QString> captions;
  for (int i = 0; i < static_cast<int>(found->distances.size()); ++i) {
    const auto text = tr("distance %1").arg(number(found->distances[static_cast<std::size_t>(i)]));
    captions[i] = text;
    captions[i + found->pairs.columns] = text;
  }
  view_->setCaptions(std::move(captions));
  const auto near = std::count_if(found->distances.begin(), found->distances.end(), [&](double d) { return d < kSuspicious * found->typical; });
  const auto nearest = number(*std::min_element(found->distances.begin(), found->distances.end()));
  said_->setText(found->typical <= 0 ? tr("The nearest is at %1; no real pictures are held out to compare with.").arg(nearest)
                 : near > 0 ? tr("%n picture(s) lie less than half as far from a training picture as held-out real ones do (%1): they may be learnt by heart.", nullptr, static_cast<int>(near)).arg(number(found->typical))
                            : tr("The nearest is at %1; held-out real pictures have their nearest at %2. Nothing here looks learnt by heart.").arg(nearest, number(found->typical)));
}

QString NeighboursPanel::said() const { return said_->text(); }

}  // namespace ganvas::ui
