#include "ui/learn/lesson_gallery.hpp"

#include <QVBoxLayout>
#include <algorithm>

#include "ui/bridge/bridge.hpp"
#include "ui/learn/lesson_progress.hpp"
#include "ui/shell/card.hpp"
#include "ui/shell/language.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;
constexpr int kWidest = 1120;   // px of text and cards; on a wider window the page stays in the middle

void clear(QLayout* layout) {
  while (auto* item = layout->takeAt(0)) {
    delete item->widget();
    delete item;
  }
}

}  // namespace

LessonGallery::LessonGallery(Bridge& bridge, QWidget* parent) : QScrollArea(parent), bridge_(bridge) {
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  setAccessibleName(tr("Learn"));
  auto* page = new QWidget;
  column_ = new QVBoxLayout(page);
  column_->setSpacing(kSpace4);
  auto* title = new InkLabel(Ink::text, Type::display);
  title->setText(tr("Learn"));
  auto* subtitle = new InkLabel(Ink::textMuted);
  subtitle->setText(tr("See why GANs work and why they fail: short lessons beside real networks that you can stop, step and change."));
  subtitle->setWordWrap(true);
  column_->addWidget(title);
  column_->addWidget(subtitle);
  empty_ = new InkLabel(Ink::textMuted);
  empty_->setWordWrap(true);
  empty_->setText(tr("No lessons were found. They come with Ganvas in its folder lessons; lessons of your own are files in the same form."));
  column_->addWidget(empty_);
  lessons_ = new QWidget;
  auto* grid = new CardGrid(300, lessons_);
  grid->setMaximumColumns(3);
  grid->setMaximumWidth(363);
  column_->addWidget(lessons_);
  problems_ = new QWidget;
  auto* sentences = new QVBoxLayout(problems_);
  sentences->setContentsMargins(0, 0, 0, 0);
  column_->addWidget(problems_);
  addGames();
  column_->addStretch();
  setWidget(page);
}

InkLabel* LessonGallery::addHeading(const QString& text) {
  auto* heading = new InkLabel(Ink::text, Type::title);
  heading->setText(text);
  column_->addSpacing(kSpace4);
  column_->addWidget(heading);
  return heading;
}

void LessonGallery::addGames() {
  const auto games = bridge_.engine().games();
  if (games.empty()) return;
  addHeading(tr("Games of two numbers"));
  auto* words = new InkLabel(Ink::textMuted);
  words->setText(tr("The smallest games in which two players learn by steps: one number each. They circle, fly apart or come to rest, and you see why."));
  words->setWordWrap(true);
  column_->addWidget(words);
  auto* room = new QWidget;
  auto* grid = new CardGrid(300, room);
  grid->setMaximumColumns(3);
  grid->setMaximumWidth(363);
  for (const auto& game : games) {
    auto* card = new Card(Card::Shape::row);
    card->setIconName(QStringLiteral("game"));
    card->setObjectName(from(game.name));
    card->setTitle(told(game.title));
    card->setBody(from(game.formula));
    card->setToolTip(QStringLiteral("<p>%1</p>").arg(told(game.summary).toHtmlEscaped()));
    connect(card, &Card::clicked, this, [this, name = from(game.name)] { emit gameChosen(name); });
    grid->addWidget(card);
    games_.push_back(card);
  }
  column_->addWidget(room);
}

Card* LessonGallery::addLesson(const LessonInfo& lesson, int number) {
  const auto language = Language::instance().current().toStdString();
  const auto name = from(lesson.name);
  auto* card = new Card(Card::Shape::row);
  card->setObjectName(name);
  const bool done = lessonprogress::done(name);
  card->setIconName(done ? QStringLiteral("right") : QStringLiteral("learn"), done ? Ink::success : Ink::text);
  card->setTitle(QStringLiteral("%1  %2").arg(number).arg(from(inLanguage(lesson.title, language))));
  card->setBody(from(inLanguage(lesson.summary, language)));
  const int steps = static_cast<int>(lesson.steps.size()), at = lessonprogress::step(name);
  const auto minutes = tr("%n minutes", nullptr, lesson.minutes);
  if (done) card->setDetail(tr("Done · %1").arg(minutes), Ink::success);
  else if (at > 0 && at < steps) card->setDetail(tr("At page %1 of %2 · %3").arg(at + 1).arg(steps).arg(minutes));
  else card->setDetail(minutes);
  connect(card, &Card::clicked, this, [this, name] { emit lessonChosen(name); });
  return card;
}

void LessonGallery::setLessons(const LessonList& list) {
  clear(lessons_->layout());
  cards_.clear();
  for (const auto& lesson : list.lessons) {
    cards_.push_back(addLesson(lesson, static_cast<int>(cards_.size()) + 1));
    lessons_->layout()->addWidget(cards_.back());
  }
  QWidget* before = lessons_;   // what is made anew would be reached after everything else in the window
  for (const auto* cards : {&cards_, &games_})
    for (auto* card : *cards) QWidget::setTabOrder(std::exchange(before, card), card);
  empty_->setVisible(list.lessons.empty());
  lessons_->setVisible(!list.lessons.empty());
  clear(problems_->layout());
  for (const auto& problem : list.problems) {
    auto* sentence = new InkLabel(Ink::error);
    sentence->setWordWrap(true);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setText(told(problem));
    problems_->layout()->addWidget(sentence);
  }
  problems_->setVisible(!list.problems.empty());
}

void LessonGallery::focusOn(const QString& name) {
  auto* card = name.isEmpty() ? nullptr : widget()->findChild<Card*>(name);
  if (!card && !cards_.empty()) card = cards_.front();
  if (card) card->setFocus(Qt::OtherFocusReason);
}

QStringList LessonGallery::problems() const {
  QStringList all;
  for (const auto* label : problems_->findChildren<QLabel*>()) all << label->text();
  return all;
}

void LessonGallery::resizeEvent(QResizeEvent* event) {
  const int side = std::max(kSpace12, (viewport()->width() - kWidest) / 2);
  column_->setContentsMargins(side, kSpace8, side, kSpace8);
  QScrollArea::resizeEvent(event);
}

}  // namespace ganvas::ui
