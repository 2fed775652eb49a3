// SPDX-License-Identifier: GPL-3.0-or-later
// What orders articles by a date, as bytes: newer, then id; the undated last. Knows nothing of queries.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>

#include "common/index/schema.h"
#include "common/search/search_request.h"

namespace morgue {

/// Sorts ascending into: dated articles by moment, then undated ones; ties by id.
class MomentThenId : public Xapian::KeyMaker {
 public:
  enum class Direction { newest_first, oldest_first };
  MomentThenId(schema::Slot slot, Direction direction) : slot_(slot), direction_(direction) {}

  std::string operator()(const Xapian::Document&) const override;
  /// What its key begins with, before the id; no such beginning begins another.
  std::string moment(const Xapian::Document&) const;
  /// The slot by whose values, descending, articles are in this order but for those of the same moment.
  std::optional<Xapian::valueno> descending_slot() const;

 private:
  schema::Slot slot_;
  Direction direction_;
};

/// Order::relevance, where it needs one, is newest first.
MomentThenId key_of(Order);

}  // namespace morgue
