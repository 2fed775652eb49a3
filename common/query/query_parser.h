// SPDX-License-Identifier: GPL-3.0-or-later
// The query parser: whatever a person types becomes a tree and a list of what was repaired. It cannot fail.
// Knows nothing of Xapian or of who asks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/query/query.h"
#include "common/timestamp.h"

namespace morgue {

enum class Severity { notice, repair };

/// start and end count code points of the query text, half open.
struct Warning {
  std::string code;
  Severity severity = Severity::notice;
  std::string message;
  std::size_t start = 0;
  std::size_t end = 0;
  std::string suggestion;
  bool operator==(const Warning&) const = default;
};

struct ParsedQuery {
  Node tree{Everything{}};
  std::vector<Warning> warnings;
  bool operator==(const ParsedQuery&) const = default;
};

struct ParseOptions {
  bool match_any = false;  // words standing side by side are alternatives
  Day today{};             // what date:today means
  std::int64_t now = 0;    // what last:24h counts from, in seconds since 1970
};

/// The language of INTERFACE section 2. Never throws but std::bad_alloc.
ParsedQuery parse_query(std::string_view text, const ParseOptions&);

}  // namespace morgue
