#include "ui/learn/lesson_stage.hpp"

#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/bridge/bridge.hpp"
#include "ui/field/arena.hpp"
#include "ui/field/field_player.hpp"
#include "ui/games/game_setup.hpp"
#include "ui/games/game_transport.hpp"
#include "ui/games/game_view.hpp"
#include "ui/learn/run_scene.hpp"
#include "ui/shell/style.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;
constexpr int kNoteWidth = 420;

/// What the second has that is different and has an effect. Its length is its own: both are shown as far as they go.
Values differences(const Schema& schema, const Values& one, const Values& other) {
  Values first = schema.defaults(), second = schema.defaults(), different;
  for (const auto& [key, value] : one) first[key] = value;
  for (const auto& [key, value] : other) second[key] = value;
  for (const auto& [key, value] : second)
    if (key != "steps" && first[key] != value && !schema.disabledReason(key, second)) different[key] = value;
  return different;
}

}  // namespace

LessonStage::LessonStage(Bridge& bridge, QWidget* parent) : QStackedWidget(parent), bridge_(bridge) {
  notePage_ = makeNote();
  addWidget(notePage_);
}

QWidget* LessonStage::makeNote() {
  auto* page = new QWidget(this);
  auto* column = new QVBoxLayout(page);
  column->setSpacing(kSpace3);
  note_ = new InkLabel(Ink::textMuted, Type::body, page);
  note_->setWordWrap(true);
  note_->setAlignment(Qt::AlignCenter);
  note_->setFixedWidth(kNoteWidth);
  noteButton_ = new QPushButton(page);
  connect(noteButton_, &QPushButton::clicked, this, &LessonStage::begin);
  column->addStretch();
  auto* middle = new QHBoxLayout;   // not by alignment: the label's height follows its width
  middle->addStretch();
  middle->addWidget(note_);
  middle->addStretch();
  column->addLayout(middle);
  column->addWidget(noteButton_, 0, Qt::AlignHCenter);
  column->addStretch();
  return page;
}

void LessonStage::note(const QString& sentence, const QString& button) {
  note_->setText(sentence);
  noteButton_->setText(button);
  noteButton_->setVisible(!button.isEmpty());
  setCurrentWidget(notePage_);
}

QString LessonStage::sentence() const { return currentWidget() == notePage_ ? note_->text() : QString(); }

GameView& LessonStage::gameView() {
  if (!game_) addWidget(game_ = new GameView(bridge_, GameView::Shape::lesson, this));
  return *game_;
}

bool LessonStage::owns() const { return bridge_.session() && bridge_.session() == session_.lock(); }

void LessonStage::open(const LessonInfo& lesson, const std::string& scene, bool again) {
  if (!again && lesson.name == lesson_ && scene == name_) return;
  lesson_ = lesson.name;
  name_ = scene;
  if (game_) game_->transport().pause();
  if (scene.empty()) return note({});
  const auto found = lesson.scenes.find(scene);
  if (found == lesson.scenes.end()) return note(tr("This lesson has no scene “%1”.").arg(from(scene)));
  if (found->second.game.empty()) openRun(lesson, found->second);
  else openGame(lesson, found->second);
}

void LessonStage::openGame(const LessonInfo& lesson, const LessonScene& scene) {
  if (run_) run_->close();
  std::optional<Values> beside;
  const auto other = lesson.scenes.find(scene.beside);
  if (other != lesson.scenes.end() && other->second.game == scene.game) beside = differences(bridge_.engine().gameSchema(), scene.values, other->second.values);
  if (!gameView().open(scene.game, scene.values, beside)) return note(tr("There is no game “%1”.").arg(from(scene.game)));
  setCurrentWidget(game_);
}

RunRequest LessonStage::requestOf(const LessonScene& scene) {
  RunRequest request;
  request.family = scene.family, request.data = scene.data, request.preset = scene.preset, request.values = scene.values;
  request.startPaused = true;
  return request;
}

void LessonStage::openRun(const LessonInfo& lesson, const LessonScene& scene) {
  scene_ = scene;
  beside_.reset();
  if (const auto other = lesson.scenes.find(scene.beside); other != lesson.scenes.end()) beside_ = other->second;
  // A run of the person's own is not ended without asking.
  if (bridge_.running() && !owns()) return note(tr("A run is training. This scene trains networks of its own: the other run would be stopped and saved; nothing is lost."), tr("Stop it and open the scene"));
  begin();
}

void LessonStage::begin() {
  if (name_.empty()) return;
  const auto families = bridge_.engine().families();
  const auto family = std::find_if(families.begin(), families.end(), [this](const FamilyInfo& info) { return info.name == scene_.family; });
  if (family == families.end()) return note(tr("There is no family “%1”.").arg(from(scene_.family)));
  if (!run_ || run_->family().name != scene_.family) {
    delete run_;
    addWidget(run_ = new RunScene(bridge_, *family, this));
  }
  if (!run_->open(requestOf(scene_), beside_ ? std::optional(requestOf(*beside_)) : std::nullopt))
    return note(tr("This scene could not be opened; the message above says why."), tr("Try again"));
  session_ = bridge_.session();
  setCurrentWidget(run_);
}

void LessonStage::setValues(const Values& values) {
  if (values.empty()) return;
  if (currentWidget() == game_ && game_) return game_->setValues(values);
  if (!run_ || currentWidget() != run_ || !owns()) return;
  const auto& schema = bridge_.session()->schema();
  const bool live = std::all_of(values.begin(), values.end(), [&](const auto& entry) {
    const auto* parameter = schema.find(entry.first);
    return parameter && parameter->live;
  });
  if (live && bridge_.running()) return run_->set(values);
  for (const auto& [key, value] : values) scene_.values[key] = value;
  begin();
}

void LessonStage::act(const std::string& command) {
  if (command.empty()) return;
  if (game_ && currentWidget() == game_) {
    auto& film = game_->transport();
    if (command == "play") film.play();
    else if (command == "pause") film.pause();
    else if (command == "step" || command == "step-phase") film.stepBy(1);
    else if (command == "reset") film.reset();
    return;
  }
  if (!run_ || currentWidget() != run_ || !owns()) return;
  auto& player = run_->arena().player();
  if (command == "play") player.play();
  else if (command == "pause") player.pause();
  else if (command == "step") player.stepRound();
  else if (command == "step-phase") player.stepPhase();
  else if (command == "reset") player.reset();
}

void LessonStage::close() {
  if (game_) game_->transport().pause();
  if (run_) run_->close();
  session_.reset();
  lesson_.clear();
  name_.clear();
  note({});
}

void LessonStage::takeOver(LessonStage& other, const LessonInfo& lesson) {
  lesson_ = other.lesson_, name_ = other.name_, scene_ = other.scene_, beside_ = other.beside_, session_ = other.session_;
  if (other.game_ && other.currentWidget() == other.game_) {
    gameView().takeOver(*other.game_);
    setCurrentWidget(game_);
  } else if (other.run_ && other.currentWidget() == other.run_) {
    addWidget(run_ = new RunScene(bridge_, other.run_->family(), this));
    run_->takeOver(*other.run_);
    setCurrentWidget(run_);
  } else if (!name_.empty()) {
    open(lesson, std::exchange(name_, {}), true);
  }
}

}  // namespace ganvas::ui
