// A value or the sentence that says why there is none. Pure; any thread.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

#include "engine/api/sentence.hpp"

namespace ganvas {

/// What went wrong, coarse enough to choose an exit code and an icon.
enum class ErrorKind {
  usage,      ///< the caller asked for something that does not exist (exit code 2)
  input,      ///< a file or picture from outside is not what it should be
  missing,    ///< a file, folder or data set is not there
  storage,    ///< reading or writing failed: full disk, no permission
  device,     ///< the compute device is not there or gave up
  memory,     ///< not enough memory
  numeric,    ///< NaN or infinity in a loss
  cancelled,  ///< the person stopped it
  internal    ///< a bug; the log has the details
};

/// `message` is one or two sentences for a person: what, which file or field, what to do.
/// `detail` is for the log only.
struct Error {
  ErrorKind kind = ErrorKind::internal;
  Sentence message;
  std::string detail;
};

/// 2 for wrong usage, 1 for work that failed.
inline int exitCode(const Error& error) { return error.kind == ErrorKind::usage ? 2 : 1; }

/// Thrown where an Error has to cross code that cannot return a Result (a torch callback, a parser);
/// caught where that code was called. Never crosses a layer.
class ErrorException : public std::runtime_error {
 public:
  explicit ErrorException(Error error) : std::runtime_error(error.message.text()), error_(std::move(error)) {}
  const Error& error() const { return error_; }

 private:
  Error error_;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}       // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}   // NOLINT(google-explicit-constructor)

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  T& value() & { require(); return std::get<T>(state_); }
  const T& value() const& { require(); return std::get<T>(state_); }
  /// By value: `for (x : f().value())` must not look into a temporary that is gone.
  T value() && { require(); return std::get<T>(std::move(state_)); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T operator*() && { return std::move(*this).value(); }

  const Error& error() const { return std::get<Error>(state_); }

 private:
  void require() const { if (!ok()) throw ErrorException(error()); }
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor)
  bool ok() const { return !error_.has_value(); }
  explicit operator bool() const { return ok(); }
  const Error& error() const { return *error_; }
  void value() const { if (error_) throw ErrorException(*error_); }

 private:
  std::optional<Error> error_;
};

}  // namespace ganvas
