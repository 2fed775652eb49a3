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
#include "common/search/plan.h"
#include "common/search/request_tree.h"
#include "common/search/run.h"

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

}  // namespace

BadQuery::BadQuery(Warning warning)
    : Error(ErrorKind::bad_query, warning.message,
            warning.suggestion.empty() ? "leave out strict to search it as understood"
                                       : "try " + warning.suggestion),
      warning_(std::move(warning)) {}

struct Searcher::Impl {
  explicit Impl(const std::string& directory) : reader(directory), analyser(reader.time_zone()) {}

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
                                                     .today = analyser.zone().day_of({.seconds = now})});
    if (request.strict) refuse_repairs(parsed);
    return parsed;
  }

  Hits hits(const Node& tree, const SearchRequest& request, std::size_t limit) {
    const auto weighting =
        request.order == Order::relevance && limit > 0 ? Weighting::scored : Weighting::none;
    const Decide decide = [&](const Xapian::Document& document) {
      const Article candidate = from_document(document);
      return matches(tree, analyser.analyse(candidate));
    };
    return run(reader, make_plan(tree, reader, weighting), request.order, request.offset, limit, decide);
  }

  ArchiveReader reader;
  Analyser analyser;
};

Searcher::Searcher(const std::string& archive_directory) : impl_(std::make_unique<Impl>(archive_directory)) {}
Searcher::~Searcher() = default;

SearchResults Searcher::search(const SearchRequest& request) {
  const auto begin = std::chrono::steady_clock::now();
  SearchResults answer = impl_->retried([&] {
    ParsedQuery parsed = impl_->parse(request);
    const Node tree = request_tree(parsed.tree, request);
    const Hits hits = impl_->hits(tree, request, request.limit);
    SearchResults results;
    results.text = request.query;
    results.understood = query_text(parsed.tree);
    results.warnings = std::move(parsed.warnings);
    results.total = hits.total;
    results.offset = request.offset;
    results.limit = request.limit;
    results.generation = impl_->reader.generation();
    for (const Hit& hit : hits.page)
      results.results.push_back(to_result(from_document(impl_->reader.database().get_document(hit.document)),
                                          hit.score, tree, request, impl_->analyser));
    return results;
  });
  answer.took_ms = milliseconds_since(begin);
  return answer;
}

Count Searcher::count(const SearchRequest& request) {
  return impl_->retried([&] {
    ParsedQuery parsed = impl_->parse(request);
    Count count;
    count.understood = query_text(parsed.tree);
    count.total = impl_->hits(request_tree(parsed.tree, request), request, 0).total;
    count.warnings = std::move(parsed.warnings);
    return count;
  });
}

std::optional<Article> Searcher::article(const std::string& id) {
  return impl_->retried([&] { return impl_->reader.find(id); });
}

std::optional<MarkedArticle> Searcher::marked_article(const std::string& id, const SearchRequest& request) {
  return impl_->retried([&]() -> std::optional<MarkedArticle> {
    auto article = impl_->reader.find(id);
    if (!article) return std::nullopt;
    return to_marked_article(std::move(*article), request_tree(impl_->parse(request).tree, request),
                             impl_->analyser);
  });
}

std::string Searcher::generation() {
  return impl_->retried([&] { return impl_->reader.generation(); });
}

std::uint64_t Searcher::articles() {
  return impl_->retried([&] { return std::uint64_t{impl_->reader.database().get_doccount()}; });
}

}  // namespace morgue
