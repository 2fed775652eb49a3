// SPDX-License-Identifier: GPL-3.0-or-later
// The making of a document: which word of an article becomes which term, at which position, with which
// weight.
#include "common/index/article_document.h"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/error.h"
#include "common/index/facet_values.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"

namespace morgue {

namespace {

constexpr std::array value_fields{Field::person, Field::source, Field::section, Field::tag, Field::place,
                                  Field::lang,   Field::site,   Field::url,     Field::id};

struct PositionRange {
  std::uint32_t first;
  std::uint32_t limit;  // one past the last
  const char* what;
};

constexpr PositionRange names_range{schema::first_name_position,
                                    schema::first_title_position - schema::gap_between_names,
                                    "its people's names have"};
constexpr PositionRange title_range{schema::first_title_position,
                                    schema::first_body_position - schema::gap_between_names, "its title has"};
constexpr PositionRange body_range{schema::first_body_position, std::numeric_limits<std::uint32_t>::max(),
                                   "its body has"};
constexpr PositionRange authors_range{1, schema::first_title_position, "its authors' names have"};

std::uint32_t words_in(const AnalysedText& text) {
  return text.tokens.empty() ? 0 : text.tokens.back().position + 1;
}

void add_day(Xapian::Document& document, Field field, Day day) {
  const std::chrono::year_month_day date(day);
  document.add_boolean_term(schema::year_term(field, date.year()));
  document.add_boolean_term(schema::month_term(field, date.year() / date.month()));
  document.add_boolean_term(schema::day_term(field, day));
}

void add_added(Xapian::Document& document, Day day, std::int64_t moment) {
  add_day(document, Field::added, day);
  document.add_value(schema::added_slot, schema::sortable(moment));
}

class DocumentMaker {
 public:
  explicit DocumentMaker(const AnalysedArticle& article) : article_(article) {}

  Xapian::Document make(const std::string& stored) {
    add_people();
    add_title();
    add_body();
    add_authors();
    add_stem_weights();
    add_values();
    add_dates();
    document_.set_data(stored);
    return document_;
  }

 private:
  void add_people() {
    std::uint32_t first = names_range.first;
    for (const auto& name : article_.people) {
      require_room(names_range, first, name);
      add_searched_words(name, first, schema::people_weight);
      add_field_words(Field::person, name, first);
      remember(name);
      first += words_in(name) + schema::gap_between_names;
    }
  }

  void add_title() {
    require_room(title_range, title_range.first, article_.title);
    add_searched_words(article_.title, title_range.first, schema::title_weight);
    add_field_words(Field::title, article_.title, 1);
    remember(article_.title);
  }

  void add_body() {
    require_room(body_range, body_range.first, article_.body);
    add_searched_words(article_.body, body_range.first, schema::body_weight);
    for (const auto& token : article_.body.tokens) {
      if (forms_outside_body_.contains(token.form)) add_word(Field::body, token, body_range.first);
      if (stems_outside_body_.contains(stem(token))) add_stem(Field::body, token);
    }
  }

  void add_authors() {
    std::uint32_t first = authors_range.first;
    for (const auto& name : article_.authors) {
      require_room(authors_range, first, name);
      add_field_words(Field::author, name, first);
      first += words_in(name) + schema::gap_between_names;
    }
  }

  void add_stem_weights() {
    for (const auto& [stem, weight] : stem_weights_)
      document_.add_term(schema::stem_term(Field::any, article_.language, stem), weight);
  }

  void add_values() {
    for (const Field field : value_fields)
      for (const auto& value : values_of(*article_.article, field))
        document_.add_boolean_term(schema::value_term(field, value));
    document_.add_value(schema::id_slot, article_.article->id);
    for (const Field field : schema::facet_fields)
      if (const auto values = written_values_of(*article_.article, field); !values.empty())
        document_.add_value(schema::facet_slot(field), to_facet_values(values));
  }

  void add_dates() {
    if (article_.day) add_day(document_, Field::date, *article_.day);
    else document_.add_boolean_term(schema::undated_term());
    if (article_.moment) document_.add_value(schema::date_slot, schema::sortable(*article_.moment));
    if (article_.added_day) add_added(document_, *article_.added_day, *article_.added_moment);
  }

  void add_searched_words(const AnalysedText& text, std::uint32_t first, std::uint32_t weight) {
    for (const auto& token : text.tokens) {
      add_word(Field::any, token, first);
      if (token.kind != TokenKind::joined)
        add_written(text.text.substr(token.begin, token.end - token.begin), token.form);
      stem_weights_[stem(token)] += weight;
    }
  }

  void add_field_words(Field field, const AnalysedText& text, std::uint32_t first) {
    for (const auto& token : text.tokens) {
      add_word(field, token, first);
      add_stem(field, token);
    }
  }

  void add_word(Field field, const Token& token, std::uint32_t first) {
    const std::string_view form = article_.lexicon->form(token.form);
    if (form.empty()) return;  // letters that vanish on folding: nobody can ask for them
    document_.add_posting(schema::word_term(field, form), first + token.position, 0);
  }

  void add_written(std::string_view slice, FormId form) {
    if (schema::has_written_term(slice, article_.lexicon->form(form)))
      document_.add_boolean_term(schema::written_term(slice));
  }

  void add_stem(Field field, const Token& token) {
    document_.add_boolean_term(schema::stem_term(field, article_.language, stem(token)));
  }

  void remember(const AnalysedText& text) {
    for (const auto& token : text.tokens) {
      forms_outside_body_.insert(token.form);
      stems_outside_body_.insert(stem(token));
    }
  }

  std::string_view stem(const Token& token) const {
    return article_.lexicon->stem(token.form, article_.language);
  }

  void require_room(const PositionRange& range, std::uint32_t first, const AnalysedText& text) const {
    if (first <= range.limit && words_in(text) <= range.limit - first) return;
    throw Error(ErrorKind::bad_input,
                "article " + article_.article->id + " cannot be taken: " + range.what + " more than " +
                    std::to_string(range.limit - range.first) + " words",
                "look at the input: that is no such text");
  }

  const AnalysedArticle& article_;
  Xapian::Document document_;
  std::unordered_map<std::string_view, std::uint32_t> stem_weights_;
  std::unordered_set<FormId> forms_outside_body_;
  std::unordered_set<std::string_view> stems_outside_body_;
};

}  // namespace

Xapian::Document to_document(const AnalysedArticle& article) {
  return to_document(article, to_stored(*article.article));
}

Xapian::Document to_document(const AnalysedArticle& article, const std::string& stored) {
  return DocumentMaker(article).make(stored);
}

void set_added(Xapian::Document& document, std::int64_t added, const TimeZone& zone) {
  add_added(document, zone.day_of(Timestamp{.seconds = added}), added);
  document.set_data(with_added(document.get_data(), added));
}

Article from_document(const Xapian::Document& document) { return from_stored(document.get_data()); }

}  // namespace morgue
