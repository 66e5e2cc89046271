#include "ui/shell/data_preview_view.hpp"

#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/words.hpp"
#include "ui/panels/tile_view.hpp"
#include "ui/shell/class_bars.hpp"
#include "ui/shell/style.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;

QString number(std::int64_t value) { return QLocale().toString(static_cast<qlonglong>(value)); }

QString issueName(AuditIssue issue) {
  switch (issue) {
    case AuditIssue::unreadable: return DataPreviewView::tr("Unreadable");
    case AuditIssue::tooSmall: return DataPreviewView::tr("Too small");
    case AuditIssue::duplicate: return DataPreviewView::tr("Duplicate");
    case AuditIssue::wrongChannels: return DataPreviewView::tr("Grey or colour");
    case AuditIssue::overLarge: return DataPreviewView::tr("Over-large");
  }
  return {};
}

void showProgress(QProgressBar* bar, const Progress& progress) {
  bar->setRange(0, progress.fraction < 0 ? 0 : 1000);
  if (progress.fraction >= 0) bar->setValue(static_cast<int>(progress.fraction * 1000));
}

/// "grinning face · Smileys & Emotion"; a path tells its class by itself.
std::map<int, QString> captionsOf(const DataPreview& preview) {
  std::map<int, QString> captions;
  const auto& classes = preview.info.classNames;
  for (std::size_t i = 0; i < preview.tileLabels.size(); ++i) {
    QStringList words;
    const auto label = static_cast<std::size_t>(preview.tileLabels[i]);
    if (i < preview.tileNames.size() && !preview.tileNames[i].empty()) words << from(preview.tileNames[i]);
    const bool labelled = preview.tileLabels[i] >= 0 && label < classes.size();
    if (labelled && !words.value(0).split(QLatin1Char('/')).contains(from(classes[label]))) words << told(classes[label]);
    if (!words.isEmpty()) captions[static_cast<int>(i)] = words.join(QStringLiteral(" · "));
  }
  return captions;
}

}  // namespace

DataPreviewView::DataPreviewView(Bridge& bridge, QWidget* parent)
    : QWidget(parent), bridge_(bridge), title_(new InkLabel(Ink::text, Type::title)), summary_(new InkLabel(Ink::textMuted)),
      facts_(new InkLabel(Ink::textMuted, Type::body)), pages_(new QStackedWidget) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kSpace1);
  title_->setWordWrap(true);
  summary_->setWordWrap(true);
  facts_->setWordWrap(true);
  column->addWidget(title_);
  column->addWidget(summary_);
  column->addWidget(facts_);
  column->addSpacing(kSpace2);
  pages_->addWidget(makePreviewPage());
  pages_->addWidget(makeAbsentPage());
  pages_->addWidget(makeBusyPage());
  column->addWidget(pages_, 1);
}

DataPreviewView::~DataPreviewView() { stopJobs(); }

QWidget* DataPreviewView::makePreviewPage() {
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kSpace3);
  auto* row = new QHBoxLayout;
  row->setSpacing(kSpace6);
  tiles_ = new TileView;
  tiles_->setReflow(true);
  tiles_->setSelectable(false);
  tiles_->setAccessibleName(tr("Pictures of the data set"));
  connect(tiles_, &TileView::failed, &bridge_, &Bridge::failed);
  row->addWidget(tiles_, 3);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* holder = new QWidget;
  auto* inner = new QVBoxLayout(holder);
  inner->setContentsMargins(0, 0, kSpace2, 0);
  classes_ = new ClassBars;
  inner->addWidget(classes_);
  inner->addStretch();
  scroll->setWidget(holder);
  row->addWidget(scroll, 2);
  column->addLayout(row, 1);
  column->addWidget(makeAuditBox());
  return page;
}

