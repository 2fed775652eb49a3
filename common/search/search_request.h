// SPDX-License-Identifier: GPL-3.0-or-later
// SearchRequest: what a reader asks for. Knows nothing of HTTP, the command line or Xapian.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "common/article/fields.h"
#include "common/timestamp.h"

namespace morgue {

enum class Order { relevance, newest, oldest, added };
enum class MatchMode { all, any };
enum class Interval { year, month, day };

/// Any of the wanted values (all articles where there is none), none of the unwanted ones.
struct ValueFilter {
  Field field;  // person, source, section, tag or lang
  std::vector<std::string> wanted;
  std::vector<std::string> unwanted;
  bool operator==(const ValueFilter&) const = default;
};

struct SearchRequest {
  std::string query;
  std::vector<Field> in;  // of title, body, person; empty: all three
  DaySpan published;      // from, to
  std::vector<ValueFilter> filters;
  MatchMode match = MatchMode::all;
  Order order = Order::relevance;
  std::size_t offset = 0;
  std::size_t limit = 10;
  std::string cursor;                   // of an answer to this search, in place of an offset: go on there
  std::vector<Field> facets;            // to count: person, source, section, tag, lang or date
  std::size_t facet_size = 10;          // values of a facet, the most frequent
  Interval interval = Interval::month;  // of the facet date
  std::chrono::nanoseconds time_for_people{0};  // past which the facet person is given up; 0: what it takes
  std::size_t snippets = 2;
  std::size_t snippet_length = 200;      // code points
  std::vector<std::string> return_keys;  // article keys to answer with; empty: the usual ones
  bool strict = false;
  bool operator==(const SearchRequest&) const = default;
};

}  // namespace morgue
