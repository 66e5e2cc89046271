#include "ui/learn/lesson_reader.hpp"

#include <QApplication>
#include <QFrame>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/bridge/words.hpp"
#include "ui/learn/lesson_progress.hpp"
#include "ui/learn/lesson_question.hpp"
#include "ui/learn/lesson_stage.hpp"
#include "ui/learn/lesson_text.hpp"
#include "ui/learn/step_dots.hpp"
#include "ui/shell/language.hpp"
#include "ui/shell/style.hpp"
#include "ui/shell/style_paint.hpp"
#include "ui/shell/theme.hpp"
#include "ui/train/elided_label.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;
constexpr int kNarrowest = 360, kUsual = 460, kWidest = 680;   // px of the words
constexpr int kMostAnswers = 9;                                // that have a key

/// Raised, with an icon and a heading: what to look at.
class LookBox : public QFrame {
 public:
  explicit LookBox(const QString& text, QWidget* parent) : QFrame(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpace12, kSpace3, kSpace4, kSpace1);
    column->setSpacing(kSpace1);
    auto* heading = new InkLabel(Ink::text, Type::strong, this);
    heading->setText(LessonReader::tr("Look at"));
    auto* words = new LessonText(Type::reading, Ink::text, this);
    words->setMarkdown(text);
    column->addWidget(heading);
    column->addWidget(words);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    paintRounded(&painter, rect(), colour(Ink::raised), {}, kRadius);
    tokens::icon(QStringLiteral("eye")).paint(&painter, QRect(kSpace4, kSpace3 - 1, kIcon, kIcon));
  }
};

QFrame* line(QWidget* parent) {
  auto* line = new QFrame(parent);
  line->setFrameShape(QFrame::HLine);
  return line;
}

QString iconOf(const LessonAction& action) {
  if (!action.scene.empty()) return QStringLiteral("arrow-right");
  if (!action.values.empty()) return QStringLiteral("sliders");
  const std::pair<const char*, const char*> icons[] = {{"play", "play"}, {"pause", "pause"}, {"step", "step"}, {"step-phase", "chevron-right"}, {"reset", "reset"}};
  for (const auto& [command, icon] : icons)
    if (action.command == command) return QLatin1String(icon);
  return QStringLiteral("sparkle");
}

}  // namespace

LessonReader::LessonReader(Bridge& bridge, QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(makeHead());
  column->addWidget(line(this));
  split_ = new QSplitter(Qt::Horizontal, this);
  split_->setChildrenCollapsible(false);
  split_->addWidget(makeWords());
  stage_ = new LessonStage(bridge, split_);
  split_->addWidget(stage_);
  split_->setStretchFactor(0, 0);
  split_->setStretchFactor(1, 1);
  split_->setSizes({kUsual, 10 * kUsual});
  column->addWidget(split_, 1);
  makeKeys();
}

QWidget* LessonReader::makeHead() {
  auto* head = new QWidget(this);
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(kSpace3, kSpace2, kSpace6, kSpace2);
  auto* all = new QToolButton(head);
  all->setText(tr("All lessons"));
  all->setIcon(tokens::icon(QStringLiteral("arrow-left")));
  all->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  all->setToolTip(tr("Back to all lessons (Esc)"));
  setVariant(all, Variant::quiet);
  connect(all, &QToolButton::clicked, this, &LessonReader::leave);
  title_ = new ElidedLabel(Ink::text, Type::strong, head);
  dots_ = new StepDots(head);
  connect(dots_, &StepDots::chosen, this, &LessonReader::goTo);
  row->addWidget(all);
  row->addSpacing(kSpace2);
  row->addWidget(title_, 1);
  row->addWidget(dots_);
  return head;
}

QWidget* LessonReader::makeWords() {
  auto* side = new QWidget(this);
  side->setMinimumWidth(kNarrowest);
  side->setMaximumWidth(kWidest);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  scroll_ = new QScrollArea(side);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setAccessibleName(tr("The lesson's words"));
  column->addWidget(scroll_, 1);
  column->addWidget(line(side));
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(kSpace6, kSpace3, kSpace6, kSpace3);
  back_ = new QPushButton(tr("Back"), side);
  back_->setToolTip(tr("The page before (←)"));
  next_ = new QPushButton(side);
  setVariant(next_, Variant::primary);
  next_->setMinimumWidth(120);
  next_->setLayoutDirection(Qt::RightToLeft);   // the arrow stands behind the word
  connect(back_, &QPushButton::clicked, this, &LessonReader::back);
  connect(next_, &QPushButton::clicked, this, &LessonReader::next);
  foot->addWidget(back_);
  foot->addStretch();
  foot->addWidget(next_);
  column->addLayout(foot);
  return side;
}

