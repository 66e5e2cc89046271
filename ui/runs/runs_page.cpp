#include "ui/runs/runs_page.hpp"

#include <QDateTime>
#include <QDesktopServices>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/images.hpp"
#include "ui/bridge/words.hpp"
#include "ui/shell/artwork.hpp"
#include "ui/shell/style.hpp"
#include "ui/shell/style_paint.hpp"
#include "ui/train/ink_label.hpp"
#include "ui/train/run_controls.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;
constexpr int kIndexRole = Qt::UserRole, kDetailRole = Qt::UserRole + 1, kProblemRole = Qt::UserRole + 2, kThumbnailRole = Qt::UserRole + 3,
              kWhenRole = Qt::UserRole + 4;
constexpr int kRow = 92, kThumbnail = 76;

class RunDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {300, kRow}; }
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const QRect rect = option.rect.adjusted(2, 2, -2, -2);
    const bool selected = option.state & QStyle::State_Selected, hover = option.state & QStyle::State_MouseOver;
    paintRounded(painter, rect, selected ? mixed(colour(Ink::raised), colour(Ink::line), 0.3) : hover ? colour(Ink::raised) : colour(Ink::surface),
                 selected ? colour(Ink::accent) : colour(Ink::line), kRadius);
    const QRect frame(rect.left() + 6, rect.top() + 6, kThumbnail, kThumbnail);
    const auto thumbnail = index.data(kThumbnailRole).value<QImage>();
    if (thumbnail.isNull()) paintPlaceholder(painter, frame, index.data(Qt::DisplayRole).toString(), kRadiusSmall);
    else paintPicture(painter, frame, thumbnail, kRadiusSmall);
    const auto problem = index.data(kProblemRole).toString();
    const QRect words = rect.adjusted(kThumbnail + 6 + kSpace4, 0, -kSpace4, 0);
    const auto write = [&](const QString& text, const QFont& face, Ink ink, int top, int flags = Qt::AlignLeft) {
      painter->setFont(face);
      painter->setPen(colour(ink));
      const QRect line(words.left(), rect.top() + top, words.width(), 18);
      painter->drawText(line, flags | Qt::AlignVCenter, QFontMetrics(face).elidedText(text, Qt::ElideRight, line.width()));
    };
    write(index.data(Qt::DisplayRole).toString(), tokens::font(Type::strong), Ink::text, 16);
    write(index.data(kWhenRole).toString(), tokens::font(Type::caption), Ink::textMuted, 16, Qt::AlignRight);
    write(index.data(kDetailRole).toString(), numbers(), Ink::textMuted, problem.isEmpty() ? 40 : 36);
    if (!problem.isEmpty()) write(problem, tokens::font(Type::body), Ink::error, 56);
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) paintFocusRing(painter, rect, kRadius);
  }
};

QString when(std::int64_t seconds) {
  const auto then = QDateTime::fromSecsSinceEpoch(seconds);
  const auto days = then.date().daysTo(QDate::currentDate());
  if (days == 0) return RunsPage::tr("today, %1").arg(QLocale().toString(then.time(), QLocale::ShortFormat));
  if (days == 1) return RunsPage::tr("yesterday");
  return QLocale().toString(then.date(), QLocale::ShortFormat);
}

}  // namespace

