#include "ui/train/parameter_undo.hpp"

namespace ganvas::ui {

ParameterEdit::ParameterEdit(Words text, QString key, int gesture, Values before, Values after, Apply apply)
    : QUndoCommand(text ? text() : QString()),
      words_(std::move(text)),
      key_(std::move(key)),
      gesture_(gesture),
      before_(std::move(before)),
      after_(std::move(after)),
      apply_(std::move(apply)) {}

ParameterEdit::ParameterEdit(const ParameterEdit& other, Apply apply)
    : ParameterEdit(other.words_, other.key_, other.gesture_, other.before_, other.after_, std::move(apply)) {}

int ParameterEdit::id() const {
  constexpr int kNeverMerges = -1, kParameterEdit = 1;
  return gesture_ == 0 ? kNeverMerges : kParameterEdit;
}

void ParameterEdit::redo() { apply_(after_, key_); }

void ParameterEdit::undo() { apply_(before_, key_); }

bool ParameterEdit::mergeWith(const QUndoCommand* other) {
  const auto* later = static_cast<const ParameterEdit*>(other);   // the stack asks only where the ids agree
  if (later->key_ != key_ || later->gesture_ != gesture_) return false;
  after_ = later->after_;
  setObsolete(after_ == before_);
  return true;
}

}  // namespace ganvas::ui
