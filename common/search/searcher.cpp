// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/searcher.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "common/index/archive_reader.h"
#include "common/index/article_document.h"
#include "common/index/xapian_errors.h"
#include "common/query/query_text.h"
#include "common/search/answer.h"
#include "common/search/asked.h"
#include "common/search/corrections.h"
#include "common/search/cursor.h"
#include "common/search/expansions.h"
#include "common/search/explain.h"
#include "common/search/hits_after.h"
#include "common/search/kept_counts.h"
#include "common/search/plan.h"
#include "common/search/request_tree.h"
#include "common/search/rerank.h"
#include "common/search/result_stream.h"
#include "common/search/run.h"
#include "common/search/similar_articles.h"
#include "common/text/code_points.h"

namespace morgue {
namespace {

constexpr int most_attempts =
    5;  // a reader survives one commit; more than this in one request is no honest writer

double milliseconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

class Stopwatch {
 public:
  /// Since the lap before.
  std::chrono::nanoseconds lap() {
    const auto now = std::chrono::steady_clock::now();
    return now - std::exchange(begin_, now);
  }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

Warning did_you_mean(const std::string& query, std::string corrected) {
  return {.code = "did_you_mean",
          .severity = Severity::notice,
          .message = "another spelling is found more often",
          .start = 0,
          .end = code_points(query),
          .suggestion = std::move(corrected)};
}

}  // namespace

BadQuery::BadQuery(Warning warning)
    : Error(ErrorKind::bad_query, warning.message,
            warning.suggestion.empty() ? "leave out strict to search it as understood"
                                       : "try " + warning.suggestion),
      warning_(std::move(warning)) {}

struct Searcher::Impl {
  Impl(const std::string& archive_directory, std::chrono::milliseconds longest,
       std::chrono::milliseconds longest_lease)
      : directory(archive_directory),
        reader(directory),
        analyser(reader.time_zone()),
        deadline(longest),
        max_lease(longest_lease) {}

  /// Runs the whole of a request again when a writer has overtaken the reader.
  template <class Function>
  auto retried(Function&& function) {
    return with_xapian_errors("searching the archive", [&] {
      std::optional<Lease> lease;
      for (int attempt = 1;; ++attempt) {
        if (attempt > 1) lease = reader.lease();
        follow();
        try {
          return function();
        } catch (const Xapian::DatabaseModifiedError&) {
          if (attempt == most_attempts)
            throw Error(ErrorKind::storage, "the archive changes faster than it can be read", "try again");
        }
      }
    });
  }

  void follow() {
    reader.follow();
    if (reader.time_zone() != analyser.zone().name()) analyser = Analyser(reader.time_zone());
  }

  Asked ask(const SearchRequest& request) { return morgue::ask(request, reader, analyser); }

  /// Sets the request's offset to where its page begins.
  Hits hits(Asked& asked, SearchRequest& request) {
    const auto weighting =
        request.order == Order::relevance && request.limit > 0 ? Weighting::scored : Weighting::none;
    const Decide decide = deciding(asked, analyser);
    Deadline end;
    end.stop = stop;
    if (deadline.count() > 0) end = std::chrono::steady_clock::now() + deadline;
    const Plan plan = make_plan(asked.tree, reader, weighting, asked.expansions);
    FacetCounts* const facets = asked.facets ? &*asked.facets : nullptr;
    const std::string after = begin_at_cursor(request);
    Hits found;
    if (after.empty()) {
      const Reranker reranker(weighting == Weighting::scored ? asked.tree : Node{Everything{}}, reader);
      found = run(reader, plan, request.order, request.offset, request.limit, decide, reranker, end, facets);
    } else {
      auto following = hits_after(reader, plan, {request.order, after, request.limit}, decide, end, facets);
      found = std::move(following.hits);
      request.offset = following.before;
    }
    if (!found.complete) asked.parsed.warnings.push_back(deadline_notice(request));
    phases.was_cut = phases.was_cut || !found.complete;
    return found;
  }

  /// Told of a query that finds hardly anything, if another spelling finds more.
  void suggest_correction(Asked& asked, const SearchRequest& request, const Hits& found) {
    if (!found.complete || found.total >= enough_found || request.query.empty()) return;
    auto text = corrected(request.query, asked.parsed.tree, reader);
    if (!text) return;
    SearchRequest other = request;
    other.query = *text;
    other.strict = false;
    other.offset = other.limit = 0;
    other.cursor.clear();
    other.facets.clear();
    Asked instead = ask(other);
    if (hits(instead, other).total > found.total)
      asked.parsed.warnings.push_back(did_you_mean(request.query, std::move(*text)));
  }

  /// The key after which the page begins, "" where it begins at the request's offset.
  std::string begin_at_cursor(SearchRequest& request) const {
    if (request.cursor.empty()) return "";
    const Place place = place_of_cursor(request, reader.generation());
    if (place.key.empty()) request.offset = place.offset;
    return place.key;
  }

  /// To go on after a page; "" where there is nothing more.
  std::string cursor_after(const Hits& hits, const SearchRequest& request) const {
    const auto seen = request.offset + hits.page.size();
    if (hits.page.empty() || !hits.complete || seen >= hits.total) return "";
    if (request.order != Order::relevance) return to_cursor(request, {.key = hits.page.back().key});
    return to_cursor(request, {.generation = reader.generation(), .offset = seen});
  }

  /// The facets, where they are known from before; the request then asks for none.
  std::optional<Counts> remembered(SearchRequest& request) {
    if (request.facets.empty()) return std::nullopt;
    const auto understood = query_text(understand(request, analyser.zone()).tree);
    const auto* const known = kept.find(reader.generation(), understood, request);
    if (!known) return std::nullopt;
    request.facets.clear();
    return *known;
  }

