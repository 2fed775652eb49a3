// SPDX-License-Identifier: GPL-3.0-or-later
// The leaves of random queries: words, quotations, distances, wildcards, values and dates, each in every
// notation. Knows nothing of how they are joined.
#pragma once

#include <string>
#include <vector>

#include "common/article/article.h"
#include "tests/support/chance.h"

namespace morgue::oracle {

using testing_support::Chance;

class RandomLeaves {
 public:
  /// The articles must outlive this.
  RandomLeaves(Chance& chance, const std::vector<Article>& articles) : chance_(chance), articles_(articles) {}

  std::string leaf();
  /// "title:" and its like.
  std::string text_field();

 private:
  using Words = std::vector<std::string>;

  Words text_of_an_article();
  std::string run_of_words(std::size_t count);
  std::string word();
  std::string quoted(const std::string& words);
  std::string phrase();
  std::string phrase_with_patterns();
  std::string literal();
  std::string window();
  std::string wildcard(const std::string& word);
  std::string fuzzy(const std::string& word);
  std::string pattern(const std::string& word);
  std::string side(const Words& text, std::size_t at);
  std::string distance();
  std::string nearness();
  std::string name_group();
  std::string value();
  std::string date();

  Chance& chance_;
  const std::vector<Article>& articles_;
};

}  // namespace morgue::oracle
