// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wire/facets_json.h"

#include "common/wire/results_json.h"

namespace morgue {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* interval_name(Interval interval) {
  switch (interval) {
    case Interval::year: return "year";
    case Interval::month: return "month";
    case Interval::day: break;
  }
  return "day";
}

Json values_json(const Facet& facet) {
  auto values = Json::array();
  for (const auto& value : facet.values) {
    values.push_back({{"value", value.value}, {"count", value.articles}, {"selected", value.selected}});
    if (!value.forms.empty()) values.back()["forms"] = value.forms;
  }
  return values;
}

Json facet_json(const Facet& facet, Relation relation) {
  Json json;
  json["values"] = values_json(facet);
  json["distinct"] = facet.distinct;
  json["missing"] = facet.missing;
  json["exact"] = relation == Relation::eq && facet.complete;
  return json;
}

void put_timeline(Json& json, const Timeline& timeline) {
  json["interval"] = interval_name(timeline.interval);
  auto& values = json["values"] = Json::array();
  for (const auto& span : timeline.spans)
    values.push_back({{"from", to_iso(span.first)}, {"to", to_iso(span.last)}, {"count", span.articles}});
  json["missing"] = timeline.missing;
}

Json begun(const Json& query, std::uint64_t total, Relation relation) {
  Json json;
  json["query"] = query;
  json["total"] = total;
  json["relation"] = relation_name(relation);
  return json;
}

}  // namespace

nlohmann::ordered_json count_json(const std::string& query_text, const Count& count) {
  return begun(query_json(query_text, count.understood, count.warnings), count.total, count.relation);
}

nlohmann::ordered_json facets_json(const SearchResults& results) {
  auto json = Json::object();
  for (const auto& facet : results.facets)
    json[std::string(info(facet.field).name)] = facet_json(facet, results.relation);
  if (results.timeline) put_timeline(json["date"], *results.timeline);
  return json;
}

nlohmann::ordered_json facets_answer_json(const SearchResults& results) {
  auto json =
      begun(query_json(results.text, results.understood, results.warnings), results.total, results.relation);
  json["facets"] = facets_json(results);
  return json;
}

nlohmann::ordered_json timeline_answer_json(const SearchResults& results) {
  auto json =
      begun(query_json(results.text, results.understood, results.warnings), results.total, results.relation);
  put_timeline(json, results.timeline.value());
  return json;
}

}  // namespace morgue
