#include "ui/train/train_setup.hpp"

#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <algorithm>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/session_state.hpp"
#include "ui/bridge/words.hpp"
#include "ui/shell/data_chooser.hpp"
#include "ui/shell/style.hpp"
#include "ui/shell/style_paint.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/ink_label.hpp"
#include "ui/train/parameter_form.hpp"
#include "ui/train/preset_bar.hpp"
#include "ui/train/preset_pace.hpp"

namespace ganvas::ui {
namespace {

constexpr int kNarrowest = 340;
constexpr int kJudgeDelayMilliseconds = 250;   // after the last edit, before the engine is asked what is wrong

class FamilyCombo : public QComboBox {
 public:
  using QComboBox::QComboBox;

 protected:
  void wheelEvent(QWheelEvent* event) override { event->ignore(); }   // would throw the form away by accident
};

/// A button that looks like the choosers above and below it: text at the left, an arrow at the right.
class ChooserButton : public QPushButton {
 public:
  using QPushButton::QPushButton;
  QSize sizeHint() const override { return {QPushButton::sizeHint().width(), tokens::kControlHeight}; }

 protected:
  void paintEvent(QPaintEvent*) override {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const auto ink = tokens::colour(isEnabled() ? Ink::text : Ink::textDisabled);
    const QRect inside = rect().adjusted(tokens::kSpace2, 0, -tokens::kSpace8, 0);
    icon().paint(&painter, QRect(inside.left(), 0, tokens::kIcon, height()), Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
    const QRect words = inside.adjusted(tokens::kIcon + tokens::kSpace2, 0, 0, 0);
    painter.setPen(ink);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(text(), Qt::ElideMiddle, words.width()));
    paintChevron(&painter, QRectF(width() - 26, 0, 26, height()), Direction::right, tokens::colour(isEnabled() ? Ink::textMuted : Ink::textDisabled));
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) paintFocusRing(&painter, rect(), tokens::kRadius);
  }
};

QString detailsOf(const DatasetInfo& info) {
  QStringList parts;
  if (info.count > 0) parts << TrainSetup::tr("%1 samples").arg(QLocale().toString(static_cast<qlonglong>(info.count)));
  if (info.width > 0) parts << QStringLiteral("%1 × %2 px").arg(info.width).arg(info.height);
  if (info.channels > 0) parts << (info.channels == 1 ? TrainSetup::tr("grey") : TrainSetup::tr("colour"));
  return parts.join(QStringLiteral(", "));
}

/// Raised, so that it is told from the form beneath it.
class Banner : public QWidget {
 public:
  using QWidget::QWidget;

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.fillRect(rect(), tokens::colour(Ink::raised));
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens::colour(Ink::line));
  }
};

}  // namespace

TrainSetup::TrainSetup(Bridge& bridge, QWidget* parent, const QString& interaction) : QWidget(parent), bridge_(bridge), families_(bridge.engine().families()) {
  std::erase_if(families_, [&](const FamilyInfo& family) {
    return !interaction.isEmpty() && std::find(family.interactions.begin(), family.interactions.end(), interaction.toStdString()) == family.interactions.end();
  });
  setMinimumWidth(kNarrowest);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  recordBanner_ = makeRecordBanner();
  column->addWidget(recordBanner_);
  buildChoosers(column);
  form_ = new ParameterForm(this);
  column->addWidget(form_, 1);
  judgeTimer_.setSingleShot(true);
  judgeTimer_.setInterval(kJudgeDelayMilliseconds);
  connect(&judgeTimer_, &QTimer::timeout, this, &TrainSetup::judge);
  connect(form_, &ParameterForm::valuesChanged, this, [this] {
    presets_->setCurrentValues(form_->values());
    judgeTimer_.start();
  });
  connect(presets_, &PresetBar::loaded, this,
          [this](const Values& values, const Words& title) { form_->setValues(values, [title] { return tr("Load preset %1").arg(title()); }); });
  connect(presets_, &PresetBar::dataSuggested, this, [this](const QString& data) {
    if (data_.isEmpty()) setData(data);
  });
  connect(presets_, &PresetBar::failed, &bridge_, &Bridge::failed);
  if (!families_.empty()) setFamily(from(families_.front().name));
  refreshChoosers();
  followBridge();
}

