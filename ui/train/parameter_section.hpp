// A heading of the form that folds its fields away. GUI thread.
#pragma once

#include <QAbstractButton>
#include <QWidget>
#include <vector>

class QVBoxLayout;

namespace ganvas::ui {

class ParameterField;

/// Triangle, title and, at the right, how many of its fields are changed.
class SectionHeader : public QAbstractButton {
  Q_OBJECT
 public:
  SectionHeader(const QString& title, QWidget* parent);
  void setNote(const QString& note);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent*) override;

 private:
  QString note_;
};

class ParameterSection : public QWidget {
  Q_OBJECT
 public:
  ParameterSection(const QString& title, QWidget* parent);

  QString title() const { return title_; }
  void add(ParameterField* field);
  const std::vector<ParameterField*>& fields() const { return fields_; }
  /// Parent for the fields, so that the tab order is the order on the screen.
  QWidget* body() const { return body_; }
  SectionHeader* header() const { return header_; }

  bool open() const { return open_; }
  void setOpen(bool open);
  /// While a search is on, everything found is shown.
  void setForcedOpen(bool forced);
  void refreshNote();

 private:
  void refresh();
  QString title_;
  SectionHeader* header_;
  QWidget* body_;
  QVBoxLayout* lines_;
  std::vector<ParameterField*> fields_;
  bool open_ = true, forced_ = false;
};

}  // namespace ganvas::ui
