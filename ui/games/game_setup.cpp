#include "ui/games/game_setup.hpp"

#include <QComboBox>
#include <QSignalBlocker>
#include <QStringList>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/words.hpp"
#include "ui/train/ink_label.hpp"
#include "ui/train/parameter_form.hpp"
#include "ui/train/parameter_text.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;
constexpr int kWidth = 320;
constexpr const char* kMethod = "method";
const char* const kStarts[] = {"start_x", "start_y"};

}  // namespace

GameSetup::GameSetup(Bridge& bridge, QWidget* parent) : QWidget(parent), bridge_(bridge), games_(bridge.engine().games()) {
  setFixedWidth(kWidth);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  buildChoosers(column);
  form_ = new ParameterForm(this);
  form_->setToolsShown(false);
  form_->setSchema(bridge_.engine().gameSchema());
  column->addWidget(form_, 1);
  fillBeside();
  refresh();
  connect(form_, &ParameterForm::valuesChanged, this, [this] {
    fillBeside();
    if (!quiet_) emit valuesChanged();
  });
}

void GameSetup::buildChoosers(QVBoxLayout* column) {
  auto* top = new QVBoxLayout;
  top->setContentsMargins(kSpace4, kSpace3, kSpace4, kSpace2);
  top->setSpacing(kSpace2);
  const auto addRow = [&](const QString& text, QComboBox*& combo, const QString& tip) {
    combo = new QComboBox(this);
    combo->setAccessibleName(text);
    combo->setToolTip(tip);
    combo->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* label = new InkLabel(Ink::textMuted, Type::body, this);
    label->setText(text);
    label->setBuddy(combo);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(combo, 1);
    top->addLayout(row);
  };
  addRow(tr("Game"), game_, tr("What the two players play"));
  for (const auto& game : games_) game_->addItem(told(game.title));
  connect(game_, &QComboBox::activated, this, &GameSetup::chooseGame);
  formula_ = new InkLabel(Ink::text, Type::title, this);
  summary_ = new InkLabel(Ink::textMuted, Type::body, this);
  paper_ = new InkLabel(Ink::textMuted, Type::caption, this);
  for (auto* label : {formula_, summary_, paper_}) {
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    top->addWidget(label);
  }
  addRow(tr("Beside it"), besideCombo_, tr("A second method from the same start, over the same field"));
  connect(besideCombo_, &QComboBox::activated, this, [this](int index) {
    const auto method = besideCombo_->itemData(index).toString();
    if (method == QLatin1String("kept")) return;
    beside_ = method.isEmpty() ? std::nullopt : std::optional(Values{{kMethod, method.toStdString()}});
    fillBeside();
    emit valuesChanged();
  });
  column->addLayout(top);
}

const GameInfo* GameSetup::game() const { return games_.empty() ? nullptr : &games_[static_cast<std::size_t>(at_)]; }

const Values& GameSetup::values() const { return form_->values(); }

GameRequest GameSetup::request() const { return {game() ? game()->name : std::string(), values()}; }

std::optional<GameRequest> GameSetup::besideRequest() const {
  if (!beside_) return std::nullopt;
  auto request = this->request();
  for (const auto& [key, value] : *beside_) request.values[key] = value;
  if (request.values == values()) return std::nullopt;   // the same twice tells nothing
  return request;
}

QString GameSetup::nameOf(const GameRequest& request) const {
  QStringList parts;
  const auto& schema = form_->schema();
  const auto text = [&](const std::string& key) {
    const auto* parameter = schema.find(key);
    const auto value = request.values.find(key);
    return parameter && value != request.values.end() ? parametertext::shown(*parameter, value->second) : QString();
  };
  parts << text(kMethod);
  if (beside_)
    for (const auto& [key, value] : *beside_) {
      const auto* parameter = schema.find(key);
      if (key == kMethod || !parameter || values().at(key) == value || schema.disabledReason(key, request.values)) continue;
      parts << told(parameter->title) + QLatin1Char(' ') + text(key);
    }
  return parts.join(QStringLiteral(", "));
}

bool GameSetup::open(const std::string& game, const Values& values, const std::optional<Values>& beside) {
  const auto found = std::find_if(games_.begin(), games_.end(), [&](const GameInfo& info) { return info.name == game; });
  if (found == games_.end()) return false;
  at_ = static_cast<int>(found - games_.begin());
  beside_ = beside;
  quiet_ = true;
  form_->setSchema(bridge_.engine().gameSchema(), values);
  quiet_ = false;
  fillBeside();
  refresh();
  emit gameChanged();
  return true;
}

void GameSetup::setValues(const Values& values) {
  form_->setValues(values, [] { return tr("Change the game"); });
}

void GameSetup::setBeside(const std::optional<Values>& beside) {
  beside_ = beside;
  fillBeside();
  emit valuesChanged();
}

/// Another game in another room: a start that is outside of it goes back to where games begin.
void GameSetup::chooseGame(int index) {
  at_ = index;
  const auto& info = games_[static_cast<std::size_t>(index)];
  Values starts;
  for (const auto* key : kStarts) {
    const auto at = values().find(key);
    const auto* start = at == values().end() ? nullptr : std::get_if<double>(&at->second);
    if (start && (*start < info.low || *start > info.high)) starts[key] = form_->schema().defaults().at(key);
  }
  quiet_ = true;
  form_->showValues(starts);
  quiet_ = false;
  refresh();
  emit gameChanged();
}

/// Every method, and where a lesson set up something else beside, that too.
void GameSetup::fillBeside() {
  const QSignalBlocker quiet(besideCombo_);
  besideCombo_->clear();
  besideCombo_->addItem(tr("Nothing"), QString());
  const auto* method = form_->schema().find(kMethod);
  if (method)
    for (const auto& choice : method->choices) besideCombo_->addItem(told(choice.title), from(choice.key));
  if (!beside_) return;
  const auto only = beside_->find(kMethod);
  if (beside_->size() == 1 && only != beside_->end()) {
    besideCombo_->setCurrentIndex(std::max(0, besideCombo_->findData(from(toString(only->second)))));
    return;
  }
  const auto request = besideRequest();
  besideCombo_->addItem(request ? nameOf(*request) : tr("The same"), QStringLiteral("kept"));
  besideCombo_->setCurrentIndex(besideCombo_->count() - 1);
}

void GameSetup::refresh() {
  const auto* info = game();
  {
    const QSignalBlocker quiet(game_);
    game_->setCurrentIndex(info ? at_ : -1);
  }
  formula_->setText(info ? from(info->formula) : QString());
  summary_->setText(info ? told(info->summary) : QString());
  paper_->setText(info ? from(info->paper) : QString());
  paper_->setVisible(info && !info->paper.empty());
}

void GameSetup::setProblem(const Sentence& sentence) {
  if (sentence.empty()) return form_->setErrors({});
  const auto key = sentence.text().substr(0, sentence.text().find(':'));
  form_->setErrors({{form_->schema().find(key) ? key : std::string(), sentence}});
}

void GameSetup::takeOver(GameSetup& other) {
  at_ = other.at_;
  beside_ = other.beside_;
  quiet_ = true;
  form_->takeOver(*other.form_);
  quiet_ = false;
  fillBeside();
  refresh();
  emit gameChanged();
}

}  // namespace ganvas::ui
