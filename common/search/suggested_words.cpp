// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/suggested_words.h"

#include <algorithm>
#include <map>
#include <utility>

#include "common/index/guarded_query.h"
#include "common/index/positions/position_list.h"
#include "common/index/vocabulary.h"
#include "common/search/xapian_queries.h"
#include "common/text/characters.h"

namespace morgue {
namespace {

constexpr std::size_t words_tried = 40;
constexpr std::size_t read_for_neighbours = 48;  // looked at for what stands beside it

using Words = std::vector<std::pair<std::string, double>>;  // with what each counts

void keep_best(Words& words, std::size_t most) {
  std::ranges::stable_sort(words, [](const auto& a, const auto& b) { return a.second > b.second; });
  words.resize(std::min(words.size(), most));
}

/// Whether one of the latter stands directly behind one of the former.
bool have_neighbours(const std::vector<std::uint32_t>& positions, const std::vector<std::uint32_t>& behind) {
  return std::ranges::any_of(
      positions, [&](std::uint32_t position) { return std::ranges::binary_search(behind, position + 1); });
}

/// Some articles with the word and one of the commonest that begin so. One letter begins too many to look
/// through them, and some of them stands in nearly any article.
std::vector<Xapian::docid> articles_with(const Xapian::Database& database, const std::string& word,
                                         const std::string& beginning) {
  if (beginning.size() == 1) return some_articles(database, word, read_for_neighbours);
  const auto others = commonest_terms(database, beginning, words_tried);
  if (others.empty()) return {};
  std::vector<Xapian::Query> any;
  for (const auto& other : others) any.push_back(term_filter(database, other.term));
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(filtered(term_filter(database, word), any_of(any)));
  std::vector<Xapian::docid> found;
  const auto hits = enquire.get_mset(0, read_for_neighbours);
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) found.push_back(*hit);
  return found;
}

/// The words that begin so and stand in an article with `word`, by the number of the articles looked at:
/// those that follow it, where there are any.
Words beside(ArchiveReader& reader, const std::string& word, const std::string& beginning) {
  const auto& database = reader.database();
  auto articles = articles_with(database, word, beginning);
  std::ranges::sort(articles);
  std::map<std::string, std::vector<Xapian::docid>> articles_of;
  std::map<Xapian::docid, std::vector<std::uint32_t>> positions_of_word;
  WordPositionsReader of_word(reader.shards(), word);
  for (const auto article : articles) {
    positions_of_word[article] = of_word.in(article);
    auto at = database.termlist_begin(article);
    const auto end = database.termlist_end(article);
    for (at.skip_to(beginning); at != end && (*at).starts_with(beginning); ++at)
      articles_of[*at].push_back(article);
  }
  Words with, after;
  for (const auto& [next, with_next] : articles_of) {
    WordPositionsReader of_next(reader.shards(), next);
    const auto following = std::ranges::count_if(with_next, [&](Xapian::docid article) {
      return have_neighbours(positions_of_word[article], of_next.in(article));
    });
    with.emplace_back(next, static_cast<double>(with_next.size()));
    if (following > 0) after.emplace_back(next, static_cast<double>(following));
  }
  return after.empty() ? with : after;
}

/// Whether it is the joined form of a compound: then its first part stands at the same place.
bool is_run_together(ArchiveReader& reader, const std::string& form) {
  const auto& database = reader.database();
  const auto article = some_articles(database, form, 1);
  if (article.empty()) return false;
  const auto positions = WordPositionsReader(reader.shards(), form).in(article.front());
  if (positions.empty()) return false;
  std::size_t first_character = 0;
  next_character(form, first_character);
  auto at = database.termlist_begin(article.front());
  const auto end = database.termlist_end(article.front());
  for (at.skip_to(form.substr(0, first_character)); at != end && *at < form; ++at) {
    if (!form.starts_with(*at)) continue;
    WordPositionsReader of_part(reader.shards(), *at);
    if (std::ranges::binary_search(of_part.in(article.front()), positions.front())) return true;
  }
  return false;
}

}  // namespace

std::vector<SuggestedWord> suggested_words(ArchiveReader& reader, const TypedText& typed, const Ages& ages,
                                           std::size_t most) {
  if (typed.beginning.empty()) return {};
  const auto& database = reader.database();
  Words best;
  if (!typed.words.empty()) best = beside(reader, typed.words.back(), typed.beginning);
  else
    for (const auto& word : commonest_terms(database, typed.beginning, 2 * most))
      best.emplace_back(word.term, ages.faded(static_cast<double>(word.articles), word.term));
  keep_best(best, 2 * most);
  std::erase_if(best, [&](const auto& word) {
    return !is_form_of_vocabulary(word.first) || is_run_together(reader, word.first);
  });
  keep_best(best, most);
  std::vector<SuggestedWord> words;
  for (const auto& [form, count] : best)
    words.push_back({typed.before + form, typed.words.empty()
                                              ? std::optional<std::uint64_t>(database.get_termfreq(form))
                                              : std::nullopt});
  return words;
}

}  // namespace morgue
