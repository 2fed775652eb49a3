// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wire/similar_json.h"

#include <algorithm>

#include "common/wire/results_json.h"
#include "common/wire/search_url.h"

namespace morgue {

nlohmann::ordered_json similar_json(const SearchResults& results, const SearchRequest& request,
                                    const std::string& id, bool copies) {
  const auto page = [&](std::size_t offset) {
    SearchRequest other = request;
    other.offset = offset;
    const auto search = to_search_url(other);
    return "/v1/similar?id=" + percent_encode(id) + (copies ? "&copies=1" : "") +
           (search.empty() ? "" : "&" + search);
  };
  auto json = to_json(results, request);
  json["next"] = nullptr;
  json["previous"] = nullptr;
  const bool has_more = results.relation == Relation::gte && request.limit > 0;
  if (has_more) json["next"] = page(request.offset + request.limit);
  if (request.offset > 0 && request.limit > 0)
    json["previous"] = page(request.offset - std::min(request.offset, request.limit));
  return json;
}

}  // namespace morgue
