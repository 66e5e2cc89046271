#include "ui/shell/settings_dialog.hpp"

#include <QButtonGroup>
#include <QComboBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/bridge/words.hpp"
#include "ui/shell/language.hpp"
#include "ui/shell/style.hpp"
#include "ui/shell/theme.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;
const QString kDeviceKey = QStringLiteral("device");

QWidget* makeThemeChoice(QWidget* parent) {
  auto* box = new QWidget(parent);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kSpace4);
  auto* group = new QButtonGroup(box);
  const std::pair<QString, Theme::Choice> choices[] = {{SettingsDialog::tr("As the desktop"), Theme::Choice::system},
                                                       {SettingsDialog::tr("Light"), Theme::Choice::light},
                                                       {SettingsDialog::tr("Dark"), Theme::Choice::dark}};
  for (const auto& [text, choice] : choices) {
    auto* button = new QRadioButton(text);
    button->setChecked(Theme::instance().choice() == choice);
    group->addButton(button);
    row->addWidget(button);
    QObject::connect(button, &QRadioButton::clicked, box, [choice = choice] { Theme::instance().choose(choice); });
  }
  row->addStretch();
  return box;
}

/// Languages in their own words, so that everybody finds theirs.
QWidget* makeLanguageChoice(QWidget* parent) {
  auto* box = new QWidget(parent);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  auto* combo = new QComboBox(box);
  combo->setObjectName(QStringLiteral("language"));
  combo->setAccessibleName(SettingsDialog::tr("Language"));
  combo->addItem(SettingsDialog::tr("As the system"), QString());
  QString lacking;
  for (const auto& [code, name] : Language::all()) {
    combo->addItem(name, code);
    if (lacking.isEmpty()) lacking = Language::lackingFont(code);
  }
  combo->setCurrentIndex(std::max(0, combo->findData(Language::instance().choice())));
  column->addWidget(combo);
  if (!lacking.isEmpty()) {
    auto* hint = new InkLabel(Ink::textMuted, Type::caption, box);
    hint->setText(lacking);
    hint->setWordWrap(true);
    column->addWidget(hint);
  }
  QObject::connect(combo, &QComboBox::activated, box, [combo](int index) { Language::instance().choose(combo->itemData(index).toString()); }, Qt::QueuedConnection);
  return box;
}

}  // namespace

QString preferredDevice() { return QSettings().value(kDeviceKey, QStringLiteral("auto")).toString(); }

SettingsDialog::SettingsDialog(const Engine& engine, QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("Settings"));
  setMinimumWidth(520);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kSpace6, kSpace6, kSpace6, kSpace4);
  column->setSpacing(kSpace6);
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(kSpace6);
  form->setVerticalSpacing(kSpace4);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->addRow(tr("Theme"), makeThemeChoice(this));
  form->addRow(tr("Language"), makeLanguageChoice(this));

  auto* device = new QComboBox;
  device->addItem(tr("The fastest there is"), QStringLiteral("auto"));
  for (const auto& info : engine.devices()) device->addItem(told(info.title), from(info.id));
  device->setCurrentIndex(std::max(0, device->findData(preferredDevice())));
  device->setAccessibleName(tr("Device for new runs"));
  connect(device, &QComboBox::activated, this, [this, device](int index) {
    QSettings().setValue(kDeviceKey, device->itemData(index));
    emit deviceChosen(device->itemData(index).toString());
  });
  form->addRow(tr("Device for new runs"), device);

  auto* place = new QWidget;
  auto* row = new QHBoxLayout(place);
  row->setContentsMargins(0, 0, 0, 0);
  const auto folder = from(engine.runsFolder());
  auto* path = new InkLabel(Ink::textMuted);
  path->setText(folder);
  path->setWordWrap(true);
  path->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  auto* show = new QPushButton(tr("Show"));
  show->setToolTip(tr("Opens the folder"));
  connect(show, &QPushButton::clicked, this, [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
  row->addWidget(path, 1);
  row->addWidget(show);
  form->addRow(tr("Runs are kept in"), place);
  column->addLayout(form);
  column->addStretch();
  auto* buttons = new QDialogButtonBox;
  buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  column->addWidget(buttons);
}

}  // namespace ganvas::ui
