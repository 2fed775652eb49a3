// SPDX-License-Identifier: GPL-3.0-or-later
// What a document of the archive holds: which word of an article becomes which term, at which position, with
// which weight. The one description, told to whatever takes it down: a Xapian document, or the inverter of
// big loads. Knows neither.
//
// A sink has
//   coming(FormId)                  of a word of which will soon be told more
//   word(FormId, position)          a word of title, body or people and where it stands; never an empty form
//   field_word(Field, FormId)       the word's term in a field, wdf 0
//   author_word(FormId, position)   the same of a word in an author's name, and where it stands
//   stem(Field, FormId, weight)     a term of the word's stem, whose wdf grows by the weight
//   written(slice, FormId)          the slice's written term if it has one: schema::has_written_term
//   term(text, weight)              this very term, whose wdf grows by the weight
//   value(slot, bytes)              once a slot
// Positions are those of schema::position_ranges. A word comes in the order of its positions, and may come
// more than once with one; a term may come more than once. All words come before those of authors.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/article/analysed_article.h"
#include "common/index/schema.h"
#include "common/index/vocabulary.h"

namespace morgue {

namespace article_terms {

/// The first of the field's positions.
inline std::uint32_t first_position(Field field) {
  return schema::position_ranges[schema::position_range_of(field)].first;
}
/// Throws Error(bad_input) if the text has more words than are left of the field's positions from `first` on.
void require_room(Field, std::uint32_t first, const AnalysedText&, const Article&);
std::uint32_t words_in(const AnalysedText&);
/// Whether every range has room for as many words as the texts have bytes: so for nearly all there are.
bool surely_has_room(const Article&);
/// What an article is found by as a whole.
std::vector<std::string> value_terms(const Article&);
std::vector<std::string> date_terms(const AnalysedArticle&);
std::vector<std::string> added_terms(Day added);
std::vector<std::pair<schema::Slot, std::string>> values(const AnalysedArticle&);

/// Most words have none, which their bytes tell.
inline bool may_have_written_term(std::string_view slice) {
  if (static_cast<unsigned char>(slice.front()) >= 0x80) return true;
  for (const char byte : slice.substr(1))
    if (static_cast<unsigned char>(byte) >= 0x80 || (byte >= 'A' && byte <= 'Z')) return true;
  return false;
}

/// A few ids, asked for often and mostly in vain.
class FewIds {
 public:
  void insert(std::uint32_t id) {
    bits_[id / 64 % bits_.size()] |= std::uint64_t{1} << id % 64;
    ids_.insert(id);
  }
  bool contains(std::uint32_t id) const {
    return (bits_[id / 64 % bits_.size()] >> id % 64 & 1) != 0 && ids_.contains(id);
  }

 private:
  std::array<std::uint64_t, 64> bits_{};
  std::unordered_set<std::uint32_t> ids_;
};

}  // namespace article_terms

/// Tells the sink everything that is in the article's document, and where its words stand. Throws
/// Error(bad_input) for more words in a title or in the names than their position ranges hold, and as
/// to_stored(): the sink may then have been told a part.
template <class Sink>
class ArticleTerms {
 public:
  ArticleTerms(const AnalysedArticle& article, Sink& sink)
      : article_(article), sink_(sink), stems_(article.lexicon->stems(article.language)) {}

  void tell() {
    for (const auto& name : article_.people) remember(name);
    remember(article_.title);
    tell_body();
    tell_title();
    tell_people();
    tell_authors();
    for (const auto& term : article_terms::value_terms(*article_.article)) sink_.term(term, 0);
    for (const auto& term : article_terms::date_terms(article_)) sink_.term(term, 0);
    tell_length();
    for (const auto& [slot, bytes] : article_terms::values(article_)) sink_.value(slot, bytes);
  }

