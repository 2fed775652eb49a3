// SPDX-License-Identifier: GPL-3.0-or-later
// The facets of the last searches, so that another page of a search, or another order, need not count again.
// Knows nothing of how they are counted.
#pragma once

#include <list>
#include <optional>
#include <string>
#include <vector>

#include "common/search/search_request.h"
#include "common/search/search_results.h"

namespace morgue {

struct Counts {
  std::vector<Facet> facets;
  std::optional<Timeline> timeline;
};

/// Of one generation at a time. Keeps only counts that are complete and not very many.
class KeptCounts {
 public:
  /// nullptr: they are to be counted. `understood` is the request's query as it is understood today. What is
  /// found lives until the next call.
  const Counts* find(const std::string& generation, const std::string& understood, const SearchRequest&);

  void keep(const std::string& understood, const SearchRequest&, Counts);

 private:
  struct Entry {
    std::string understood;
    SearchRequest request;
    Counts counts;
  };

  std::string generation_;
  std::list<Entry> entries_;  // the last used first
};

}  // namespace morgue
