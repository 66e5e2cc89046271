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
  /// Answers the newest request, which was left without an answer, as `make` says.
  void answerLast(const std::function<InferenceResult(const InferenceRequest&)>& make) {
    result_ = make(asked.back());
    result_->revision = asked.back().revision;
  }

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
    ++opened;
    return Job<std::shared_ptr<Model>>::start([model = model_](JobContext&) -> Result<std::shared_ptr<Model>> { return std::shared_ptr<Model>(model); });
  }

  int opened = 0;   // GUI thread only

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

inline const std::vector<double>& numbers(const InferenceRequest& request, const char* name) { return std::get<std::vector<double>>(request.inputs.at(name)); }

/// D is 0.25 in the left half of the plane and 0.75 in the right, D* one half everywhere.
inline InferenceResult plane(const InferenceRequest& request) {
  const auto& view = numbers(request, "view");
  const auto columns = static_cast<int>(view[view.size() - 2]), rows = static_cast<int>(view.back());
  InferenceResult result;
  result.lists["view"] = view.size() == 6 ? std::vector<double>(view.begin(), view.begin() + 4) : std::vector<double>{-2, 2, -2, 2};
  for (int i = 0; i < columns * rows; ++i) {
    result.lists["d"].push_back(i % columns < columns / 2 ? 0.25 : 0.75);
    result.lists["d_star"].push_back(0.5);
    result.lists["p_data"].push_back(1);
    result.lists["p_g"].push_back(2);
  }
  result.lists["fake"] = {0, 0, 1, 1};
  result.lists["real"] = {-1, -1};
  result.lists["gradients"] = {1, 0, 0, 1};
  result.scalars = {{"value", -1.25}, {"js", 0.125}, {"modes", 7}};
  return result;
}

/// A model that can be used in every way there is, and names every picture an owl.
inline std::shared_ptr<ScriptedModel> manifoldModel(const std::string& folder) {
  auto model = std::make_shared<ScriptedModel>();
  model->facts.family.name = "dcgan";
  model->facts.family.title = "DCGAN";
  model->facts.family.interactions = {"class", "codes", "classify", "field", "latent", "neighbours"};
  model->facts.folder = folder;
  model->facts.classNames = {"cat", "dog", "owl"};
  model->facts.codes = {{"category", 4}, {"code1", 0}, {"code2", 0}};
  model->facts.hasEma = true;
  model->facts.directionShares = {0.3, 0.2};
  model->answer = [](const InferenceRequest& request) {
    if (request.inputs.contains("view")) return plane(request);
    if (!request.inputs.contains("image")) return greyTiles(request);
    InferenceResult result;
    result.lists["classes"] = {0.1, 0.2, 0.7};
    return result;
  };
  return model;
}

}  // namespace ganvas::test
