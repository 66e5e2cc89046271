#include "ui/panels/classify_panel.hpp"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QImageReader>
#include <QMimeData>
#include <QPushButton>
#include <algorithm>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/words.hpp"
#include "ui/panels/draw_pad.hpp"
#include "ui/panels/model_asker.hpp"
#include "ui/shell/class_bars.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

constexpr int kAnswersWidth = 320;      // px
constexpr int kLongestSide = 1024;      // of a picture that is opened: the networks look at far smaller ones

/// A picture, or why there is none, as the decoder says it.
struct Opened {
  QImage image;
  QString problem;
};

Opened readPicture(const QString& file) {
  QImageReader reader(file);
  reader.setAutoTransform(true);
  const auto size = reader.size();
  if (size.isValid() && std::max(size.width(), size.height()) > kLongestSide) reader.setScaledSize(size.scaled(kLongestSide, kLongestSide, Qt::KeepAspectRatio));
  const auto image = reader.read();
  return {image, image.isNull() ? reader.errorString() : QString()};
}

}  // namespace

ClassifyPanel::ClassifyPanel(Bridge& bridge, QWidget* parent) : Panel(parent), bridge_(bridge) {
  setAccessibleName(tr("Classify"));
  setAcceptDrops(true);
  asker_ = new ModelAsker(bridge_, this, 1, [this](int) { return request(); });
  connect(asker_, &ModelAsker::answered, this, [this](int, const InferenceResult& result) { take(result); });
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(tokens::kSpace4, tokens::kSpace3, tokens::kSpace4, tokens::kSpace3);
  layout->setSpacing(tokens::kSpace3);
  auto* tools = new QHBoxLayout;
  tools->setSpacing(tokens::kSpace2);
  auto* hint = new InkLabel(Ink::textMuted, tokens::Type::body, this);
  hint->setText(tr("Draw something, or drop a picture here: the discriminator says what it takes it for."));
  hint->setWordWrap(true);
  tools->addWidget(hint, 1);
  auto* open = new QPushButton(tokens::icon(QStringLiteral("folder")), tr("Open a picture…"), this);
  connect(open, &QPushButton::clicked, this, [this] {
    const auto file = QFileDialog::getOpenFileName(this, tr("Open a picture"), {}, tr("Pictures (*.png *.jpg *.jpeg *.webp *.bmp)"));
    if (!file.isEmpty()) openPicture(file);
  });
  tools->addWidget(open);
  auto* clear = new QPushButton(tokens::icon(QStringLiteral("reset")), tr("Clear"), this);
  tools->addWidget(clear);
  layout->addLayout(tools);
  auto* row = new QHBoxLayout;
  row->setSpacing(tokens::kSpace6);
  pad_ = new DrawPad(this);
  row->addWidget(pad_, 1);
  auto* answers = new QVBoxLayout;
  answers->setSpacing(tokens::kSpace2);
  answer_ = new InkLabel(Ink::text, tokens::Type::title, this);
  answers->addWidget(answer_);
  detail_ = new InkLabel(Ink::textMuted, tokens::Type::body, this);
  detail_->setWordWrap(true);
  detail_->setFixedWidth(kAnswersWidth);
  answers->addWidget(detail_);
  bars_ = new ClassBars(this);
  bars_->setFixedWidth(kAnswersWidth);
  answers->addWidget(bars_);
  answers->addStretch(1);
  row->addLayout(answers);
  layout->addLayout(row, 1);
  connect(clear, &QPushButton::clicked, pad_, &DrawPad::clear);
  connect(pad_, &DrawPad::changed, this, [this] {
    if (pad_->subject() != asked_) showNothing();   // what was said is of another drawing or picture
    asker_->want(0);
  });
  setModel(bridge_.model());
}

void ClassifyPanel::setModel(std::shared_ptr<Model> model) {
  if (model && model == asker_->model()) return;
  asker_->setModel(std::move(model));
  setEnabled(asker_->hasModel());
  showNothing();
  asker_->wantAll();
}

void ClassifyPanel::takeOver(Panel& other) {
  const auto& before = static_cast<ClassifyPanel&>(other);
  pad_->takeOver(*before.pad_);
  asker_->want(0);
}

void ClassifyPanel::showNothing() {
  answer_->setText(tr("Nothing yet"));
  detail_->setText(tr("What you draw is centred and scaled as the pictures of the data are."));
  bars_->setShares({}, {}, Role::discriminator);
}

QString ClassifyPanel::answer() const { return answer_->text(); }

/// Decoded on a thread of its own: a photograph takes a while. What is drawn meanwhile is not taken away.
void ClassifyPanel::openPicture(const QString& file) {
  const auto turn = ++opening_;
  const auto subject = pad_->subject();
  bridge_.follow<Opened>(Job<Opened>::start([file](JobContext&) -> Result<Opened> { return readPicture(file); }), this, [this, file, turn, subject](Result<Opened> opened) {
    if (turn != opening_ || subject != pad_->subject()) return;
    if (!opened) return emit bridge_.failed(toldWhenShown(opened.error().message));
    if (!opened->image.isNull()) return pad_->showPicture(opened->image);
    emit bridge_.failed([name = QFileInfo(file).fileName(), why = opened->problem] { return tr("\"%1\" cannot be opened as a picture: %2.").arg(name, why); });
  });
}

InferenceRequest ClassifyPanel::request() {
  InferenceRequest request;
  auto picture = pad_->picture();
  asked_ = pad_->subject();
  if (!picture.empty()) request.inputs["image"] = std::move(picture);
  return request;
}

void ClassifyPanel::showWrong(const Error& error) {
  showNothing();
  detail_->setText(told(error.message));
}

void ClassifyPanel::take(const InferenceResult& result) {
  if (asked_ != pad_->subject() || pad_->blank()) return;   // of what is no longer there
  if (result.error) return showWrong(*result.error);
  const auto found = result.lists.find("classes");
  if (found == result.lists.end()) return;
  const auto& names = asker_->info().classNames;
  const auto best = [&](const std::vector<double>& shares) {
    const auto at = static_cast<std::size_t>(std::max_element(shares.begin(), shares.end()) - shares.begin());
    return at < names.size() ? told(names[at]) : QString();
  };
  answer_->setText(best(found->second));
  QStringList words{tr("The discriminator after %1 steps, in %2 ms.").arg(QLocale().toString(static_cast<qlonglong>(result.step)), QString::number(result.milliseconds, 'f', 1))};
  if (const auto alone = result.lists.find("classes_alone"); alone != result.lists.end()) words << tr("The classifier that knows the labels alone says %1.").arg(best(alone->second));
  detail_->setText(words.join(QLatin1Char(' ')));
  bars_->setShares(names, found->second, Role::discriminator);
}

void ClassifyPanel::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void ClassifyPanel::dropEvent(QDropEvent* event) {
  const auto urls = event->mimeData()->urls();
  if (!urls.isEmpty() && urls.front().isLocalFile()) openPicture(urls.front().toLocalFile());
}

}  // namespace ganvas::ui
