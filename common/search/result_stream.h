// SPDX-License-Identifier: GPL-3.0-or-later
// All the results of a search, one after another, from one generation of an archive. By date it takes the
// same memory however many there are; by relevance some hundred bytes for each.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "common/error.h"
#include "common/search/search_request.h"
#include "common/search/search_results.h"

namespace morgue {

/// The archive was changed too often to go on in the generation that was begun.
class Overtaken : public Error {
 public:
  Overtaken(const std::string& last_id, const std::string& cursor);

  const std::string& last_id() const { return last_id_; }  // of the last result that was given; "" for none
  const std::string& cursor() const { return cursor_; }    // to go on after it; "" by relevance

 private:
  std::string last_id_;
  std::string cursor_;
};

struct StreamOptions {
  std::chrono::milliseconds deadline{0};        // of the first look at all matches; 0: none
  std::chrono::milliseconds max_lease{60'000};  // how long writers are kept from overtaking
};

/// Not thread-safe, but it may go from thread to thread.
class ResultStream {
 public:
  /// A request.limit of 0 is everything; facets are left out. Throws as Searcher::search.
  ResultStream(const std::string& archive_directory, const SearchRequest&, const StreamOptions&);
  ~ResultStream();

  /// The answer without its results. Cut by the deadline it is Relation::gte, and nothing follows.
  const SearchResults& head() const;

  /// nullopt at the end. Throws Overtaken, once the lease is over.
  std::optional<SearchResult> next();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace morgue
