// Every control in every state, to judge the style by.
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>

#include "tests/ui/preview/preview.hpp"
#include "ui/shell/style.hpp"

namespace ganvas::test {
namespace {

void addRow(QGridLayout* grid, int row, bool enabled) {
  int column = 0;
  const auto add = [&](QWidget* widget) {
    widget->setEnabled(enabled);
    grid->addWidget(widget, row + column / 6, column % 6);
    ++column;
  };
  for (const auto& [text, variant] : {std::pair{"Plain", ui::Variant::plain}, {"Primary", ui::Variant::primary}, {"Quiet", ui::Variant::quiet},
                                      {"Generator", ui::Variant::generator}, {"Discriminator", ui::Variant::discriminator}, {"Danger", ui::Variant::danger}}) {
    auto* button = new QPushButton(QString::fromLatin1(text));
    ui::setVariant(button, variant);
    add(button);
  }
  auto* combo = new QComboBox;
  combo->addItems({QStringLiteral("Non-saturating"), QStringLiteral("Hinge")});
  add(combo);
  auto* spin = new QSpinBox;
  spin->setValue(64);
  add(spin);
  add(new QLineEdit(QStringLiteral("0.0002")));
  auto* check = new QCheckBox(QStringLiteral("Mirror at random"));
  check->setChecked(true);
  add(check);
  auto* radio = new QRadioButton(QStringLiteral("EMA"));
  radio->setChecked(true);
  add(radio);
  auto* slider = new QSlider(Qt::Horizontal);
  slider->setValue(40);
  add(slider);
  auto* progress = new QProgressBar;
  progress->setValue(62);
  add(progress);
}

const Preview preview(QStringLiteral("parts"), [](PreviewWorld&) {
  auto page = std::make_unique<QWidget>();
  auto* grid = new QGridLayout(page.get());
  addRow(grid, 0, true);
  addRow(grid, 4, false);
  grid->setRowStretch(9, 1);
  return page;
});

}  // namespace
}  // namespace ganvas::test
