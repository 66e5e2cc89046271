#include "engine/tensor/checkpoint.hpp"

#include <charconv>
#include <cstring>

#include "engine/core/run_folder.hpp"
#include "engine/core/safetensors.hpp"

namespace ganvas {
namespace {

Dtype dtypeOf(torch::ScalarType type) {
  switch (type) {
    case torch::kFloat64: return Dtype::f64;
    case torch::kFloat32: return Dtype::f32;
    case torch::kFloat16: return Dtype::f16;
    case torch::kBFloat16: return Dtype::bf16;
    case torch::kInt64: return Dtype::i64;
    case torch::kInt32: return Dtype::i32;
    case torch::kInt16: return Dtype::i16;
    case torch::kInt8: return Dtype::i8;
    case torch::kUInt8: return Dtype::u8;
    case torch::kBool: return Dtype::boolean;
    default: throw std::logic_error("no safetensors type for this tensor");
  }
}

torch::ScalarType scalarTypeOf(Dtype type) {
  switch (type) {
    case Dtype::f64: return torch::kFloat64;
    case Dtype::f32: return torch::kFloat32;
    case Dtype::f16: return torch::kFloat16;
    case Dtype::bf16: return torch::kBFloat16;
    case Dtype::i64: return torch::kInt64;
    case Dtype::i32: return torch::kInt32;
    case Dtype::i16: return torch::kInt16;
    case Dtype::i8: return torch::kInt8;
    case Dtype::u8: return torch::kUInt8;
    case Dtype::boolean: return torch::kBool;
  }
  throw std::logic_error("unknown dtype");
}

StoredTensor stored(const torch::Tensor& tensor) {
  const auto flat = tensor.detach().to(torch::kCPU).contiguous();
  StoredTensor out{dtypeOf(flat.scalar_type()), flat.sizes().vec(), std::vector<std::byte>(flat.nbytes())};
  if (flat.nbytes() > 0) std::memcpy(out.bytes.data(), flat.data_ptr(), flat.nbytes());
  return out;
}

torch::Tensor restored(const StoredTensor& stored) {
  auto tensor = torch::empty(stored.shape, scalarTypeOf(stored.dtype));
  if (tensor.nbytes() > 0) std::memcpy(tensor.data_ptr(), stored.bytes.data(), tensor.nbytes());
  return tensor;
}

template <class T>
std::optional<T> number(const std::map<std::string, std::string>& metadata, const std::string& key) {
  const auto found = metadata.find(key);
  if (found == metadata.end()) return std::nullopt;
  T value{};
  const auto& text = found->second;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

Result<void> writeCheckpoint(Storage& storage, const std::filesystem::path& file, const Checkpoint& checkpoint) {
  SafetensorsFile out;
  out.metadata = {{"format", "ganvas-1"}, {"family", checkpoint.family}, {"step", std::to_string(checkpoint.step)}, {"seconds", toString(Value{checkpoint.seconds})}};
  for (const auto& [name, tensor] : checkpoint.tensors) out.tensors.emplace(name, stored(tensor));
  return writeSafetensors(storage, file, out);
}

Result<Checkpoint> readCheckpoint(const std::filesystem::path& file) {
  auto read = readSafetensors(file);
  if (!read) return read.error();
  const auto step = number<std::int64_t>(read->metadata, "step");
  const auto seconds = number<double>(read->metadata, "seconds");
  if (read->metadata["format"] != "ganvas-1" || !step || *step < 0 || !seconds)
    return Error{ErrorKind::input, sentence("\"%1\" is a safetensors file, but not a checkpoint of Ganvas.", file.string()), {}};
  Checkpoint checkpoint{read->metadata["family"], *step, *seconds, {}};
  for (auto& [name, tensor] : read->tensors) {
    checkpoint.tensors.emplace(name, restored(tensor));
    tensor.bytes = {};
  }
  return checkpoint;
}

Result<Checkpoint> newestCheckpoint(const std::filesystem::path& folder, const std::string& family, Sentence& note) {
  const auto steps = checkpointSteps(folder);
  if (steps.empty()) return Error{ErrorKind::missing, sentence("The run \"%1\" has no checkpoint yet, so there is nothing to go on from.", folder.string()), {}};
  std::optional<Error> first;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    const auto file = checkpointPath(folder, *step);
    auto checkpoint = readCheckpoint(file);
    if (checkpoint && checkpoint->family != family)
      return Error{ErrorKind::input, sentence("\"%1\" holds networks of family \"%2\", but the run's config.json says \"%3\".", file.string(), checkpoint->family, family), {}};
    if (checkpoint) {
      if (first) note = sentence("%1 Going on from the one before it, round %2.", first->message, *step);
      return checkpoint;
    }
    if (!first) first = checkpoint.error();
  }
  return *first;
}

NamedTensors weightsFrom(const NamedTensors& tensors, bool averaged) {
  NamedTensors weights;
  for (const auto& [name, tensor] : tensors) {
    if (name.rfind("ema.", 0) == 0 || name.rfind("optim.", 0) == 0 || name.rfind("rng.", 0) == 0 || name.rfind("data.", 0) == 0) continue;
    const auto ema = averaged ? tensors.find("ema." + name) : tensors.end();
    weights.emplace(name, ema != tensors.end() ? ema->second : tensor);
  }
  return weights;
}

}  // namespace ganvas
