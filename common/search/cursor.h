// SPDX-License-Identifier: GPL-3.0-or-later
// A cursor: a place in a search's results from which to go on, as text, both ways. Knows nothing of URLs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/error.h"
#include "common/search/search_request.h"

namespace morgue {

/// By date the key of a hit, which is a place whatever changes; by relevance a number of results in one
/// generation.
struct Place {
  std::string key = {};         // of the last hit that was seen
  std::string generation = {};  // where there is no key
  std::uint64_t offset = 0;
  bool operator==(const Place&) const = default;
};

/// A cursor that is no good, or no more.
class BadCursor : public Error {
 public:
  BadCursor(const std::string& message, bool is_expired)
      : Error(ErrorKind::usage, message, "search again without a cursor"), is_expired_(is_expired) {}

  bool is_expired() const { return is_expired_; }

 private:
  bool is_expired_;
};

/// Letters, digits, "-" and "_". For this search alone, whatever its limit and what it shows of each result.
std::string to_cursor(const SearchRequest&, const Place&);

/// The place of request.cursor. Throws BadCursor for one that was made for another search or was changed, and
/// for one by relevance that was made in another generation than `now`.
Place place_of_cursor(const SearchRequest&, std::string_view now);

}  // namespace morgue
