// SPDX-License-Identifier: GPL-3.0-or-later
// What is done by many threads (intake) and what by one (the target, the rejects, the counts).
#include "indexer/ingest.h"

#include <memory>
#include <utility>

#include "indexer/inputs/article_text.h"
#include "indexer/inputs/page_document.h"

namespace morgue {
namespace {

/// The text in a JSON value, in bytes.
std::size_t text_bytes(const nlohmann::json& json) {
  if (json.is_string()) return json.get_ref<const std::string&>().size();
  std::size_t bytes = 1;
  if (json.is_structured())
    for (const auto& each : json) bytes += text_bytes(each);
  return bytes;
}

/// Where one thread's articles and faults go.
class Outcomes : public ArticleSink {
 public:
  explicit Outcomes(Intake intake) : intake_(std::move(intake)) {}

  void take(nlohmann::json article, const Place& begin) override {
    for (auto& outcome : intake_.take(article, begin)) outcomes_.push_back(std::move(outcome));
  }
  void reject(const Fault& fault) override { outcomes_.emplace_back(fault); }
  std::vector<Outcome> taken_away() { return std::exchange(outcomes_, {}); }

 private:
  Intake intake_;
  std::vector<Outcome> outcomes_;
};

}  // namespace

Ingest::Ingest(Target& target, Rejects& rejects, const IngestOptions& options, Clock now)
    : target_(target),
      rejects_(rejects),
      is_strict_(options.is_strict),
      shapes_(options.shapes),
      flow_(
          options.threads, options.memory.text_under_way(),
          [this, options, now = std::move(now)] { return begin_work(options, now); },
          [this](std::vector<Outcome> outcomes) {
            for (auto& outcome : outcomes) write(std::move(outcome));
          }) {}

Ingest::Flow::Work Ingest::begin_work(const IngestOptions& options, const Clock& now) const {
  ArticlePreparer preparer(target_.time_zone(), options.memory.words_in_lexicon(options.threads));
  if (!target_.needs_documents()) preparer.leave_documents_out();
  if (const auto generation = target_.generation()) preparer.compare_with(*generation);
  // Shared by the copies of one thread's function.
  const auto outcomes =
      std::make_shared<Outcomes>(Intake(std::move(preparer), options.shapes, options.language, now));
  return [outcomes](Given given) {
    if (const auto* fault = std::get_if<Fault>(&given)) outcomes->reject(*fault);
    else if (const auto* text = std::get_if<Piece>(&given)) parse_article_text(*text, *outcomes);
    else if (const auto* page = std::get_if<Page>(&given)) parse_page(*page, *outcomes);
    else {
      auto& article = std::get<GivenArticle>(given);
      outcomes->take(std::move(article.json), article.begin);
    }
    return outcomes->taken_away();
  };
}

void Ingest::take_text(const Piece& piece) {
  ++seen_;
  give(piece, piece.text.size(), piece.begin);
}

void Ingest::take_page(const Page& page) {
  ++seen_;
  give(page, page.bytes.size(), page.begin);
}

void Ingest::take(nlohmann::json article, const Place& begin) {
  ++seen_;
  const std::size_t bytes = text_bytes(article);
  give(GivenArticle{std::move(article), begin}, bytes, begin);
}

void Ingest::reject(const Fault& fault) {
  if (fault.code != "unreadable") ++seen_;
  give(fault, fault.reason.size(), fault.place);
}

Likeness Ingest::likeness(const nlohmann::json& object) const { return shapes_.likeness(object); }

void Ingest::give(Given given, std::size_t bytes, const Place& place) {
  ++given_;
  flow_.give(std::move(given), bytes);
  if (on_progress_) on_progress_(place);
}

bool Ingest::remove(const std::string& id) {
  const bool was_there = target_.remove(id);
  if (was_there) ++summary_.removed;
  return was_there;
}

void Ingest::write(Outcome outcome) {
  if (auto* article = std::get_if<ArticleToPut>(&outcome)) put(std::move(*article));
  else if (const auto* gone = std::get_if<ArticleToTakeOut>(&outcome)) remove(gone->id);
  else refuse(std::get<Fault>(outcome));
}

void Ingest::put(ArticleToPut to_put) {
  const std::string id = to_put.article.article.id;
  try {
    count(target_.put(std::move(to_put.article)));
    if (to_put.has_suspect_date) ++summary_.suspect_dates;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::bad_input) throw;
    refuse(too_large(to_put.begin, id, error));
  }
}

void Ingest::refuse(const Fault& fault) {
  rejects_.add(fault);
  if (is_strict_)
    throw Error(ErrorKind::bad_input,
                "nothing was changed: " + fault.place.input + ", line " + std::to_string(fault.place.line) +
                    ", byte " + std::to_string(fault.place.byte) + ": " + fault.reason + " (" + fault.code +
                    ")",
                fault.hint);
}

void Ingest::count(Put put) {
  switch (put) {
    case Put::added: ++summary_.added; break;
    case Put::replaced: ++summary_.replaced; break;
    case Put::unchanged: ++summary_.unchanged; break;
    case Put::older: ++summary_.older; break;
    case Put::later: break;
  }
}

}  // namespace morgue
