// SPDX-License-Identifier: GPL-3.0-or-later
// What queries find in two databases.
#include <random>
#include <sstream>

#include "tests/common/index/bulk/differences.h"

namespace morgue::testing_support {

namespace {

class Queries {
 public:
  Queries(const Xapian::Database& database, std::uint64_t seed) : engine_(seed) {
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term)
      terms_.push_back(*term);
    if (terms_.empty()) terms_.emplace_back("none");
  }

  Xapian::Query next() {
    using Xapian::Query;
    switch (below(7)) {
      case 0: return Query(any());
      case 1: return Query(Query::OP_OR, Query(any()), Query(any()));
      case 2: return Query(Query::OP_AND, Query(any()), Query(any()));
      case 3: return Query(Query::OP_WILDCARD, any().substr(0, 2), 50, Query::WILDCARD_LIMIT_MOST_FREQUENT);
      case 4: return Query(Query::OP_AND_NOT, Query(any()), Query(any()));
      case 5: return Query(Query::OP_AND_MAYBE, Query(any()), Query(any()));
      default:
        return Query(
            Query::OP_FILTER, Query(any()),
            Query(Query::OP_VALUE_GE, 0, std::string("\x80\0\0\0", 4) + static_cast<char>(below(128))));
    }
  }

  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }

 private:
  const std::string& any() { return terms_[below(terms_.size())]; }

  std::mt19937_64 engine_;
  std::vector<std::string> terms_;
};

std::string answer(const Xapian::Database& database, const Xapian::Query& query, std::size_t order) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  if (order == 1) enquire.set_sort_by_value_then_relevance(0, true);
  if (order == 2) enquire.set_weighting_scheme(Xapian::TfIdfWeight());
  const auto found = enquire.get_mset(0, 20, database.get_doccount());
  std::ostringstream text;
  text.precision(17);
  text << found.get_matches_estimated() << ' ' << found.get_max_possible() << ':';
  for (auto at = found.begin(); at != found.end(); ++at) text << ' ' << *at << '=' << at.get_weight();
  return text.str();
}

}  // namespace

std::string first_different_answer(const Xapian::Database& one, const Xapian::Database& other,
                                   std::size_t queries, std::uint64_t seed) try {
  Queries made(one, seed);
  for (std::size_t i = 0; i < queries; ++i) {
    const Xapian::Query query = made.next();
    const std::size_t order = made.below(3);
    const std::string ours = answer(one, query, order);
    const std::string theirs = answer(other, query, order);
    if (ours != theirs) return query.get_description() + ": " + ours + " and " + theirs;
  }
  return "";
} catch (const Xapian::Error& error) {
  return error.get_description();
}

}  // namespace morgue::testing_support