 private:
  void tell_people() {
    std::uint32_t first = article_terms::first_position(Field::person);
    for (const auto& name : article_.people) {
      article_terms::require_room(Field::person, first, name, *article_.article);
      tell_searched_words(name, first, schema::people_weight);
      tell_field_words(Field::person, name);
      tell_long(name);
      first += article_terms::words_in(name) + schema::gap_between_names;
    }
  }

  void tell_title() {
    const std::uint32_t first = article_terms::first_position(Field::title);
    article_terms::require_room(Field::title, first, article_.title, *article_.article);
    tell_searched_words(article_.title, first, schema::title_weight);
    tell_field_words(Field::title, article_.title);
  }

  void tell_body() {
    const std::uint32_t first = article_terms::first_position(Field::body);
    article_terms::require_room(Field::body, first, article_.body, *article_.article);
    tell_searched_words(article_.body, first, schema::body_weight);
    for (const auto& token : article_.body.tokens) {
      if (forms_outside_body_.contains(token.form) && !is_blank(token) &&
          !is_in_vocabulary(article_.lexicon->form(token.form)))
        sink_.field_word(Field::body, token.form);
      if (stems_outside_body_.contains(stems_.id_of(token.form))) sink_.stem(Field::body, token.form, 0);
    }
  }

  void tell_authors() {
    std::uint32_t first = article_terms::first_position(Field::author);
    for (const auto& name : article_.authors) {
      article_terms::require_room(Field::author, first, name, *article_.article);
      for (const auto& token : name.tokens) {
        if (!is_blank(token)) sink_.author_word(token.form, first + token.position);
        sink_.stem(Field::author, token.form, 0);
      }
      tell_long(name);
      first += article_terms::words_in(name) + schema::gap_between_names;
    }
  }

  /// Xapian's check takes a document of length 0 for one without terms, and its positions for a fault. So
  /// where only the authors have words, the id counts as one.
  void tell_length() {
    if (!has_searched_words_) sink_.term(schema::value_term(Field::id, article_.article->id), 1);
  }

  void tell_searched_words(const AnalysedText& text, std::uint32_t first, std::uint32_t weight) {
    has_searched_words_ = has_searched_words_ || !text.tokens.empty();
    constexpr std::size_t ahead = 8;
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
      if (i + ahead < text.tokens.size()) sink_.coming(text.tokens[i + ahead].form);
      const Token& token = text.tokens[i];
      if (!is_blank(token)) sink_.word(token.form, first + token.position);
      if (token.kind != TokenKind::joined)
        tell_written(text.text.substr(token.begin, token.end - token.begin), token.form);
      sink_.stem(Field::any, token.form, weight);
    }
  }

  void tell_field_words(Field field, const AnalysedText& text) {
    for (const auto& token : text.tokens) {
      if (!is_blank(token)) sink_.field_word(field, token.form);
      sink_.stem(field, token.form, 0);
    }
  }

  void tell_long(const AnalysedText& name) {
    if (article_terms::words_in(name) > schema::gap_between_names) sink_.term(schema::long_value_term(), 0);
  }

  /// Letters that vanish on folding: nobody can ask for them.
  bool is_blank(const Token& token) const { return article_.lexicon->is_blank(token.form); }

  void tell_written(std::string_view slice, FormId form) {
    if (article_terms::may_have_written_term(slice)) sink_.written(slice, form);
  }

  void remember(const AnalysedText& text) {
    for (const auto& token : text.tokens) {
      forms_outside_body_.insert(token.form);
      stems_outside_body_.insert(stems_.id_of(token.form));
    }
  }

  const AnalysedArticle& article_;
  Sink& sink_;
  LanguageStems& stems_;
  bool has_searched_words_ = false;
  article_terms::FewIds forms_outside_body_;
  article_terms::FewIds stems_outside_body_;
};

/// Throws Error(bad_input) as ArticleTerms does.
void require_room(const AnalysedArticle&);

template <class Sink>
void tell_terms(const AnalysedArticle& article, Sink& sink) {
  ArticleTerms<Sink>(article, sink).tell();
}

}  // namespace morgue