RunsPage::RunsPage(Bridge& bridge, QWidget* parent)
    : QWidget(parent), bridge_(bridge), pages_(new QStackedWidget), list_(new QListWidget), search_(new QLineEdit), folder_(new InkLabel(Ink::textMuted)) {
  setAccessibleName(tr("Runs"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kSpace8, kSpace8, kSpace8, kSpace6);
  column->setSpacing(kSpace4);
  auto* head = new QHBoxLayout;
  auto* title = new InkLabel(Ink::text, Type::display);
  title->setText(tr("Runs"));
  search_->setPlaceholderText(tr("Search by name, family or data"));
  search_->setAccessibleName(tr("Search runs"));
  search_->setClearButtonEnabled(true);
  search_->setMaximumWidth(320);
  head->addWidget(title);
  head->addStretch();
  head->addWidget(search_, 1);
  column->addLayout(head);
  folder_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  column->addWidget(folder_);
  auto* listPage = new QWidget;
  auto* inner = new QVBoxLayout(listPage);
  inner->setContentsMargins(0, 0, 0, 0);
  inner->setSpacing(kSpace4);
  list_->setItemDelegate(new RunDelegate(list_));
  list_->setFrameShape(QFrame::NoFrame);
  list_->setMouseTracking(true);
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setSpacing(2);
  list_->viewport()->setAutoFillBackground(false);
  list_->setAccessibleName(tr("Runs"));
  inner->addWidget(list_, 1);
  inner->addLayout(makeButtons());
  pages_->addWidget(listPage);
  pages_->addWidget(makeEmptyState());
  column->addWidget(pages_, 1);
  setTabOrder(search_, list_);
  connect(search_, &QLineEdit::textChanged, this, &RunsPage::filter);
  connect(list_, &QListWidget::currentItemChanged, this, &RunsPage::refreshButtons);
  connect(list_, &QListWidget::itemActivated, this, [this] {
    if (const auto* run = current(); run && run->problem.empty()) emit openRequested(from(run->folder));
  });
  connect(&bridge_, &Bridge::statusChanged, this, &RunsPage::refreshButtons);
  refreshButtons();
}

QLayout* RunsPage::makeButtons() {
  auto* row = new QHBoxLayout;
  const auto add = [&](QPushButton*& button, const QString& text, const QString& help, auto act) {
    button = new QPushButton(text);
    button->setToolTip(help);
    row->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, act] {
      if (const auto* run = current()) act(from(run->folder));
    });
  };
  add(open_, tr("Open"), tr("Shows its curves and samples over time"), [this](const QString& folder) { emit openRequested(folder); });
  add(resume_, tr("Resume training"), tr("Goes on from its newest checkpoint"), [this](const QString& folder) { emit resumeRequested(folder); });
  add(use_, tr("Play with it"), tr("Draws with its generator"), [this](const QString& folder) { emit useRequested(folder); });
  row->addStretch();
  add(reveal_, tr("Show in file manager"), tr("Opens the run's folder"), [](const QString& folder) { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
  setVariant(open_, Variant::primary);
  setVariant(reveal_, Variant::quiet);
  return row;
}

QWidget* RunsPage::makeEmptyState() {
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  auto* title = new InkLabel(Ink::text, Type::title);
  title->setText(tr("No runs yet"));
  auto* text = new InkLabel(Ink::textMuted);
  text->setText(tr("Every run that you train is kept here with its curves, samples and networks."));
  auto* train = new QPushButton(tr("Train a GAN"));
  setVariant(train, Variant::primary);
  connect(train, &QPushButton::clicked, this, &RunsPage::trainRequested);
  column->addStretch(2);
  for (QWidget* widget : {static_cast<QWidget*>(title), static_cast<QWidget*>(text), static_cast<QWidget*>(train)}) {
    column->addWidget(widget, 0, Qt::AlignHCenter);
    column->addSpacing(kSpace2);
  }
  column->addStretch(3);
  return page;
}

void RunsPage::refresh() {
  folder_->setText(from(bridge_.engine().runsFolder()));
  bridge_.follow<std::vector<RunSummary>>(bridge_.engine().runs(), this, [this](Result<std::vector<RunSummary>> runs) {
    if (!runs) return emit bridge_.failed(toldWhenShown(runs.error().message));
    fill(std::move(*runs));
  });
}

void RunsPage::takeOver(const RunsPage& other) {
  if (!other.runs_.empty()) fill(other.runs_);
  list_->setCurrentRow(other.list_->currentRow());
  search_->setText(other.search_->text());
}

void RunsPage::fill(std::vector<RunSummary> runs) {
  const auto* chosen = current();
  const auto keep = chosen ? chosen->folder : std::string();
  {
    const QSignalBlocker quiet(list_);
    list_->clear();
    runs_ = std::move(runs);
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      const auto& run = runs_[i];
      QStringList detail{familyTitle(bridge_.engine(), run.family), dataTitle(bridge_.engine(), run.data),
                         tr("%1 steps").arg(QLocale().toString(static_cast<qlonglong>(run.step))), durationText(run.seconds)};
      auto* item = new QListWidgetItem(from(run.name), list_);
      item->setData(kIndexRole, static_cast<int>(i));
      item->setData(kDetailRole, detail.join(QStringLiteral(" · ")));
      item->setData(kProblemRole, told(run.problem));
      item->setData(kThumbnailRole, toImage(run.thumbnail));
      item->setData(kWhenRole, when(run.modified));
      item->setData(Qt::AccessibleDescriptionRole, run.problem.empty() ? detail.join(QStringLiteral(", ")) : told(run.problem));
      if (run.folder == keep || (keep.empty() && i == 0)) list_->setCurrentItem(item);
    }
  }
  pages_->setCurrentIndex(runs_.empty() ? 1 : 0);
  search_->setVisible(!runs_.empty());
  filter();
  refreshButtons();
}

void RunsPage::filter() {
  for (int i = 0; i < list_->count(); ++i) {
    auto* item = list_->item(i);
    const auto text = item->text() + QLatin1Char(' ') + item->data(kDetailRole).toString();
    item->setHidden(!text.contains(search_->text().trimmed(), Qt::CaseInsensitive));
  }
}

const RunSummary* RunsPage::current() const {
  const auto* item = list_->currentItem();
  return item ? &runs_[static_cast<std::size_t>(item->data(kIndexRole).toInt())] : nullptr;
}

void RunsPage::refreshButtons() {
  const auto* run = current();
  const bool fine = run && run->problem.empty();
  open_->setEnabled(fine);
  use_->setEnabled(fine);
  resume_->setEnabled(fine && !bridge_.running());
  resume_->setToolTip(bridge_.running() ? tr("Another run is training. Stop it first.") : tr("Goes on from its newest checkpoint"));
  reveal_->setEnabled(run);
}

void RunsPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
}

}  // namespace ganvas::ui
