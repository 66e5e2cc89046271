// Presets over the fake engine: choose, modify, save, share.
#include <gtest/gtest.h>

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include "tests/ui/bridge/fake_engine.hpp"
#include "ui/train/preset_bar.hpp"
#include "ui/train/preset_dialog.hpp"

namespace ganvas::test {
namespace {

using namespace ui;

class PresetBarTest : public ::testing::Test {
 protected:
  PresetBarTest() : bar(engine) {
    bar.setFamily("dcgan", schema);
    QObject::connect(&bar, &PresetBar::loaded, [this](const Values& values) {
      shown = values;
      bar.setCurrentValues(values);
    });
  }
  void edit(const char* key, Value value) {
    shown[key] = std::move(value);
    bar.setCurrentValues(shown);
  }

  FakeEngine engine;
  Schema schema = fakeSchema("dcgan");
  Values shown = schema.defaults();
  PresetBar bar;
};

TEST_F(PresetBarTest, ListsTheFamilysPresetsAfterTheDefaults) {
  const auto* combo = bar.findChild<QComboBox*>();
  EXPECT_EQ(combo->itemText(0), QStringLiteral("Defaults"));
  EXPECT_GE(combo->findData(QStringLiteral("dcgan-quick")), 0);
  EXPECT_EQ(combo->findData(QStringLiteral("fc-gan-default")), -1);
  EXPECT_FALSE(bar.modified());
}

TEST_F(PresetBarTest, ChoosingHandsOutCompleteValuesAndTheSummary) {
  QSignalSpy data(&bar, &PresetBar::dataSuggested);
  ASSERT_TRUE(bar.choose("dcgan-quick"));
  EXPECT_EQ(shown.size(), schema.defaults().size());
  EXPECT_EQ(shown.at("base"), Value(std::int64_t{16}));
  EXPECT_EQ(shown.at("beta1"), schema.defaults().at("beta1"));
  EXPECT_EQ(bar.summary(), QStringLiteral("Small networks: shapes within a minute."));
  ASSERT_EQ(data.count(), 1);
  EXPECT_EQ(data.first().first().toString(), QStringLiteral("fashion-mnist"));
}

TEST_F(PresetBarTest, EditsAreMarkedAndTakenBack) {
  bar.choose("dcgan-quick");
  edit("batch", std::int64_t{32});
  EXPECT_TRUE(bar.modified());
  EXPECT_TRUE(bar.summary().startsWith(QStringLiteral("Modified")));
  edit("batch", std::int64_t{64});
  EXPECT_FALSE(bar.modified());
  bar.choose("");
  EXPECT_EQ(shown, schema.defaults());
}

TEST_F(PresetBarTest, SavedUnderANameItIsChosenAndLoadsBack) {
  edit("batch", std::int64_t{32});
  ASSERT_TRUE(bar.saveAs("Small batch", "Noisier"));
  EXPECT_FALSE(bar.modified());
  EXPECT_EQ(bar.current(), QStringLiteral("Small batch"));
  bar.choose("");
  EXPECT_EQ(shown.at("batch"), Value(std::int64_t{64}));
  ASSERT_TRUE(bar.choose("Small batch"));
  EXPECT_EQ(shown.at("batch"), Value(std::int64_t{32}));
  EXPECT_EQ(engine.savedPresets().at("Small batch").first.summary, "Noisier");
  EXPECT_EQ(engine.savedPresets().at("Small batch").first.family, "dcgan");
}

TEST_F(PresetBarTest, AShippedPresetIsNotOverwrittenAndTheSentenceSaysSo) {
  QSignalSpy failed(&bar, &PresetBar::failed);
  EXPECT_FALSE(bar.saveAs("dcgan-quick", {}));
  ASSERT_EQ(failed.count(), 1);
  EXPECT_TRUE(failed.first().first().value<Words>()().contains(QStringLiteral("part of Ganvas")));
}

TEST_F(PresetBarTest, GoesThroughAFile) {
  edit("lr_d", 4e-4);
  ASSERT_TRUE(bar.saveToFile("/home/ada/shared-preset.json"));
  bar.choose("");
  ASSERT_TRUE(bar.loadFile("/home/ada/shared-preset.json"));
  EXPECT_EQ(shown.at("lr_d"), Value(4e-4));
  EXPECT_FALSE(bar.modified());
}

TEST_F(PresetBarTest, AFileThatIsNotThereIsASentenceAndChangesNothing) {
  QSignalSpy failed(&bar, &PresetBar::failed);
  const auto before = shown;
  EXPECT_FALSE(bar.loadFile("/nowhere/x.json"));
  EXPECT_FALSE(bar.choose("no-such"));
  EXPECT_EQ(failed.count(), 2);
  EXPECT_EQ(shown, before);
  EXPECT_TRUE(bar.current().isEmpty());
}

TEST(PresetDialog, JudgesTheName) {
  PresetDialog dialog({{"dcgan-quick", "Quick", "", "dcgan", "", "", true}, {"mine", "mine", "", "dcgan", "", "", false}}, nullptr);
  auto* save = dialog.findChildren<QPushButton*>().last();
  auto* name = dialog.findChildren<QLineEdit*>().first();
  EXPECT_FALSE(save->isEnabled());
  name->setText("dcgan-quick");
  EXPECT_FALSE(save->isEnabled());
  name->setText("mine");
  EXPECT_TRUE(save->isEnabled());
  name->setText("  new one ");
  EXPECT_TRUE(save->isEnabled());
  EXPECT_EQ(dialog.name(), QStringLiteral("new one"));
}

}  // namespace
}  // namespace ganvas::test
