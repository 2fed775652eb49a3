// SPDX-License-Identifier: GPL-3.0-or-later
// The facets of an answer, counted document by document in the pass that finds it; a facet's own filters are
// decided here, so that they do not hide its other values. Knows nothing of queries.
#pragma once

#include <xapian.h>

#include <boost/unordered/unordered_flat_map.hpp>
#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
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
  ValueCounts(ValueCounts&&) = default;

  /// Reads the document's values; whether they pass the request's filter of the field.
  bool read(const Xapian::Document&);
  /// Counts what was read last.
  void count();
  /// Reads from now on only what decides, and counts nothing more.
  void give_up() { given_up_ = true; }

  Facet facet(std::size_t size) const;
  Field field() const { return field_; }

 private:
  /// A value as articles write it. Each article has a value in one form only.
  struct Form {
    std::string written;
    std::uint64_t articles = 0;
    bool wanted = false;
    bool unwanted = false;
  };
  struct Value;

  std::size_t place_of(std::string_view written);
  std::vector<Value> values() const;
  const Form& most_frequent(const Value&) const;
  static bool comes_before(const Form&, const Form&);
  bool comes_before(const Value&, const Value&) const;
  bool is_wanted(const Value&) const;
  FacetValue to_facet_value(const Value&) const;

  Field field_;
  std::set<std::string> wanted_, unwanted_;  // as they are compared
  std::deque<Form> forms_;                   // which never move
  boost::unordered_flat_map<std::string_view, std::size_t> of_form_;
  std::vector<std::size_t> read_;  // places in forms_
  std::uint64_t missing_ = 0;
  bool given_up_ = false;
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
  void give_up_people_when_late();
  void count_date(const Xapian::Document&);

  const TimeZone& zone_;
  std::size_t size_;
  std::optional<std::chrono::steady_clock::time_point> people_end_;
  std::uint64_t taken_ = 0;
  std::vector<ValueCounts> fields_;
  std::optional<Interval> interval_;
  std::map<Day, std::uint64_t> by_first_day_;  // of each span
  std::uint64_t undated_ = 0;
};

}  // namespace morgue
