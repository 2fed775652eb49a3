// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/suggested_words.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "common/index/article_document.h"
#include "common/index/positions/position_list.h"
#include "common/search/position_source.h"
#include "common/text/characters.h"

namespace morgue {
namespace {

constexpr std::size_t words_tried = 40;
constexpr std::size_t articles_read = 32;  // for what stands beside it

using Words = std::vector<std::pair<std::string, double>>;  // with what each counts

void keep_best(Words& words, std::size_t most) {
  std::ranges::stable_sort(words, [](const auto& a, const auto& b) { return a.second > b.second; });
  words.resize(std::min(words.size(), most));
}

/// Some articles with the word and one of the commonest that begin so.
std::vector<Xapian::docid> articles_with(ArchiveReader& reader, const std::string& word,
                                         const std::string& beginning) {
  std::vector<std::string> others;
  for (const auto& other : commonest_words(reader.shards(), beginning, words_tried))
    others.push_back(other.form);
  if (others.empty()) return {};
  Xapian::Enquire enquire(reader.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query_of({Field::any, {{word}, others}, Lie::anywhere, 0}));
  std::vector<Xapian::docid> found;
  const auto hits = enquire.get_mset(0, articles_read);
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) found.push_back(*hit);
  return found;
}

/// Words that begin so in an article with another word, and which of them follow it.
struct Beside {
  std::set<FormId> with;
  std::set<FormId> after;

  void look_through(const AnalysedText& text, FormId word, std::string_view beginning,
                    const Lexicon& lexicon) {
    std::int64_t behind = -1;  // the last one
    for (const Token& token : text.tokens) {
      if (token.form == word) behind = std::int64_t{token.position} + 1;
      if (!lexicon.form(token.form).starts_with(beginning)) continue;
      with.insert(token.form);
      if (token.position == behind) after.insert(token.form);
    }
  }
};

/// The words that begin so and stand in an article with `word`, by the number of the articles looked at:
/// those that follow it, where there are any.
Words beside(ArchiveReader& reader, Analyser& analyser, const std::string& word,
             const std::string& beginning) {
  std::map<std::string, double, std::less<>> with, after;
  for (const auto docid : articles_with(reader, word, beginning)) {
    const Article article = from_document(reader.database().get_document(docid));
    const AnalysedArticle analysed = analyser.analyse(article);
    const FormId form = analysed.lexicon->id_of(word);
    Beside found;
    for (const Field field : {Field::title, Field::body, Field::person})
      for (const AnalysedText* text : analysed.texts(field))
        found.look_through(*text, form, beginning, *analysed.lexicon);
    for (const FormId each : found.with) ++with[std::string(analysed.lexicon->form(each))];
    for (const FormId each : found.after) ++after[std::string(analysed.lexicon->form(each))];
  }
  const auto& best = after.empty() ? with : after;
  return {best.begin(), best.end()};
}

/// An article with the word in its text.
std::optional<Xapian::docid> an_article_with(ArchiveReader& reader, const std::string& form) {
  Xapian::Enquire enquire(reader.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query_of({Field::any, {{form}}, Lie::anywhere, 0}));
  const auto hits = enquire.get_mset(0, 1);
  return hits.empty() ? std::nullopt : std::optional(*hits.begin());
}

/// Whether it is the joined form of a compound: then its first part stands at the same place.
bool is_run_together(ArchiveReader& reader, const std::string& form) {
  const auto article = an_article_with(reader, form);
  if (!article) return false;
  const auto positions = WordPositionsReader(reader.shards(), form).in(*article);
  std::size_t part = 0;
  for (next_character(form, part); part < form.size(); next_character(form, part)) {
    WordPositionsReader of_part(reader.shards(), form.substr(0, part));
    if (std::ranges::binary_search(of_part.in(*article), positions.front())) return true;
  }
  return false;
}

}  // namespace

std::vector<SuggestedWord> suggested_words(ArchiveReader& reader, Analyser& analyser, const TypedText& typed,
                                           const Ages& ages, std::size_t most) {
  if (typed.beginning.empty()) return {};
  Words best;
  if (!typed.words.empty()) best = beside(reader, analyser, typed.words.back(), typed.beginning);
  else
    for (const auto& word : commonest_words(reader.shards(), typed.beginning, 2 * most))
      best.emplace_back(word.form, ages.faded(word));
  keep_best(best, 2 * most);
  std::erase_if(best, [&](const auto& word) {
    return !is_in_vocabulary(word.first) || is_run_together(reader, word.first);
  });
  keep_best(best, most);
  std::vector<SuggestedWord> words;
  for (const auto& [form, count] : best)
    words.push_back({typed.before + form, typed.words.empty() ? std::optional<std::uint64_t>(
                                                                    reader.articles_with_word(form).articles)
                                                              : std::nullopt});
  return words;
}

}  // namespace morgue
