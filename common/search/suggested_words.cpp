// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/suggested_words.h"

#include <algorithm>
#include <map>
#include <utility>

#include "common/index/guarded_query.h"
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

bool is_followed(const Xapian::Database& database, Xapian::docid document, const std::string& word,
                 const std::string& next) {
  const auto end = database.positionlist_end(document, word),
             none = database.positionlist_end(document, next);
  auto after = database.positionlist_begin(document, next);
  for (auto at = database.positionlist_begin(document, word); at != end && after != none; ++at) {
    after.skip_to(*at + 1);
    if (after != none && *after == *at + 1) return true;
  }
  return false;
}

/// The words that begin so and stand in an article with `word`, by the number of the articles looked at:
/// those that follow it, where there are any.
Words beside(const Xapian::Database& database, const std::string& word, const std::string& beginning) {
  std::map<std::string, double> with, after;
  for (const auto document : articles_with(database, word, beginning)) {
    auto at = database.termlist_begin(document);
    const auto end = database.termlist_end(document);
    for (at.skip_to(beginning); at != end && (*at).starts_with(beginning); ++at) {
      ++with[*at];
      if (is_followed(database, document, word, *at)) ++after[*at];
    }
  }
  const auto& best = after.empty() ? with : after;
  return {best.begin(), best.end()};
}

/// Whether it is the joined form of a compound: then its first part stands at the same place.
bool is_run_together(const Xapian::Database& database, const std::string& form) {
  const auto article = some_articles(database, form, 1);
  if (article.empty()) return false;
  const auto at = database.positionlist_begin(article.front(), form);
  if (at == database.positionlist_end(article.front(), form)) return false;
  std::size_t end = 0;
  while (next_character(form, end), end < form.size()) {
    const auto part = form.substr(0, end);
    auto of_part = database.positionlist_begin(article.front(), part);
    const auto none = database.positionlist_end(article.front(), part);
    if (of_part == none) continue;
    of_part.skip_to(*at);
    if (of_part != none && *of_part == *at) return true;
  }
  return false;
}

}  // namespace

std::vector<SuggestedWord> suggested_words(ArchiveReader& reader, const TypedText& typed, const Ages& ages,
                                           std::size_t most) {
  if (typed.beginning.empty()) return {};
  const auto& database = reader.database();
  Words best;
  if (!typed.words.empty()) best = beside(database, typed.words.back(), typed.beginning);
  else
    for (const auto& word : commonest_terms(database, typed.beginning, 2 * most))
      best.emplace_back(word.term, ages.faded(static_cast<double>(word.articles), word.term));
  keep_best(best, 2 * most);
  std::erase_if(best, [&](const auto& word) {
    return !is_form_of_vocabulary(word.first) || is_run_together(database, word.first);
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
