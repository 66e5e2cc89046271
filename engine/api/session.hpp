// One training run while it runs.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/api/family.hpp"
#include "engine/api/frame.hpp"
#include "engine/api/model.hpp"
#include "engine/api/result.hpp"
#include "engine/api/schema.hpp"

namespace ganvas {

namespace command {
struct Pause {};
struct Resume {};
struct StepRound {};                                    ///< one round, then pause
struct StepPhase {};                                    ///< one phase of the round, then pause
struct StepBack { std::int64_t rounds = 1; };           ///< to what was so many rounds ago, bit for bit, paused; a round that has begun counts
struct GoTo { std::int64_t step = 0; };                 ///< to what was, or will be, after this round; paused once there
struct Stop {};                                         ///< finish the round, checkpoint, end
struct Reset {};                                        ///< back to the same initial weights and seeds, paused; the old log is kept aside
struct Checkpoint {};
struct SetParameter { std::string key; Value value; };  ///< live parameters only; recorded in edits.jsonl
struct Evaluate { std::vector<std::string> metrics; int samples = 0; };  ///< empty: all; 0: the metric's own count
struct NewLatents { std::uint64_t seed = 0; };          ///< preview latents of the sample grid from now on
}  // namespace command

using Command = std::variant<command::Pause, command::Resume, command::StepRound, command::StepPhase, command::StepBack, command::GoTo, command::Stop,
                             command::Reset, command::Checkpoint, command::SetParameter, command::Evaluate, command::NewLatents>;

/// One point of a curve.
struct Scalar {
  std::int64_t step = 0;
  std::string tag;
  double value = 0;
};

/// A parameter that was changed while the run ran.
struct Edit {
  std::int64_t step = 0;
  std::string key;
  Value from;
  Value to;
};

enum class SessionState { preparing, running, paused, stopping, finished, failed };
const char* toString(SessionState state);

/// An update of one player, as it was made: what it minimised, in words and numbers.
struct PlayedPhase {
  Sentence name;                                        ///< "discriminator 1 of 2"
  Role player = Role::none;                             ///< of the module that learned
  std::string formula;                                  ///< of its loss, in the field's notation; empty where it is not told
  std::vector<double> addends;                          ///< what the formula adds up, in its order, before the update
  std::vector<std::pair<std::string, double>> terms;    ///< curve tag → value: loss, outputs, norm of the gradient
  bool operator==(const PlayedPhase&) const = default;
};

struct SessionStatus {
  SessionState state = SessionState::preparing;
  Sentence activity;               ///< what is being done besides training ("Reading Fashion-MNIST"), or empty
  double activityFraction = -1;    ///< 0..1 or negative
  std::int64_t step = 0;
  std::int64_t totalSteps = 0;     ///< 0: until stopped
  double epoch = 0;
  double seconds = 0;              ///< trained, over all resumptions
  double imagesPerSecond = 0;
  double secondsLeft = -1;         ///< negative: not known
  Sentence phase;                  ///< of the round, where it is paused between phases
  std::optional<PlayedPhase> played;   ///< while it is stepped: the last phase
  std::string device;
  std::int64_t memoryBytes = 0;    ///< resident
  std::string stoppedBy;           ///< "steps", "epochs", "minutes", "signal" (asked to stop), once finished
};

enum class NoticeLevel { info, warning, error };

struct Notice {
  NoticeLevel level = NoticeLevel::info;
  std::int64_t step = 0;
  Sentence message;
  std::string key;                 ///< the parameter that it is about, or empty
};

/// Lives as long as somebody holds it; destroying it stops the run as command::Stop does and waits for it.
/// Methods never wait for the trainer; any thread may call them. What is taken is gone: one consumer.
/// Where a run goes back, status().step falls: what was told of later rounds did not happen any more, and values() are what they were then.
class Session {
 public:
  virtual ~Session() = default;

  virtual std::string folder() const = 0;
  virtual std::string family() const = 0;              ///< its name
  virtual std::string data() const = 0;                ///< catalogue name or path
  virtual const Schema& schema() const = 0;
  virtual Values values() const = 0;                   ///< resolved, with the edits made so far
  virtual std::vector<SeriesInfo> series() const = 0;  ///< what curves this run draws (metrics included)

  virtual void send(Command command) = 0;
  virtual SessionStatus status() const = 0;
  virtual std::vector<Scalar> takeScalars() = 0;       ///< lossless, in order
  virtual std::optional<TileGrid> takeSamples() = 0;   ///< newest wins
  virtual std::vector<Edit> takeEdits() = 0;           ///< lossless
  virtual std::vector<Notice> takeNotices() = 0;       ///< lossless
  virtual std::shared_ptr<Model> model() = 0;          ///< inference beside the training; null until networks exist
  /// Waits until the run has ended. Not for the window's thread.
  virtual Result<SessionStatus> wait() = 0;
};

}  // namespace ganvas
