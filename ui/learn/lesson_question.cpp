#include "ui/learn/lesson_question.hpp"

#include <QVBoxLayout>

#include "ui/bridge/words.hpp"
#include "ui/learn/lesson_text.hpp"
#include "ui/shell/card.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {

using namespace tokens;

LessonQuestionView::LessonQuestionView(const LessonQuestion& question, const std::string& language, QWidget* parent)
    : QWidget(parent), question_(question), language_(language) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kSpace2);
  auto* heading = new InkLabel(Ink::text, Type::strong, this);
  heading->setText(tr("A question"));
  auto* text = new LessonText(Type::reading, Ink::text, this);
  text->setMarkdown(from(inLanguage(question.text, language)));
  column->addWidget(heading);
  column->addWidget(text);
  for (const auto& answer : question.answers) {
    const int index = static_cast<int>(cards_.size());
    auto* card = new Card(Card::Shape::row, this);
    card->setIconName(QStringLiteral("answer"), Ink::textMuted);
    card->setTitle(from(inLanguage(answer, language)));
    connect(card, &Card::clicked, this, [this, index] { this->answer(index); });
    column->addWidget(card);
    cards_.push_back(card);
  }
  verdict_ = new InkLabel(Ink::success, Type::strong, this);
  because_ = new LessonText(Type::reading, Ink::text, this);
  for (QLabel* label : {static_cast<QLabel*>(verdict_), static_cast<QLabel*>(because_)}) {
    column->addWidget(label);
    label->hide();
  }
}

void LessonQuestionView::answer(int index) {
  if (answered_ >= 0 || index < 0 || index >= static_cast<int>(cards_.size())) return;
  answered_ = index;
  for (int i = 0; i < static_cast<int>(cards_.size()); ++i) {
    auto* card = cards_[static_cast<std::size_t>(i)];
    if (i == question_.right) card->setIconName(QStringLiteral("right"), Ink::success);
    else if (i == index) card->setIconName(QStringLiteral("wrong"), Ink::error);
    card->setDetail(i == question_.right ? tr("Right") : i == index ? tr("Your answer") : QString(), i == question_.right ? Ink::success : Ink::error);
    card->setCursor(Qt::ArrowCursor);
  }
  const bool right = index == question_.right;
  verdict_->setInk(right ? Ink::success : Ink::error);
  verdict_->setText(right ? tr("That is right.") : tr("Not quite."));
  because_->setMarkdown(from(inLanguage(question_.because, language_)));
  verdict_->show();
  because_->setVisible(!because_->markdown().isEmpty());
  emit chosen(index);
}

QString LessonQuestionView::feedback() const { return answered_ < 0 ? QString() : verdict_->text() + QLatin1Char(' ') + because_->markdown(); }

}  // namespace ganvas::ui