void TrainSetup::followBridge() {
  connect(form_, &ParameterForm::liveEdited, this, [this](const QString& key, const Value& value) {
    awaited_[key.toStdString()] = value;
    bridge_.send(command::SetParameter{key.toStdString(), value});
  });
  connect(&bridge_, &Bridge::editsArrived, this, &TrainSetup::onEdits);
  connect(&bridge_, &Bridge::statusChanged, this, &TrainSetup::onStatus);
  connect(&bridge_, &Bridge::sessionStarted, this, [this] {
    awaited_.clear();
    lastStep_ = 0;
    if (follows(*bridge_.session())) showSession(*bridge_.session());
    onStatus(bridge_.status());
  });
  connect(&bridge_, &Bridge::recordOpened, this, [this] { setRunning(false); });
  if (bridge_.session() && follows(*bridge_.session())) {
    showSession(*bridge_.session());
    onStatus(bridge_.status());
  }
}

bool TrainSetup::follows(const Session& session) const {
  return std::any_of(families_.begin(), families_.end(), [&](const FamilyInfo& family) { return family.name == session.family(); });
}

/// An edit that was not made here (the trainer lowered a rate) is shown; an older echo of one's own is not, because the field has moved
/// on since.
void TrainSetup::onEdits(const std::vector<Edit>& edits) {
  if (!bridge_.session() || !follows(*bridge_.session())) return;
  Values others;
  for (const auto& edit : edits) {
    const auto mine = awaited_.find(edit.key);
    if (mine == awaited_.end()) others[edit.key] = edit.to;
    else if (mine->second == edit.to) awaited_.erase(mine);
  }
  if (!others.empty()) form_->showValues(others);
}

void TrainSetup::onStatus(const SessionStatus& status) {
  const auto& session = bridge_.session();
  if (!session || !follows(*session)) return setRunning(false);
  if (status.step < lastStep_) showSession(*session);   // reset, or back: what it goes on with now
  lastStep_ = status.step;
  setRunning(!ended(status.state));
}

void TrainSetup::setChoosersShown(bool shown) { choosers_->setVisible(shown); }

void TrainSetup::buildChoosers(QVBoxLayout* column) {
  choosers_ = new QWidget(this);
  auto* grid = new QGridLayout(choosers_);
  const auto addRow = [&](int row, const QString& text, QWidget* widget) {
    auto* label = new InkLabel(Ink::textMuted, tokens::Type::body, this);
    label->setText(text);
    label->setMinimumHeight(tokens::kControlHeight);
    label->setBuddy(widget);
    grid->addWidget(label, row, 0, Qt::AlignTop);
    grid->addWidget(widget, row, 1);
    if (row == 0) label->setVisible(families_.size() > 1), widget->setVisible(families_.size() > 1);
  };
  grid->setContentsMargins(tokens::kSpace4, tokens::kSpace3, tokens::kSpace4, tokens::kSpace2);
  grid->setHorizontalSpacing(tokens::kSpace3);
  grid->setVerticalSpacing(tokens::kSpace2);
  grid->setColumnStretch(1, 1);
  familyCombo_ = new FamilyCombo(this);
  familyCombo_->setAccessibleName(tr("Family"));
  familyCombo_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  for (const auto& family : families_) {
    familyCombo_->addItem(told(family.title), from(family.name));
    familyCombo_->setItemData(familyCombo_->count() - 1, told(family.summary), Qt::ToolTipRole);
  }
  connect(familyCombo_, &QComboBox::activated, this, [this](int index) { setFamily(familyCombo_->itemData(index).toString()); });
  dataButton_ = new ChooserButton(this);
  dataButton_->setIcon(tokens::icon(QStringLiteral("data")));
  dataButton_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  connect(dataButton_, &QPushButton::clicked, this, &TrainSetup::openDataChooser);
  presets_ = new PresetBar(bridge_.engine(), this);
  new PresetPace(bridge_, *presets_);   // belongs to it
  addRow(0, tr("Family"), familyCombo_);
  addRow(1, tr("Data"), dataButton_);
  addRow(2, tr("Preset"), presets_);
  column->addWidget(choosers_);
}

