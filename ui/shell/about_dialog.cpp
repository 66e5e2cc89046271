#include "ui/shell/about_dialog.hpp"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QVBoxLayout>

#include "ui/shell/artwork.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {

using namespace tokens;

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("About Ganvas"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kSpace2, kSpace2, kSpace2, kSpace3);
  column->setSpacing(kSpace2);
  auto* picture = new PictureView;
  picture->setPlaceholder(QStringLiteral("ganvas"));
  picture->setFixedHeight(132);
  column->addWidget(picture);
  const auto add = [&](const QString& text, Ink ink, Type type) {
    auto* label = new InkLabel(ink, type);
    label->setText(text);
    label->setWordWrap(true);
    label->setContentsMargins(kSpace4, 0, kSpace4, 0);
    column->addWidget(label);
  };
  column->addSpacing(kSpace2);
  add(tr("Ganvas"), Ink::text, Type::display);
  add(tr("Version %1").arg(QCoreApplication::applicationVersion()), Ink::textMuted, Type::caption);
  add(tr("Explore generative adversarial networks by hand: watch two networks learn from each other, change what you like while they do, and "
         "walk through what they can draw."), Ink::text, Type::body);
  add(tr("Free software under the GNU General Public License, version 3 or later. Built with Qt %1, LibTorch, OpenCV and QCustomPlot. Everything "
         "runs on this computer; nothing is sent anywhere.").arg(QString::fromLatin1(qVersion())), Ink::textMuted, Type::body);
  auto* buttons = new QDialogButtonBox;
  buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  column->addSpacing(kSpace3);
  column->addWidget(buttons);
  setFixedWidth(460);
  column->setSizeConstraint(QLayout::SetMinimumSize);
  column->insertStretch(column->count() - 1);
}

}  // namespace ganvas::ui
