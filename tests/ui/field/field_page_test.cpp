// The playground: what its buttons send to one run or two, the second form, what survives a change of language.
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

#include "tests/ui/shell/window_fixture.hpp"
#include "ui/bridge/run_pair.hpp"
#include "ui/field/arena.hpp"
#include "ui/field/field_page.hpp"
#include "ui/field/field_player.hpp"
#include "ui/field/phase_formula.hpp"
#include "ui/field/run_column.hpp"
#include "ui/train/elided_label.hpp"
#include "ui/train/parameter_form.hpp"
#include "ui/train/train_setup.hpp"

namespace ganvas::test {
namespace {

using ui::FieldPage;

/// One family that draws pictures and one that plays in the plane.
class PlaneEngine : public FakeEngine {
 public:
  std::vector<FamilyInfo> families() const override {
    auto all = FakeEngine::families();
    all[1].interactions = {"field"};
    all[1].fields = {Field::points};
    return all;
  }
};

class FieldPageTest : public WindowTest {
 protected:
  FieldPageTest() : WindowTest(std::make_shared<PlaneEngine>()) {}
  void SetUp() override {
    WindowTest::SetUp();
    window->goTo(ui::MainWindow::field);
    page().setup()->setData(QStringLiteral("mnist"));
  }
  FieldPage& page() { return window->fieldPage(); }
  static FakeSession& of(ui::Bridge& bridge) { return static_cast<FakeSession&>(*bridge.session()); }
  FakeSession& first() { return of(bridge); }
  FakeSession& second() { return of(*page().pair()->second()); }
  QToolButton* button(const QString& startOfTip) {
    for (auto* one : page().arena()->controls().findChildren<QToolButton*>())
      if (one->toolTip().startsWith(startOfTip)) return one;
    ADD_FAILURE() << startOfTip.toStdString();
    return nullptr;
  }
  /// Started, and as far as a run is that can be moved.
  void begin() {
    page().arena()->controls().primaryButton()->click();
    ASSERT_TRUE(bridge.session());
    first().advance(1);
    if (page().pair()->second()) second().advance(1);
    ASSERT_TRUE(eventually([&] { return page().arena()->player().ready(); }));
  }
  template <class T>
  static int count(const FakeSession& session) {
    int n = 0;
    for (const auto& command : session.sent()) n += std::holds_alternative<T>(command);
    return n;
  }
};

TEST_F(FieldPageTest, StartBeginsThePlayersPausedAndThenPlays) {
  begin();
  EXPECT_EQ(first().family(), "dcgan") << "the family that plays in the plane";
  EXPECT_TRUE(engine->lastRequest()->startPaused);
  EXPECT_TRUE(eventually([&] { return count<command::Resume>(first()) == 1; }));
  ASSERT_TRUE(eventually([&] { return bridge.status().state == SessionState::running; }));
  page().arena()->controls().primaryButton()->click();
  EXPECT_EQ(count<command::Pause>(first()), 1);
}

TEST_F(FieldPageTest, EachButtonSendsItsStep) {
  begin();
  page().arena()->player().pause();
  button(QStringLiteral("Train one round"))->click();
  EXPECT_EQ(count<command::StepRound>(first()), 1);
  button(QStringLiteral("Train one phase"))->click();
  EXPECT_EQ(count<command::StepPhase>(first()), 1);
  ASSERT_TRUE(eventually([&] { return button(QStringLiteral("Back by one round"))->isEnabled(); }));
  button(QStringLiteral("Back by one round"))->click();
  EXPECT_EQ(count<command::StepBack>(first()), 1);
  button(QStringLiteral("Back to the same initial"))->click();
  EXPECT_EQ(count<command::Reset>(first()), 1);
  button(QStringLiteral("End the run"))->click();
  EXPECT_EQ(count<command::Stop>(first()), 1);
}

TEST_F(FieldPageTest, SlowMotionStepsByPhases) {
  begin();
  page().arena()->player().pause();
  first().advance(1);
  button(QStringLiteral("Slow motion"))->click();
  EXPECT_TRUE(page().arena()->formula().isVisible());
  EXPECT_TRUE(eventually([&] { return count<command::StepPhase>(first()) >= 1; }));
  button(QStringLiteral("Slow motion"))->click();
  EXPECT_FALSE(page().arena()->player().slow());
}

TEST_F(FieldPageTest, TwoRunsAreStartedAndMovedTogether) {
  button(QStringLiteral("A second run"))->click();
  ASSERT_TRUE(page().secondSetup());
  page().secondSetup()->form().setValues({{"lr_g", 0.005}}, [] { return QString(); });
  begin();
  ASSERT_TRUE(page().pair()->second() && page().pair()->second()->session());
  EXPECT_EQ(second().data(), "mnist");
  EXPECT_EQ(std::get<double>(second().values().at("lr_g")), 0.005);
  EXPECT_NE(std::get<double>(first().values().at("lr_g")), 0.005);
  EXPECT_TRUE(page().arena()->second());
  const auto titles = page().arena()->second()->findChildren<ui::ElidedLabel*>();
  EXPECT_TRUE(std::any_of(titles.begin(), titles.end(), [](const auto* title) { return title->text().contains(QStringLiteral("0.005")); })) << "what is different is said";
  page().arena()->player().pause();
  button(QStringLiteral("Train one round"))->click();
  EXPECT_EQ(count<command::StepRound>(first()), 1);
  EXPECT_EQ(count<command::StepRound>(second()), 1);
}

TEST_F(FieldPageTest, TheSecondRunEndsWithTheComparison) {
  button(QStringLiteral("A second run"))->click();
  begin();
  QPointer<ui::Bridge> other = page().pair()->second();
  const auto session = std::static_pointer_cast<FakeSession>(other->session());
  button(QStringLiteral("A second run"))->click();
  EXPECT_FALSE(page().secondSetup());
  EXPECT_FALSE(page().arena()->second());
  EXPECT_EQ(count<command::Stop>(*session), 1);
  session->advance(1);
  EXPECT_TRUE(eventually([&] { return other.isNull(); })) << "and whoever talked to it";
}

TEST_F(FieldPageTest, AnotherLanguageKeepsBothRuns) {
  button(QStringLiteral("A second run"))->click();
  begin();
  QPointer<ui::Bridge> other = page().pair()->second();
  ui::Language::instance().apply(QStringLiteral("zh_CN"));
  EXPECT_EQ(page().pair()->second(), other);
  ASSERT_TRUE(page().secondSetup());
  EXPECT_TRUE(page().arena()->second());
  EXPECT_EQ(count<command::Stop>(first()), 0);
}

TEST_F(FieldPageTest, ARunOfAnotherFamilyIsNotMoved) {
  ASSERT_TRUE(bridge.start({"fc-gan", "mnist", "", {}, {}, {}, false}));
  first().advance(1);
  tick();
  EXPECT_FALSE(page().arena()->player().ready());
  EXPECT_FALSE(button(QStringLiteral("Train one round"))->isEnabled());
  page().arena()->controls().primaryButton()->click();
  EXPECT_EQ(first().family(), "fc-gan") << "nor replaced unasked";
  EXPECT_EQ(first().sent().size(), 0u);
}

TEST(PhaseFormula, IsFilledWithItsNumbers) {
  PlayedPhase played{Sentence("discriminator"), Role::discriminator, "−E[log D(x)] − E[log(1 − D(G(z)))]", {0.5, 0.25}, {}};
  EXPECT_EQ(ui::formulaText(played), QStringLiteral("−E[log D(x)] − E[log(1 − D(G(z)))] = 0.500 + 0.250 = 0.750"));
  played.addends = {-1.5, 0.5};
  EXPECT_TRUE(ui::formulaText(played).endsWith(QStringLiteral("= −1.500 + 0.500 = −1.000"))) << ui::formulaText(played).toStdString();
  played.formula.clear();
  EXPECT_TRUE(ui::formulaText(played).isEmpty());
}

}  // namespace
}  // namespace ganvas::test
