// Looks at every picture of a data set and lists what a person may want to mend.
#include <algorithm>
#include <map>

#include "engine/data/picture_set.hpp"
#include "engine/data/picture_source.hpp"
#include "engine/data/point_set.hpp"
#include "engine/data/words.hpp"

namespace ganvas {
namespace {

constexpr int kSmallestSide = 8;

std::string sizeText(int width, int height) { return std::to_string(width) + "×" + std::to_string(height) + " px"; }

/// What is kept of one picture until all were seen.
struct Seen {
  std::optional<PictureProblem> problem;
  int width = 0, height = 0, channels = 0;
  Digest digest;
};

class Auditor {
 public:
  Auditor(const PictureSource& source, const PictureOptions& options)
      : source_(source), options_(options), seen_(std::size_t(source.count())) {}

  void look(std::int64_t index, DecodedPicture sample) {
    auto& seen = seen_[std::size_t(index)];
    seen.problem = std::move(sample.problem);
    if (seen.problem) return;
    seen = {std::nullopt, sample.picture.width, sample.picture.height, sample.storedChannels, contentDigest(sample.picture)};
  }

  AuditReport report() {
    const bool allSmall = everyOneTooSmall();
    const int usual = usualChannels();
    std::map<Digest, std::int64_t> firstOf;
    AuditReport report;
    report.checked = std::int64_t(seen_.size());
    if (allSmall)
      report.findings.push_back(
          {AuditIssue::tooSmall, sentence("all pictures"),
           sentence("All %1 pictures are %2, %3.", grouped(report.checked), sizeText(seen_[0].width, seen_[0].height), smallText())});
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      const auto& seen = seen_[i];
      const auto name = source_.facts(std::int64_t(i)).name;
      const auto add = [&](AuditIssue issue, const Sentence& text) {
        report.findings.push_back({issue, name, sentence("%1 %2.", quoted(name), text)});
      };
      if (seen.problem) {
        add(seen.problem->issue, seen.problem->message);
        continue;
      }
      if (!allSmall && tooSmall(seen))
        add(AuditIssue::tooSmall, sentence("is only %1, %2", sizeText(seen.width, seen.height), smallText()));
      if (seen.channels != usual)
        add(AuditIssue::wrongChannels,
            usual == 3 ? sentence("is grey, while most pictures are in colour") : sentence("is in colour, while most pictures are grey"));
      const auto [first, isNew] = firstOf.emplace(seen.digest, std::int64_t(i));
      if (!isNew)
        add(AuditIssue::duplicate, sentence("shows the same as %1; remove one of them", quoted(source_.facts(first->second).name)));
    }
    return report;
  }

 private:
  bool tooSmall(const Seen& seen) const {
    return !seen.problem && std::min(seen.width, seen.height) < std::max(options_.size, kSmallestSide);
  }
  Sentence smallText() const {
    return options_.size > 0 ? sentence("smaller than the %1 px chosen, and will be enlarged", options_.size)
                             : sentence("too little to learn from");
  }
  /// A whole set of one small size deserves one finding, not thousands.
  bool everyOneTooSmall() const {
    return seen_.size() > 1 && std::ranges::all_of(seen_, [&](const Seen& s) {
             return tooSmall(s) && s.width == seen_[0].width && s.height == seen_[0].height;
           });
  }
  int usualChannels() const {
    const auto grey = std::ranges::count(seen_, 1, &Seen::channels), colour = std::ranges::count(seen_, 3, &Seen::channels);
    return grey > colour ? 1 : 3;
  }

  const PictureSource& source_;
  PictureOptions options_;
  std::vector<Seen> seen_;
};

}  // namespace

Result<AuditReport> auditData(const DataRequest& request, const JobContext& job) {
  if (const auto place = findDataset(request.source); place && place->format == DatasetFormat::points) {
    const auto points = loadPoints(*place);   // reading tells what is wrong with them
    if (!points) return points.error();
    return AuditReport{(*points)->trainCount(), {}};
  }
  auto source = openSource(request);
  if (!source) return source.error();
  Auditor auditor(**source, request.options);
  const auto look = [&](std::int64_t, std::int64_t index, DecodedPicture sample) { auditor.look(index, std::move(sample)); };
  const auto take = [](std::int64_t, std::int64_t) { return Result<void>(); };
  if (auto all = forEachSample(**source, job, sentence("Checking pictures"), (*source)->chunk(), look, take); !all) return all.error();
  return auditor.report();
}

}  // namespace ganvas