QWidget* TrainSetup::makeRecordBanner() {
  auto* banner = new Banner(this);
  auto* lines = new QVBoxLayout(banner);
  lines->setContentsMargins(tokens::kSpace4, tokens::kSpace3, tokens::kSpace4, tokens::kSpace3);
  lines->setSpacing(tokens::kSpace2);
  recordText_ = new InkLabel(Ink::text, tokens::Type::body, banner);
  recordText_->setWordWrap(true);
  lines->addWidget(recordText_);
  auto* row = new QHBoxLayout;
  auto* resume = new QPushButton(tr("Resume training"), banner);
  resume->setToolTip(tr("Goes on with this run from its newest checkpoint"));
  auto* use = new QPushButton(tr("Use as a starting point"), banner);
  use->setToolTip(tr("Keeps these values in the form, to change them and begin a new run"));
  connect(resume, &QPushButton::clicked, this, &TrainSetup::resumeRequested);
  connect(use, &QPushButton::clicked, this, &TrainSetup::leaveRecord);
  row->addWidget(resume);
  row->addWidget(use);
  row->addStretch();
  lines->addLayout(row);
  banner->hide();
  return banner;
}

const FamilyInfo* TrainSetup::familyInfo() const {
  const auto it = std::find_if(families_.begin(), families_.end(), [this](const FamilyInfo& family) { return from(family.name) == family_; });
  return it == families_.end() ? nullptr : &*it;
}

bool TrainSetup::setFamily(const QString& name) {
  if (name == family_) return true;
  const auto schema = bridge_.engine().schema(name.toStdString());
  if (!schema) {
    emit bridge_.failed(toldWhenShown(schema.error().message));
    refreshChoosers();
    return false;
  }
  family_ = name;
  presets_->setFamily(name, *schema);
  form_->setSchema(*schema);
  refreshChoosers();
  emit readyChanged();
  return true;
}

void TrainSetup::setData(const QString& source) {
  if (source == data_) return;
  data_ = source;
  presets_->setData(source);
  refreshChoosers();
  judgeTimer_.start();
  emit readyChanged();
}

DatasetInfo TrainSetup::datasetInfo(const QString& source) const {
  for (const auto& info : bridge_.engine().datasets()) {
    if (from(info.name) == source) return info;
  }
  DatasetInfo info;
  info.name = source.toStdString();
  info.title = QFileInfo(source).fileName().toStdString();
  return info;
}

void TrainSetup::refreshChoosers() {
  const bool open = !running_ && !recordShown_;
  const QSignalBlocker quiet(familyCombo_);
  familyCombo_->setCurrentIndex(familyCombo_->findData(family_));
  const auto* info = familyInfo();
  familyCombo_->setToolTip(info ? QStringLiteral("<p>%1</p><p>%2</p>").arg(told(info->summary).toHtmlEscaped(), from(info->paper).toHtmlEscaped()) : QString());
  if (data_.isEmpty()) {
    dataButton_->setText(tr("Choose data…"));
    dataButton_->setToolTip(tr("What the networks learn from: a data set or a folder of your own pictures"));
    dataButton_->setAccessibleName(tr("Choose data"));
  } else {
    const auto data = datasetInfo(data_);
    const auto title = told(data.title.empty() ? data.name : data.title);
    const auto details = detailsOf(data);
    dataButton_->setText(title);
    dataButton_->setToolTip(QStringLiteral("<p><b>%1</b></p><p>%2</p><p>%3</p>").arg(title.toHtmlEscaped(), told(data.summary).toHtmlEscaped(), details));
    dataButton_->setAccessibleName(tr("Data: %1").arg(title));
  }
  for (QWidget* widget : {static_cast<QWidget*>(familyCombo_), static_cast<QWidget*>(dataButton_), static_cast<QWidget*>(presets_)}) widget->setEnabled(open);
}

QString TrainSetup::missing(const QString& family, const QString& data) {
  if (family.isEmpty()) return tr("Choose a family first.");
  if (data.isEmpty()) return tr("Choose data to learn from first.");
  return {};
}

