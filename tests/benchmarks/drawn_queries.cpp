// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/drawn_queries.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <random>
#include <stdexcept>

#include "common/article/analysed_article.h"
#include "common/index/article_document.h"

namespace morgue::benchmarks {
namespace {

constexpr std::uint64_t seed = 1987;
constexpr std::size_t most_tries = 200'000;

using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 7> names{"all",    "any",    "phrase", "prefix",
                                                "person", "newest", "facets"};

bool is_plain(std::string_view word) {
  return word.size() > 2 && std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

class Drawer {
 public:
  explicit Drawer(ArchiveReader& reader)
      : reader_(reader),
        articles_(reader.database().get_doccount()),
        vocabulary_(reader.vocabulary()),
        engine_(seed) {}

  /// A word that stands in so many of the articles, in shares of all.
  std::optional<DrawnQuery> word(double least, double most) {
    const std::size_t at = below(vocabulary_.size());
    const std::string form(vocabulary_.form(at));
    const double share = static_cast<double>(vocabulary_.count(at).all()) / static_cast<double>(articles_);
    if (!is_plain(form) || share < least || share > most) return std::nullopt;
    return DrawnQuery{Asked::all, {form}};
  }

  std::optional<DrawnQuery> common(Asked asked) {
    auto drawn = word(0.01, 0.1);
    if (drawn) drawn->asked = asked;
    return drawn;
  }

  std::optional<DrawnQuery> rare() { return word(2.0 / articles_, 10.0 / articles_); }

  std::optional<DrawnQuery> prefix() {
    const auto drawn = word(0.001, 0.1);
    if (!drawn || drawn->words.front().size() < 6) return std::nullopt;
    return DrawnQuery{Asked::prefix, {drawn->words.front().substr(0, 4 + below(2))}};
  }

  /// Two or three words of one body: neighbours for a phrase, else from anywhere in it.
  std::optional<DrawnQuery> words(Asked asked) {
    Words words = words_of_one_article(asked == Asked::phrase);
    if (words.empty()) return std::nullopt;
    return DrawnQuery{asked, std::move(words)};
  }

  /// Neighbours that each stand in a quarter of the articles.
  std::optional<DrawnQuery> common_phrase() {
    auto drawn = words(Asked::phrase);
    const double least = static_cast<double>(articles_) / 4;
    const auto is_common = [&](const std::string& form) {
      return reader_.articles_with_word(form).articles >= least;
    };
    if (!drawn || !std::ranges::all_of(drawn->words, is_common)) return std::nullopt;
    return drawn;
  }

  std::optional<DrawnQuery> person() {
    const Article article = any_article();
    if (article.people.empty()) return std::nullopt;
    const AnalysedArticle analysed = analyser_.analyse(article);
    Words name = words_of(analysed, analysed.people[below(analysed.people.size())]);
    if (name.empty() || !std::ranges::all_of(name, is_plain)) return std::nullopt;
    return DrawnQuery{Asked::person, std::move(name)};
  }

 private:
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }

  Article any_article() {
    auto& database = reader_.database();
    return from_document(
        database.get_document(static_cast<Xapian::docid>(1 + below(database.get_lastdocid()))));
  }

  static Words words_of(const AnalysedArticle& article, const AnalysedText& text) {
    Words words;
    for (const Token& token : text.tokens)
      if (token.kind == TokenKind::word) words.emplace_back(article.lexicon->form(token.form));
    return words;
  }

  Words words_of_one_article(bool neighbours) {
    const Article article = any_article();
    const AnalysedArticle analysed = analyser_.analyse(article);
    const Words all = words_of(analysed, analysed.body);
    const std::size_t count = 2 + below(2);
    if (all.size() < 20) return {};
    Words words;
    const std::size_t first = below(all.size() - count);
    for (std::size_t i = 0; i < count; ++i) words.push_back(all[neighbours ? first + i : below(all.size())]);
    return std::ranges::all_of(words, is_plain) ? words : Words{};
  }

  ArchiveReader& reader_;
  std::size_t articles_;
  const Vocabulary& vocabulary_;
  std::mt19937_64 engine_;
  Analyser analyser_;
};

}  // namespace

std::string_view name_of(Asked asked) { return names[static_cast<std::size_t>(asked)]; }

Asked asked_of(std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) throw std::invalid_argument("no such kind of query: " + std::string(name));
  return static_cast<Asked>(found - names.begin());
}

std::string joined(const Words& words, std::string_view between) {
  std::string text;
  for (const auto& word : words) text.append(text.empty() ? "" : between).append(word);
  return text;
}

std::string for_morgue(const DrawnQuery& query) {
  switch (query.asked) {
    case Asked::any: return joined(query.words, " OR ");
    case Asked::phrase: return "\"" + joined(query.words, " ") + "\"";
    case Asked::prefix: return query.words.front() + "*";
    case Asked::person: return "person:(" + joined(query.words, " ") + ")";
    default: return joined(query.words, " ");
  }
}

std::string for_fts5(const DrawnQuery& query) {
  switch (query.asked) {
    case Asked::any: return joined(query.words, " OR ");
    case Asked::phrase: return "\"" + joined(query.words, " ") + "\"";
    case Asked::prefix: return query.words.front() + "*";
    case Asked::person: return "people : (" + joined(query.words, " AND ") + ")";
    default: return joined(query.words, " AND ");
  }
}

std::vector<QueryClass> drawn_queries(ArchiveReader& reader, std::size_t count) {
  Drawer drawer(reader);
  using Draw = std::function<std::optional<DrawnQuery>()>;
  const std::pair<const char*, Draw> classes[] = {
      {"rare word", [&] { return drawer.rare(); }},
      {"common word", [&] { return drawer.word(0.01, 0.1); }},
      {"very common word", [&] { return drawer.word(0.25, 1); }},
      {"2-3 words AND", [&] { return drawer.words(Asked::all); }},
      {"2-3 words OR", [&] { return drawer.words(Asked::any); }},
      {"phrase", [&] { return drawer.words(Asked::phrase); }},
      {"common phrase", [&] { return drawer.common_phrase(); }},
      {"prefix", [&] { return drawer.prefix(); }},
      {"person", [&] { return drawer.person(); }},
      {"newest first", [&] { return drawer.common(Asked::newest); }},
      {"facets", [&] { return drawer.common(Asked::facets); }},
  };
  std::vector<QueryClass> drawn;
  for (const auto& [name, draw] : classes) {
    drawn.push_back({name, {}});
    for (std::size_t tries = 0; tries < most_tries && drawn.back().queries.size() < count; ++tries)
      if (auto query = draw()) drawn.back().queries.push_back(*std::move(query));
  }
  return drawn;
}

}  // namespace morgue::benchmarks
