// Every word that can be translated is put into brackets; letters outside of them are words that somebody forgot to let translate.
#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QRegularExpression>
#include <QTabBar>
#include <QTranslator>
#include <QTreeWidget>
#include <set>

#include "tests/ui/learn/sample_lessons.hpp"
#include "tests/ui/panels/scripted_model.hpp"
#include "tests/ui/shell/ui_fixture.hpp"
#include "ui/games/game_curves.hpp"
#include "ui/games/game_setup.hpp"
#include "ui/games/game_transport.hpp"
#include "ui/games/game_view.hpp"
#include "ui/learn/learn_page.hpp"
#include "ui/learn/lesson_question.hpp"
#include "ui/learn/lesson_reader.hpp"
#include "ui/panels/sketch_panel.hpp"
#include "ui/sketch/sketch_board.hpp"
#include "ui/panels/classify_panel.hpp"
#include "ui/panels/draw_pad.hpp"
#include "ui/field/field_view.hpp"
#include "ui/panels/latent_panel.hpp"
#include "ui/panels/neighbours_panel.hpp"
#include "ui/panels/panel_registry.hpp"
#include "ui/panels/tile_view.hpp"
#include "ui/runs/runs_page.hpp"
#include "ui/shell/about_dialog.hpp"
#include "ui/shell/card.hpp"
#include "ui/shell/data_chooser.hpp"
#include "ui/shell/home_page.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/shell/message_bar.hpp"
#include "ui/shell/play_page.hpp"
#include "ui/shell/settings_dialog.hpp"
#include "ui/shell/shortcuts_sheet.hpp"
#include "ui/train/curve_plot.hpp"
#include "ui/train/loss_curves.hpp"
#include "ui/train/parameter_form.hpp"
#include "ui/train/preset_dialog.hpp"
#include "ui/train/preset_list.hpp"
#include "ui/train/sample_grid_view.hpp"
#include "ui/train/train_page.hpp"
#include "ui/train/train_setup.hpp"

namespace ganvas::test {
namespace {

class Brackets : public QTranslator {
 public:
  bool isEmpty() const override { return false; }
  QString translate(const char* context, const char* source, const char*, int) const override {
    return QStringLiteral("⟦%1⟧").arg(QString::fromUtf8(source));
  }
};

/// What is the same in every language, or a person's own: names of files and runs, numbers.
const QStringList& sameEverywhere() {
  static const QStringList all = {
      QStringLiteral("\\bEnglish\\b"), QStringLiteral("\\bcpu\\b"), QStringLiteral("[0-9]e-?[0-9]+"), QStringLiteral("\\b(px|MIT|CC BY-SA [0-9.]+|OFL-[0-9.]+)\\b"),
      QStringLiteral("\\blog\\b"), QStringLiteral("/(home/ada|usr/share)/[^ <]*"), QStringLiteral("\\b(dcgan|fc-gan)-[a-z0-9-]+"),
  };
  return all;
}

class PseudoTranslation : public UiTest {
 protected:
  void SetUp() override {
    UiTest::SetUp();
    for (const auto& family : engine->families()) {
      papers << QString::fromStdString(family.paper);
      const auto schema = fakeSchema(family.name);
      for (const auto& parameter : schema.parameters()) {
        keys << QString::fromStdString(parameter.key);
        if (!parameter.paper.empty()) papers << QString::fromStdString(parameter.paper);
      }
    }
    for (const auto& game : engine->games()) papers << QString::fromStdString(game.paper);
    const auto game = engine->gameSchema();
    for (const auto& parameter : game.parameters()) {
      keys << QString::fromStdString(parameter.key);
      if (!parameter.paper.empty()) papers << QString::fromStdString(parameter.paper);
    }
    QCoreApplication::installTranslator(&brackets);
  }
  void TearDown() override { QCoreApplication::removeTranslator(&brackets); }

