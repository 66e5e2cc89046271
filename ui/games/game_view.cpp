#include "ui/games/game_view.hpp"

#include <QFrame>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <set>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/words.hpp"
#include "ui/games/game_curves.hpp"
#include "ui/games/game_readout.hpp"
#include "ui/games/game_setup.hpp"
#include "ui/games/game_transport.hpp"
#include "ui/games/phase_portrait.hpp"
#include "ui/shell/style.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/shell/tool_button.hpp"
#include "ui/train/ink_label.hpp"
#include "ui/train/parameter_form.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;
constexpr int kArrows = 21;              // to a side of the field
constexpr double kWidest = 1e5;          // of a view, from its middle
constexpr double kNarrowest = 1e-6;
constexpr double kSeconds = 12, kSlow = 20;   // the whole of a game is played in about so many, but not below so many steps a second

/// A line at its left.
class Side : public QFrame {
 public:
  using QFrame::QFrame;

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), colour(Ink::line));
  }
};

/// Neither of the players' colours nor near them; the second is dashed.
CurveStyle styleOf(std::size_t way) {
  CurveStyle style;
  style.index = way == 0 ? 2 : 4;
  if (way > 0) style.dash = {9, 3};
  return style;
}

double number(const Values& values, const char* key, double otherwise) {
  const auto found = values.find(key);
  const auto* value = found == values.end() ? nullptr : std::get_if<double>(&found->second);
  return value ? *value : otherwise;
}

}  // namespace

