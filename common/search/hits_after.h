// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the matches of a plan for those that follow a place in an order by date. Holds no more hits
// at a time than are asked for, however many there are.
#pragma once

#include <cstdint>
#include <string>

#include "common/search/run.h"

namespace morgue {

struct FollowingHits {
  Hits hits;                 // in their order; `total` is of all matches
  std::uint64_t before = 0;  // matches up to the place
};

/// `after` is the key of a hit in this order, "" for the beginning. Order::relevance is newest first.
FollowingHits hits_after(ArchiveReader&, const Plan&, Order, const std::string& after, std::size_t limit,
                         const Decide&, Deadline, FacetCounts*);

}  // namespace morgue
