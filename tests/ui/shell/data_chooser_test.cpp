#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeWidget>

#include "tests/ui/shell/ui_fixture.hpp"
#include "ui/panels/tile_view.hpp"
#include "ui/shell/data_chooser.hpp"

namespace ganvas::test {
namespace {

using ui::DataChooser;

class DataChooserTest : public UiTest {
 protected:
  template <class T = QPushButton>
  static T* button(QWidget& inside, const QString& text) {
    for (auto* one : inside.findChildren<T*>()) {
      if (one->text() == text) return one;
    }
    return nullptr;
  }
};

TEST_F(DataChooserTest, PresentDataArePreviewedAndUsable) {
  DataChooser chooser(bridge);
  chooser.show();
  EXPECT_FALSE(chooser.usable());
  chooser.setSource(QStringLiteral("fashion-mnist"));
  ASSERT_TRUE(eventually([&] { return chooser.usable(); }));
  EXPECT_EQ(chooser.findChild<ui::TileView*>()->grid().count, 64);
}

TEST_F(DataChooserTest, AbsentDataSayWhatBringsThem) {
  DataChooser chooser(bridge);
  chooser.show();
  chooser.setSource(QStringLiteral("emoji"));
  tick();
  EXPECT_FALSE(chooser.usable());
  auto* copy = button(chooser, QStringLiteral("Copy"));
  ASSERT_TRUE(copy && copy->isVisible());
  copy->click();
  EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("sudo apt install fonts-noto-color-emoji"));
}

TEST_F(DataChooserTest, ChoosingInTheListTellsWhoeverListens) {
  DataChooser chooser(bridge);
  chooser.show();
  QSignalSpy chosen(&chooser, &DataChooser::dataChosen);
  auto* list = chooser.findChild<QListWidget*>();
  list->setCurrentRow(1);
  ASSERT_EQ(chosen.count(), 1);
  EXPECT_EQ(chosen[0][0].toString(), QStringLiteral("mnist"));
  chooser.setSource(QStringLiteral("fashion-mnist"));
  EXPECT_EQ(chosen.count(), 1) << "set by the program, not chosen";
}

TEST_F(DataChooserTest, ADroppedFolderIsChosenAndRemembered) {
  QTemporaryDir folder;
  {
    DataChooser chooser(bridge);
    QSignalSpy chosen(&chooser, &DataChooser::dataChosen);
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(folder.path())});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);  // Qt drops only where something was dragged
    QApplication::sendEvent(&chooser, &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&chooser, &drop);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].toString(), folder.path());
  }
  DataChooser again(bridge);
  EXPECT_EQ(again.findChild<QListWidget*>()->count(), 4);
}

TEST_F(DataChooserTest, AnUnusableFolderSaysWhy) {
  DataChooser chooser(bridge);
  chooser.show();
  chooser.setSource(QStringLiteral("/pictures/empty"));
  const auto said = [&] {
    for (const auto* label : chooser.findChildren<QLabel*>()) {
      if (label->isVisible() && label->text().contains(QStringLiteral("has no pictures"))) return true;
    }
    return false;
  };
  EXPECT_TRUE(eventually(said));
  EXPECT_FALSE(chooser.usable());
}

TEST_F(DataChooserTest, TheCheckListsWhatItFound) {
  DataChooser chooser(bridge);
  chooser.show();
  chooser.setSource(QStringLiteral("/pictures/pets"));
  ASSERT_TRUE(eventually([&] { return chooser.usable(); }));
  button(chooser, QStringLiteral("Check the pictures"))->click();
  auto* findings = chooser.findChild<QTreeWidget*>();
  ASSERT_TRUE(eventually([&] { return findings->isVisible(); }));
  ASSERT_EQ(findings->topLevelItemCount(), 3);
  EXPECT_EQ(findings->topLevelItem(1)->text(1), QStringLiteral("dogs/rex-copy.jpg"));
}

TEST_F(DataChooserTest, TheCheckCanBeStopped) {
  auto slow = std::make_shared<FakeEngine>(FakeOptions{0, 300, true});
  ui::Bridge slowBridge(slow);
  DataChooser chooser(slowBridge);
  chooser.show();
  chooser.setSource(QStringLiteral("/pictures/pets"));
  ASSERT_TRUE(eventually([&] { return chooser.usable(); }));
  button(chooser, QStringLiteral("Check the pictures"))->click();
  auto* stop = button(chooser, QStringLiteral("Stop the check"));
  ASSERT_NE(stop, nullptr);
  stop->click();
  EXPECT_TRUE(eventually([&] { return button(chooser, QStringLiteral("Check the pictures")) != nullptr; }));
  EXPECT_FALSE(chooser.findChild<QTreeWidget*>()->isVisible());
}

}  // namespace
}  // namespace ganvas::test
