// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/telling_words.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "common/index/schema.h"
#include "common/search/bm25.h"
#include "common/text/characters.h"

namespace morgue {
namespace {

struct CountedWord {
  double count = 0;  // occurrences, weighted by field
  std::map<std::pair<std::string_view, FormId>, std::size_t> slices;
};

using CountedWords = std::unordered_map<StemId, CountedWord>;

bool has_a_letter(std::string_view form) {
  for (std::size_t i = 0; i < form.size();) {
    const auto kind = class_of(next_character(form, i));
    if (kind == CharacterClass::letter || kind == CharacterClass::ideograph) return true;
  }
  return false;
}

/// Headlines in capitals say less about how a word is written than the text does.
constexpr std::size_t worth_of_a_slice_in_the_text = 1'000;

void count(const AnalysedText& text, double weight, std::size_t worth, LanguageStems& stems,
           CountedWords& words) {
  for (const auto& token : text.tokens) {
    auto& word = words[stems.id_of(token.form)];
    word.count += weight;
    if (token.kind != TokenKind::elided)
      word.slices[{text.text.substr(token.begin, token.end - token.begin), token.form}] += worth;
  }
}

double length_of(const CountedWords& words) {
  double length = 0;
  for (const auto& [stem, word] : words) length += word.count;
  return length;
}

void keep_most_telling(std::vector<Telling>& found, std::size_t most) {
  std::ranges::sort(found, [](const Telling& a, const Telling& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  found.resize(std::min(found.size(), most));
}

}  // namespace

std::vector<Telling> telling_words(const AnalysedArticle& article, ArchiveReader& reader, std::size_t most) {
  const auto& database = reader.database();
  auto& stems = article.lexicon->stems(article.language);
  CountedWords words;
  count(article.title, schema::title_weight, 1, stems, words);
  for (const auto& name : article.people) count(name, schema::people_weight, 1, stems, words);
  count(article.body, schema::body_weight, worth_of_a_slice_in_the_text, stems, words);

  const double articles = database.get_doccount(), length = length_of(words),
               average = database.get_average_length();
  std::vector<Telling> found;
  for (const auto& [stem, word] : words) {
    if (word.slices.empty() || !has_a_letter(stems.text(stem))) continue;
    Telling telling{.term = schema::stem_term(Field::any, article.language, stems.text(stem))};
    const auto with_word = database.get_termfreq(telling.term);
    if (with_word < 2) continue;
    telling.count = saturated(word.count, length, average);
    telling.weight = telling.count * idf(articles, with_word);
    const auto& [slice, form] =
        std::ranges::max_element(word.slices, {}, [](const auto& each) { return each.second; })->first;
    telling.written = slice;
    telling.form = article.lexicon->form(form);
    found.push_back(std::move(telling));
  }
  keep_most_telling(found, most);
  return found;
}

std::vector<Telling> telling_people(const Article& article, ArchiveReader& reader, std::size_t most) {
  const auto& database = reader.database();
  std::vector<Telling> found;
  for (auto& name : written_values_of(article, Field::person)) {
    Telling telling{.term = schema::value_term(Field::person, compared_value(Field::person, name))};
    const auto with_person = database.get_termfreq(telling.term);
    if (with_person < 2) continue;
    telling.written = std::move(name);
    telling.weight = idf(database.get_doccount(), with_person);
    found.push_back(std::move(telling));
  }
  keep_most_telling(found, most);
  return found;
}

}  // namespace morgue
