#include <QPushButton>

#include "tests/ui/shell/ui_fixture.hpp"
#include "ui/shell/message_bar.hpp"

namespace ganvas::test {
namespace {

using ui::MessageBar;

TEST(MessageBar, TheSameSentenceIsKeptOnce) {
  MessageBar bar;
  for (int i = 0; i < 3; ++i) bar.post({NoticeLevel::error, ui::asTheyAre(QStringLiteral("The disk is full.")), {}, {}});
  EXPECT_EQ(bar.waiting(), 1);
}

TEST(MessageBar, TheActionRunsOnceAndDismisses) {
  MessageBar bar;
  int ran = 0;
  bar.post({NoticeLevel::info, ui::asTheyAre(QStringLiteral("Saved.")), ui::asTheyAre(QStringLiteral("Show")), [&] { ++ran; }});
  bar.findChild<QPushButton*>()->click();
  EXPECT_EQ(ran, 1);
  EXPECT_EQ(bar.waiting(), 0);
}

TEST(MessageBar, EscapeDismisses) {
  MessageBar bar;
  bar.post({NoticeLevel::error, ui::asTheyAre(QStringLiteral("One.")), {}, {}});
  bar.post({NoticeLevel::error, ui::asTheyAre(QStringLiteral("Two.")), {}, {}});
  QTest::keyClick(&bar, Qt::Key_Escape);
  EXPECT_EQ(bar.sentence(), QStringLiteral("One."));
}

TEST(MessageBar, AFloodKeepsTheNewest) {
  MessageBar bar;
  for (int i = 0; i < 1000; ++i) bar.post({NoticeLevel::warning, ui::asTheyAre(QString::number(i)), {}, {}});
  EXPECT_EQ(bar.sentence(), QStringLiteral("999"));
  EXPECT_LE(bar.waiting(), 20);
}

}  // namespace
}  // namespace ganvas::test