/// Of the words alone: what stands beside them has keys of its own.
void LessonReader::makeKeys() {
  QList<QShortcut*> keys;
  const auto add = [&](Qt::Key key, auto act) {
    auto* shortcut = new QShortcut(QKeySequence(key), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, act);
    keys << shortcut;
  };
  add(Qt::Key_Right, [this] { if (step_ + 1 < static_cast<int>(lesson_.steps.size())) next(); });
  add(Qt::Key_Left, [this] { back(); });
  add(Qt::Key_Return, [this] { press(); });
  add(Qt::Key_Enter, [this] { press(); });
  for (int i = 0; i < kMostAnswers; ++i) {
    add(static_cast<Qt::Key>(Qt::Key_1 + i), [this, i] { if (question_) question_->answer(i); });
  }
  connect(qApp, &QApplication::focusChanged, this, [this, keys](QWidget*, QWidget* now) {
    for (auto* key : keys) key->setEnabled(!now || !stage_->isAncestorOf(now));
  });
  auto* leave = new QShortcut(QKeySequence(Qt::Key_Escape), this);
  leave->setContext(Qt::WidgetWithChildrenShortcut);
  connect(leave, &QShortcut::activated, this, &LessonReader::leave);
}

/// Enter presses what has the focus, and goes on where that is nothing that can be pressed.
void LessonReader::press() {
  auto* button = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
  if (button && isAncestorOf(button)) button->click();
  else next();
}

QString LessonReader::words(const LocalText& text) const { return from(inLanguage(text, Language::instance().current().toStdString())); }

void LessonReader::open(const LessonInfo& lesson, int step) {
  lesson_ = lesson;
  answers_.clear();
  title_->setText(words(lesson.title));
  title_->setAccessibleName(title_->text());
  step_ = std::clamp(step, 0, std::max(0, static_cast<int>(lesson_.steps.size()) - 1));
  showStep();
  openScene();
}

void LessonReader::goTo(int step) {
  if (step < 0 || step >= static_cast<int>(lesson_.steps.size()) || step == step_) return;
  const bool onward = step == step_ + 1;
  step_ = step;
  lessonprogress::setStep(from(lesson_.name), step_);
  showStep();
  // Whoever goes on keeps what a button has opened, unless the page opens something itself.
  if (!onward || stage_->empty() || !lesson_.steps[static_cast<std::size_t>(step)].scene.empty()) openScene();
}

void LessonReader::next() {
  if (step_ + 1 < static_cast<int>(lesson_.steps.size())) return goTo(step_ + 1);
  lessonprogress::setDone(from(lesson_.name));
  lessonprogress::setStep(from(lesson_.name), 0);
  leave();
}

void LessonReader::back() { goTo(step_ - 1); }

void LessonReader::leave() {
  stage_->close();
  emit left();
}

/// A page that opens nothing goes on with what the pages before it opened.
std::string LessonReader::sceneAt(int step) const {
  for (int i = step; i >= 0; --i)
    if (const auto& scene = lesson_.steps[static_cast<std::size_t>(i)].scene; !scene.empty()) return scene;
  return {};
}

void LessonReader::openScene() {
  const auto scene = lesson_.steps.empty() ? std::string() : sceneAt(step_);
  stage_->open(lesson_, scene);
  showStage();
}

void LessonReader::showStage() {
  stage_->setVisible(!stage_->empty());
  split_->widget(0)->setMaximumWidth(stage_->empty() ? QWIDGETSIZE_MAX : kWidest);
}

