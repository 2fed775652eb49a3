// SPDX-License-Identifier: GPL-3.0-or-later
// The facets of an answer, counted document by document in the pass that finds it; a facet's own filters are
// decided here, so that they do not hide its other values. Knows nothing of queries.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/search/search_request.h"
#include "common/search/search_results.h"
#include "common/timestamp.h"

namespace morgue {

/// The request without the filters of the fields that are among its facets.
SearchRequest without_facet_filters(SearchRequest);

/// The counts of one field's values.
class ValueCounts {
 public:
  ValueCounts(Field, const SearchRequest&);

  /// Reads the document's values; whether they pass the request's filter of the field.
  bool read(const Xapian::Document&);
  /// Counts what was read last.
  void count();

  Facet facet(std::size_t size) const;

 private:
  struct Value {
    std::string key;
    std::uint64_t articles = 0;
    std::map<std::string, std::uint64_t> forms;
    bool wanted = false;
    bool unwanted = false;
  };

  std::size_t place_of(std::string_view written);
  std::vector<std::string> joined_forms(const Value&) const;

  Field field_;
  bool has_wanted_;
  std::vector<Value> values_;
  std::unordered_map<std::string, std::size_t> of_key_;
  std::unordered_map<std::string, std::size_t> of_form_;
  std::vector<std::pair<std::size_t, std::string>> read_;  // place in values_, as written
  std::uint64_t missing_ = 0;
};

class FacetCounts {
 public:
  /// The zone must outlive this.
  FacetCounts(const SearchRequest&, const TimeZone&);

  /// Counts a document that all but the facets' own filters accept; whether those accept it too.
  bool take(const Xapian::Document&);

  std::vector<Facet> facets() const;
  std::optional<Timeline> timeline() const;

 private:
  void count_date(const Xapian::Document&);

  const TimeZone& zone_;
  std::size_t size_;
  std::vector<ValueCounts> fields_;
  std::optional<Interval> interval_;
  std::map<Day, std::uint64_t> by_first_day_;  // of each span
  std::uint64_t undated_ = 0;
};

}  // namespace morgue
