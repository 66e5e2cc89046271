#include "ui/shell/data_chooser.hpp"

#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QSettings>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/words.hpp"
#include "ui/shell/data_preview_view.hpp"
#include "ui/shell/draw_points_dialog.hpp"
#include "ui/shell/style.hpp"
#include "ui/shell/style_paint.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;
constexpr int kSourceRole = Qt::UserRole, kDetailRole = Qt::UserRole + 1, kPresentRole = Qt::UserRole + 2;
constexpr std::size_t kMostFolders = 8;
const QString kFoldersKey = QStringLiteral("data/folders");

/// Title and one line beneath it; data that is not here is muted and says so.
class SourceDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, 52}; }
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const QRect rect = option.rect.adjusted(2, 1, -2, -1);
    if (option.state & QStyle::State_Selected) paintRounded(painter, rect, mixed(colour(Ink::raised), colour(Ink::line), 0.4), {}, kRadius);
    else if (option.state & QStyle::State_MouseOver) paintRounded(painter, rect, colour(Ink::raised), {}, kRadius);
    const bool present = index.data(kPresentRole).toBool();
    tokens::icon(index.data(kSourceRole).toString().contains(QLatin1Char('/')) ? QStringLiteral("folder") : QStringLiteral("data"),
                 present ? Ink::text : Ink::textDisabled)
        .paint(painter, QRect(rect.left() + 10, rect.center().y() - 10, 20, 20));
    const QRect words = rect.adjusted(40, 0, -8, 0);
    const auto write = [&](const QString& text, Type type, Ink ink, const QRect& line) {
      painter->setFont(tokens::font(type));
      painter->setPen(colour(ink));
      painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(painter->font()).elidedText(text, Qt::ElideMiddle, line.width()));
    };
    write(index.data(Qt::DisplayRole).toString(), Type::strong, present ? Ink::text : Ink::textMuted, QRect(words.left(), words.top() + 6, words.width(), 20));
    write(index.data(kDetailRole).toString(), Type::caption, Ink::textMuted, QRect(words.left(), words.top() + 26, words.width(), 16));
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) paintFocusRing(painter, rect, kRadius);
  }
};

QString detailOf(const DatasetInfo& info) {
  if (!info.present) return DataChooser::tr("not here yet");
  QStringList parts;
  if (info.count > 0) parts << DataChooser::tr("%1 pictures").arg(QLocale().toString(static_cast<qlonglong>(info.count)));
  if (!info.license.empty()) parts << told(info.license);
  return parts.join(QStringLiteral(" · "));
}

bool isPoints(const QString& source) { return source.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive); }

}  // namespace

DataChooser::DataChooser(Bridge& bridge, DataKind kind, QWidget* parent)
    : QWidget(parent), bridge_(bridge), points_(kind == DataKind::points), list_(new QListWidget), view_(new DataPreviewView(bridge)) {
  setAcceptDrops(true);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kSpace6);
  auto* left = new QVBoxLayout;
  left->setSpacing(kSpace2);
  list_->setItemDelegate(new SourceDelegate(list_));
  list_->setFrameShape(QFrame::NoFrame);
  list_->setMouseTracking(true);
  list_->viewport()->setAutoFillBackground(false);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setAccessibleName(tr("Data sets"));
  list_->setFixedWidth(252);
  left->addWidget(list_, 1);
  auto* hint = new InkLabel(Ink::textMuted, Type::caption);
  hint->setText(points_ ? tr("Or drop a CSV here: x and y of a point in each line.") : tr("Or drop a folder of pictures here. Its sub-folders become classes."));
  hint->setWordWrap(true);
  auto* folder = new QPushButton(tokens::icon(QStringLiteral("folder")), points_ ? tr("Choose a CSV of points…") : tr("Choose a folder…"));
  connect(folder, &QPushButton::clicked, this, &DataChooser::chooseFolder);
  if (points_) {
    auto* draw = new QPushButton(tokens::icon(QStringLiteral("edit")), tr("Draw points…"));
    connect(draw, &QPushButton::clicked, this, &DataChooser::drawPoints);
    left->addWidget(draw);
  }
  left->addWidget(folder);
  left->addWidget(hint);
  row->addLayout(left);
  row->addWidget(view_, 1);
  for (const auto& stored : QSettings().value(kFoldersKey).toStringList()) folders_.push_back(stored);
  fillList();
  connect(list_, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
    if (!item || item->data(kSourceRole).toString() == source_) return;
    source_ = item->data(kSourceRole).toString();
    preview();
    emit dataChosen(source_);
  });
  connect(list_, &QListWidget::itemActivated, this, [this] {
    if (usable()) emit confirmed();
  });
  connect(view_, &DataPreviewView::readyChanged, this, &DataChooser::usableChanged);
}

bool DataChooser::usable() const { return view_->ready(); }

bool DataChooser::fits(const DatasetInfo& info) const { return (info.kind == DataKind::points) == points_; }

