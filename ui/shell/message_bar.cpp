#include "ui/shell/message_bar.hpp"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include "ui/shell/style.hpp"
#include "ui/shell/style_paint.hpp"
#include "ui/shell/theme.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;
constexpr std::size_t kMostMessages = 20;

Ink inkOf(NoticeLevel level) {
  return level == NoticeLevel::error ? Ink::error : level == NoticeLevel::warning ? Ink::warning : Ink::discriminator;
}

QString iconOf(NoticeLevel level) {
  return level == NoticeLevel::error ? QStringLiteral("error") : level == NoticeLevel::warning ? QStringLiteral("warning") : QStringLiteral("info");
}

}  // namespace

MessageBar::MessageBar(QWidget* parent)
    : QWidget(parent), icon_(new QLabel), text_(new InkLabel), more_(new InkLabel(Ink::textMuted, Type::caption)), action_(new QPushButton),
      close_(new QToolButton) {
  setObjectName(QStringLiteral("messageBar"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(kSpace4, kSpace2, kSpace3, kSpace2);
  row->setSpacing(kSpace3);
  text_->setWordWrap(true);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  close_->setIcon(tokens::icon(QStringLiteral("close"), Ink::textMuted));
  close_->setToolTip(tr("Dismiss"));
  close_->setAccessibleName(tr("Dismiss this message"));
  row->addWidget(icon_, 0, Qt::AlignVCenter);
  row->addWidget(text_, 1);
  row->addWidget(more_);
  row->addWidget(action_);
  row->addWidget(close_);
  connect(close_, &QToolButton::clicked, this, &MessageBar::dismiss);
  connect(action_, &QPushButton::clicked, this, [this] {
    const auto act = messages_.empty() ? std::function<void()>() : messages_.front().act;
    dismiss();
    if (act) act();
  });
  connect(&Theme::instance(), &Theme::changed, this, &MessageBar::refresh);
  hide();
}

void MessageBar::post(Message message) {
  const auto text = message.sentence ? message.sentence() : QString();
  if (text.isEmpty()) return;
  std::erase_if(messages_, [&](const Message& other) { return other.sentence() == text; });
  messages_.push_front(std::move(message));
  if (messages_.size() > kMostMessages) messages_.pop_back();
  refresh();
  QAccessibleEvent event(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
}

void MessageBar::dismiss() {
  if (!messages_.empty()) messages_.pop_front();
  refresh();
}

void MessageBar::clear() {
  messages_.clear();
  refresh();
}

void MessageBar::takeOver(MessageBar& other) {
  messages_ = std::move(other.messages_);
  refresh();
}

QString MessageBar::sentence() const { return messages_.empty() ? QString() : messages_.front().sentence(); }

void MessageBar::refresh() {
  setVisible(!messages_.empty());
  if (messages_.empty()) return;
  const auto& message = messages_.front();
  icon_->setPixmap(tokens::icon(iconOf(message.level), inkOf(message.level)).pixmap(QSize(kIcon, kIcon), devicePixelRatioF()));
  text_->setText(sentence());
  setAccessibleName(sentence());
  more_->setVisible(messages_.size() > 1);
  more_->setText(tr("%n more", nullptr, static_cast<int>(messages_.size()) - 1));
  action_->setVisible(message.action != nullptr);
  action_->setText(message.action ? message.action() : QString());
  update();
}

void MessageBar::paintEvent(QPaintEvent*) {
  if (messages_.empty()) return;
  QPainter painter(this);
  const QColor ink = colour(inkOf(messages_.front().level));
  painter.fillRect(rect(), mixed(colour(Ink::surface), ink, 0.1));
  painter.fillRect(QRect(0, 0, 3, height()), ink);
  painter.fillRect(QRect(0, height() - 1, width(), 1), colour(Ink::line));
}

void MessageBar::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return dismiss();
  QWidget::keyPressEvent(event);
}

}  // namespace ganvas::ui
