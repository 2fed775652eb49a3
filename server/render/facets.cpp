// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/facets.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "server/render/narrowed.h"
#include "server/render/views.h"

namespace morgue {
namespace {

constexpr std::size_t many_values = 50;  // of each facet, where more are wanted

struct FacetName {
  Field field;
  std::string_view parameter;
  std::string_view label;
};

constexpr std::array names{
    FacetName{Field::person, "person", "People"},     FacetName{Field::source, "source", "Sources"},
    FacetName{Field::section, "section", "Sections"}, FacetName{Field::tag, "tag", "Tags"},
    FacetName{Field::lang, "lang", "Languages"},
};

View value_view(const FacetValue& value, Field field, const SearchRequest& request) {
  const bool left_out = is_unwanted(request, field, value.value);
  const bool is_set = value.selected || left_out;
  return {{"value", value.value},
          {"articles", with_commas(value.articles)},
          {"selected", value.selected},
          {"left_out", left_out},
          {"url", search_url(is_set ? whatever_value(request, field, value.value)
                                    : with_value(request, field, value.value))},
          {"without_url", is_set ? "" : search_url(without_value(request, field, value.value))}};
}

/// With the same facets, but more values.
std::string more_url(const Facet& facet, const SearchRequest& request, std::string_view parameter) {
  if (facet.distinct <= request.facet_size || request.facet_size >= many_values) return "";
  auto more = request;
  more.facet_size = many_values;
  return search_url(more) + "#facet-" + std::string(parameter);
}

View facet_view(const Facet& facet, const SearchRequest& request, const FacetName& name) {
  auto values = View::array();
  for (const auto& value : facet.values) values.push_back(value_view(value, facet.field, request));
  return {{"name", name.parameter},
          {"label", name.label},
          {"distinct", with_commas(facet.distinct)},
          {"values", values},
          {"given_up", !facet.complete},
          {"more_url", more_url(facet, request, name.parameter)}};
}

}  // namespace

View facet_views(const SearchResults& results, const SearchRequest& request) {
  auto views = View::array();
  for (const auto& facet : results.facets) {
    const auto* const name = std::ranges::find(names, facet.field, &FacetName::field);
    if (name != names.end() && (!facet.values.empty() || !facet.complete))
      views.push_back(facet_view(facet, request, *name));
  }
  return views;
}

}  // namespace morgue
