// SPDX-License-Identifier: GPL-3.0-or-later
// How the tests of the matcher show what matched: the text with [ ] around its marks.
#pragma once

#include <gtest/gtest.h>

#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "common/query/matcher.h"
#include "tests/common/query/parsed.h"

namespace morgue {

inline constexpr std::string_view no_match = "no match";

/// The text with [ ] around what is marked in it, once where two leaves stand.
inline std::string marked(std::string text, Field field, std::uint32_t value,
                          const std::vector<Span>& spans) {
  for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
    if (span->field != field || span->value != value) continue;
    const bool is_twice = span != spans.rbegin() && std::prev(span)->field == field &&
                          std::prev(span)->value == value && std::prev(span)->begin == span->begin;
    if (is_twice) continue;
    text.insert(text.begin() + span->end, ']');
    text.insert(text.begin() + span->begin, '[');
  }
  return text;
}

inline Match match_of(const Article& article, std::string_view query) {
  Analyser analyser;
  const auto analysed = analyser.analyse(article);
  const auto tree = parse_query(query, on_a_thursday).tree;
  auto result = match(tree, analysed);
  EXPECT_EQ(matches(tree, analysed), result.matches) << query;
  EXPECT_TRUE(result.matches || result.spans.empty()) << query;
  return result;
}

/// The marked body of an English article, or "no match".
inline std::string in_body(std::string_view body, std::string_view query, std::string_view language = "en") {
  Article article;
  article.body = body;
  article.language = language;
  const auto result = match_of(article, query);
  return result.matches ? marked(article.body, Field::body, 0, result.spans) : std::string(no_match);
}

}  // namespace morgue