QWidget* DataPreviewView::makeAuditBox() {
  auto* box = new QWidget;
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  auto* row = new QHBoxLayout;
  audit_ = new QPushButton(tr("Check the pictures"));
  audit_->setToolTip(tr("Looks for unreadable, too small, duplicate, over-large pictures and mixed grey and colour"));
  auditText_ = new InkLabel(Ink::textMuted);
  auditText_->setWordWrap(true);
  auditBar_ = new QProgressBar;
  auditBar_->setTextVisible(false);
  auditBar_->hide();
  row->addWidget(audit_);
  row->addWidget(auditBar_, 1);
  row->addWidget(auditText_, 1);
  column->addLayout(row);
  findings_ = new QTreeWidget;
  findings_->setHeaderLabels({tr("What"), tr("Where"), tr("Why")});
  findings_->setRootIsDecorated(false);
  findings_->setUniformRowHeights(true);
  findings_->setMinimumHeight(120);
  findings_->setMaximumHeight(180);
  findings_->setAccessibleName(tr("Findings of the check"));
  findings_->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
  findings_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  findings_->hide();
  column->addWidget(findings_);
  connect(audit_, &QPushButton::clicked, this, &DataPreviewView::startAudit);
  return box;
}

QWidget* DataPreviewView::makeAbsentPage() {
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, kSpace6, 0, 0);
  column->setSpacing(kSpace3);
  absentText_ = new InkLabel(Ink::text, Type::strong);
  absentText_->setWordWrap(true);
  absentAdvice_ = new InkLabel(Ink::textMuted);
  absentAdvice_->setWordWrap(true);
  absentBox_ = new QFrame;
  static_cast<QFrame*>(absentBox_)->setFrameShape(QFrame::StyledPanel);
  auto* row = new QHBoxLayout(absentBox_);
  row->setContentsMargins(kSpace3, kSpace2, kSpace2, kSpace2);
  absentLine_ = new QLabel;
  auto fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
  fixed.setPixelSize(tokens::font(Type::body).pixelSize());
  absentLine_->setFont(fixed);
  absentLine_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  absentLine_->setWordWrap(true);
  copyLine_ = new QPushButton(tokens::icon(QStringLiteral("copy")), tr("Copy"));
  row->addWidget(absentLine_, 1);
  row->addWidget(copyLine_);
  again_ = new QPushButton(tr("Look again"));
  column->addWidget(absentText_);
  column->addWidget(absentAdvice_);
  column->addWidget(absentBox_);
  column->addWidget(again_, 0, Qt::AlignLeft);
  column->addStretch();
  connect(copyLine_, &QPushButton::clicked, this, [this] {
    QApplication::clipboard()->setText(absentLine_->text());
    copyLine_->setText(tr("Copied"));
  });
  connect(again_, &QPushButton::clicked, this, [this] {
    const auto source = request_.source;
    for (const auto& info : bridge_.engine().datasets()) {
      if (info.name == source) return show(from(source), &info);
    }
    show(from(source), nullptr);
  });
  return page;
}

QWidget* DataPreviewView::makeBusyPage() {
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, kSpace12, 0, 0);
  busyText_ = new InkLabel(Ink::textMuted);
  busyBar_ = new QProgressBar;
  busyBar_->setTextVisible(false);
  column->addWidget(busyText_);
  column->addWidget(busyBar_);
  column->addStretch();
  return page;
}

void DataPreviewView::stopJobs() {
  if (previewJob_) previewJob_->cancel();
  if (auditJob_) auditJob_->cancel();
  previewJob_.reset();
  auditJob_.reset();
}

void DataPreviewView::show(const QString& source, const DatasetInfo* known) {
  stopJobs();
  const auto turn = ++turn_;
  request_ = {source.toStdString(), {}};
  setReady(false);
  audit_->setText(tr("Check the pictures"));
  auditBar_->hide();
  auditText_->clear();
  auditText_->show();
  findings_->hide();
  title_->setText(known ? told(known->title) : source.section(QLatin1Char('/'), -1, -1, QString::SectionSkipEmpty));
  summary_->setText(known ? told(known->summary) : source);
  facts_->clear();
  if (known && !known->present) return showAbsent(*known);
  busyText_->setText(tr("Reading the pictures"));
  busyBar_->setRange(0, 0);
  pages_->setCurrentIndex(2);
  previewJob_ = bridge_.engine().preview(request_);
  bridge_.follow<DataPreview>(
      previewJob_, this,
      [this, turn](Result<DataPreview> preview) {
        if (turn != turn_) return;
        previewJob_.reset();
        if (!preview) return showProblem(told(preview.error().message));
        showPreview(*preview);
      },
      [this, turn](Progress progress) {
        if (turn != turn_) return;
        showProgress(busyBar_, progress);
        if (!progress.activity.empty()) busyText_->setText(told(progress.activity));
      });
}

