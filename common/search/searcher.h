// SPDX-License-Identifier: GPL-3.0-or-later
// The door of the search: a request in, an answer out, from one archive. Knows nothing of who asks; shows no
// Xapian.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "common/error.h"
#include "common/search/explanation.h"
#include "common/search/search_request.h"
#include "common/search/search_results.h"
#include "common/search/suggestions.h"

namespace morgue {

struct Count {
  std::string understood;
  std::vector<Warning> warnings;
  std::uint64_t total = 0;
  Relation relation = Relation::eq;
};

/// One article to read, with every mark of a query in it.
struct MarkedArticle {
  Article article;
  Highlight title;
  Highlight body;
  std::vector<HighlightedName> people;  // every name, marked or not
};

/// Where the time of searches and counts went, and whether one of them was ended before it was done.
struct Phases {
  std::chrono::nanoseconds parse{0};  // and expand
  std::chrono::nanoseconds match{0};
  std::chrono::nanoseconds snippets{0};
  bool was_cut = false;
};

/// A strict request whose query needed a repair.
class BadQuery : public Error {
 public:
  explicit BadQuery(Warning);
  const Warning& warning() const { return warning_; }

 private:
  Warning warning_;
};

class ResultStream;

/// Use one per thread. Sees what was committed or swapped in before each call. Throws Error(not_found,
/// incompatible, storage), and BadQuery.
class Searcher {
 public:
  /// A search that takes longer than the deadline answers what it has, with a notice and Relation::gte; 0: no
  /// deadline.
  explicit Searcher(const std::string& archive_directory, std::chrono::milliseconds deadline = {},
                    std::chrono::milliseconds max_lease = std::chrono::seconds(60));

  /// Once the flag is set, a search ends as at its deadline. It must outlive the searches; nullptr: none.
  void stop_when(const std::atomic<bool>* flag);

  ~Searcher();

  SearchResults search(const SearchRequest&);
  Count count(const SearchRequest&);
  /// All results, whose generation writers are kept from overtaking for as long as `max_lease`; lives on its
  /// own.
  std::unique_ptr<ResultStream> stream(const SearchRequest&);
  /// How the request is understood here; searches nothing.
  Explanation explain(const SearchRequest&);
  /// The query as it is understood today: equal texts of one generation have equal answers. Throws BadQuery.
  std::string resolved(const SearchRequest&);
  std::optional<Article> article(const std::string& id);
  std::optional<MarkedArticle> marked_article(const std::string& id, const SearchRequest&);
  /// The articles most like this one: similar_articles.h. Of the request its dates, filters, page, snippets
  /// and keys count. nullopt: there is no such article.
  std::optional<SearchResults> similar(const std::string& id, const SearchRequest&, bool copies = false);
  /// What may be meant by a search that is still being typed: suggestions.h.
  Suggestions suggest(const std::string& typed, std::size_t most = 5);
  /// Of all that was searched and counted since they were last taken.
  const Phases& phases() const;
  Phases take_phases();
  std::string generation();
  std::uint64_t articles();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace morgue
