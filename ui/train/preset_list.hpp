// The opened list of presets: under each title what it is for, and on what data and for how long it trains here. GUI thread.
#pragma once

#include <QComboBox>
#include <QStyledItemDelegate>

namespace ganvas::ui {

/// What a row shows below its title; Qt::DisplayRole is the title.
enum PresetRole { kPresetSummary = Qt::UserRole + 1, kPresetDetail };

/// A summary in the lines of a width (px), three at most: what does not fit ends in ….
QStringList summaryLines(const QString& text, int width);

class PresetDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

class PresetCombo : public QComboBox {
  Q_OBJECT
 public:
  explicit PresetCombo(QWidget* parent);
  /// What stands below a row's title, and is read out with it.
  void explain(int row, const QString& summary, const QString& detail);

 signals:
  void opened();
  void closed();

 protected:
  void showPopup() override;
  void hidePopup() override;
  void wheelEvent(QWheelEvent* event) override;   // ignored: it would throw away edits by accident
};

}  // namespace ganvas::ui
