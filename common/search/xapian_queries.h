// SPDX-License-Identifier: GPL-3.0-or-later
// Short names for the shapes of Xapian's queries. Knows nothing of fields or trees.
#pragma once

#include <xapian.h>

#include <vector>

namespace morgue {

inline Xapian::Query everything() { return Xapian::Query(std::string()); }
inline Xapian::Query nothing() { return Xapian::Query(); }

inline Xapian::Query unweighted(const Xapian::Query& query) {
  return query.empty() ? query : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, 0.0);
}

inline Xapian::Query any_of(const std::vector<Xapian::Query>& queries) {
  return Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end());
}

inline Xapian::Query all_of(const std::vector<Xapian::Query>& queries) {
  return Xapian::Query(Xapian::Query::OP_AND, queries.begin(), queries.end());
}

inline Xapian::Query filtered(const Xapian::Query& query, const Xapian::Query& filter) {
  return Xapian::Query(Xapian::Query::OP_FILTER, query, filter);
}

inline Xapian::Query without(const Xapian::Query& query, const Xapian::Query& unwanted) {
  return Xapian::Query(Xapian::Query::OP_AND_NOT, query, unwanted);
}

}  // namespace morgue
