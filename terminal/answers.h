// SPDX-License-Identifier: GPL-3.0-or-later
// Where answers come from: an archive here, or a morgue-server. Knows nothing of how they are shown.
#pragma once

#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "common/search/batch.h"
#include "common/search/searcher.h"
#include "common/wire/search_url.h"

namespace morgue {

/// More results than a server gives at once come one by one.
inline constexpr std::size_t most_results_at_once = most_results_a_page;

/// All of these throw Error, and BadQuery or the like for a request that is refused.
class Answers {
 public:
  virtual ~Answers() = default;

  /// At most most_results_at_once.
  virtual SearchResults search(const SearchRequest&) = 0;
  /// `begin` is called with the answer without its results, `result` for each of them. A limit of 0 is
  /// everything.
  virtual void each(const SearchRequest&, const std::function<void(const SearchResults& head)>& begin,
                    const std::function<void(const SearchResult&)>& result) = 0;
  virtual Count count(const SearchRequest&) = 0;
  /// The request's facets, without results.
  virtual SearchResults facets(const SearchRequest&) = 0;
  virtual SearchResults timeline(const SearchRequest&) = 0;
  virtual nlohmann::ordered_json explain(const SearchRequest&) = 0;
  /// As JSON on one line.
  virtual std::optional<std::string> article(const std::string& id) = 0;
  /// The articles most like this one; nullopt: there is no such article.
  virtual std::optional<SearchResults> similar(const std::string& id, const SearchRequest&, bool copies) = 0;
  /// A row a query, in order; `common` is all that the queries have in common.
  virtual std::vector<BatchRow> batch(const std::vector<std::string>& queries,
                                      const SearchRequest& common) = 0;
};

/// One per thread.
std::unique_ptr<Answers> answers_of_archive(const std::string& directory);

/// By its URL: "http://127.0.0.1:8080" or "unix:/path".
std::unique_ptr<Answers> answers_of_server(const std::string& url);

}  // namespace morgue
