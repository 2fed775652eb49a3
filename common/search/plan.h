// SPDX-License-Identifier: GPL-3.0-or-later
// The plan of a search: a tree as Xapian's query, and whether the matcher must decide on what that finds.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "common/index/archive_reader.h"
#include "common/query/query.h"
#include "common/search/expansions.h"

namespace morgue {

enum class Weighting { scored, none };

struct Plan {
  Xapian::Query query;  // finds every article the tree accepts; when `exact`, no other
  bool exact = true;
  Xapian::Query sure;                  // when not: finds some that the tree accepts, and no other
  bool scores = false;                 // a word in it gives a score
  std::optional<std::uint64_t> total;  // where the index knows it without a search
  std::set<std::string> placed{};      // terms of words that a leaf looks up in lists of positions
};

/// `tree` as the expansions gave it.
Plan make_plan(const Node& tree, ArchiveReader&, Weighting, const Expansions&);

}  // namespace morgue