  /// Letters of the text that stand outside brackets and are no name.
  QString outside(const QString& text) const {
    QString left = text;
    static const QRegularExpression tags(QStringLiteral("<[^>]*>|&[a-z]+;"));
    if (Qt::mightBeRichText(left) || left.contains(QLatin1Char('<'))) left.remove(tags);
    static const QRegularExpression inner(QStringLiteral("⟦[^⟦⟧]*⟧"));
    for (QString before; before != left;) {
      before = left;
      left.remove(inner);
    }
    for (const auto& paper : papers) left.remove(paper);
    for (const auto& name : sameEverywhere()) left.remove(QRegularExpression(name));
    for (const auto& key : keys) left.remove(QRegularExpression(QStringLiteral("\\b%1\\b").arg(key)));
    static const QRegularExpression letters(QStringLiteral("[A-Za-z]{2,}"));
    return letters.match(left).hasMatch() ? left.trimmed() : QString();
  }

  void expectBracketed(const QString& text, const QObject* where, const char* what) {
    if (!seen.insert(text).second) return;
    if (const auto left = outside(text); !left.isEmpty())
      ADD_FAILURE() << where->metaObject()->className() << " (" << where->objectName().toStdString() << "), " << what << ": \"" << text.toStdString() << "\" has words that no translator gets: " << left.toStdString();
  }

  void expectBracketed(const QWidget* widget) {
    expectBracketed(widget->toolTip(), widget, "tool tip");
    expectBracketed(widget->accessibleName(), widget, "accessible name");
    expectBracketed(widget->accessibleDescription(), widget, "accessible description");
    if (widget->isWindow()) expectBracketed(widget->windowTitle(), widget, "title");
    if (const auto* label = qobject_cast<const QLabel*>(widget)) expectBracketed(label->text(), widget, "text");
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) expectBracketed(button->text(), widget, "text");
    if (const auto* line = qobject_cast<const QLineEdit*>(widget)) expectBracketed(line->placeholderText(), widget, "placeholder");
    if (const auto* dock = qobject_cast<const QDockWidget*>(widget)) expectBracketed(dock->windowTitle(), widget, "title");
    if (const auto* menu = qobject_cast<const QMenu*>(widget)) expectBracketed(menu->title(), widget, "title");
    if (const auto* plot = qobject_cast<const ui::CurvePlot*>(widget)) {
      expectBracketed(plot->title(), widget, "title");
      for (const auto& [name, value] : plot->visibleGuides()) expectBracketed(name, widget, "guide");
    }
    if (const auto* tiles = qobject_cast<const ui::TileView*>(widget))
      for (const auto& heading : tiles->headings(Qt::Horizontal) + tiles->headings(Qt::Vertical)) expectBracketed(heading, widget, "heading");
    if (const auto* combo = qobject_cast<const QComboBox*>(widget))
      for (int i = 0; i < combo->count(); ++i) {
        expectBracketed(combo->itemText(i), widget, "item");
        for (const int role : {int(Qt::ToolTipRole), int(ui::kPresetSummary), int(ui::kPresetDetail)}) expectBracketed(combo->itemData(i, role).toString(), widget, "item's explanation");
      }
    if (const auto* tabs = qobject_cast<const QTabBar*>(widget))
      for (int i = 0; i < tabs->count(); ++i) expectBracketed(tabs->tabText(i), widget, "tab");
    if (const auto* list = qobject_cast<const QAbstractItemView*>(widget); list && list->model()) expectBracketed(*list);
    for (const auto* action : widget->actions()) {
      expectBracketed(action->text(), widget, "action");
      expectBracketed(action->toolTip(), widget, "action's tool tip");
    }
  }

