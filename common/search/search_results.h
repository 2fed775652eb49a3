// SPDX-License-Identifier: GPL-3.0-or-later
// SearchResults: the answer. A highlight is text plus ranges; marking it up belongs to each renderer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/article/article.h"
#include "common/article/fields.h"
#include "common/query/query_parser.h"
#include "common/search/search_request.h"
#include "common/timestamp.h"

namespace morgue {

/// Ranges are half open, ascending, disjoint, and count code points of `text`.
struct Highlight {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  std::size_t start = 0;  // code point of the article's field at which `text` begins
  bool operator==(const Highlight&) const = default;
};

struct HighlightedName {
  std::size_t index = 0;  // in the article's people
  Highlight highlight;
  bool operator==(const HighlightedName&) const = default;
};

/// What an article has in common with the one that it is similar to, as that one writes it.
struct Why {
  std::vector<std::string> people;
  std::vector<std::string> words;  // the most telling ones
  double overlap = 0;              // of the texts: near_copies.h
  bool operator==(const Why&) const = default;
};

struct SearchResult {
  Article article;
  double score = 0;
  Highlight title;
  std::vector<Highlight> body;
  std::vector<HighlightedName> people;  // only names with a mark
  std::optional<Why> why = {};          // of a similar article
};

/// exact, or at least so many.
enum class Relation { eq, gte };

struct FacetValue {
  std::string value;  // in its most frequent form
  std::uint64_t articles = 0;
  bool selected = false;                // by the request
  std::vector<std::string> forms = {};  // of a person, where there is more than one, the most frequent first
  bool operator==(const FacetValue&) const = default;
};

/// The values of a field in the articles found, counted as if the request had no filter of this field: a
/// value's count is the total with this value as the field's only filter.
struct Facet {
  Field field = Field::any;
  std::vector<FacetValue> values;  // by count, then value; selected ones past the wanted size follow
  std::uint64_t distinct = 0;
  std::uint64_t missing = 0;  // articles without a value
  bool complete = true;       // false: it was given up, and has no values
};

struct TimelineSpan {
  Day first;
  Day last;
  std::uint64_t articles = 0;
  bool operator==(const TimelineSpan&) const = default;
};

/// The articles found by their date, in spans of one length; empty ones between them too, up to 10,000 in
/// all.
struct Timeline {
  Interval interval = Interval::month;
  std::vector<TimelineSpan> spans;
  std::uint64_t missing = 0;  // undated
};

struct SearchResults {
  std::string text;
  std::string understood;
  std::vector<Warning> warnings;
  std::uint64_t total = 0;
  Relation relation = Relation::eq;
  std::size_t offset = 0;
  std::size_t limit = 0;
  std::string cursor;  // to go on after the last result; "" where there is nothing more
  std::string generation;
  double took_ms = 0;
  std::uint64_t verified = 0;  // articles whose text was read to decide
  std::vector<SearchResult> results;
  std::vector<Facet> facets;
  std::optional<Timeline> timeline;  // where the facet date was asked for
};

}  // namespace morgue
