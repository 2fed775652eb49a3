// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/searcher.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "common/index/archive_reader.h"
#include "common/index/article_document.h"
#include "common/index/xapian_errors.h"
#include "common/query/matcher.h"
#include "common/query/query_text.h"
#include "common/search/answer.h"
#include "common/search/expansions.h"
#include "common/search/explain.h"
#include "common/search/facet_counts.h"
#include "common/search/plan.h"
#include "common/search/request_tree.h"
#include "common/search/rerank.h"
#include "common/search/run.h"

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

void refuse_repairs(const ParsedQuery& parsed) {
  const auto repair =
      std::find_if(parsed.warnings.begin(), parsed.warnings.end(),
                   [](const Warning& warning) { return warning.severity == Severity::repair; });
  if (repair != parsed.warnings.end()) throw BadQuery(*repair);
}

Warning deadline_notice(const SearchRequest& request) {
  return {.code = "deadline",
          .severity = Severity::notice,
          .message = "the search was ended by its time limit; there may be more",
          .start = 0,
          .end = request.query.size(),
          .suggestion = {}};
}

}  // namespace

BadQuery::BadQuery(Warning warning)
    : Error(ErrorKind::bad_query, warning.message,
            warning.suggestion.empty() ? "leave out strict to search it as understood"
                                       : "try " + warning.suggestion),
      warning_(std::move(warning)) {}

struct Searcher::Impl {
  Impl(const std::string& directory, std::chrono::milliseconds longest)
      : reader(directory), analyser(reader.time_zone()), deadline(longest) {}

  /// Runs the whole of a request again when a writer has overtaken the reader.
  template <class Function>
  auto retried(Function&& function) {
    return with_xapian_errors("searching the archive", [&] {
      for (int attempt = 1;; ++attempt) {
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

  ParsedQuery parse(const SearchRequest& request) const {
    const auto now = seconds_since_1970(std::chrono::system_clock::now());
    ParsedQuery parsed = parse_query(request.query, {.match_any = request.match == MatchMode::any,
                                                     .today = analyser.zone().day_of({.seconds = now}),
                                                     .now = now});
    if (request.strict) refuse_repairs(parsed);
    return parsed;
  }

  /// What a request asks of this generation of the archive.
  struct Asked {
    ParsedQuery parsed;
    Node tree;
    Expansions expansions;
    std::optional<FacetCounts> facets;
  };

  Asked ask(const SearchRequest& request) {
    Asked asked{parse(request), {Nothing{}}, Expansions(reader), std::nullopt};
    asked.tree = asked.expansions.expanded(request_tree(asked.parsed.tree, without_facet_filters(request)));
    if (!request.facets.empty()) asked.facets.emplace(request, analyser.zone());
    const auto& cut = asked.expansions.cut();
    asked.parsed.warnings.insert(asked.parsed.warnings.end(), cut.begin(), cut.end());
    return asked;
  }

  Hits hits(Asked& asked, const SearchRequest& request, std::size_t limit) {
    const auto weighting =
        request.order == Order::relevance && limit > 0 ? Weighting::scored : Weighting::none;
    const Decide decide = [&](const Xapian::Document& document) {
      const Article candidate = from_document(document);
      return matches(asked.tree, analyser.analyse(candidate));
    };
    Deadline end;
    end.stop = stop;
    if (deadline.count() > 0) end = std::chrono::steady_clock::now() + deadline;
    const AddToScores add = [&](std::vector<Hit>& first) { Reranker(asked.tree, reader).add_to(first); };
    const Hits found = run(reader, make_plan(asked.tree, reader, weighting, asked.expansions), request.order,
                           request.offset, limit, decide, add, end, asked.facets ? &*asked.facets : nullptr);
    if (!found.complete) asked.parsed.warnings.push_back(deadline_notice(request));
    phases.was_cut = phases.was_cut || !found.complete;
    return found;
  }

  static Relation relation(const Asked& asked, const Hits& hits) {
    return hits.complete && asked.expansions.cut().empty() ? Relation::eq : Relation::gte;
  }

  ArchiveReader reader;
  Analyser analyser;
  std::chrono::milliseconds deadline;
  const std::atomic<bool>* stop = nullptr;
  Phases phases;
};

Searcher::Searcher(const std::string& archive_directory, std::chrono::milliseconds deadline)
    : impl_(std::make_unique<Impl>(archive_directory, deadline)) {}
Searcher::~Searcher() = default;

void Searcher::stop_when(const std::atomic<bool>* flag) { impl_->stop = flag; }
const Phases& Searcher::phases() const { return impl_->phases; }
Phases Searcher::take_phases() { return std::exchange(impl_->phases, {}); }

SearchResults Searcher::search(const SearchRequest& request) {
  const auto begin = std::chrono::steady_clock::now();
  SearchResults answer = impl_->retried([&] {
    Stopwatch watch;
    Impl::Asked asked = impl_->ask(request);
    impl_->phases.parse += watch.lap();
    const Hits hits = impl_->hits(asked, request, request.limit);
    impl_->phases.match += watch.lap();
    SearchResults results;
    results.text = request.query;
    results.understood = query_text(asked.parsed.tree);
    results.total = hits.total;
    results.relation = Impl::relation(asked, hits);
    results.verified = hits.verified;
    if (asked.facets) {
      results.facets = asked.facets->facets();
      results.timeline = asked.facets->timeline();
    }
    results.warnings = std::move(asked.parsed.warnings);
    results.offset = request.offset;
    results.limit = request.limit;
    results.generation = impl_->reader.generation();
    for (const Hit& hit : hits.page)
      results.results.push_back(to_result(from_document(impl_->reader.database().get_document(hit.document)),
                                          hit.score, asked.tree, request, impl_->analyser));
    impl_->phases.snippets += watch.lap();
    return results;
  });
  answer.took_ms = milliseconds_since(begin);
  return answer;
}

Count Searcher::count(const SearchRequest& request) {
  return impl_->retried([&] {
    Stopwatch watch;
    Impl::Asked asked = impl_->ask(request);
    impl_->phases.parse += watch.lap();
    const Hits hits = impl_->hits(asked, request, 0);
    impl_->phases.match += watch.lap();
    Count count;
    count.understood = query_text(asked.parsed.tree);
    count.total = hits.total;
    count.relation = Impl::relation(asked, hits);
    count.warnings = std::move(asked.parsed.warnings);
    return count;
  });
}

Explanation Searcher::explain(const SearchRequest& request) {
  return impl_->retried([&] {
    Impl::Asked asked = impl_->ask(request);
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

std::string Searcher::generation() {
  return impl_->retried([&] { return impl_->reader.generation(); });
}

std::uint64_t Searcher::articles() {
  return impl_->retried([&] { return std::uint64_t{impl_->reader.database().get_doccount()}; });
}

}  // namespace morgue
