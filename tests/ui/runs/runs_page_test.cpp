#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include "tests/ui/shell/ui_fixture.hpp"
#include "ui/runs/runs_page.hpp"

namespace ganvas::test {
namespace {

using ui::RunsPage;

class RunsPageTest : public UiTest {
 protected:
  static QPushButton* button(QWidget& inside, const QString& text) {
    for (auto* one : inside.findChildren<QPushButton*>()) {
      if (one->text() == text) return one;
    }
    return nullptr;
  }
};

TEST_F(RunsPageTest, ListsAllRunsAndOpensTheChosenOne) {
  RunsPage page(bridge);
  page.show();
  ASSERT_TRUE(eventually([&] { return page.list()->count() == 4; }));
  QSignalSpy opened(&page, &RunsPage::openRequested);
  page.list()->setCurrentRow(1);
  button(page, QStringLiteral("Open"))->click();
  ASSERT_EQ(opened.count(), 1);
  EXPECT_TRUE(opened[0][0].toString().endsWith(QStringLiteral("/fc-gan-mnist-1")));
}

TEST_F(RunsPageTest, ABrokenRunSaysWhyAndCannotBeOpened) {
  RunsPage page(bridge);
  page.show();
  ASSERT_TRUE(eventually([&] { return page.list()->count() == 4; }));
  page.list()->setCurrentRow(3);
  EXPECT_FALSE(button(page, QStringLiteral("Open"))->isEnabled());
  EXPECT_FALSE(button(page, QStringLiteral("Resume training"))->isEnabled());
  EXPECT_TRUE(page.list()->currentItem()->data(Qt::AccessibleDescriptionRole).toString().contains(QStringLiteral("config.json")));
}

TEST_F(RunsPageTest, NothingIsResumedWhileAnotherRunTrains) {
  RunsPage page(bridge);
  page.show();
  ASSERT_TRUE(eventually([&] { return page.list()->count() == 4; }));
  page.list()->setCurrentRow(0);
  EXPECT_TRUE(button(page, QStringLiteral("Resume training"))->isEnabled());
  ASSERT_TRUE(bridge.start({"dcgan", "fashion-mnist", "", {}, {}, {}, false}));
  EXPECT_TRUE(eventually([&] { return !button(page, QStringLiteral("Resume training"))->isEnabled(); }));
}

TEST_F(RunsPageTest, SearchHidesWhatDoesNotMatch) {
  RunsPage page(bridge);
  page.show();
  ASSERT_TRUE(eventually([&] { return page.list()->count() == 4; }));
  page.findChild<QLineEdit*>()->setText(QStringLiteral("EMOJI"));
  int visible = 0;
  for (int i = 0; i < page.list()->count(); ++i) visible += page.list()->item(i)->isHidden() ? 0 : 1;
  EXPECT_EQ(visible, 1);
}

TEST_F(RunsPageTest, WithoutRunsItOffersToTrain) {
  auto bare = std::make_shared<FakeEngine>(FakeOptions{0, 0, false});
  ui::Bridge bareBridge(bare);
  RunsPage page(bareBridge);
  page.show();
  auto* train = button(page, QStringLiteral("Train a GAN"));
  ASSERT_TRUE(eventually([&] { return train->isVisible(); }));
  QSignalSpy asked(&page, &RunsPage::trainRequested);
  train->click();
  EXPECT_EQ(asked.count(), 1);
}

}  // namespace
}  // namespace ganvas::test
