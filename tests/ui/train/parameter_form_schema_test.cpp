// The form against the schema that it is made from: for every family and every parameter, right type, range, default, words.
// Compiled twice: with the fake engine's schemas, which have all that a schema can have, and with those of the real families.
#include <gtest/gtest.h>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/train/schema_source.hpp"
#include "ui/train/parameter_editors.hpp"
#include "ui/train/parameter_field.hpp"
#include "ui/train/parameter_form.hpp"
#include "ui/train/parameter_section.hpp"

namespace ganvas::test {
namespace {

using namespace ui;

/// test(form, parameter) for every parameter of every family, in one form per family.
template <class Test>
void forEachParameter(Test test) {
  const auto source = schemaSource();
  for (const auto& family : source->families()) {
    ParameterForm form;
    form.setSchema(source->schema(family.name).value());
    for (const auto& parameter : form.schema().parameters()) {
      SCOPED_TRACE(family.name + "." + parameter.key);
      test(form, parameter);
    }
  }
}

TEST(ParameterFormSchema, EveryParameterOfEveryFamilyHasItsField) {
  const auto source = schemaSource();
  auto& engine = *source;
  for (const auto& family : engine.families()) {
    const auto schema = engine.schema(family.name);
    ASSERT_TRUE(schema);
    ParameterForm form;
    form.setSchema(*schema);
    EXPECT_EQ(form.values(), schema->defaults());
    std::size_t fields = 0;
    for (const auto* section : form.sections()) fields += section->fields().size();
    EXPECT_EQ(fields, schema->parameters().size());
    for (const auto& parameter : schema->parameters()) {
      SCOPED_TRACE(family.name + "." + parameter.key);
      const auto* field = form.field(QString::fromStdString(parameter.key));
      ASSERT_NE(field, nullptr);
      EXPECT_EQ(field->editor().value(), parameter.defaultValue);
      EXPECT_EQ(field->editor().value().index(), parameter.defaultValue.index());
      EXPECT_FALSE(field->changed());
      EXPECT_TRUE(field->toolTip().contains(QString::fromStdString(parameter.help).toHtmlEscaped()));
      EXPECT_TRUE(field->toolTip().contains(QString::fromStdString(parameter.paper).toHtmlEscaped()));
      EXPECT_TRUE(field->editor().focusTarget()->whatsThis().contains(QString::fromStdString(parameter.help).toHtmlEscaped()));
      EXPECT_TRUE(field->editor().focusTarget()->accessibleName().startsWith(QString::fromStdString(parameter.title)));
      EXPECT_FALSE(field->editor().focusTarget()->accessibleDescription().isEmpty());
    }
  }
}

TEST(ParameterFormSchema, EachTypeHasTheRightWidget) {
  forEachParameter([](ParameterForm& form, const Parameter& parameter) {
    const auto* field = form.field(QString::fromStdString(parameter.key));
    switch (parameter.type) {
      case ParameterType::boolean: EXPECT_NE(field->findChild<QCheckBox*>(), nullptr); break;
      case ParameterType::integer:
      case ParameterType::real: EXPECT_NE(field->findChild<QAbstractSpinBox*>(), nullptr); break;
      case ParameterType::text: EXPECT_NE(field->findChild<QLineEdit*>(), nullptr); break;
      case ParameterType::choice: {
        if (const auto* combo = field->findChild<QComboBox*>()) {
          ASSERT_EQ(combo->count(), static_cast<int>(parameter.choices.size()));
          for (int i = 0; i < combo->count(); ++i) EXPECT_EQ(combo->itemText(i).toStdString(), parameter.choices[i].title);
        } else {
          const auto segments = field->findChildren<SegmentButton*>();
          ASSERT_EQ(segments.size(), static_cast<qsizetype>(parameter.choices.size()));
          EXPECT_LE(segments.size(), 3);
          for (int i = 0; i < segments.size(); ++i) EXPECT_EQ(segments[i]->text().toStdString(), parameter.choices[i].title);
        }
        for (const auto& choice : parameter.choices) {
          field->editor().setValue(choice.key);
          EXPECT_EQ(field->editor().value(), Value(choice.key));
        }
        break;
      }
    }
  });
}

TEST(ParameterFormSchema, BoundsAreThoseOfTheSchema) {
  forEachParameter([](ParameterForm& form, const Parameter& parameter) {
    if (!parameter.minimum || !parameter.maximum) return;
    for (const auto& condition : parameter.enabledIf)   // a greyed field takes no keys
      form.setValues({{condition.key, form.schema().parse(condition.key, condition.values.front()).value()}}, {});
    auto& editor = form.field(QString::fromStdString(parameter.key))->editor();
    auto* line = editor.findChild<QLineEdit*>();
    const auto put = [&](double number) {
      line->clear();
      QTest::keyClicks(line, QString::number(number, 'g', 17));
      editor.commit();
    };
    for (const double bound : {*parameter.minimum, *parameter.maximum}) {
      put(bound);
      EXPECT_TRUE(editor.textError().isEmpty()) << bound;
      const auto value = form.values().at(parameter.key);
      EXPECT_EQ(value.index() == 1 ? double(std::get<std::int64_t>(value)) : std::get<double>(value), bound);
    }
    put(*parameter.minimum - 1);
    EXPECT_FALSE(editor.textError().isEmpty());
    put(*parameter.maximum + 1);
    EXPECT_FALSE(editor.textError().isEmpty());
  });
}

// What the form holds is what a preset file takes and gives back, every value at the end of its range.
TEST(ParameterFormSchema, APresetKeepsWhatTheFormHolds) {
  const auto source = schemaSource();
  QTemporaryDir folder;
  for (const auto& family : source->families()) {
    ParameterForm form;
    form.setSchema(source->schema(family.name).value());
    Values changed;
    for (const auto& parameter : form.schema().parameters()) {
      if (parameter.type == ParameterType::choice) changed[parameter.key] = parameter.choices.back().key;
      if (parameter.type == ParameterType::boolean) changed[parameter.key] = !std::get<bool>(parameter.defaultValue);
      if (parameter.type == ParameterType::integer && parameter.maximum) changed[parameter.key] = static_cast<std::int64_t>(*parameter.maximum);
      if (parameter.type == ParameterType::real && parameter.maximum) changed[parameter.key] = *parameter.maximum;
    }
    form.setValues(changed, asTheyAre(QStringLiteral("All at once")));
    const auto file = folder.filePath(QString::fromStdString(family.name) + QStringLiteral(".json")).toStdString();
    PresetInfo info;
    info.family = family.name;
    info.title = "Everything";
    ASSERT_TRUE(source->savePreset(file, info, form.values()));
    const auto loaded = source->loadPreset(file);
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(*loaded, form.values()) << family.name;
  }
}

}  // namespace
}  // namespace ganvas::test
