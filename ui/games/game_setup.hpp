// What is played: the game, the method and its parameters, and what it is held against. GUI thread.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "engine/api/game.hpp"

class QComboBox;
class QVBoxLayout;

namespace ganvas::ui {

class Bridge;
class InkLabel;
class ParameterForm;

class GameSetup : public QWidget {
  Q_OBJECT
 public:
  explicit GameSetup(Bridge& bridge, QWidget* parent = nullptr);

  const std::vector<GameInfo>& games() const { return games_; }
  const GameInfo* game() const;            ///< null where the engine has none
  const Values& values() const;
  GameRequest request() const;
  /// The same game with something else set; nothing where only one way is shown.
  std::optional<GameRequest> besideRequest() const;
  /// What a way is called: its method, and what the one beside it has that is different.
  QString nameOf(const GameRequest& request) const;

  /// False where there is no such game. Values that the schema does not take are left at their defaults.
  bool open(const std::string& game, const Values& values, const std::optional<Values>& beside);
  void setValues(const Values& values);
  void setBeside(const std::optional<Values>& beside);
  const std::optional<Values>& beside() const { return beside_; }
  ParameterForm& form() { return *form_; }
  /// A sentence at the field that it begins with; empty: none.
  void setProblem(const Sentence& sentence);
  void takeOver(GameSetup& other);

 signals:
  void gameChanged();     ///< and with it everything
  void valuesChanged();

 private:
  void buildChoosers(QVBoxLayout* column);
  void chooseGame(int index);
  void fillBeside();
  void refresh();

  Bridge& bridge_;
  std::vector<GameInfo> games_;
  int at_ = 0;
  std::optional<Values> beside_;
  bool quiet_ = false;
  QComboBox *game_ = nullptr, *besideCombo_ = nullptr;
  InkLabel *formula_ = nullptr, *summary_ = nullptr, *paper_ = nullptr;
  ParameterForm* form_ = nullptr;
};

}  // namespace ganvas::ui