  Counts counted(const Asked& asked, const SearchRequest& request, const Hits& found) {
    Counts counts{asked.facets->facets(), asked.facets->timeline()};
    const bool is_whole = found.complete && std::ranges::all_of(counts.facets, &Facet::complete);
    phases.was_cut = phases.was_cut || !is_whole;
    if (is_whole) kept.keep(query_text(asked.parsed.tree), request, counts);
    return counts;
  }

  const std::string directory;
  ArchiveReader reader;
  Analyser analyser;
  const std::chrono::milliseconds deadline;
  const std::chrono::milliseconds max_lease;
  const std::atomic<bool>* stop = nullptr;
  Phases phases;
  KeptCounts kept;
};

Searcher::Searcher(const std::string& archive_directory, std::chrono::milliseconds deadline,
                   std::chrono::milliseconds max_lease)
    : impl_(std::make_unique<Impl>(archive_directory, deadline, max_lease)) {}
Searcher::~Searcher() = default;

void Searcher::stop_when(const std::atomic<bool>* flag) { impl_->stop = flag; }
const Phases& Searcher::phases() const { return impl_->phases; }
Phases Searcher::take_phases() { return std::exchange(impl_->phases, {}); }

SearchResults Searcher::search(const SearchRequest& asked_for) {
  const auto begin = std::chrono::steady_clock::now();
  SearchResults answer = impl_->retried([&] {
    Stopwatch watch;
    SearchRequest request = asked_for;
    auto counts = impl_->remembered(request);
    Asked asked = impl_->ask(request);
    impl_->phases.parse += watch.lap();
    const Hits hits = impl_->hits(asked, request);
    if (asked.facets) counts = impl_->counted(asked, request, hits);
    impl_->phases.match += watch.lap();
    SearchResults results;
    results.text = request.query;
    results.understood = query_text(asked.parsed.tree);
    results.total = hits.total;
    results.relation = relation_of(asked, hits);
    results.verified = hits.verified;
    impl_->suggest_correction(asked, request, hits);
    if (counts) {
      results.facets = std::move(counts->facets);
      results.timeline = std::move(counts->timeline);
    }
    results.warnings = std::move(asked.parsed.warnings);
    results.offset = request.offset;
    results.limit = request.limit;
    results.cursor = impl_->cursor_after(hits, request);
    results.generation = impl_->reader.generation();
    for (const Hit& hit : hits.page)
      results.results.push_back(to_result(
          from_document(impl_->reader.database().get_document(hit.document, Xapian::DOC_ASSUME_VALID)),
          hit.score, asked.tree, request, impl_->analyser, asked.only_wanted()));
    impl_->phases.snippets += watch.lap();
    return results;
  });
  answer.took_ms = milliseconds_since(begin);
  return answer;
}

Count Searcher::count(const SearchRequest& asked_for) {
  return impl_->retried([&] {
    Stopwatch watch;
    SearchRequest request = asked_for;
    request.limit = 0;
    Asked asked = impl_->ask(request);
    impl_->phases.parse += watch.lap();
    const Hits hits = impl_->hits(asked, request);
    impl_->phases.match += watch.lap();
    Count count;
    count.understood = query_text(asked.parsed.tree);
    count.total = hits.total;
    count.relation = relation_of(asked, hits);
    impl_->suggest_correction(asked, request, hits);
    count.warnings = std::move(asked.parsed.warnings);
    return count;
  });
}

std::unique_ptr<ResultStream> Searcher::stream(const SearchRequest& request) {
  return std::make_unique<ResultStream>(impl_->directory, request,
                                        StreamOptions{impl_->deadline, impl_->max_lease});
}

Explanation Searcher::explain(const SearchRequest& request) {
  return impl_->retried([&] {
    Asked asked = impl_->ask(request);
    Explanation explanation = morgue::explain(std::move(asked.tree), impl_->reader, asked.expansions);
    explanation.text = request.query;
    explanation.understood = query_text(asked.parsed.tree);
    explanation.warnings = std::move(asked.parsed.warnings);
    return explanation;
  });
}

std::string Searcher::resolved(const SearchRequest& request) {
  return impl_->retried([&] { return query_text(impl_->ask(request).parsed.tree); });
}

std::optional<Article> Searcher::article(const std::string& id) {
  return impl_->retried([&] { return impl_->reader.find(id); });
}

std::optional<MarkedArticle> Searcher::marked_article(const std::string& id, const SearchRequest& request) {
  return impl_->retried([&]() -> std::optional<MarkedArticle> {
    auto article = impl_->reader.find(id);
    if (!article) return std::nullopt;
    return to_marked_article(std::move(*article), impl_->ask(request).tree, impl_->analyser);
  });
}

std::optional<SearchResults> Searcher::similar(const std::string& id, const SearchRequest& request,
                                               bool copies) {
  const auto begin = std::chrono::steady_clock::now();
  auto answer = impl_->retried([&] {
    const Expansions expansions(impl_->reader);
    const Node among = request_tree({Everything{}}, request);
    return similar_articles(impl_->reader, impl_->analyser, id, request,
                            make_plan(among, impl_->reader, Weighting::none, expansions), copies);
  });
  if (answer) answer->took_ms = milliseconds_since(begin);
  return answer;
}

Suggestions Searcher::suggest(const std::string& typed, std::size_t most) {
  return impl_->retried([&] { return morgue::suggest(impl_->reader, impl_->analyser, typed, most); });
}

std::string Searcher::generation() {
  return impl_->retried([&] { return impl_->reader.generation(); });
}

std::uint64_t Searcher::articles() {
  return impl_->retried([&] { return std::uint64_t{impl_->reader.database().get_doccount()}; });
}

}  // namespace morgue
