// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/search_box.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/wire/search_url.h"
#include "server/http/message.h"
#include "server/render/dates.h"
#include "server/render/narrowed.h"
#include "server/render/views.h"

namespace morgue {
namespace {

constexpr std::array orders{
    std::pair{Order::relevance, "Best match"},
    std::pair{Order::newest, "Newest"},
    std::pair{Order::oldest, "Oldest"},
    std::pair{Order::added, "Latest added"},
};

/// What stands in the URL and what is said of it, for parameters that narrow a search by a value.
constexpr std::array<std::pair<std::string_view, std::string_view>, 11> narrowings{{
    {"in", "only in"},
    {"person", "person"},
    {"-person", "without person"},
    {"source", "source"},
    {"-source", "without source"},
    {"section", "section"},
    {"-section", "without section"},
    {"tag", "tag"},
    {"-tag", "without tag"},
    {"lang", "language"},
    {"-lang", "without language"},
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
    text.append(text.empty() ? "?" : "&").append(parameters[i].first).append("=");
    text += percent_encode(parameters[i].second);
  }
  return "/search" + text;
}

/// Every parameter of the search from its first page on, decoded.
http::Parameters parameters_of(const SearchRequest& request) {
  const auto url = to_search_url(from_first_page(request));
  return http::parse_parameters(url, url.size());
}

bool has_a_field_of_its_own(std::string_view parameter) {
  constexpr std::array<std::string_view, 4> fields{"q", "match", "from", "to"};
  return std::ranges::find(fields, parameter) != fields.end();
}

View carried_views(const http::Parameters& parameters) {
  auto views = View::array();
  for (const auto& [name, value] : parameters)
    if (!has_a_field_of_its_own(name)) views.push_back({{"name", name}, {"value", value}});
  return views;
}

View chip_views(const http::Parameters& parameters, const SearchRequest& request) {
  auto chips = View::array();
  if (const auto days = in_words(request.published); !days.empty())
    chips.push_back(
        {{"said", "date"}, {"value", days}, {"out", false}, {"url", search_url(within(request, {}))}});
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const auto& [name, value] = parameters[i];
    if (const auto said = said_of(name); !said.empty())
      chips.push_back({{"said", said},
                       {"value", value},
                       {"out", name.starts_with('-')},
                       {"url", url_without(parameters, i)}});
  }
  return chips;
}

/// Where all limits are taken off.
std::string unlimited_url(const SearchRequest& request) {
  SearchRequest all;
  all.query = request.query;
  all.order = request.order;
  return search_url(all);
}

std::string day_text(const std::optional<Day>& day) { return day ? to_iso(*day) : ""; }

}  // namespace

View order_views(const SearchRequest& request) {
  auto views = View::array();
  for (const auto& [order, label] : orders) {
    auto other = from_first_page(request);
    other.order = order;
    views.push_back({{"label", label}, {"url", search_url(other)}, {"chosen", order == request.order}});
  }
  return views;
}

View search_box_view(const SearchRequest& request) {
  const auto parameters = parameters_of(request);
  const auto chips = chip_views(parameters, request);
  return {{"q", request.query},
          {"any", request.match == MatchMode::any},
          {"from", day_text(request.published.first)},
          {"to", day_text(request.published.last)},
          {"carried", carried_views(parameters)},
          {"has_chips", !chips.empty()},
          {"chips", chips},
          {"unlimited_url", chips.size() > 1 ? unlimited_url(request) : ""}};
}

}  // namespace morgue
