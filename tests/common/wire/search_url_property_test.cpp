// SPDX-License-Identifier: GPL-3.0-or-later
// A property: every request comes back from its URL as the same request.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cctype>
#include <cstring>

#include "common/text/fold.h"
#include "common/wire/article_keys.h"
#include "common/wire/search_url.h"

namespace morgue {
namespace {

int hexadecimal(char digit) { return digit <= '9' ? digit - '0' : digit - 'A' + 10; }

std::string decoded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      plain += text[i];
      continue;
    }
    plain += static_cast<char>(hexadecimal(text[i + 1]) * 16 + hexadecimal(text[i + 2]));
    i += 2;
  }
  return plain;
}

Parameters parameters_of(std::string_view url) {
  Parameters parameters;
  while (!url.empty()) {
    const auto part = url.substr(0, url.find('&'));
    const auto sign = part.find('=');
    parameters.emplace_back(decoded(part.substr(0, sign)), decoded(part.substr(sign + 1)));
    url.remove_prefix(std::min(url.size(), part.size() + 1));
  }
  return parameters;
}

/// Text of any bytes, those of URLs and of other scripts often among them.
rc::Gen<std::string> some_text() {
  const auto part = rc::gen::oneOf(rc::gen::container<std::string>(rc::gen::arbitrary<char>()),
                                   rc::gen::element<std::string>("Лавров", " ", "&", "=", "%", "+", "#", ",",
                                                                 "-", "\"", "ø", "海", "😀", "a:b*"));
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(part),
                      [](const std::vector<std::string>& parts) {
                        std::string text;
                        for (const auto& p : parts) text += p;
                        return valid_utf8(text);
                      });
}

template <class Item>
std::vector<Item> some_of(const std::vector<Item>& items) {
  std::vector<Item> some;
  for (const auto& item : items)
    if (*rc::gen::arbitrary<bool>()) some.push_back(item);
  return some;
}

std::optional<Day> some_day() {
  if (!*rc::gen::arbitrary<bool>()) return std::nullopt;
  return Day{std::chrono::days{*rc::gen::inRange(-130'000, 60'000)}};
}

std::vector<std::string> some_values() {
  return *rc::gen::scale(0.2, rc::gen::container<std::vector<std::string>>(rc::gen::nonEmpty(some_text())));
}

std::vector<ValueFilter> some_filters() {
  std::vector<ValueFilter> filters;
  for (const auto field : {Field::person, Field::source, Field::section, Field::tag, Field::lang}) {
    ValueFilter filter{field, some_values(), some_values()};
    if (!filter.wanted.empty() || !filter.unwanted.empty()) filters.push_back(filter);
  }
  return filters;
}

SearchRequest some_request() {
  SearchRequest request;
  request.query = *some_text();
  request.in = some_of<Field>({Field::title, Field::body, Field::person});
  request.published = {some_day(), some_day()};
  auto& [first, last] = request.published;
  if (first && last && *last < *first) std::swap(first, last);
  request.filters = some_filters();
  request.match = *rc::gen::element(MatchMode::all, MatchMode::any);
  request.order = *rc::gen::element(Order::relevance, Order::newest, Order::oldest, Order::added);
  if (*rc::gen::arbitrary<bool>()) request.offset = *rc::gen::inRange<std::size_t>(0, largest_offset);
  else request.cursor = *some_text();
  request.limit = *rc::gen::inRange<std::size_t>(0, most_results_a_page + 1);
  request.facets = some_of<Field>({Field::person, Field::source, Field::tag, Field::date});
  request.facet_size = *rc::gen::inRange<std::size_t>(0, 1'000'001);
  request.interval = *rc::gen::element(Interval::year, Interval::month, Interval::day);
  request.snippets = *rc::gen::inRange<std::size_t>(0, 101);
  request.snippet_length = *rc::gen::inRange<std::size_t>(10, 10'001);
  const auto keys = article_key_names();
  request.return_keys = some_of<std::string>({keys.begin(), keys.end()});
  request.strict = *rc::gen::arbitrary<bool>();
  return request;
}

RC_GTEST_PROP(SearchUrlProperty, ComesBackAsTheSameRequestOverSignsThatAUrlMayHold, ()) {
  const auto request = some_request();
  const auto url = to_search_url(request);
  RC_LOG() << url;
  for (const char sign : url)
    RC_ASSERT(std::isalnum(static_cast<unsigned char>(sign)) || std::strchr("-._~,:*%=&", sign) != nullptr);
  RC_ASSERT(to_search_request(parameters_of(url), Unknown::refused) == request);
}

RC_GTEST_PROP(SearchUrlProperty, TakesWhateverBytesAQueryHas, (const std::string& bytes)) {
  const auto request = to_search_request({{"q", bytes}}, Unknown::refused);
  RC_ASSERT(request.query == valid_utf8(bytes));
}

}  // namespace
}  // namespace morgue
