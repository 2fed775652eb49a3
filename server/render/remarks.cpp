// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/remarks.h"

#include <algorithm>
#include <string>

#include "common/text/code_points.h"
#include "server/render/narrowed.h"
#include "server/render/views.h"

namespace morgue {
namespace {

std::string with_suggestion(const Warning& warning, const std::string& query) {
  const auto begin = byte_of(query, warning.start);
  const auto end = std::max(begin, byte_of(query, warning.end));
  return query.substr(0, begin) + warning.suggestion + query.substr(end);
}

View warning_view(const Warning& warning, const SearchRequest& request) {
  View view{{"message", warning.message},
            {"is_spelling", warning.code == "did_you_mean"},
            {"suggestion", nullptr}};
  if (warning.suggestion.empty()) return view;
  auto other = from_first_page(request);
  other.query = with_suggestion(warning, request.query);
  view["suggestion"] = {{"text", other.query}, {"url", search_url(other)}};
  return view;
}

bool was_repaired(const SearchResults& results) {
  return std::ranges::any_of(results.warnings,
                             [](const Warning& warning) { return warning.severity == Severity::repair; });
}

}  // namespace

View remarks_view(const SearchResults& results, const SearchRequest& request) {
  if (results.warnings.empty()) return false;
  auto warnings = View::array();
  for (const auto& warning : results.warnings) warnings.push_back(warning_view(warning, request));
  return {{"warnings", warnings}, {"understood", was_repaired(results) ? results.understood : ""}};
}

}  // namespace morgue
