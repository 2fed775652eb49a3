// SPDX-License-Identifier: GPL-3.0-or-later
// One table says how each parameter is read and written. Knows nothing of sockets or pages.
#include "common/wire/search_url.h"

#include <algorithm>
#include <array>
#include <optional>
#include <type_traits>

#include "common/text/fold.h"
#include "common/text/nearest.h"
#include "common/wire/article_keys.h"

namespace morgue {
namespace {

using Values = std::vector<std::string>;

constexpr std::size_t most_facet_values = 1'000'000;
constexpr std::size_t most_snippets = 100;
constexpr std::size_t shortest_snippet = 10;
constexpr std::size_t longest_snippet = 10'000;

/// The request while it is read. Of both dates the whole span is kept, so that reversed ones can be turned
/// round.
struct Reading {
  SearchRequest request;
  std::optional<DaySpan> from;
  std::optional<DaySpan> to;
};

struct ParameterInfo {
  std::string_view name;
  bool repeatable;
  void (*read)(Reading&, std::string_view name, const std::string& value);
  Values (*write)(const SearchRequest&);
  void (*describe)(ParameterShape&) = [](ParameterShape&) {};
};

const SearchRequest& defaults() {
  static const SearchRequest request;
  return request;
}

template <class Table>
std::vector<std::string_view> names_of(const Table& table) {
  std::vector<std::string_view> names;
  for (const auto& row : table) names.push_back(row.name);
  return names;
}

// Values out of a few: sort=newest.

template <class Value>
struct Choice {
  std::string_view name;
  Value value;
};
template <class Value>
Choice(const char*, Value) -> Choice<Value>;

constexpr std::array orders{Choice{"relevance", Order::relevance}, Choice{"newest", Order::newest},
                            Choice{"oldest", Order::oldest}, Choice{"added", Order::added}};
constexpr std::array match_modes{Choice{"all", MatchMode::all}, Choice{"any", MatchMode::any}};
constexpr std::array intervals{Choice{"year", Interval::year}, Choice{"month", Interval::month},
                               Choice{"day", Interval::day}};
constexpr std::array facet_fields{Choice{"person", Field::person},   Choice{"source", Field::source},
                                  Choice{"section", Field::section}, Choice{"tag", Field::tag},
                                  Choice{"lang", Field::lang},       Choice{"date", Field::date}};
constexpr std::array searched_fields{Choice{"title", Field::title}, Choice{"body", Field::body},
                                     Choice{"people", Field::person}};
constexpr std::array flags{Choice{"1", true}, Choice{"0", false}, Choice{"true", true},
                           Choice{"false", false}};

template <class Choices>
auto chosen(std::string_view parameter, std::string_view text, const Choices& choices) {
  check_is_one_of(parameter, text, names_of(choices));
  return std::find_if(choices.begin(), choices.end(), [&](const auto& choice) { return choice.name == text; })
      ->value;
}

template <class Choices, class Value>
std::string_view name_of(const Choices& choices, Value value) {
  return std::find_if(choices.begin(), choices.end(),
                      [&](const auto& choice) { return choice.value == value; })
      ->name;
}

template <const auto& choices, auto SearchRequest::*member>
constexpr ParameterInfo choice_parameter(std::string_view parameter) {
  return {parameter, false,
          [](Reading& reading, std::string_view name, const std::string& value) {
            reading.request.*member = chosen(name, value, choices);
          },
          [](const SearchRequest& request) {
            if (request.*member == defaults().*member) return Values{};
            return Values{std::string(name_of(choices, request.*member))};
          },
          [](ParameterShape& shape) {
            constexpr bool is_flag = std::is_same_v<decltype(choices.front().value), bool>;
            shape.kind = is_flag ? ParameterShape::Kind::flag : ParameterShape::Kind::choice;
            shape.choices = names_of(choices);
            if (!is_flag) shape.by_default = name_of(choices, defaults().*member);
          }};
}

// Numbers: limit=10.

template <std::size_t SearchRequest::*member, std::size_t least, std::size_t most>
constexpr ParameterInfo number_parameter(std::string_view parameter) {
  return {parameter, false,
          [](Reading& reading, std::string_view name, const std::string& value) {
            reading.request.*member = number_of(name, value, least, most, defaults().*member);
          },
          [](const SearchRequest& request) {
            if (request.*member == defaults().*member) return Values{};
            return Values{std::to_string(request.*member)};
          },
          [](ParameterShape& shape) {
            shape.kind = ParameterShape::Kind::number;
            shape.least = least;
            shape.most = most;
            shape.by_default = std::to_string(defaults().*member);
          }};
}

// Dates: from=2021-07.

template <std::optional<DaySpan> Reading::*span, std::optional<Day> DaySpan::*end>
constexpr ParameterInfo date_parameter(std::string_view parameter) {
  return {parameter, false,
          [](Reading& reading, std::string_view name, const std::string& value) {
            reading.*span = parse_day_span(value);
            if (!(reading.*span)) throw BadParameter(name, "is not a date: " + value, "2021-07-15");
          },
          [](const SearchRequest& request) {
            const auto& day = request.published.*end;
            return day ? Values{to_iso(*day)} : Values{};
          },
          [](ParameterShape& shape) { shape.kind = ParameterShape::Kind::date; }};
}

void settle_dates(Reading& reading) {
  auto& [request, from, to] = reading;
  if (from && to && from->first > to->last) std::swap(from, to);
  if (from) request.published.first = from->first;
  if (to) request.published.last = to->last;
}

// Filters: source=a&source=b&-source=c.

ValueFilter& filter(SearchRequest& request, Field field) {
  for (auto& known : request.filters)
    if (known.field == field) return known;
  return request.filters.emplace_back(ValueFilter{field, {}, {}});
}

template <Field field, Values ValueFilter::*side>
constexpr ParameterInfo filter_parameter(std::string_view parameter) {
  return {parameter, true,
          [](Reading& reading, std::string_view, const std::string& value) {
            (filter(reading.request, field).*side).push_back(value);
          },
          [](const SearchRequest& request) {
            Values values;
            for (const auto& known : request.filters)
              if (known.field == field)
                values.insert(values.end(), (known.*side).begin(), (known.*side).end());
            return values;
          }};
}

// Lists: in=title,body.

template <class Read>
void for_each_item(std::string_view list, Read&& read) {
  for (std::size_t begin = 0; begin < list.size();) {
    const auto end = std::min(list.find(',', begin), list.size());
    if (end > begin) read(list.substr(begin, end - begin));
    begin = end + 1;
  }
}

template <class Items, class Item>
void append_once(Items& items, Item item) {
  if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(std::move(item));
}

template <class Items, class NameOf>
Values as_list(const Items& items, NameOf&& item_name) {
  std::string list;
  for (const auto& item : items) {
    if (!list.empty()) list += ',';
    list += item_name(item);
  }
  return list.empty() ? Values{} : Values{list};
}

void read_in(Reading& reading, std::string_view name, const std::string& value) {
  for_each_item(value, [&](std::string_view field) {
    append_once(reading.request.in, chosen(name, field, searched_fields));
  });
}

Values write_in(const SearchRequest& request) {
  return as_list(request.in, [](Field field) { return name_of(searched_fields, field); });
}

void read_facets(Reading& reading, std::string_view name, const std::string& value) {
  for_each_item(value, [&](std::string_view field) {
    append_once(reading.request.facets, chosen(name, field, facet_fields));
  });
}

Values write_facets(const SearchRequest& request) {
  return as_list(request.facets, [](Field field) { return name_of(facet_fields, field); });
}

void read_fields(Reading& reading, std::string_view name, const std::string& value) {
  for_each_item(value, [&](std::string_view key) {
    check_is_one_of(name, key, article_key_names());
    append_once(reading.request.return_keys, std::string(key));
  });
}

Values write_fields(const SearchRequest& request) {
  return as_list(request.return_keys, [](const std::string& key) { return key; });
}

template <std::string SearchRequest::*member>
constexpr ParameterInfo text_parameter(std::string_view parameter) {
  return {
      parameter, false,
      [](Reading& reading, std::string_view, const std::string& value) { reading.request.*member = value; },
      [](const SearchRequest& request) {
        return (request.*member).empty() ? Values{} : Values{request.*member};
      }};
}

void check_where_it_begins(const SearchRequest& request) {
  if (!request.cursor.empty() && request.offset > 0)
    throw BadParameter::with_hint("cursor", "goes without an offset", "leave one of them out");
}

template <const auto& choices>
void describe_list(ParameterShape& shape) {
  shape.kind = ParameterShape::Kind::list;
  shape.choices = names_of(choices);
}

void describe_fields(ParameterShape& shape) {
  shape.kind = ParameterShape::Kind::list;
  shape.choices = article_key_names();
}

constexpr std::array parameters{
    text_parameter<&SearchRequest::query>("q"),
    ParameterInfo{"in", true, read_in, write_in, describe_list<searched_fields>},
    date_parameter<&Reading::from, &DaySpan::first>("from"),
    date_parameter<&Reading::to, &DaySpan::last>("to"),
    filter_parameter<Field::person, &ValueFilter::wanted>("person"),
    filter_parameter<Field::person, &ValueFilter::unwanted>("-person"),
    filter_parameter<Field::source, &ValueFilter::wanted>("source"),
    filter_parameter<Field::source, &ValueFilter::unwanted>("-source"),
    filter_parameter<Field::section, &ValueFilter::wanted>("section"),
    filter_parameter<Field::section, &ValueFilter::unwanted>("-section"),
    filter_parameter<Field::tag, &ValueFilter::wanted>("tag"),
    filter_parameter<Field::tag, &ValueFilter::unwanted>("-tag"),
    filter_parameter<Field::lang, &ValueFilter::wanted>("lang"),
    filter_parameter<Field::lang, &ValueFilter::unwanted>("-lang"),
    choice_parameter<match_modes, &SearchRequest::match>("match"),
    choice_parameter<orders, &SearchRequest::order>("sort"),
    number_parameter<&SearchRequest::offset, 0, largest_offset>("offset"),
    number_parameter<&SearchRequest::limit, 0, most_results_a_page>("limit"),
    text_parameter<&SearchRequest::cursor>("cursor"),
    ParameterInfo{"facets", true, read_facets, write_facets, describe_list<facet_fields>},
    number_parameter<&SearchRequest::facet_size, 0, most_facet_values>("facet_size"),
    choice_parameter<intervals, &SearchRequest::interval>("interval"),
    number_parameter<&SearchRequest::snippets, 0, most_snippets>("snippets"),
    number_parameter<&SearchRequest::snippet_length, shortest_snippet, longest_snippet>("snippet_length"),
    ParameterInfo{"fields", true, read_fields, write_fields, describe_fields},
    choice_parameter<flags, &SearchRequest::strict>("strict"),
};

void check_names(const Parameters& given, const std::vector<std::string_view>& also) {
  auto known = names_of(parameters);
  known.insert(known.end(), also.begin(), also.end());
  for (const auto& [raw_name, value] : given) {
    const auto name = valid_utf8(raw_name);
    if (value.empty() || std::find(known.begin(), known.end(), name) != known.end()) continue;
    const auto likely = nearest(name, known);
    throw BadParameter::with_hint(
        name, "is not a known parameter",
        likely.empty() ? "known are " + listed(known) : "did you mean " + likely + "?");
  }
}

Values values_of(const Parameters& given, const ParameterInfo& parameter) {
  Values values;
  for (const auto& [name, value] : given)
    if (name == parameter.name && !value.empty()) values.push_back(valid_utf8(value));
  if (values.size() > 1 && !parameter.repeatable)
    throw BadParameter::with_hint(parameter.name, "is given more than once", "give it once");
  return values;
}

bool stays_as_it_is(char sign) {
  return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9') ||
         std::string_view("-._~,:*").find(sign) != std::string_view::npos;
}

}  // namespace

SearchRequest to_search_request(const Parameters& given, Unknown unknown,
                                const std::vector<std::string_view>& also) {
  if (unknown == Unknown::refused) check_names(given, also);
  Reading reading;
  for (const auto& parameter : parameters)
    for (const auto& value : values_of(given, parameter)) parameter.read(reading, parameter.name, value);
  settle_dates(reading);
  check_where_it_begins(reading.request);
  return reading.request;
}

std::vector<ParameterShape> search_parameters() {
  std::vector<ParameterShape> shapes;
  for (const auto& parameter : parameters) {
    auto& shape = shapes.emplace_back(ParameterShape{.name = parameter.name});
    shape.repeatable = parameter.repeatable;
    parameter.describe(shape);
  }
  return shapes;
}

std::string to_search_url(const SearchRequest& request) {
  std::string url;
  for (const auto& parameter : parameters) {
    for (const auto& value : parameter.write(request)) {
      if (!url.empty()) url += '&';
      url.append(parameter.name).append("=").append(percent_encode(value));
    }
  }
  return url;
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char sign : text) {
    if (stays_as_it_is(sign)) {
      encoded += sign;
    } else {
      const auto byte = static_cast<unsigned char>(sign);
      encoded.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
  }
  return encoded;
}

}  // namespace morgue