void DataChooser::fillList() {
  const QSignalBlocker quiet(list_);
  catalogue_ = bridge_.engine().datasets();
  std::erase_if(catalogue_, [this](const DatasetInfo& info) { return !fits(info); });
  list_->clear();
  const auto add = [this](const QString& title, const QString& source, const QString& detail, bool present) {
    auto* item = new QListWidgetItem(title, list_);
    item->setData(kSourceRole, source);
    item->setData(kDetailRole, detail);
    item->setData(kPresentRole, present);
    item->setData(Qt::AccessibleDescriptionRole, detail);
  };
  for (const auto& info : catalogue_) add(told(info.title), from(info.name), detailOf(info), info.present);
  for (const auto& folder : folders_) {
    if (isPoints(folder) != points_) continue;
    add(QFileInfo(folder).fileName(), folder, QFileInfo(folder).path(), QFileInfo::exists(folder));
  }
  list_->setCurrentRow(indexOf(source_));
}

int DataChooser::indexOf(const QString& source) const {
  for (int i = 0; i < list_->count(); ++i) {
    if (list_->item(i)->data(kSourceRole).toString() == source) return i;
  }
  return -1;
}

void DataChooser::setSource(const QString& source) {
  if (source.isEmpty() || source == source_) return;
  source_ = source;
  if (indexOf(source) < 0) {
    folders_.insert(folders_.begin(), source);
    if (folders_.size() > kMostFolders) folders_.pop_back();
    QSettings().setValue(kFoldersKey, QStringList(folders_.begin(), folders_.end()));
    fillList();
  }
  {
    const QSignalBlocker quiet(list_);
    list_->setCurrentRow(indexOf(source));
  }
  preview();
}

void DataChooser::preview() {
  const auto known = std::find_if(catalogue_.begin(), catalogue_.end(), [this](const DatasetInfo& info) { return from(info.name) == source_; });
  view_->show(source_, known == catalogue_.end() ? nullptr : &*known);
}

void DataChooser::chooseFolder() {
  if (points_) {
    const auto file = QFileDialog::getOpenFileName(this, tr("Choose a CSV of points"), {}, tr("Points (*.csv)"));
    if (file.isEmpty()) return;
    setSource(file);
    emit dataChosen(file);
    return;
  }
  const auto folder = QFileDialog::getExistingDirectory(this, tr("Choose a folder of pictures"), folders_.empty() ? QString() : folders_.front());
  if (folder.isEmpty()) return;
  setSource(folder);
  emit dataChosen(folder);
}

void DataChooser::drawPoints() {
  auto* dialog = new DrawPointsDialog(bridge_, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &DrawPointsDialog::kept, this, [this](const QString& path) {
    setSource(path);
    emit dataChosen(path);
  });
  dialog->open();
}

void DataChooser::dragEnterEvent(QDragEnterEvent* event) {
  for (const auto& url : event->mimeData()->urls()) {
    if (url.isLocalFile()) return event->acceptProposedAction();
  }
}

void DataChooser::dropEvent(QDropEvent* event) {
  for (const auto& url : event->mimeData()->urls()) {
    if (!url.isLocalFile()) continue;
    const QFileInfo dropped(url.toLocalFile());
    const auto folder = dropped.isDir() || points_ ? dropped.absoluteFilePath() : dropped.absolutePath();
    event->acceptProposedAction();
    setSource(folder);
    emit dataChosen(folder);
    return;
  }
}

DataChooserDialog::DataChooserDialog(Bridge& bridge, const QString& source, DataKind kind, QWidget* parent) : QDialog(parent), chooser_(new DataChooser(bridge, kind)) {
  setWindowTitle(tr("Choose data"));
  resize(960, 640);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kSpace6, kSpace6, kSpace6, kSpace4);
  column->setSpacing(kSpace4);
  column->addWidget(chooser_, 1);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  auto* use = buttons->addButton(tr("Use this data"), QDialogButtonBox::AcceptRole);
  setVariant(use, Variant::primary);
  use->setEnabled(false);
  use->setDefault(true);
  column->addWidget(buttons);
  const auto accepted = [this] {
    emit chosen(chooser_->source());
    accept();
  };
  connect(chooser_, &DataChooser::usableChanged, use, &QPushButton::setEnabled);
  connect(chooser_, &DataChooser::confirmed, this, accepted);
  connect(buttons, &QDialogButtonBox::accepted, this, accepted);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  const bool points = kind == DataKind::points;
  const auto known = bridge.engine().datasets();
  const auto same = std::find_if(known.begin(), known.end(), [&](const DatasetInfo& info) { return from(info.name) == source; });
  const bool fits = same == known.end() ? isPoints(source) == points : (same->kind == DataKind::points) == points;
  if (fits) chooser_->setSource(source);
  if (fits && !source.isEmpty()) return;
  const auto here = std::find_if(known.begin(), known.end(), [&](const DatasetInfo& info) { return info.present && (info.kind == DataKind::points) == points; });
  if (here != known.end()) chooser_->setSource(from(here->name));
}

}  // namespace ganvas::ui