void DataPreviewView::showAbsent(const DatasetInfo& info) {
  absentText_->setText(tr("%1 is not on this computer yet.").arg(told(info.title)));
  absentAdvice_->setText(tr("How to get it (then look again):"));
  absentLine_->setText(told(info.howToGet));
  copyLine_->setText(tr("Copy"));
  absentAdvice_->setVisible(!info.howToGet.empty());
  absentBox_->setVisible(!info.howToGet.empty());
  facts_->setText(info.license.empty() ? QString() : tr("Licence: %1").arg(told(info.license)));
  pages_->setCurrentIndex(1);
}

void DataPreviewView::showProblem(const QString& sentence) {
  absentText_->setText(sentence);
  absentAdvice_->hide();
  absentBox_->hide();
  pages_->setCurrentIndex(1);
}

void DataPreviewView::showPreview(const DataPreview& preview) {
  const auto& info = preview.info;
  title_->setText(told(info.title.empty() ? info.name : info.title));
  const bool points = info.kind == DataKind::points;
  QStringList facts{(points ? tr("%1 points") : tr("%1 pictures")).arg(number(preview.count))};
  if (preview.testCount > 0) facts << tr("%1 held out").arg(number(preview.testCount));
  if (info.width > 0 && !points) facts << tr("%1 × %2 px").arg(info.width).arg(info.height);
  if (info.channels > 0 && !points) facts << (info.channels == 1 ? tr("grey") : tr("colour"));
  if (!info.license.empty()) facts << tr("licence %1").arg(told(info.license));
  facts_->setText(facts.join(QStringLiteral(" · ")));
  audit_->setVisible(!points);   // reading them has told what is wrong with them
  tiles_->setGrid(preview.grid);
  tiles_->setCaptions(captionsOf(preview));
  classes_->setClasses(preview.classes);
  classes_->parentWidget()->parentWidget()->parentWidget()->setVisible(!preview.classes.empty());
  pages_->setCurrentIndex(0);
  setReady(true);
}

void DataPreviewView::startAudit() {
  if (auditJob_) {  // the button says "Stop the check" now
    auditJob_->cancel();
    return;
  }
  const auto turn = turn_;
  audit_->setText(tr("Stop the check"));
  auditText_->hide();
  auditBar_->setRange(0, 0);
  auditBar_->show();
  findings_->hide();
  auditJob_ = bridge_.engine().audit(request_);
  bridge_.follow<AuditReport>(
      auditJob_, this,
      [this, turn](Result<AuditReport> report) {
        if (turn != turn_) return;
        auditJob_.reset();
        audit_->setText(tr("Check the pictures"));
        auditBar_->hide();
        auditText_->show();
        if (report) return showAudit(*report);
        auditText_->setText(report.error().kind == ErrorKind::cancelled ? tr("Stopped.") : told(report.error().message));
      },
      [this, turn](Progress progress) {
        if (turn == turn_) showProgress(auditBar_, progress);
      });
}

void DataPreviewView::showAudit(const AuditReport& report) {
  const int count = static_cast<int>(report.findings.size());
  auditText_->setText(count == 0 ? tr("All %1 pictures are fine.").arg(number(report.checked))
                                 : tr("%n finding(s)", nullptr, count) + QLatin1Char(' ') + tr("in %1 pictures.").arg(number(report.checked)));
  findings_->clear();
  for (const auto& finding : report.findings) {
    new QTreeWidgetItem(findings_, {issueName(finding.issue), told(finding.item), told(finding.message)});
  }
  findings_->setVisible(count > 0);
}

void DataPreviewView::setReady(bool ready) {
  if (ready == ready_) return;
  ready_ = ready;
  emit readyChanged(ready);
}

}  // namespace ganvas::ui
