#include "ui/learn/learn_page.hpp"

#include <QFrame>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/bridge/bridge.hpp"
#include "ui/games/game_setup.hpp"
#include "ui/games/game_transport.hpp"
#include "ui/games/game_view.hpp"
#include "ui/games/phase_portrait.hpp"
#include "ui/learn/lesson_gallery.hpp"
#include "ui/learn/lesson_progress.hpp"
#include "ui/learn/lesson_reader.hpp"
#include "ui/shell/style.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {

using namespace tokens;

LearnPage::LearnPage(Bridge& bridge, QWidget* parent) : QStackedWidget(parent), bridge_(bridge) { setAccessibleName(tr("Learn")); }

/// Lessons are read anew each time: who writes one sees it at once.
void LearnPage::showAll() {
  lessons_ = bridge_.engine().lessons();
  if (!gallery_) {
    gallery_ = new LessonGallery(bridge_, this);
    connect(gallery_, &LessonGallery::lessonChosen, this, &LearnPage::openLesson);
    connect(gallery_, &LessonGallery::gameChosen, this, &LearnPage::openGame);
    addWidget(gallery_);
  }
  const auto from = currentWidget() == reader_ && reader_ ? ui::from(reader_->lesson().name) : currentWidget() == gamePage_ && game_ && game_->setup().game() ? ui::from(game_->setup().game()->name) : QString();
  gallery_->setLessons(lessons_);
  setCurrentWidget(gallery_);
  if (!from.isEmpty()) gallery_->focusOn(from);   // where one came from
}

const LessonInfo* LearnPage::find(const QString& name) const {
  const auto found = std::find_if(lessons_.lessons.begin(), lessons_.lessons.end(), [&](const LessonInfo& lesson) { return from(lesson.name) == name; });
  return found == lessons_.lessons.end() ? nullptr : &*found;
}

void LearnPage::makeReader() {
  if (reader_) return;
  reader_ = new LessonReader(bridge_, this);
  connect(reader_, &LessonReader::left, this, &LearnPage::showAll);
  addWidget(reader_);
}

void LearnPage::makeGame() {
  if (game_) return;
  gamePage_ = new QWidget(this);
  auto* column = new QVBoxLayout(gamePage_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(kSpace3, kSpace2, kSpace6, kSpace2);
  auto* all = new QToolButton(gamePage_);
  all->setText(tr("All lessons"));
  all->setIcon(tokens::icon(QStringLiteral("arrow-left")));
  all->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  all->setToolTip(tr("Back to all lessons (Esc)"));
  setVariant(all, Variant::quiet);
  connect(all, &QToolButton::clicked, this, &LearnPage::leaveGame);
  auto* title = new InkLabel(Ink::text, Type::strong, gamePage_);
  title->setText(tr("Games of two numbers"));
  row->addWidget(all);
  row->addSpacing(kSpace2);
  row->addWidget(title);
  row->addStretch();
  column->addLayout(row);
  auto* line = new QFrame(gamePage_);
  line->setFrameShape(QFrame::HLine);
  column->addWidget(line);
  game_ = new GameView(bridge_, GameView::Shape::page, gamePage_);
  column->addWidget(game_, 1);
  auto* leave = new QShortcut(QKeySequence(Qt::Key_Escape), gamePage_);
  leave->setContext(Qt::WidgetWithChildrenShortcut);
  connect(leave, &QShortcut::activated, this, &LearnPage::leaveGame);
  addWidget(gamePage_);
}

void LearnPage::leaveGame() {
  game_->transport().pause();
  showAll();
}

bool LearnPage::openLesson(const QString& name) {
  if (lessons_.lessons.empty()) lessons_ = bridge_.engine().lessons();
  const auto* lesson = find(name);
  if (!lesson) return false;
  makeReader();
  setCurrentWidget(reader_);
  reader_->open(*lesson, lessonprogress::step(name));
  return true;
}

bool LearnPage::openGame(const QString& name) {
  makeGame();
  if (!game_->open(name.toStdString())) return false;
  setCurrentWidget(gamePage_);
  game_->portrait().setFocus(Qt::OtherFocusReason);
  return true;
}

void LearnPage::takeOver(LearnPage& other) {
  lessons_ = other.lessons_;
  if (other.reader_ && other.currentWidget() == other.reader_) {
    makeReader();
    setCurrentWidget(reader_);
    const auto* lesson = find(from(other.reader_->lesson().name));
    reader_->takeOver(*other.reader_, lesson ? *lesson : other.reader_->lesson());
  } else if (other.game_ && other.currentWidget() == other.gamePage_) {
    makeGame();
    game_->takeOver(*other.game_);
    setCurrentWidget(gamePage_);
  } else if (other.gallery_) {
    showAll();
  }
}

void LearnPage::showEvent(QShowEvent* event) {
  if (!currentWidget()) showAll();
  QStackedWidget::showEvent(event);
}

}  // namespace ganvas::ui
