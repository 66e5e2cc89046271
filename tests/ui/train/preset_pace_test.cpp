// How long presets train here, as the list tells it.
#include "ui/train/preset_pace.hpp"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QLocale>
#include <QTest>

#include "tests/ui/bridge/fake_engine.hpp"
#include "ui/bridge/bridge.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/preset_bar.hpp"
#include "ui/train/preset_list.hpp"

namespace ganvas::test {
namespace {

using namespace ui;

Values budget(std::int64_t steps, double epochs, double minutes) {
  return {{"steps", steps}, {"epochs", epochs}, {"minutes", minutes}, {"batch", std::int64_t{50}}, {"d_steps", std::int64_t{2}}};
}

class PresetPaceTest : public ::testing::Test {
 protected:
  PresetPaceTest() { QLocale::setDefault(QLocale::c()); }
  ~PresetPaceTest() override { QLocale::setDefault(QLocale::system()); }
};

TEST_F(PresetPaceTest, MinutesBecomeRoundsAndRoundsMinutes) {
  EXPECT_EQ(budgetText(budget(0, 0, 30), 0.25, 0), QStringLiteral("30 minutes: about 7200 rounds here"));
  EXPECT_EQ(budgetText(budget(0, 0, 30), {}, 0), QStringLiteral("30 minutes"));
  EXPECT_EQ(budgetText(budget(2400, 0, 0), 0.25, 0), QStringLiteral("2400 rounds: about 10 minutes here"));
  EXPECT_EQ(budgetText(budget(0, 3, 0), 0.5, 60000), QStringLiteral("1800 rounds: about 15 minutes here"));   // 3 × 60000 / (50 × 2)
  EXPECT_EQ(budgetText(budget(0, 3, 0), {}, 0), QStringLiteral("3 epochs"));
  EXPECT_EQ(budgetText(budget(0, 0, 0), 0.25, 0), QStringLiteral("Until you stop it: about 240 rounds a minute here"));
}

TEST_F(PresetPaceTest, WhicheverEndsItFirstIsTold) {
  EXPECT_EQ(budgetText(budget(100, 0, 30), 0.25, 0), QStringLiteral("100 rounds: about 25 seconds here"));
  EXPECT_EQ(budgetText(budget(100000, 0, 30), 0.25, 0), QStringLiteral("30 minutes: about 7200 rounds here"));
}

TEST_F(PresetPaceTest, TheOpenedListTellsEachPresetsTime) {
  Bridge bridge(std::make_shared<FakeEngine>());
  PresetBar bar(bridge.engine());
  PresetPace pace(bridge, bar);
  bar.setFamily("dcgan", fakeSchema("dcgan"));
  const auto* combo = bar.findChild<QComboBox*>();
  const auto detail = [&] { return combo->itemData(combo->findData(QStringLiteral("dcgan-quick")), kPresetDetail).toString(); };
  EXPECT_TRUE(detail().isEmpty());
  emit bar.opened();
  EXPECT_FALSE(detail().isEmpty());
  // The preset's 1500 rounds at the fake's quarter of a second.
  EXPECT_TRUE(QTest::qWaitFor([&] { return detail().contains(QStringLiteral("1500 rounds: about 6 minutes here")); })) << detail().toStdString();
  EXPECT_TRUE(detail().startsWith(QStringLiteral("Fashion"))) << detail().toStdString();
  const auto read = combo->itemData(combo->findData(QStringLiteral("dcgan-quick")), Qt::AccessibleDescriptionRole).toString();
  EXPECT_TRUE(read.startsWith(QStringLiteral("Small networks")) && read.endsWith(detail())) << read.toStdString();
}

TEST_F(PresetPaceTest, ALongSummaryIsCutWithDots) {
  const auto lines = [](int words) { return summaryLines(QStringLiteral("picture ").repeated(words).trimmed(), 400); };
  EXPECT_TRUE(lines(0).isEmpty());
  EXPECT_EQ(lines(1), QStringList{"picture"});
  EXPECT_EQ(lines(12).join(QLatin1Char(' ')), QStringLiteral("picture ").repeated(12).trimmed()) << "nothing is lost between lines";
  const auto many = lines(200);
  ASSERT_EQ(many.size(), 3);
  EXPECT_FALSE(many[1].endsWith(QChar(0x2026)));
  EXPECT_TRUE(many[2].endsWith(QChar(0x2026)));
  for (const auto& line : many) EXPECT_LE(QFontMetrics(tokens::font(tokens::Type::body)).horizontalAdvance(line), 400);
}

}  // namespace
}  // namespace ganvas::test
