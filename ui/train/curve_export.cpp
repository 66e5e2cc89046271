// Curves on the clipboard and in files: what of LossCurves leaves the window.
#include <qcustomplot.h>

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPdfWriter>
#include <QSaveFile>
#include <algorithm>
#include <cmath>

#include "ui/shell/tokens.hpp"
#include "ui/train/curve_data.hpp"
#include "ui/train/curve_plot.hpp"
#include "ui/train/loss_curves.hpp"

namespace ganvas::ui {
namespace {

constexpr int kPageWidth = 900, kPlotHeight = 280;   // px at 1×

std::vector<CurvePlot*> shown(const std::vector<CurvePlot*>& plots) {
  std::vector<CurvePlot*> result;
  std::copy_if(plots.begin(), plots.end(), std::back_inserter(result), [](CurvePlot* plot) { return !plot->isHidden(); });
  for (auto* plot : result) plot->refresh(true);   // those scrolled out of sight have not been drawn lately
  return result;
}

void renderPage(QCPPainter& painter, const std::vector<CurvePlot*>& plots) {
  const QSize size(kPageWidth, kPlotHeight);
  painter.fillRect(QRect(0, 0, kPageWidth, kPlotHeight * static_cast<int>(plots.size())), tokens::colour(Ink::surface));
  for (std::size_t i = 0; i < plots.size(); ++i) {
    painter.save();
    painter.translate(0, static_cast<double>(i) * kPlotHeight);
    plots[i]->render(painter, size);
    painter.restore();
  }
}

QString csvField(QString text) {
  if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"'))) return text;
  return QLatin1Char('"') + text.replace(QLatin1String("\""), QLatin1String("\"\"")) + QLatin1Char('"');
}

}  // namespace

QString LossCurves::csv() const {
  QString text = QStringLiteral("step");
  for (const auto& [tag, curve] : curves_) text += QLatin1Char(',') + csvField(tag);
  text += QLatin1Char('\n');
  // A merge: each curve has its steps in order, but not every curve a point at every step.
  std::vector<const Curve*> curves;
  for (const auto& [tag, curve] : curves_) curves.push_back(curve.get());
  std::vector<std::size_t> next(curves.size(), 0);
  while (true) {
    double step = INFINITY;
    for (std::size_t i = 0; i < curves.size(); ++i) {
      if (next[i] < curves[i]->steps().size()) step = std::min(step, curves[i]->steps()[next[i]]);
    }
    if (std::isinf(step)) return text;
    text += QString::number(static_cast<qint64>(step));
    for (std::size_t i = 0; i < curves.size(); ++i) {
      text += QLatin1Char(',');
      if (next[i] < curves[i]->steps().size() && curves[i]->steps()[next[i]] == step) {
        text += QString::number(curves[i]->values()[next[i]++], 'g', QLocale::FloatingPointShortest);
      }
    }
    text += QLatin1Char('\n');
  }
}

QImage LossCurves::picture(double scale) const {
  const auto plots = shown(plots_);
  if (plots.empty()) return {};
  QImage image(QSizeF(kPageWidth * scale, kPlotHeight * scale * static_cast<double>(plots.size())).toSize(), QImage::Format_RGB32);
  QCPPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.scale(scale, scale);
  renderPage(painter, plots);
  return image;
}

bool LossCurves::savePdf(const QString& file) const {
  const auto plots = shown(plots_);
  if (plots.empty()) return false;
  QPdfWriter writer(file);
  constexpr double kPointsPerPixel = 0.75;
  writer.setPageSize(QPageSize(QSizeF(kPageWidth, kPlotHeight * static_cast<double>(plots.size())) * kPointsPerPixel, QPageSize::Point));
  writer.setPageMargins(QMarginsF(0, 0, 0, 0));
  writer.setTitle(tr("Curves"));
  QCPPainter painter;
  if (!painter.begin(&writer)) return false;
  painter.setMode(QCPPainter::pmVectorized);
  const double scale = writer.width() / static_cast<double>(kPageWidth);
  painter.scale(scale, scale);
  renderPage(painter, plots);
  return painter.end();
}

void LossCurves::copyPicture() {
  const QImage image = picture();
  if (!image.isNull()) QGuiApplication::clipboard()->setImage(image);
}

void LossCurves::saveAs() {
  const QString file = QFileDialog::getSaveFileName(this, tr("Save curves"), QStringLiteral("curves.png"),
                                                    tr("Picture (*.png);;PDF document (*.pdf);;Table of all points (*.csv)"));
  if (file.isEmpty()) return;
  bool written = false;
  if (file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)) {
    QSaveFile out(file);
    written = out.open(QIODevice::WriteOnly) && out.write(csv().toUtf8()) >= 0 && out.commit();
  } else if (file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
    written = savePdf(file);
  } else {
    written = picture().save(file, file.contains(QLatin1Char('.')) ? nullptr : "PNG");
  }
  if (!written) emit failed([file] { return tr("The curves could not be written to %1. Check that the folder exists, can be written to and has room.").arg(file); });
}

}  // namespace ganvas::ui