  void expectBracketed(const QAbstractItemView& view) {
    const auto* model = view.model();
    for (int row = 0; row < model->rowCount(); ++row)
      for (int column = 0; column < model->columnCount(); ++column)
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleDescriptionRole), Qt::UserRole + 1, Qt::UserRole + 2, Qt::UserRole + 3, Qt::UserRole + 4}) {
          const auto data = model->index(row, column).data(role);
          const bool separator = role == Qt::AccessibleDescriptionRole && data.toString() == QLatin1String("separator");   // Qt's own mark in a combo box
          if (data.typeId() == QMetaType::QString && !separator) expectBracketed(data.toString(), &view, "item");
        }
    for (int column = 0; column < model->columnCount(); ++column) {
      const auto head = model->headerData(column, Qt::Horizontal);
      if (view.inherits("QTreeView")) expectBracketed(head.toString(), &view, "heading");
    }
  }

  void expectAllBracketed(const QWidget& root) {
    expectBracketed(&root);
    for (const auto* widget : root.findChildren<QWidget*>()) {
      if (!widget->inherits("QSpinBox") && !widget->inherits("QMessageBox")) expectBracketed(widget);
    }
  }

  /// Until the page shows what belongs on it.
  template <class Condition>
  void waitFor(const char* what, Condition condition) { ASSERT_TRUE(eventually(condition)) << what; }

  void waitForPictures(QWidget& page) {
    waitFor("the panel's pictures", [&] {
      const auto* panel = page.findChild<ui::LatentPanel*>();
      return panel && !panel->gridView().grid().empty();
    });
  }

  Brackets brackets;
  QStringList keys, papers;
  std::set<QString> seen;
};

TEST_F(PseudoTranslation, ItsOwnMeasureFindsAForgottenWord) {
  EXPECT_TRUE(outside(QStringLiteral("⟦Losses⟧ 12.5 e-05, lr_g")).isEmpty());
  EXPECT_FALSE(outside(QStringLiteral("⟦Losses⟧ Metrics")).isEmpty());
}

TEST_F(PseudoTranslation, NoPageHasAWordThatNoTranslatorGets) {
  ui::MainWindow window(bridge);
  window.resize(1400, 900);
  window.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
  window.goTo(ui::MainWindow::home);
  waitFor("four ways in, three runs, the families", [&] { return window.homePage().findChildren<ui::Card*>().size() >= 7 + static_cast<int>(engine->families().size()); });
  expectAllBracketed(window);
  window.goTo(ui::MainWindow::train);
  expectAllBracketed(window);
  window.goTo(ui::MainWindow::play);
  waitForPictures(window.playPage());
  expectAllBracketed(window);
  window.goTo(ui::MainWindow::runs);
  waitFor("the runs", [&] { return window.runsPage().list()->count() == 4; });
  expectAllBracketed(window);
}

TEST_F(PseudoTranslation, NorHasARunThatTrainsOrThatIsStored) {
  ui::MainWindow window(bridge);
  window.resize(1400, 900);
  window.show();
  window.goTo(ui::MainWindow::train);
  window.trainPage().chooseFamily(QStringLiteral("dcgan"));
  window.trainPage().chooseData(QStringLiteral("fashion-mnist"));
  window.trainPage().setup().form().setAdvanced(true);
  expectAllBracketed(window);
  ASSERT_TRUE(bridge.start({"dcgan", "fashion-mnist", "", {}, {}, {}, false}));
  engine->session()->advance(50);
  for (auto* action : window.trainPage().viewActions()) {
    if (!action->isChecked()) action->trigger();
  }
  const auto& samples = *static_cast<ui::SampleGridView*>(window.trainPage().samplesWidget());
  waitFor("the run's numbers and samples", [&] { return bridge.status().step == 50 && samples.shown().step == 50; });
  waitForPictures(window.trainPage());
  expectAllBracketed(window);
  window.goTo(ui::MainWindow::play);
  waitForPictures(window.playPage());
  expectAllBracketed(window);
  engine->session()->send(command::Stop{});
  engine->session()->advance(1);
  ASSERT_TRUE(eventually([&] { return !bridge.running(); }));
  expectAllBracketed(window);
  window.messages().clear();
  window.openRun(QStringLiteral("/home/ada/.local/share/ganvas/runs/dcgan-fashion-mnist-3"));
  waitFor("the stored run with its last samples", [&] { return window.trainPage().setup().showsRecord() && samples.shown().step == 4000; });
  expectAllBracketed(window);
}

