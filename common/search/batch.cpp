// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/batch.h"

#include <algorithm>
#include <utility>

namespace morgue {
namespace {

const char* code_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage: return "bad_parameter";
    case ErrorKind::bad_input: return "bad_line";
    default: return "storage";
  }
}

BatchRow found_row(SearchResults results) {
  BatchRow row{.query = std::move(results.text), .total = results.total, .relation = results.relation};
  if (!results.results.empty()) {
    row.top_id = std::move(results.results.front().article.id);
    row.top_title = std::move(results.results.front().article.title);
  }
  if (results.timeline && !results.timeline->spans.empty()) {
    row.first = results.timeline->spans.front().first;
    row.last = results.timeline->spans.back().last;
  }
  row.warnings = std::move(results.warnings);
  return row;
}

BatchRow failed_row(const std::string& query, BatchError error) {
  BatchRow row{.query = query};
  row.error = std::move(error);
  return row;
}

}  // namespace

BatchRow batch_row(Searcher& searcher, SearchRequest request) {
  request.offset = 0;
  request.limit = 1;
  request.cursor.clear();
  request.snippets = 0;
  request.facets = {Field::date};
  request.interval = Interval::day;
  try {
    auto results = searcher.search(request);
    const auto cut = std::ranges::find(results.warnings, "deadline", &Warning::code);
    if (cut != results.warnings.end())
      return failed_row(request.query, {cut->code, cut->message, "narrow it by a word, a field or a date"});
    return found_row(std::move(results));
  } catch (const Error& error) {
    return failed_row(request.query, to_batch_error(error));
  }
}

BatchError to_batch_error(const Error& error) {
  const auto* query = dynamic_cast<const BadQuery*>(&error);
  return {query ? query->warning().code : code_of(error.kind()), error.what(), error.hint()};
}

}  // namespace morgue