GameView::GameView(Bridge& bridge, Shape shape, QWidget* parent) : QWidget(parent), bridge_(bridge), shape_(shape) {
  setAccessibleName(tr("Game of two numbers"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  auto* side = new Side(this);
  auto* sideColumn = new QVBoxLayout(side);
  sideColumn->setContentsMargins(0, 0, 1, 0);
  setup_ = new GameSetup(bridge, side);
  sideColumn->addWidget(setup_);
  row->addWidget(side);
  auto* column = new QVBoxLayout;
  column->setContentsMargins(kSpace4, kSpace3, kSpace4, kSpace3);
  column->setSpacing(kSpace2);
  column->addWidget(makeHead());
  column->addWidget(makeStage(), 1);
  column->addLayout(makeNote());
  transport_ = new GameTransport(this);
  transport_->setPrimary(shape == Shape::page);   // in a lesson it is the next page
  column->addWidget(transport_);
  row->addLayout(column, 1);
  side->setVisible(shape == Shape::page);
  setupButton_->setVisible(shape == Shape::lesson);
  connect(setupButton_, &QToolButton::toggled, side, &QWidget::setVisible);
  connectParts();
  beginGame();
}

QWidget* GameView::makeHead() {
  auto* head = new QWidget(this);
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(0, 0, 0, 0);
  title_ = new InkLabel(Ink::text, Type::strong, head);
  setupButton_ = toolButton(QStringLiteral("sliders"), tr("Game, method and parameters"), head);
  setupButton_->setCheckable(true);
  auto* more = toolButton(QStringLiteral("zoom-in"), tr("Show less, larger (+)"), head);
  auto* less = toolButton(QStringLiteral("zoom-out"), tr("Show more, smaller (−)"), head);
  auto* all = toolButton(QStringLiteral("zoom-fit"), tr("Show all of the way (0)"), head);
  connect(more, &QToolButton::clicked, this, [this] { zoom(1 / 1.5); });
  connect(less, &QToolButton::clicked, this, [this] { zoom(1.5); });
  connect(all, &QToolButton::clicked, this, &GameView::fit);
  row->addWidget(setupButton_);
  row->addWidget(title_, 1);
  for (auto* button : {more, less, all}) row->addWidget(button);
  return head;
}

QWidget* GameView::makeStage() {
  auto* stage = new QWidget(this);
  stage_ = new QBoxLayout(QBoxLayout::LeftToRight, stage);
  stage_->setContentsMargins(0, 0, 0, 0);
  stage_->setSpacing(kSpace4);
  portrait_ = new PhasePortrait(stage);
  auto* beside = new QVBoxLayout;
  beside->setSpacing(kSpace3);
  readout_ = new GameReadout(stage);
  curves_ = new GameCurves(stage);
  beside->addWidget(readout_);
  beside->addWidget(curves_, 1);
  stage_->addWidget(portrait_, 5);
  stage_->addLayout(beside, 4);
  return stage;
}

QLayout* GameView::makeNote() {
  auto* row = new QHBoxLayout;
  note_ = new InkLabel(Ink::textMuted, Type::body, this);
  note_->setWordWrap(true);
  note_->setMinimumHeight(kControlHeight);
  fitButton_ = new QPushButton(tr("Show all"), this);
  connect(fitButton_, &QPushButton::clicked, this, &GameView::fit);
  row->addWidget(note_, 1);
  row->addWidget(fitButton_);
  return row;
}

void GameView::connectParts() {
  connect(setup_, &GameSetup::gameChanged, this, &GameView::beginGame);
  connect(setup_, &GameSetup::valuesChanged, this, &GameView::replay);
  connect(transport_, &GameTransport::moved, this, &GameView::onMoved);
  connect(curves_, &GameCurves::stepChosen, this, [this](double step) {
    transport_->pause();
    transport_->goTo(std::round(step));
  });
  connect(portrait_, &PhasePortrait::startDragged, this, &GameView::drag);
  connect(portrait_, &PhasePortrait::zoomed, this, &GameView::zoom);
}

bool GameView::open(const std::string& game, const Values& values, const std::optional<Values>& beside) { return setup_->open(game, values, beside); }

void GameView::setValues(const Values& values) { setup_->setValues(values); }

void GameView::takeOver(GameView& other) {
  setup_->takeOver(*other.setup_);
  setupButton_->setChecked(other.setupButton_->isChecked());
  curves_->show(other.curves_->shown());
  transport_->setSpeed(other.transport_->speed());
  transport_->goTo(other.transport_->step());
  follows_ = other.follows_;
  setView(other.portrait_->low(), other.portrait_->high());
  if (other.transport_->playing()) transport_->play();
}

void GameView::beginGame() {
  const auto* info = setup_->game();
  if (!info) return;
  if (shape_ == Shape::lesson) title_->setText(told(info->title) + QStringLiteral("  ·  ") + from(info->formula));   // on a page the setup says it
  portrait_->setEquilibrium(info->equilibriumX, info->equilibriumY);
  follows_ = true;
  transport_->reset();
  replay();
  transport_->setSpeed(std::max(kSlow, static_cast<double>(transport_->last()) / kSeconds));
  setView(info->low, info->high);
}

/// Plays both ways anew and shows as much of them as was shown before. Where the engine says no, what was there stays and its sentence is told.
void GameView::replay() {
  if (!setup_->game()) return;
  std::vector<GameRequest> requests{setup_->request()};
  if (const auto beside = setup_->besideRequest()) requests.push_back(*beside);
  std::vector<GameWay> ways;
  std::int64_t longest = 0;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    auto track = bridge_.engine().playGame(requests[i]);
    if (!track) {
      problem_ = track.error().message;
      setup_->setProblem(problem_);
      return refreshNote();
    }
    longest = std::max(longest, static_cast<std::int64_t>(track->x.size()) - 1);
    ways.push_back({setup_->nameOf(requests[i]), std::move(*track), styleOf(i), number(requests[i].values, "step_size", 1)});
  }
  if (!std::exchange(problem_, {}).empty()) setup_->setProblem({});
  ways_ = std::move(ways);
  portrait_->setWays(ways_);
  curves_->setWays(ways_);
  readout_->setWays(ways_);
  refreshField();
  transport_->setLast(longest);
}

void GameView::refreshField() {
  const double low = portrait_->low(), high = portrait_->high(), half = (high - low) / kArrows / 2;   // an arrow in the middle of each cell
  const auto field = bridge_.engine().gameField(setup_->request(), kArrows, low + half, high - half);
  portrait_->setField(field ? *field : GameField{});
}

void GameView::setView(double low, double high) {
  portrait_->setView(low, high);
  refreshField();
  refreshNote();
}

void GameView::zoom(double factor) {
  follows_ = false;
  const double middle = (portrait_->low() + portrait_->high()) / 2;
  const double half = std::clamp((portrait_->high() - portrait_->low()) / 2 * factor, kNarrowest, kWidest);
  setView(middle - half, middle + half);
}

void GameView::fit() {
  const auto* info = setup_->game();
  if (!info) return;
  double half = 0;
  for (const auto& way : ways_)
    for (std::size_t i = 0; i < way.track.x.size() && static_cast<double>(i) <= transport_->step() + 1; ++i)
      half = std::max({half, std::abs(way.track.x[i] - info->equilibriumX), std::abs(way.track.y[i] - info->equilibriumY)});
  half = std::clamp(1.08 * half, kNarrowest, kWidest);
  const double middle = (info->equilibriumX + info->equilibriumY) / 2, apart = std::abs(info->equilibriumX - info->equilibriumY) / 2;
  setView(middle - half - apart, middle + half + apart);
}

/// The whole way at once, as it would be from there; a place that the game does not have moves nothing.
void GameView::drag(double x, double y) {
  auto request = setup_->request();
  request.values["start_x"] = x;
  request.values["start_y"] = y;
  if (!bridge_.engine().playGame(request)) return;
  dragging_ = true;
  transport_->pause();
  transport_->goTo(static_cast<double>(transport_->last()));
  setup_->form().showValues({{"start_x", x}, {"start_y", y}});
  dragging_ = false;
}

void GameView::onMoved(double step) {
  portrait_->setStep(step);
  curves_->setStep(step);
  readout_->setStep(step);
  follow(step);
  refreshNote();
}

/// By half again and again, so that it does not tremble; from the beginning as the game is shown best.
void GameView::follow(double step) {
  const auto* info = setup_->game();
  if (!follows_ || dragging_ || !info || ways_.empty()) return;
  const double middle = (info->low + info->high) / 2, usual = (info->high - info->low) / 2, before = (portrait_->high() - portrait_->low()) / 2;
  double half = step == 0 ? usual : before;
  const auto outside = [&](const GameWay& way) {
    const auto at = std::min(static_cast<std::size_t>(std::ceil(step)), way.track.x.size() - 1);
    return std::max(std::abs(way.track.x[at] - middle), std::abs(way.track.y[at] - middle)) > half;
  };
  while (half < kWidest && std::any_of(ways_.begin(), ways_.end(), outside)) half *= 1.5;
  if (half != before) setView(middle - half, middle + half);
}

QString GameView::sentence() const { return note_->text(); }

void GameView::refreshNote() {
  const auto flown = std::find_if(ways_.begin(), ways_.end(), [this](const GameWay& way) {
    return way.track.divergedAt >= 0 && transport_->step() + 1 >= static_cast<double>(way.track.x.size());
  });
  QString text;
  Ink ink = Ink::textMuted;
  const bool outside = portrait_->leftView();
  if (!problem_.empty()) {
    text = told(problem_), ink = Ink::error;
  } else if (flown != ways_.end()) {
    text = tr("%1: the players flew apart. After %2 steps they were more than a million from the equilibrium. A smaller step size or another method may hold them.")
               .arg(flown->name, stepNumber(flown->track.divergedAt));
    ink = Ink::warning;
  } else if (outside) {
    text = tr("The players have left what is shown.");
  } else if (transport_->step() == 0) {
    text = tr("× is the equilibrium, where neither player wins by moving. Drag the ring to begin elsewhere.");
  }
  note_->setInk(ink);
  note_->setText(text);
  fitButton_->setVisible(outside);
}

/// Its keys are its own, whatever a menu has them for.
bool GameView::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    static const std::set<int> own{Qt::Key_Space, Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_Plus, Qt::Key_Equal, Qt::Key_Minus, Qt::Key_0};
    if (key->modifiers() == Qt::NoModifier && own.contains(key->key())) event->accept();
  }
  return QWidget::event(event);
}

void GameView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Space: return transport_->toggle();
    case Qt::Key_Right: return transport_->stepBy(1);
    case Qt::Key_Left: return transport_->stepBy(-1);
    case Qt::Key_Home: return transport_->reset();
    case Qt::Key_End:
      transport_->pause();
      return transport_->goTo(static_cast<double>(transport_->last()));
    case Qt::Key_Plus: case Qt::Key_Equal: return zoom(1 / 1.5);
    case Qt::Key_Minus: return zoom(1.5);
    case Qt::Key_0: return fit();
    default: return QWidget::keyPressEvent(event);
  }
}

/// Beside each other where there is room for it, else the plane above the curves.
void GameView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  const auto room = stage_->parentWidget()->size();
  const bool wide = room.width() > 1.15 * room.height();
  stage_->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  stage_->setStretch(0, wide ? 5 : 3);
  stage_->setStretch(1, wide ? 4 : 2);
}

}  // namespace ganvas::ui
