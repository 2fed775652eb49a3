// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/near_copies.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string_view>

namespace morgue {
namespace {

constexpr std::size_t words_of_a_shingle = 4;

std::vector<std::uint64_t> words_of(const AnalysedArticle& article) {
  std::vector<std::uint64_t> words;
  for (const auto* text : {&article.title, &article.body})
    for (const auto& token : text->tokens)
      if (token.kind == TokenKind::word)
        words.push_back(std::hash<std::string_view>{}(article.lexicon->form(token.form)));
  return words;
}

/// Depends on the order (the mixing of boost::hash_combine, for 64 bits).
std::uint64_t combined(std::uint64_t hash, std::uint64_t word) {
  return hash ^ (word + 0x9E3779B97F4A7C15U + (hash << 12U) + (hash >> 4U));
}

}  // namespace

Shingles shingles_of(const AnalysedArticle& article) {
  const auto words = words_of(article);
  const auto width = std::min(words.size(), words_of_a_shingle);
  Shingles shingles;
  for (std::size_t begin = 0; width > 0 && begin + width <= words.size(); ++begin) {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < width; ++i) hash = combined(hash, words[begin + i]);
    shingles.push_back(hash);
  }
  std::ranges::sort(shingles);
  shingles.erase(std::ranges::unique(shingles).begin(), shingles.end());
  return shingles;
}

double overlap(const Shingles& a, const Shingles& b) {
  const auto shorter = std::min(a.size(), b.size());
  if (shorter == 0) return 0;
  Shingles shared;
  std::ranges::set_intersection(a, b, std::back_inserter(shared));
  return static_cast<double>(shared.size()) / static_cast<double>(shorter);
}

}  // namespace morgue
