// The slim bar at the left: one place to be at a time. GUI thread.
#pragma once

#include <QAbstractButton>
#include <QButtonGroup>
#include <QVBoxLayout>
#include <QWidget>

namespace ganvas::ui {

class NavButton : public QAbstractButton {
  Q_OBJECT
 public:
  NavButton(const QString& title, const QString& iconName, QWidget* parent = nullptr);
  /// A dot that says that something goes on there.
  void setBusy(bool busy);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent*) override;
  void enterEvent(QEnterEvent*) override { update(); }
  void leaveEvent(QEvent*) override { update(); }

 private:
  QString iconName_;
  bool busy_ = false;
};

class NavBar : public QWidget {
  Q_OBJECT
 public:
  explicit NavBar(QWidget* parent = nullptr);
  NavButton* addPlace(const QString& title, const QString& iconName, int page);
  /// At the bottom: opens something instead of going somewhere.
  NavButton* addTool(const QString& title, const QString& iconName);
  void setPlace(int page);
  bool hasFocusAt(int page) const;

 signals:
  void placeChosen(int page);

 protected:
  void paintEvent(QPaintEvent*) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QButtonGroup places_;
  QVBoxLayout* layout_;
  int toolIndex_ = 0;
};

}  // namespace ganvas::ui
