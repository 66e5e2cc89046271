// A model that says what a test tells it and remembers what it was asked, and an engine that opens it.
#pragma once

#include <QTest>
#include <memory>
#include <mutex>

#include "tests/ui/bridge/fake_engine.hpp"
#include "ui/bridge/bridge.hpp"

namespace ganvas::test {

class ScriptedModel : public Model {
 public:
  ModelInfo info() const override { return facts; }
  void request(InferenceRequest request) override {
    asked.push_back(request);
    if (!answer) return;
    auto result = answer(request);
    result.revision = request.revision;
    result_ = std::move(result);
  }
  std::optional<InferenceResult> take() override { return std::exchange(result_, std::nullopt); }

  ModelInfo facts;
  std::vector<InferenceRequest> asked;                                     // GUI thread only, as the bridge is
  std::function<InferenceResult(const InferenceRequest&)> answer;

 private:
  std::optional<InferenceResult> result_;
};

class ScriptedEngine : public FakeEngine {
 public:
  explicit ScriptedEngine(std::shared_ptr<ScriptedModel> model) : model_(std::move(model)) {}
  std::shared_ptr<Job<std::shared_ptr<Model>>> openModel(const std::string&) override {
    return Job<std::shared_ptr<Model>>::start([model = model_](JobContext&) -> Result<std::shared_ptr<Model>> { return std::shared_ptr<Model>(model); });
  }

 private:
  std::shared_ptr<ScriptedModel> model_;
};

/// As many grey tiles as latents were asked for.
inline InferenceResult greyTiles(const InferenceRequest& request) {
  InferenceResult result;
  const auto latent = request.inputs.find("latent");
  if (latent == request.inputs.end()) return result;
  const int count = static_cast<int>(std::get<std::vector<LatentRecipe>>(latent->second).size());
  const int columns = request.columns > 0 ? request.columns : count, rows = (count + columns - 1) / columns;
  result.images["samples"] = {5, columns, rows, 2, 2, count, {columns * 2, rows * 2, std::make_shared<std::vector<std::uint8_t>>(static_cast<std::size_t>(columns * rows) * 16, 128)}};
  return result;
}

}  // namespace ganvas::test
