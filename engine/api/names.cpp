#include <cstddef>

#include "engine/api/data.hpp"
#include "engine/api/family.hpp"
#include "engine/api/quote.hpp"
#include "engine/api/schema.hpp"
#include "engine/api/session.hpp"

namespace ganvas {

const char* toString(ParameterType type) {
  switch (type) {
    case ParameterType::boolean:
      return "boolean";
    case ParameterType::integer:
      return "integer";
    case ParameterType::real:
      return "real";
    case ParameterType::choice:
      return "choice";
    case ParameterType::text:
      return "text";
  }
  return "";
}

const char* toString(DataKind kind) {
  switch (kind) {
    case DataKind::images:
      return "images";
    case DataKind::labelled:
      return "labelled";
    case DataKind::pairs:
      return "pairs";
    case DataKind::points:
      return "points";
    case DataKind::captions:
      return "captions";
    case DataKind::sequence:
      return "sequence";
  }
  return "";
}

const char* toString(Field field) {
  switch (field) {
    case Field::image:
      return "image";
    case Field::label:
      return "label";
    case Field::text:
      return "text";
    case Field::points:
      return "points";
    case Field::sequence:
      return "sequence";
    case Field::landmarks:
      return "landmarks";
    case Field::group:
      return "group";
  }
  return "";
}

const char* toString(Fit fit) {
  switch (fit) {
    case Fit::crop:
      return "crop";
    case Fit::pad:
      return "pad";
    case Fit::stretch:
      return "stretch";
  }
  return "";
}

const char* toString(AuditIssue issue) {
  switch (issue) {
    case AuditIssue::unreadable:
      return "unreadable";
    case AuditIssue::tooSmall:
      return "too small";
    case AuditIssue::duplicate:
      return "duplicate";
    case AuditIssue::wrongChannels:
      return "other channel count";
    case AuditIssue::overLarge:
      return "over-large";
  }
  return "";
}

const std::vector<SketchStyleInfo>& sketchStyles() {
  static const std::vector<SketchStyleInfo> styles{
      {SketchStyle::canny, "canny", "Edges"}, {SketchStyle::dog, "dog", "Dark lines"}, {SketchStyle::contour, "contour", "Outline only"},
      {SketchStyle::thick, "thick", "Broad pen"}, {SketchStyle::thin, "thin", "Fine pen"}, {SketchStyle::wobbly, "wobbly", "Unsteady hand"},
      {SketchStyle::mixed, "mixed", "Mixed"}};
  return styles;
}

const char* toString(Role role) {
  switch (role) {
    case Role::none:
      return "none";
    case Role::generator:
      return "generator";
    case Role::discriminator:
      return "discriminator";
    case Role::encoder:
      return "encoder";
    case Role::frozen:
      return "frozen";
    case Role::real:
      return "real";
  }
  return "";
}

const char* toString(SessionState state) {
  switch (state) {
    case SessionState::preparing:
      return "preparing";
    case SessionState::running:
      return "running";
    case SessionState::paused:
      return "paused";
    case SessionState::stopping:
      return "stopping";
    case SessionState::finished:
      return "finished";
    case SessionState::failed:
      return "failed";
  }
  return "";
}

std::string inQuotes(std::string_view text) {
  constexpr std::size_t kLongest = 400;
  std::size_t end = text.size();
  if (end > kLongest) {
    end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;  // back to the start of a character
  }
  std::string out = "\"";
  for (const char c : text.substr(0, end)) out += (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) ? '?' : c;
  if (end < text.size()) out += "…";
  return out + "\"";
}

}  // namespace ganvas
