// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wire/results_from_json.h"

#include <string>

#include "common/wire/article_keys.h"

namespace morgue {
namespace {

using Json = nlohmann::ordered_json;

template <class Function>
auto read(Function&& function) {
  try {
    return function();
  } catch (const nlohmann::json::exception& error) {
    throw Error(ErrorKind::bad_input,
                "the answer is not as a morgue-server gives it: " + std::string(error.what()),
                "see that it is a morgue-server of this version");
  }
}

std::string text_in(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found == json.end() || found->is_null() ? "" : found->get<std::string>();
}

Relation relation_in(const Json& json) {
  return text_in(json, "relation") == "gte" ? Relation::gte : Relation::eq;
}

Warning warning_from(const Json& json) {
  return {.code = text_in(json, "code"),
          .severity = text_in(json, "severity") == "repair" ? Severity::repair : Severity::notice,
          .message = text_in(json, "message"),
          .start = json.at("start").get<std::size_t>(),
          .end = json.at("end").get<std::size_t>(),
          .suggestion = text_in(json, "suggestion")};
}

std::vector<Warning> warnings_in(const Json& json) { return warnings_from(json.at("warnings")); }

Highlight highlight_from(const Json& json) {
  Highlight highlight{
      .text = json.at("text").get<std::string>(), .ranges = {}, .start = json.value("start", std::size_t{0})};
  for (const auto& range : json.at("ranges"))
    highlight.ranges.emplace_back(range.at(0).get<std::size_t>(), range.at(1).get<std::size_t>());
  return highlight;
}

Article article_from(const Json& json) {
  Article article;
  for (const auto& key : article_keys) {
    const auto found = json.find(std::string(key.name));
    if (found != json.end()) std::visit([&](auto member) { found->get_to(article.*member); }, key.member);
  }
  return article;
}

SearchResult result_from(const Json& json) {
  SearchResult result;
  result.article = article_from(json);
  result.score = json.at("score").get<double>();
  const auto& highlights = json.at("highlights");
  result.title = highlight_from(highlights.at("title"));
  for (const auto& snippet : highlights.at("body")) result.body.push_back(highlight_from(snippet));
  for (const auto& name : highlights.at("people"))
    result.people.push_back({name.at("index").get<std::size_t>(), highlight_from(name)});
  if (const auto why = json.find("why"); why != json.end())
    result.why = {why->at("people").get<std::vector<std::string>>(),
                  why->at("words").get<std::vector<std::string>>(), why->at("overlap").get<double>()};
  return result;
}

void read_query(const Json& json, SearchResults& results) {
  results.text = text_in(json.at("query"), "text");
  results.understood = text_in(json.at("query"), "understood");
  results.warnings = warnings_in(json.at("query"));
  results.total = json.at("total").get<std::uint64_t>();
  results.relation = relation_in(json);
}

std::optional<Day> day_in(const Json& json, const char* key) {
  const auto moment = parse_timestamp(text_in(json, key));
  if (!moment) return std::nullopt;
  return std::chrono::floor<std::chrono::days>(
      std::chrono::sys_seconds(std::chrono::seconds(moment->seconds)));
}

Interval interval_in(const Json& json) {
  const auto name = text_in(json, "interval");
  return name == "year" ? Interval::year : name == "day" ? Interval::day : Interval::month;
}

Timeline timeline_from(const Json& json) {
  Timeline timeline{
      .interval = interval_in(json), .spans = {}, .missing = json.at("missing").get<std::uint64_t>()};
  for (const auto& value : json.at("values"))
    timeline.spans.push_back({day_in(value, "from").value_or(Day()), day_in(value, "to").value_or(Day()),
                              value.at("count").get<std::uint64_t>()});
  return timeline;
}

Facet facet_from(const std::string& name, const Json& json) {
  const auto* known = find_field(name);
  Facet facet{.field = known ? known->field : Field::any,
              .values = {},
              .distinct = json.at("distinct").get<std::uint64_t>(),
              .missing = json.at("missing").get<std::uint64_t>()};
  for (const auto& value : json.at("values"))
    facet.values.push_back({value.at("value").get<std::string>(), value.at("count").get<std::uint64_t>(),
                            value.at("selected").get<bool>(),
                            value.value("forms", std::vector<std::string>())});
  return facet;
}

void read_facets(const Json& json, SearchResults& results) {
  for (const auto& [name, facet] : json.items()) {
    if (name == "date") results.timeline = timeline_from(facet);
    else results.facets.push_back(facet_from(name, facet));
  }
}

}  // namespace

SearchResult search_result_from(const nlohmann::ordered_json& json) {
  return read([&] { return result_from(json); });
}

SearchResults search_results_from(const nlohmann::ordered_json& json) {
  return read([&] {
    SearchResults results;
    read_query(json, results);
    results.offset = json.at("offset").get<std::size_t>();
    results.limit = json.at("limit").get<std::size_t>();
    results.cursor = text_in(json, "cursor");
    results.generation = text_in(json, "generation");
    results.took_ms = json.at("took_ms").get<double>();
    for (const auto& result : json.at("results")) results.results.push_back(result_from(result));
    if (const auto facets = json.find("facets"); facets != json.end()) read_facets(*facets, results);
    return results;
  });
}

Count count_from(const nlohmann::ordered_json& json) {
  return read([&] {
    SearchResults results;
    read_query(json, results);
    return Count{results.understood, results.warnings, results.total, results.relation};
  });
}

SearchResults counts_from(const nlohmann::ordered_json& json) {
  return read([&] {
    SearchResults results;
    read_query(json, results);
    if (const auto facets = json.find("facets"); facets != json.end()) read_facets(*facets, results);
    else results.timeline = timeline_from(json);
    return results;
  });
}

std::vector<Warning> warnings_from(const nlohmann::ordered_json& json) {
  return read([&] {
    std::vector<Warning> warnings;
    for (const auto& warning : json) warnings.push_back(warning_from(warning));
    return warnings;
  });
}

BatchRow batch_row_from(const nlohmann::ordered_json& json) {
  return read([&] {
    BatchRow row{.query = text_in(json, "query")};
    const auto& error = json.at("error");
    if (!error.is_null()) {
      row.error = BatchError{text_in(error, "code"), text_in(error, "detail"), text_in(error, "hint")};
      return row;
    }
    row.total = json.at("total").get<std::uint64_t>();
    row.relation = relation_in(json);
    row.first = day_in(json, "first");
    row.last = day_in(json, "last");
    row.top_id = text_in(json, "top_id");
    row.top_title = text_in(json, "top_title");
    row.warnings = warnings_in(json);
    return row;
  });
}

}  // namespace morgue