/// The words of lessons are nobody's to translate here: they bring their own languages.
LessonList bracketed(LessonList list) {
  const auto put = [](LocalText& text) { text = {{"en", "⟦words⟧"}}; };
  for (auto& lesson : list.lessons) {
    put(lesson.title), put(lesson.summary);
    for (auto& step : lesson.steps) {
      put(step.title), put(step.text), put(step.look);
      for (auto& attempt : step.attempts) put(attempt);
      for (auto& action : step.actions) put(action.label);
      if (!step.question) continue;
      put(step.question->text), put(step.question->because);
      for (auto& answer : step.question->answers) put(answer);
    }
  }
  return list;
}

TEST_F(PseudoTranslation, NorHaveLessonsAndGames) {
  const auto lessons = std::make_shared<LessonEngine>();
  lessons->told = bracketed(sampleLessons());
  lessons->told.problems = {Sentence("a problem")};
  ui::Bridge over(lessons);
  ui::MainWindow window(over);
  window.resize(1400, 900);
  window.show();
  window.goTo(ui::MainWindow::learn);
  expectAllBracketed(window);
  auto& page = window.learnPage();
  page.openLesson(QStringLiteral("circles"));
  expectAllBracketed(window);
  page.reader()->next();
  page.reader()->question()->answer(0);
  expectAllBracketed(window);
  for (const auto& game : lessons->games()) {
    page.openGame(QString::fromStdString(game.name));
    page.game()->setup().setBeside(Values{{"method", std::string("momentum")}, {"step_size", 3.0}});
    expectAllBracketed(window);
    page.game()->transport().goTo(static_cast<double>(page.game()->transport().last()));
    page.game()->curves().show(ui::GameCurves::Shown::players);
    expectAllBracketed(window);
    page.game()->curves().show(ui::GameCurves::Shown::distance);
  }
  page.openLesson(QStringLiteral("pictures"));
  page.reader()->goTo(1);
  expectAllBracketed(window);
}

TEST_F(PseudoTranslation, NorHaveDialogs) {
  ui::MainWindow window(bridge);
  ui::SettingsDialog settings(*engine);
  ui::AboutDialog about(nullptr);
  ui::ShortcutsSheet keysSheet(window.menuBar(), nullptr);
  ui::PresetDialog preset({}, nullptr);
  ui::DataChooserDialog data(bridge, QStringLiteral("fashion-mnist"));
  data.show();
  waitFor("the preview", [&] { return !data.findChild<ui::TileView*>()->grid().empty(); });
  for (const auto* dialog : {static_cast<QWidget*>(&settings), static_cast<QWidget*>(&about), static_cast<QWidget*>(&keysSheet), static_cast<QWidget*>(&preset), static_cast<QWidget*>(&data)}) expectAllBracketed(*dialog);
}

TEST_F(PseudoTranslation, NorHavePanelsWithWhatTheyShow) {
  ui::Bridge other(std::make_shared<ScriptedEngine>(manifoldModel("/home/ada/run")));
  other.openModel(QStringLiteral("/home/ada/run"));
  waitFor("the networks", [&] { return other.model() != nullptr; });
  for (const auto& info : ui::panels()) {
    SCOPED_TRACE(info.id.toStdString());
    const std::unique_ptr<ui::Panel> panel(info.make(other, nullptr));
    panel->resize(900, 700);
    panel->show();
    auto* classify = qobject_cast<ui::ClassifyPanel*>(panel.get());
    if (classify) classify->pad().line({0.2, 0.2}, {0.2, 0.6});
    if (auto* sketch = qobject_cast<ui::SketchPanel*>(panel.get())) {
      sketch->board().begin({100, 100}, 1);
      sketch->board().move({300, 200}, 1);
      sketch->board().end();
    }
    if (auto* neighbours = qobject_cast<ui::NeighboursPanel*>(panel.get())) neighbours->look();
    waitFor("what it shows", [&] {
      if (const auto* field = panel->findChild<ui::FieldView*>()) return !field->empty();
      const auto views = panel->findChildren<ui::TileView*>();
      return classify ? classify->answer() == QStringLiteral("⟦owl⟧") : std::any_of(views.begin(), views.end(), [](const auto* view) { return !view->grid().empty(); });
    });
    expectAllBracketed(*panel);
    EXPECT_TRUE(outside(ui::panelTitle(info)).isEmpty());
  }
}

}  // namespace
}  // namespace ganvas::test
