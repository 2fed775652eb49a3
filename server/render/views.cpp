// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/views.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "common/text/code_points.h"
#include "common/wire/results_json.h"
#include "common/wire/search_url.h"
#include "server/http/message.h"

namespace morgue {
namespace {

constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};

std::string in_words(Timestamp moment) {
  const std::chrono::sys_seconds second{std::chrono::seconds(moment.seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(second);
  const std::chrono::year_month_day date(day);
  auto text = std::to_string(static_cast<unsigned>(date.day())) + " " +
              months.at(static_cast<unsigned>(date.month()) - 1) + " " +
              std::to_string(static_cast<int>(date.year()));
  if (moment.whole_day) return text;
  const std::chrono::hh_mm_ss time(second - day);
  std::array<char, 32> clock{};
  std::snprintf(clock.data(), clock.size(), ", %02d:%02d UTC", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()));
  return text + clock.data();
}

bool has_text(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") != std::string_view::npos;
}

std::string at(std::string_view path, const std::string& parameters) {
  return parameters.empty() ? std::string(path) : std::string(path) + "?" + parameters;
}

// The search box

struct OrderChoice {
  Order order;
  std::string_view value;
  std::string_view label;
};

constexpr std::array orders{
    OrderChoice{Order::relevance, "relevance", "Best match first"},
    OrderChoice{Order::newest, "newest", "Newest first"},
    OrderChoice{Order::oldest, "oldest", "Oldest first"},
    OrderChoice{Order::added, "added", "Latest added first"},
};

View order_views(Order chosen) {
  auto views = View::array();
  for (const auto& choice : orders)
    views.push_back({{"value", choice.value}, {"label", choice.label}, {"selected", choice.order == chosen}});
  return views;
}

/// What stands in the URL and what is said of it, for parameters that narrow a search.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> narrowings{{
    {"in", "only in"},
    {"source", "source:"},
    {"-source", "not from"},
    {"section", "section:"},
    {"-section", "not in section"},
    {"tag", "tag:"},
    {"-tag", "not tagged"},
    {"lang", "language:"},
    {"-lang", "not in language"},
    {"match", "words:"},
}};

std::string_view said_of(std::string_view parameter) {
  for (const auto& [name, said] : narrowings)
    if (name == parameter) return said;
  return {};
}

std::string url_without(const http::Parameters& parameters, std::size_t left_out) {
  std::string text;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if (i == left_out) continue;
    if (!text.empty()) text += '&';
    text += parameters[i].first + "=" + percent_encode(parameters[i].second);
  }
  return at("/search", text);
}

/// Every parameter of the search from its first page on, decoded.
http::Parameters parameters_of(SearchRequest request) {
  request.offset = 0;
  const auto url = to_search_url(request);
  return http::parse_parameters(url, url.size());
}

bool has_a_field_of_its_own(std::string_view parameter) {
  constexpr std::array<std::string_view, 4> fields{"q", "sort", "from", "to"};
  return std::find(fields.begin(), fields.end(), parameter) != fields.end();
}

View carried_views(const http::Parameters& parameters) {
  auto views = View::array();
  for (const auto& [name, value] : parameters)
    if (!has_a_field_of_its_own(name)) views.push_back({{"name", name}, {"value", value}});
  return views;
}

View filter_views(const http::Parameters& parameters) {
  auto views = View::array();
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const auto said = said_of(parameters[i].first);
    if (!said.empty())
      views.push_back({{"said", said}, {"value", parameters[i].second}, {"url", url_without(parameters, i)}});
  }
  return views;
}

std::string day_text(const std::optional<Day>& day) { return day ? to_iso(*day) : ""; }

}  // namespace

std::string search_url(const SearchRequest& request) { return at("/search", to_search_url(request)); }

std::string article_url(const std::string& id, const SearchRequest& request) {
  const auto search = to_search_url(request);
  return "/article?id=" + percent_encode(id) + (search.empty() ? "" : "&" + search);
}

View highlight_view(const Highlight& highlight) {
  View view;
  view["marked_html"] = marked_html(highlight);
  return view;
}

View title_view(const Highlight& title) {
  return highlight_view(has_text(title.text) ? title : Highlight{untitled, {}, 0});
}

View snippet_view(const Highlight& snippet, std::string_view body) {
  const auto begin = byte_of(body, snippet.start);
  const auto end = std::min(body.size(), begin + snippet.text.size());
  auto view = highlight_view(snippet);
  view["before"] = has_text(body.substr(0, begin));
  view["after"] = has_text(body.substr(end));
  return view;
}

View meta_view(const Article& article) {
  const auto date = date_of(article);
  return {{"source", article.source},
          {"section", article.section},
          {"iso", date ? to_iso(*date) : ""},
          {"date", date ? in_words(*date) : "undated"}};
}

std::string language_of(const Article& article) {
  return article.language.empty() ? article.language_detected : article.language;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all.append(all.empty() ? "" : ", ").append(text);
  return all;
}

bool is_web_url(std::string_view url) {
  return http::same_token(url.substr(0, 7), "http://") || http::same_token(url.substr(0, 8), "https://");
}

View search_box_view(const SearchRequest& request) {
  const auto parameters = parameters_of(request);
  return {{"q", request.query},
          {"orders", order_views(request.order)},
          {"from", day_text(request.published.first)},
          {"to", day_text(request.published.last)},
          {"carried", carried_views(parameters)},
          {"filters", filter_views(parameters)}};
}

std::string with_commas(std::uint64_t number) {
  auto text = std::to_string(number);
  for (std::size_t place = text.size(); place > 3; place -= 3) text.insert(place - 3, ",");
  return text;
}

}  // namespace morgue
