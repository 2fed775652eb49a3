// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the matches of a plan: the hits of a page in their order, and the exact total.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "common/index/archive_reader.h"
#include "common/search/deadline.h"
#include "common/search/facet_counts.h"
#include "common/search/hit.h"
#include "common/search/plan.h"
#include "common/search/rerank.h"
#include "common/search/search_request.h"

namespace morgue {

struct Hits {
  std::vector<Hit> page;
  std::uint64_t total = 0;
  bool complete =
      true;  // false: the deadline cut it; the page is then of what was found by then, newest first
  std::uint64_t verified = 0;  // candidates that the matcher was asked about
};

/// Decides on a candidate of a plan that is not exact.
using Decide = std::function<bool(const Xapian::Document&)>;

/// Order::relevance of a plan that scores nothing is newest first. Counts into the facets, whose own filters
/// decide too, where there are any.
Hits run(ArchiveReader&, const Plan&, Order, std::size_t offset, std::size_t limit, const Decide&,
         const Reranker&, Deadline, FacetCounts*);

}  // namespace morgue
