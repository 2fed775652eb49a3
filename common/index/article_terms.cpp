// SPDX-License-Identifier: GPL-3.0-or-later
// What of a document does not come from the words of its texts, and the ranges of their positions.
#include "common/index/article_terms.h"

#include <array>
#include <chrono>

#include "common/error.h"
#include "common/index/facet_values.h"

namespace morgue {

namespace {

struct Nothing {
  void word(FormId, std::uint32_t) {}
  void field_word(Field, FormId) {}
  void author_word(FormId, std::uint32_t) {}
  void stem(Field, FormId, std::uint32_t) {}
  void coming(FormId) {}
  void written(std::string_view, FormId) {}
  void term(std::string_view, std::uint32_t) {}
  void value(std::uint32_t, std::string_view) {}
};

}  // namespace

void require_room(const AnalysedArticle& article) {
  Nothing nothing;
  tell_terms(article, nothing);
}

namespace article_terms {

namespace {

constexpr std::array value_fields{Field::person, Field::source, Field::section, Field::tag, Field::place,
                                  Field::lang,   Field::site,   Field::url,     Field::id};

const schema::PositionRange& range_of(Field field) {
  return schema::position_ranges[schema::position_range_of(field)];
}

const char* what_has_words(Field field) {
  switch (field) {
    case Field::title: return "its title has";
    case Field::person: return "its people's names have";
    case Field::author: return "its authors' names have";
    default: return "its body has";
  }
}

void add_day(std::vector<std::string>& terms, Field field, Day day) {
  const std::chrono::year_month_day date(day);
  terms.push_back(schema::year_term(field, date.year()));
  terms.push_back(schema::month_term(field, date.year() / date.month()));
  terms.push_back(schema::day_term(field, day));
}

}  // namespace

std::uint32_t words_in(const AnalysedText& text) {
  return text.tokens.empty() ? 0 : text.tokens.back().position + 1;
}

void require_room(Field field, std::uint32_t first, const AnalysedText& text, const Article& article) {
  const schema::PositionRange range = range_of(field);
  if (first <= range.limit && words_in(text) <= range.limit - first) return;
  throw Error(ErrorKind::bad_input,
              "article " + article.id + " cannot be taken: " + what_has_words(field) + " more than " +
                  std::to_string(range.limit - range.first) + " words",
              "look at the input: that is no such text");
}

bool surely_has_room(const Article& article) {
  const auto words = [](const std::vector<std::string>& texts) {
    std::size_t most = 0;
    for (const auto& text : texts) most += text.size() + schema::gap_between_names;
    return most;
  };
  const auto has_room = [](Field field, std::size_t most) {
    return most < range_of(field).limit - range_of(field).first;
  };
  return has_room(Field::person, words(article.people)) && has_room(Field::title, article.title.size()) &&
         has_room(Field::body, article.body.size()) && has_room(Field::author, words(article.authors));
}

std::vector<std::string> value_terms(const Article& article) {
  std::vector<std::string> terms;
  for (const Field field : value_fields)
    for (const auto& value : values_of(article, field)) terms.push_back(schema::value_term(field, value));
  return terms;
}

std::vector<std::string> date_terms(const AnalysedArticle& article) {
  std::vector<std::string> terms;
  if (article.day) add_day(terms, Field::date, *article.day);
  else terms.push_back(schema::undated_term());
  if (article.added_day) add_day(terms, Field::added, *article.added_day);
  return terms;
}

std::vector<std::string> added_terms(Day added) {
  std::vector<std::string> terms;
  add_day(terms, Field::added, added);
  return terms;
}

std::vector<std::pair<schema::Slot, std::string>> values(const AnalysedArticle& article) {
  std::vector<std::pair<schema::Slot, std::string>> values{{schema::id_slot, article.article->id}};
  for (const Field field : schema::facet_fields)
    if (const auto written = written_values_of(*article.article, field); !written.empty())
      values.emplace_back(schema::facet_slot(field), to_facet_values(written));
  if (article.moment) values.emplace_back(schema::date_slot, schema::sortable(*article.moment));
  if (article.added_moment) values.emplace_back(schema::added_slot, schema::sortable(*article.added_moment));
  return values;
}

}  // namespace article_terms

}  // namespace morgue
