// SPDX-License-Identifier: GPL-3.0-or-later
// The rulings of the query language, one a row: the matcher and every door are held against the same table.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/article.h"

namespace morgue::testing_support {

/// A body, a query, and the body with [ ] around what the query marks in it; "" where it does not match.
struct Ruling {
  std::string_view body, query, marked;
  std::string_view language = "en";
};

/// Each body is shown whole in one snippet, and none has [ ] of its own.
std::span<const Ruling> rulings();

/// "words", "word" for [words] and a [word].
std::vector<std::string> marks_in(std::string_view marked);

/// The article of a row: its number is the id, and the section by which it is asked for alone.
Article article_of(std::size_t row);

}  // namespace morgue::testing_support