RunRequest TrainSetup::request() const {
  RunRequest request;
  request.family = family_.toStdString();
  request.data = data_.toStdString();
  // All of them: what a preset set and the person set back must win over the preset.
  request.values = form_->values();
  return request;
}

std::optional<RunRequest> TrainSetup::checkedRequest() {
  if (!missing().isEmpty()) {
    emit bridge_.failed([family = family_, data = data_] { return TrainSetup::missing(family, data); });
    if (data_.isEmpty() && !family_.isEmpty()) openDataChooser();
    return std::nullopt;
  }
  form_->setErrors({});
  bool good = form_->commit();
  if (good) {
    form_->setErrors(bridge_.engine().problems(request()));
    good = form_->commit();
  }
  if (good) return request();
  const auto wrong = form_->problems();
  if (wrong.size() == 1) emit bridge_.failed(toldWhenShown(wrong.front().message));
  else emit bridge_.failed([count = wrong.size()] { return tr("%1 things must be put right before the run can start; they are marked.").arg(count); });
  return std::nullopt;
}

/// What only the engine can know: data that are not there, a size that the family cannot draw.
void TrainSetup::judge() {
  if (running_ || recordShown_ || !missing().isEmpty()) return;
  form_->setErrors(bridge_.engine().problems(request()));
}

void TrainSetup::setRunning(bool running) {
  if (running == running_) return;
  running_ = running;
  form_->setRunning(running);
  refreshChoosers();
  if (!running) judgeTimer_.start();
}

void TrainSetup::showRecord(const RunRecord& record) {
  const auto family = from(record.summary.family);
  if (family != family_ && !setFamily(family)) return;
  setData(from(record.summary.data));
  form_->setErrors({});
  form_->setSchema(Schema(form_->schema()), record.values);
  showBanner(from(record.summary.name), record.summary.step);
  refreshChoosers();
  emit readyChanged();
}

void TrainSetup::showBanner(const QString& name, std::int64_t step) {
  recordShown_ = true;
  recordName_ = name;
  recordStep_ = step;
  form_->setReadOnly(tr("These are the values of a stored run."));
  recordText_->setText(tr("Stored run <b>%1</b>, %2 rounds").arg(name.toHtmlEscaped(), QLocale().toString(static_cast<qlonglong>(step))));
  recordBanner_->show();
}

void TrainSetup::takeOver(TrainSetup& other) {
  family_ = other.family_;
  data_ = other.data_;
  presets_->takeOver(*other.presets_);
  form_->takeOver(*other.form_);
  running_ = other.running_;
  awaited_ = other.awaited_;
  lastStep_ = other.lastStep_;
  if (other.recordShown_) showBanner(other.recordName_, other.recordStep_);
  refreshChoosers();
  judge();
  emit readyChanged();
}

void TrainSetup::leaveRecord() {
  if (!recordShown_) return;
  recordShown_ = false;
  recordBanner_->hide();
  form_->setReadOnly({});
  refreshChoosers();
  judgeTimer_.start();
  emit readyChanged();
}

void TrainSetup::showSession(const Session& session) {
  if (recordShown_) {
    recordShown_ = false;
    recordBanner_->hide();
    form_->setReadOnly({});
  }
  const bool sameFamily = from(session.family()) == family_;
  family_ = from(session.family());
  data_ = from(session.data());
  if (!sameFamily) presets_->setFamily(family_, session.schema());
  presets_->setData(data_);
  form_->setErrors({});
  if (sameFamily) form_->showValues(session.values());
  else form_->setSchema(session.schema(), session.values());
  refreshChoosers();
  emit readyChanged();
}

void TrainSetup::openDataChooser() {
  const auto* family = familyInfo();
  const bool points = family && std::find(family->fields.begin(), family->fields.end(), Field::points) != family->fields.end();
  auto* dialog = new DataChooserDialog(bridge_, data_, points ? DataKind::points : DataKind::images, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &DataChooserDialog::chosen, this, &TrainSetup::setData);
  dialog->open();
}

}  // namespace ganvas::ui
