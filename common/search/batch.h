// SPDX-License-Identifier: GPL-3.0-or-later
// One of many searches: what is told of each in a row. Knows nothing of lines or files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/search/searcher.h"

namespace morgue {

/// Why there is no answer.
struct BatchError {
  std::string code;  // "bad_parameter", "bad_line", "deadline", "storage", or that of a warning under strict
  std::string detail;
  std::string hint;
};

struct BatchRow {
  std::string query = {};
  std::uint64_t total = 0;
  Relation relation = Relation::eq;
  std::optional<Day> first = {}, last = {};  // of the articles found, in the archive's zone
  std::string top_id = {}, top_title = {};   // of the first result
  std::vector<Warning> warnings = {};
  std::optional<BatchError> error = {};  // then only the query counts
};

/// Never throws an Error: what goes wrong is in the row. Of the request its page and its facets do not count.
BatchRow batch_row(Searcher&, SearchRequest);

/// "detail", "hint" and a code that fits.
BatchError to_batch_error(const Error&);

}  // namespace morgue
