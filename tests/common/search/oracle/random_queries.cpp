// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/search/oracle/random_queries.h"

namespace morgue::oracle {

using testing_support::joined;

std::string RandomQueries::in_brackets(int depth) { return joined({"(", tree(depth), ")"}); }

std::string RandomQueries::both(int depth) {
  if (chance_.one_in(6)) return joined({"+", in_brackets(depth), " +", leaves_.leaf()});
  return joined({tree(depth), chance_.of({" ", " AND ", " && ", " ", "  "}), in_brackets(depth)});
}

std::string RandomQueries::either(int depth) {
  const auto text = joined({tree(depth), chance_.of({" OR ", " | ", " || ", " OR "}), tree(depth)});
  return chance_.one_in(4) ? text : "(" + text + ")";
}

std::string RandomQueries::without(int depth) {
  return joined({tree(depth), chance_.of({" -", " NOT ", " AND NOT ", " && -"}),
                 chance_.one_in(2) ? in_brackets(depth) : leaves_.leaf()});
}

std::string RandomQueries::all_but(int depth) {
  if (chance_.one_in(3)) return joined({"-", leaves_.leaf(), " -", leaves_.leaf()});
  return joined({chance_.of({"NOT ", "-"}), chance_.one_in(2) ? in_brackets(depth) : leaves_.leaf()});
}

/// The bare words of what is in the brackets are of the field.
std::string RandomQueries::field_group(int depth) {
  return joined({leaves_.text_field(), in_brackets(depth)});
}

std::string RandomQueries::tree(int depth) {
  if (depth == 0 || chance_.one_in(3)) return leaves_.leaf();
  switch (chance_.below(12)) {
    case 0:
    case 1: return both(depth - 1);
    case 2: return without(depth - 1);
    case 3: return all_but(depth - 1);
    case 4: return field_group(depth - 1);
    case 5: return joined({leaves_.leaf(), " ", leaves_.leaf()});
    default: return either(depth - 1);
  }
}

std::string RandomQueries::query() {
  if (chance_.one_in(28)) return chance_.of({"???", "… !", "\"\"", "()"});
  if (chance_.one_in(100)) return chance_.of({"", "*:*", "  "});
  return tree(4);
}

SearchRequest RandomQueries::request() {
  SearchRequest request;
  request.query = query();
  if (chance_.one_in(5)) request.match = MatchMode::any;
  if (chance_.one_in(12))
    request.in = chance_.one_in(2) ? std::vector{Field::title, Field::body} : std::vector{Field::person};
  if (chance_.one_in(12)) request.published.first = parse_day_span("2020-01-10")->first;
  if (chance_.one_in(12)) request.published.last = parse_day_span("2021-07-15")->last;
  if (chance_.one_in(12)) request.filters = {{Field::source, {"echo", "Gazette"}, {}}};
  if (chance_.one_in(12)) request.filters.push_back({Field::tag, {}, {"tag one"}});
  return request;
}

}  // namespace morgue::oracle
