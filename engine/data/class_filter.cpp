#include "engine/data/class_filter.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "engine/data/words.hpp"

namespace ganvas {
namespace {

constexpr std::size_t kNamesListed = 40;  ///< a folder may have a thousand classes; nobody reads that many

Sentence listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < kNamesListed; ++i) text += (i ? ", " : "") + names[i];
  return names.size() > kNamesListed ? sentence("%1 and %2 more", text, grouped(std::int64_t(names.size() - kNamesListed)))
                                     : Sentence(text);
}

Result<std::set<int>> chosenLabels(const DatasetInfo& info, const std::vector<std::string>& classes) {
  const auto title = info.title.empty() ? inQuotes(info.name) : info.title;
  if (info.classNames.empty())
    return Error{ErrorKind::usage,
                 sentence("%1 has no classes, so none can be chosen. Give no classes, or choose data whose pictures have labels.", title),
                 {}};
  std::set<int> labels;
  for (const auto& text : classes) {
    const int label = classMeant(info.classNames, text);
    if (label < 0)
      return Error{
          ErrorKind::usage, sentence("There is no class %1 in %2. Choose among: %3.", inQuotes(text), title, listed(info.classNames)), {}};
    labels.insert(label);
  }
  return labels;
}

DatasetInfo withClasses(DatasetInfo info, const std::set<int>& labels) {
  std::vector<std::string> names;
  for (const int label : labels) names.push_back(info.classNames[std::size_t(label)]);
  info.classNames = std::move(names);
  return info;
}

/// A source seen through the list of samples that are kept, which is in the source's own order.
class FilteredSource final : public PictureSource {
 public:
  FilteredSource(std::unique_ptr<PictureSource> source, const std::set<int>& labels)
      : source_(std::move(source)), info_(withClasses(source_->info(), labels)), labels_(labels.begin(), labels.end()) {
    const auto training = source_->count() - source_->testCount();
    for (std::int64_t i = 0; i < source_->count(); ++i) {
      if (!labels.contains(source_->facts(i).label)) continue;
      kept_.push_back(i);
      testCount_ += i >= training;
    }
    info_.count = count() - testCount_;
    identity_ = source_->identity() + "\nclasses";
    for (const int label : labels_) identity_ += ' ' + std::to_string(label);
  }

  const DatasetInfo& info() const override { return info_; }
  const std::string& identity() const override { return identity_; }
  std::int64_t count() const override { return std::int64_t(kept_.size()); }
  std::int64_t testCount() const override { return testCount_; }
  const std::vector<Sentence>& warnings() const override { return source_->warnings(); }
  std::int64_t chunk() const override { return source_->chunk(); }
  void rewind() override { source_->rewind(); }
  DecodedPicture sample(std::int64_t index) const override { return source_->sample(inSource(index)); }

  SampleFacts facts(std::int64_t index) const override {
    auto facts = source_->facts(inSource(index));
    facts.label = int(std::ranges::lower_bound(labels_, facts.label) - labels_.begin());
    return facts;
  }

  Result<PictureShape> shape(const PictureOptions& options, const JobContext& job, std::span<const std::int64_t> samples) override {
    if (samples.empty()) return source_->shape(options, job, kept_);
    std::vector<std::int64_t> those;
    for (const auto index : samples) those.push_back(inSource(index));
    return source_->shape(options, job, those);
  }

  /// Classes that lie far apart in the files must not make everything between them ready at once.
  Result<std::int64_t> advance(std::int64_t first, std::int64_t most) override {
    const auto begin = inSource(first), end = begin + source_->chunk();
    std::int64_t count = 1;
    while (count < most && inSource(first + count) < end) ++count;
    const auto ready = source_->advance(begin, inSource(first + count - 1) - begin + 1);
    if (!ready) return ready;
    while (inSource(first + count - 1) >= begin + *ready) --count;
    return count;
  }

 private:
  std::int64_t inSource(std::int64_t index) const { return kept_[std::size_t(index)]; }

  std::unique_ptr<PictureSource> source_;
  DatasetInfo info_;
  std::vector<int> labels_;  ///< of the source, by the new label
  std::vector<std::int64_t> kept_;
  std::int64_t testCount_ = 0;
  std::string identity_;
};

}  // namespace

int classMeant(const std::vector<std::string>& names, std::string_view text) {
  const auto begin = text.find_first_not_of(' ');
  text = begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
  const auto wanted = lower(std::string(text));
  const auto at = std::ranges::find(names, wanted, lower);
  if (at != names.end()) return int(at - names.begin());
  int number = -1;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = !text.empty() && read.ec == std::errc() && read.ptr == text.data() + text.size();
  return whole && number >= 0 && number < int(names.size()) ? number : -1;
}

Result<std::unique_ptr<PictureSource>> onlyClasses(std::unique_ptr<PictureSource> source, const std::vector<std::string>& classes) {
  if (classes.empty()) return source;
  const auto labels = chosenLabels(source->info(), classes);
  if (!labels) return labels.error();
  if (labels->size() == source->info().classNames.size()) return source;
  auto filtered = std::make_unique<FilteredSource>(std::move(source), *labels);
  if (filtered->count() == filtered->testCount())
    return Error{ErrorKind::usage,
                 sentence("%1 holds no pictures to train with of %2. Choose other classes.", inQuotes(filtered->info().path),
                          listed(filtered->info().classNames)),
                 {}};
  return std::unique_ptr<PictureSource>(std::move(filtered));
}

}  // namespace ganvas
