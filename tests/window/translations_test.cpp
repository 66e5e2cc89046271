// resources/translations/*.ts against what the window and the engine say today: a new string without a translation fails here.
#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTranslator>
#include <QXmlStreamReader>
#include <algorithm>
#include <set>
#include <vector>

#include "engine/worker/engine_factory.hpp"
#include "tests/words/told_words.hpp"

namespace ganvas::test {
namespace {

const QString kRoot = QStringLiteral(GANVAS_SOURCE_DIR);

struct Entry {
  QString context, source, state;
  QStringList translations;   ///< one, or one for each plural form
  bool plural = false;
};

std::vector<Entry> read(const QString& path) {
  QFile file(path);
  EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
  QXmlStreamReader xml(&file);
  std::vector<Entry> all;
  QString context;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    const auto name = xml.name();
    if (name == QLatin1String("name")) context = xml.readElementText();
    if (name == QLatin1String("message")) {
      all.push_back({context, {}, {}, {}, xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes")});
    }
    if (name == QLatin1String("source")) all.back().source = xml.readElementText();
    if (name == QLatin1String("translation")) {
      all.back().state = xml.attributes().value(QLatin1String("type")).toString();
      if (!all.back().plural) all.back().translations << xml.readElementText();
    }
    if (name == QLatin1String("numerusform")) all.back().translations << xml.readElementText();
  }
  EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
  return all;
}

QStringList matches(const QString& text, const char* pattern) {
  QStringList all;
  for (auto it = QRegularExpression(QLatin1String(pattern)).globalMatch(text); it.hasNext();) all << it.next().captured();
  all.sort();
  return all;
}

std::string shown(const Entry& entry) { return entry.context.toStdString() + ": \"" + entry.source.toStdString() + "\" → \"" + entry.translations.join(QStringLiteral(" | ")).toStdString() + "\""; }

QStringList files() { return QDir(kRoot + QStringLiteral("/resources/translations")).entryList({QStringLiteral("ganvas_*.ts")}); }
QString pathOf(const QString& file) { return kRoot + QStringLiteral("/resources/translations/") + file; }
bool isEnglish(const QString& file) { return file == QLatin1String("ganvas_en.ts"); }

/// All that the engine tells, marked for lupdate.
void writeMarked(const QString& path) {
  const auto engine = makeEngine();
  auto words = toldByEngine(*engine);
  words.merge(toldInSentences());
  EXPECT_GT(words.size(), 400U);
  QFile file(path);
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  for (const auto& text : words) {
    auto escaped = QString::fromStdString(text);
    escaped.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    file.write(QStringLiteral("QT_TRANSLATE_NOOP(\"engine\", \"%1\")\n").arg(escaped).toUtf8());
  }
}

TEST(Translations, HoldEveryStringOfWindowAndEngine) {
  ASSERT_TRUE(files().contains(QStringLiteral("ganvas_zh_CN.ts")));
  QTemporaryDir folder;
  const auto marked = folder.filePath(QStringLiteral("engine.cpp"));
  writeMarked(marked);
  for (const auto& name : files()) {
    const auto copy = folder.filePath(name);
    ASSERT_TRUE(QFile::copy(pathOf(name), copy));
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    QStringList arguments{QStringLiteral("-I"), kRoot, QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-disable-heuristic"), QStringLiteral("sametext")};
    if (isEnglish(name)) arguments << QStringLiteral("-pluralonly");
    arguments << kRoot + QStringLiteral("/ui") << kRoot + QStringLiteral("/app/window") << marked << QStringLiteral("-ts") << copy;
    QProcess lupdate;
    lupdate.setProcessChannelMode(QProcess::MergedChannels);
    lupdate.start(QStringLiteral(GANVAS_LUPDATE), arguments);
    ASSERT_TRUE(lupdate.waitForFinished(120000)) << GANVAS_LUPDATE;
    const auto said = QString::fromUtf8(lupdate.readAll());
    ASSERT_EQ(lupdate.exitCode(), 0) << said.toStdString();
    // A string whose class lupdate cannot tell would be looked up elsewhere than where it is kept.
    for (const auto* warning : {"lacks Q_OBJECT", "without context", "unknown namespace"}) EXPECT_FALSE(said.contains(QLatin1String(warning))) << said.toStdString();
    for (const auto& entry : read(copy)) {
      EXPECT_NE(entry.state, QStringLiteral("unfinished")) << name.toStdString() << " lacks " << shown(entry) << "\n(cmake --build … --target translations brings it in)";
      EXPECT_FALSE(entry.state == QLatin1String("vanished") || entry.state == QLatin1String("obsolete")) << name.toStdString() << " has what nobody says any more: " << shown(entry);
    }
  }
}

TEST(Translations, AreFinishedAndKeepWhatIsFilledIn) {
  for (const auto& name : files()) {
    const auto all = read(pathOf(name));
    EXPECT_GE(all.size(), isEnglish(name) ? 3U : 800U) << name.toStdString();
    for (const auto& entry : all) {
      EXPECT_TRUE(entry.state.isEmpty()) << name.toStdString() << ": " << shown(entry);
      ASSERT_FALSE(entry.translations.isEmpty()) << name.toStdString() << ": " << shown(entry);
      for (const auto& text : entry.translations) {
        EXPECT_FALSE(text.trimmed().isEmpty()) << shown(entry);
        const char* places = "%L?[1-9]|%n|<[^>]+>|\\{[a-z]+\\}|\\*\\.[a-z]+";
        EXPECT_EQ(matches(text, places), matches(entry.source, places)) << name.toStdString() << ": " << shown(entry);
        const char* mnemonic = "&(?=[A-Za-z0-9])";
        EXPECT_EQ(matches(text, mnemonic).size(), matches(entry.source, mnemonic).size()) << shown(entry);
        constexpr int kLongestAction = 40;   // of a menu: the dots say that a question follows
        if (entry.source.size() <= kLongestAction) {
          EXPECT_EQ(text.endsWith(QStringLiteral("…")), entry.source.endsWith(QStringLiteral("…"))) << shown(entry);
        }
      }
    }
  }
}

/// A translation that is the source again is one that was forgotten, unless it is a name.
TEST(Translations, AreInTheirOwnLetters) {
  const QRegularExpression letters(QStringLiteral("[\\x{4e00}-\\x{9fff}]"));
  const std::set<QString> names = {
      QStringLiteral("Ganvas"), QStringLiteral("DCGAN"), QStringLiteral("InfoGAN"), QStringLiteral("EMA"), QStringLiteral("Adam β1"), QStringLiteral("Adam β2"),
      QStringLiteral("float32"), QStringLiteral("bfloat16"), QStringLiteral("Esc"), QStringLiteral("Maxout"), QStringLiteral("Leaky ReLU"), QStringLiteral("ReLU"), QStringLiteral("Tanh"), QStringLiteral("GPL-3.0-or-later"), QStringLiteral("epoch %1"),
      QStringLiteral("sample.png"), QStringLiteral("samples.png"), QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("AB"), QStringLiteral("Fashion-MNIST"),
      QStringLiteral("null"), QStringLiteral("MIT"), QStringLiteral("Tab, Shift+Tab"), QStringLiteral("Dirac-GAN"), QStringLiteral("Dirac-WGAN"), QStringLiteral("Enter"), QStringLiteral("Home, End"), QStringLiteral("epochs"), QStringLiteral("nats")};
  for (const auto& entry : read(pathOf(QStringLiteral("ganvas_zh_CN.ts")))) {
    if (matches(entry.source, "[A-Za-z]{2,}").isEmpty() || names.contains(entry.source)) continue;
    const auto bare = QString(entry.source).remove(QRegularExpression(QStringLiteral("%[0-9n]|MB|GB|CC BY-SA|GPL|OFL|Apache|log")));
    if (matches(bare, "[A-Za-z]{2,}").isEmpty()) continue;
    EXPECT_TRUE(letters.match(entry.translations.value(0)).hasMatch()) << shown(entry);
  }
}

TEST(Translations, AreBuiltIn) {
  QTranslator chinese;
  ASSERT_TRUE(chinese.load(QStringLiteral(":/translations/ganvas_zh_CN.qm")));
  const auto engine = makeEngine();
  auto words = toldByEngine(*engine);
  words.merge(toldInSentences());
  for (const auto& text : words) EXPECT_FALSE(chinese.translate("engine", text.c_str()).isEmpty()) << text;
}

}  // namespace
}  // namespace ganvas::test