void LessonReader::showStep() {
  const int count = static_cast<int>(lesson_.steps.size());
  dots_->set(step_, count);
  question_ = nullptr;
  actions_.clear();
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(kSpace6, kSpace6, kSpace6, kSpace6);
  column->setSpacing(kSpace3);
  if (count > 0) {
    const auto& step = lesson_.steps[static_cast<std::size_t>(step_)];
    auto* heading = new InkLabel(Ink::text, Type::title, page);
    heading->setWordWrap(true);
    heading->setTextFormat(Qt::PlainText);
    heading->setText(words(step.title));
    auto* text = new LessonText(Type::reading, Ink::text, page);
    text->setMarkdown(words(step.text));
    column->addWidget(heading);
    column->addSpacing(kSpace1);
    column->addWidget(text);
    if (!step.look.empty()) addLook(column, words(step.look));
    if (!step.attempts.empty() || !step.actions.empty()) addAttempts(column, step.attempts);
    addActions(column, step.actions);
    if (step.question) addQuestion(column, *step.question);
  }
  column->addStretch();
  // The old page may be what is pressed just now.
  if (auto* old = scroll_->takeWidget()) old->hide(), old->deleteLater();
  scroll_->setWidget(page);
  page->show();
  QWidget* before = scroll_;   // what is made anew would be reached after everything else in the window
  for (auto* child : page->findChildren<QWidget*>())
    if (child->focusPolicy() != Qt::NoFocus) QWidget::setTabOrder(std::exchange(before, child), child);
  scroll_->verticalScrollBar()->setValue(0);
  back_->setEnabled(step_ > 0);
  next_->setText(step_ + 1 < count ? tr("Next") : tr("Done"));
  next_->setToolTip(step_ + 1 < count ? tr("The next page (→ or Enter)") : tr("Marks the lesson as done and goes back to all lessons"));
  next_->setIcon(tokens::icon(step_ + 1 < count ? QStringLiteral("arrow-right") : QStringLiteral("check"), Ink::onAccent));
  next_->setFocus(Qt::OtherFocusReason);
}

void LessonReader::addLook(QVBoxLayout* column, const QString& text) {
  if (text.isEmpty()) return;
  column->addWidget(new LookBox(text, column->parentWidget()));
}

void LessonReader::addAttempts(QVBoxLayout* column, const std::vector<LocalText>& attempts) {
  auto* heading = new InkLabel(Ink::text, Type::strong);
  heading->setText(tr("Try it"));
  column->addSpacing(kSpace1);
  column->addWidget(heading);
  if (attempts.empty()) return;
  QString list;
  for (const auto& attempt : attempts) list += QStringLiteral("- ") + words(attempt).replace(QLatin1Char('\n'), QLatin1Char(' ')) + QLatin1Char('\n');
  auto* text = new LessonText;
  text->setMarkdown(list);
  column->addWidget(text);
}

void LessonReader::addActions(QVBoxLayout* column, const std::vector<LessonAction>& actions) {
  for (const auto& action : actions) {
    auto* button = new QPushButton(words(action.label));
    button->setIcon(tokens::icon(iconOf(action)));
    connect(button, &QPushButton::clicked, this, [this, action] { act(action); });
    column->addWidget(button, 0, Qt::AlignLeft);
    actions_ << button;
  }
}

void LessonReader::addQuestion(QVBoxLayout* column, const LessonQuestion& question) {
  question_ = new LessonQuestionView(question, Language::instance().current().toStdString());
  column->addSpacing(kSpace2);
  column->addWidget(question_);
  if (const auto given = answers_.find(step_); given != answers_.end()) question_->answer(given->second);
  connect(question_, &LessonQuestionView::chosen, this, [this, at = step_](int index) {
    answers_[at] = index;
    next_->setFocus(Qt::OtherFocusReason);
    QMetaObject::invokeMethod(scroll_, [this] { if (question_) scroll_->ensureWidgetVisible(question_, 0, kSpace6); }, Qt::QueuedConnection);
  });
}

void LessonReader::act(const LessonAction& action) {
  if (!action.scene.empty()) {
    stage_->open(lesson_, action.scene, true);
    showStage();
  }
  stage_->setValues(action.values);
  stage_->act(action.command);
}

void LessonReader::takeOver(LessonReader& other, const LessonInfo& lesson) {
  lesson_ = lesson, step_ = other.step_, answers_ = other.answers_;
  title_->setText(words(lesson_.title));
  stage_->takeOver(*other.stage_, lesson_);
  showStage();
  showStep();
  split_->restoreState(other.split_->saveState());
}

}  // namespace ganvas::ui
