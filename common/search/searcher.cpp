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
#include "common/search/corrections.h"
#include "common/search/expansions.h"
#include "common/search/explain.h"
#include "common/search/facet_counts.h"
#include "common/search/plan.h"
#include "common/search/request_tree.h"
#include "common/search/rerank.h"
#include "common/search/run.h"
#include "common/search/similar_articles.h"

namespace morgue {
namespace {

constexpr int most_attempts =
    5;  // a reader survives one commit; more than this in one request is no honest writer

double milliseconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

void refuse_repairs(const ParsedQuery& parsed) {
  const auto repair =
      std::find_if(parsed.warnings.begin(), parsed.warnings.end(),
                   [](const Warning& warning) { return warning.severity == Severity::repair; });
  if (repair != parsed.warnings.end()) throw BadQuery(*repair);
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

Warning deadline_notice(const SearchRequest& request) {
  return {.code = "deadline",
          .severity = Severity::notice,
          .message = "the search was ended by its time limit; there may be more",
          .start = 0,
          .end = code_points(request.query),
          .suggestion = {}};
}

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
    if (deadline.count() > 0) end = std::chrono::steady_clock::now() + deadline;
    const AddToScores add = [&](std::vector<Hit>& first) { Reranker(asked.tree, reader).add_to(first); };
    const Hits found = run(reader, make_plan(asked.tree, reader, weighting, asked.expansions), request.order,
                           request.offset, limit, decide, add, end, asked.facets ? &*asked.facets : nullptr);
    if (!found.complete) asked.parsed.warnings.push_back(deadline_notice(request));
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
    other.offset = 0;
    other.facets.clear();
    Asked instead = ask(other);
    if (hits(instead, other, 0).total > found.total)
      asked.parsed.warnings.push_back(did_you_mean(request.query, std::move(*text)));
  }

  static Relation relation(const Asked& asked, const Hits& hits) {
    return hits.complete && asked.expansions.cut().empty() ? Relation::eq : Relation::gte;
  }

  ArchiveReader reader;
  Analyser analyser;
  std::chrono::milliseconds deadline;
};

Searcher::Searcher(const std::string& archive_directory, std::chrono::milliseconds deadline)
    : impl_(std::make_unique<Impl>(archive_directory, deadline)) {}
Searcher::~Searcher() = default;

SearchResults Searcher::search(const SearchRequest& request) {
  const auto begin = std::chrono::steady_clock::now();
  SearchResults answer = impl_->retried([&] {
    Impl::Asked asked = impl_->ask(request);
    const Hits hits = impl_->hits(asked, request, request.limit);
    SearchResults results;
    results.text = request.query;
    results.understood = query_text(asked.parsed.tree);
    results.total = hits.total;
    results.relation = Impl::relation(asked, hits);
    results.verified = hits.verified;
    impl_->suggest_correction(asked, request, hits);
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
    return results;
  });
  answer.took_ms = milliseconds_since(begin);
  return answer;
}

Count Searcher::count(const SearchRequest& request) {
  return impl_->retried([&] {
    Impl::Asked asked = impl_->ask(request);
    const Hits hits = impl_->hits(asked, request, 0);
    Count count;
    count.understood = query_text(asked.parsed.tree);
    count.total = hits.total;
    count.relation = Impl::relation(asked, hits);
    impl_->suggest_correction(asked, request, hits);
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
  return impl_->retried([&] { return morgue::suggest(impl_->reader, typed, most); });
}

std::string Searcher::generation() {
  return impl_->retried([&] { return impl_->reader.generation(); });
}

std::uint64_t Searcher::articles() {
  return impl_->retried([&] { return std::uint64_t{impl_->reader.database().get_doccount()}; });
}

}  // namespace morgue
