// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the matches of a plan for those that follow a place in an order by date. Holds no more hits
// at a time than are asked for, however many there are.
#pragma once

#include <cstdint>
#include <string>

#include "common/search/run.h"

namespace morgue {

struct Following {
  Order order;      // relevance is newest first
  std::string key;  // of a hit in this order; "": the beginning
  std::size_t limit;
  bool counts = true;  // otherwise total, before and facets are not told, and most matches cost less
};

struct FollowingHits {
  Hits hits;                 // in their order; `total` is of all matches
  std::uint64_t before = 0;  // matches up to the place
};

FollowingHits hits_after(ArchiveReader&, const Plan&, const Following&, const Decide&, Deadline,
                         FacetCounts*);

}  // namespace morgue
