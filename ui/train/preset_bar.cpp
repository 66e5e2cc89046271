#include "ui/train/preset_bar.hpp"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>

#include "ui/bridge/words.hpp"
#include "ui/shell/style.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/elided_label.hpp"
#include "ui/train/preset_dialog.hpp"
#include "ui/train/preset_list.hpp"

namespace ganvas::ui {
PresetBar::PresetBar(Engine& engine, QWidget* parent) : QWidget(parent), engine_(engine) {
  auto* lines = new QVBoxLayout(this);
  lines->setContentsMargins(0, 0, 0, 0);
  lines->setSpacing(tokens::kSpace1);
  auto* row = new QHBoxLayout;
  row->setSpacing(tokens::kSpace1);
  combo_ = new PresetCombo(this);
  combo_->setAccessibleName(tr("Preset"));
  combo_->setToolTip(tr("A named set of values for all parameters below"));
  combo_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  auto* more = new QToolButton(this);
  more->setIcon(tokens::icon(QStringLiteral("more")));
  more->setIconSize({tokens::kIcon, tokens::kIcon});
  more->setToolTip(tr("Save, load or share a preset"));
  more->setAccessibleName(tr("Save, load or share a preset"));
  more->setFocusPolicy(Qt::TabFocus);
  setVariant(more, Variant::quiet);
  menu_ = new QMenu(this);
  connect(more, &QToolButton::clicked, this, [this, more] { menu_->popup(more->mapToGlobal(QPoint(0, more->height()))); });
  row->addWidget(combo_, 1);
  row->addWidget(more);
  summary_ = new ElidedLabel(Ink::textMuted, tokens::Type::caption, this);
  lines->addLayout(row);
  lines->addWidget(summary_);
  connect(combo_, &QComboBox::activated, this, [this](int index) { choose(combo_->itemData(index).toString()); });
  connect(combo_, &PresetCombo::opened, this, &PresetBar::opened);
  connect(combo_, &PresetCombo::closed, this, &PresetBar::closed);
  connect(menu_, &QMenu::aboutToShow, this, &PresetBar::fillMenu);
  fill();
}

void PresetBar::setFamily(const QString& family, const Schema& schema) {
  family_ = family;
  schema_ = schema;
  baseline_ = values_ = schema.defaults();
  current_.clear();
  fileTitle_.clear();
  fill();
}

void PresetBar::takeOver(const PresetBar& other) {
  family_ = other.family_, data_ = other.data_, current_ = other.current_, fileTitle_ = other.fileTitle_;
  schema_ = other.schema_;
  baseline_ = other.baseline_, values_ = other.values_;
  fill();
}

void PresetBar::fill() {
  presets_ = family_.isEmpty() ? std::vector<PresetInfo>{} : engine_.presets(family_.toStdString());
  const QSignalBlocker quiet(combo_);
  combo_->clear();
  combo_->addItem(tr("Defaults"), QString());
  combo_->explain(0, tr("Every parameter as the family has it."), {});
  for (const bool shipped : {true, false}) {
    const bool any = std::any_of(presets_.begin(), presets_.end(), [&](const PresetInfo& preset) { return preset.shipped == shipped; });
    if (any) combo_->insertSeparator(combo_->count());
    for (const auto& preset : presets_) {
      if (preset.shipped != shipped) continue;
      combo_->addItem(told(preset.title.empty() ? preset.name : preset.title), from(preset.name));
      combo_->explain(combo_->count() - 1, told(preset.summary), {});
    }
  }
  if (!fileTitle_.isEmpty()) combo_->addItem(fileTitle_, current_);
  refresh();
}

void PresetBar::setCurrentValues(const Values& values) {
  values_ = values;
  refresh();
}

QStringList PresetBar::names() const {
  QStringList all{QString()};
  for (const auto& preset : presets_) all << from(preset.name);
  return all;
}

RunRequest PresetBar::request(const QString& name) const {
  RunRequest request;
  request.family = family_.toStdString();
  const auto* preset = find(name);
  if (preset) request.preset = preset->name;
  request.data = preset && !preset->data.empty() ? preset->data : data_.toStdString();
  return request;
}

Values PresetBar::values(const QString& name) const {
  const auto* preset = find(name);
  const auto loaded = preset ? engine_.loadPreset(preset->name) : Result<Values>(Values{});
  const auto resolved = loaded ? schema_.resolve(*loaded) : Result<Values>(Values{});
  return resolved ? *resolved : Values{};
}

void PresetBar::setDetail(const QString& name, const QString& detail) {
  const int row = combo_->findData(name);
  combo_->explain(row, combo_->itemData(row, kPresetSummary).toString(), detail);
}

bool PresetBar::modified() const { return values_ != baseline_; }

const PresetInfo* PresetBar::find(const QString& name) const {
  const auto it = std::find_if(presets_.begin(), presets_.end(), [&](const PresetInfo& preset) { return from(preset.name) == name; });
  return it == presets_.end() ? nullptr : &*it;
}

QString PresetBar::summary() const {
  QString text;
  if (current_.isEmpty()) return modified() ? tr("Changed from the defaults") : tr("Every parameter at its default");
  if (const auto* preset = find(current_)) text = told(preset->summary);
  else text = current_;
  return modified() ? (text.isEmpty() ? tr("Modified") : tr("Modified  ·  %1").arg(text)) : text;
}

void PresetBar::refresh() {
  const QSignalBlocker quiet(combo_);
  combo_->setCurrentIndex(std::max(0, combo_->findData(current_)));
  summary_->setText(summary());
  summary_->setInk(modified() ? Ink::text : Ink::textMuted);
}

bool PresetBar::report(const Error& error) {
  emit failed(toldWhenShown(error.message));
  refresh();
  return false;
}

bool PresetBar::take(const Result<Values>& values, const Words& title) {
  if (!values) return report(values.error());
  const auto resolved = schema_.resolve(*values);
  if (!resolved) return report(resolved.error());
  baseline_ = *resolved;
  emit loaded(*resolved, title);
  return true;
}

bool PresetBar::choose(const QString& name) {
  if (name == current_ && !fileTitle_.isEmpty()) return loadFile(name);
  const auto* preset = find(name);
  if (!name.isEmpty() && !preset) {
    emit failed([name] { return tr("There is no preset “%1” for this family.").arg(name); });
    refresh();
    return false;
  }
  const auto title = preset ? Words([title = preset->title] { return told(title); }) : Words([] { return tr("Defaults"); });
  const auto data = preset ? from(preset->data) : QString();
  if (!take(preset ? engine_.loadPreset(preset->name) : Result<Values>(Values{}), title)) return false;
  current_ = name;
  fileTitle_.clear();
  fill();
  if (!data.isEmpty()) emit dataSuggested(data);
  return true;
}

bool PresetBar::loadFile(const QString& file) {
  const auto title = QFileInfo(file).completeBaseName();
  if (!take(engine_.loadPreset(file.toStdString()), asTheyAre(title))) return false;
  current_ = file;
  fileTitle_ = title;
  fill();
  return true;
}

bool PresetBar::saveAs(const QString& name, const QString& summary) {
  const PresetInfo info{name.toStdString(), name.toStdString(), summary.toStdString(), family_.toStdString(), data_.toStdString(), {}, false};
  const auto saved = engine_.savePreset(info.name, info, values_);
  if (!saved) return report(saved.error());
  baseline_ = values_;
  current_ = from(saved->name);
  fileTitle_.clear();
  fill();
  return true;
}

bool PresetBar::saveToFile(const QString& file) {
  const auto path = file.endsWith(QStringLiteral(".json")) ? file : file + QStringLiteral(".json");
  const auto title = QFileInfo(path).completeBaseName().toStdString();
  const auto* preset = find(current_);
  const PresetInfo info{title, title, preset ? preset->summary : std::string(), family_.toStdString(), data_.toStdString(), {}, false};
  const auto saved = engine_.savePreset(path.toStdString(), info, values_);
  return saved ? true : report(saved.error());
}

void PresetBar::fillMenu() {
  menu_->clear();
  const auto* preset = find(current_);
  if (preset && !preset->shipped && modified()) {
    const auto name = current_, summary = from(preset->summary);
    menu_->addAction(tr("Save “%1”").arg(name), this, [this, name, summary] { saveAs(name, summary); });
  }
  menu_->addAction(tr("Save as…"), this, &PresetBar::askName);
  menu_->addAction(tr("Back to the preset"), this, [this] { choose(current_); })->setEnabled(modified());
  menu_->addSeparator();
  menu_->addAction(tr("Save to a file…"), this, &PresetBar::askSaveFile);
  menu_->addAction(tr("Load from a file…"), this, &PresetBar::askLoadFile);
}

void PresetBar::askName() {
  auto* dialog = new PresetDialog(presets_, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this, [this, dialog] { saveAs(dialog->name(), dialog->summary()); });
  dialog->open();
}

void PresetBar::askSaveFile() {
  const auto file = QFileDialog::getSaveFileName(this, tr("Save the preset to a file"), family_ + QStringLiteral(".json"), tr("Presets (*.json)"));
  if (!file.isEmpty()) saveToFile(file);
}

void PresetBar::askLoadFile() {
  const auto file = QFileDialog::getOpenFileName(this, tr("Load a preset from a file"), {}, tr("Presets (*.json)"));
  if (!file.isEmpty()) loadFile(file);
}

}  // namespace ganvas::ui
