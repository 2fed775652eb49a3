// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/analysed_article.h"

#include <algorithm>
#include <set>

#include "common/text/fold.h"
#include "common/text/names/name_key.h"
#include "common/text/stemmer.h"

namespace morgue {
namespace {

constexpr std::size_t most_beginnings = 16;  // of a language tag or ends of a host: real ones have a few

AnalysedText analysed(std::string_view text, const WantedForms* wanted, Lexicon& lexicon) {
  AnalysedText words{.text = text, .tokens = {}};
  if (wanted != nullptr) tokenize(text, *wanted, lexicon, words.tokens);
  else tokenize(text, lexicon, words.tokens);
  return words;
}

std::vector<AnalysedText> analysed(const std::vector<std::string>& values, const WantedForms* wanted,
                                   Lexicon& lexicon) {
  std::vector<AnalysedText> texts;
  texts.reserve(values.size());
  for (const auto& value : values) texts.push_back(analysed(value, wanted, lexicon));
  return texts;
}

/// "en-gb" and its beginnings at each separator: "en".
std::vector<std::string> with_beginnings(std::string value, char separator) {
  std::vector<std::string> values;
  while (!value.empty() && values.size() < most_beginnings) {
    values.push_back(value);
    const auto cut = value.rfind(separator);
    value.resize(cut == std::string::npos ? 0 : cut);
  }
  return values;
}

/// "news.example.org" and its ends after each dot: "example.org", "org".
std::vector<std::string> with_ends(std::string_view host) {
  std::vector<std::string> values;
  while (!host.empty() && values.size() < most_beginnings) {
    values.emplace_back(host);
    const auto dot = host.find('.');
    host = dot == std::string_view::npos ? std::string_view() : host.substr(dot + 1);
  }
  return values;
}

std::vector<std::string> one(std::string value) {
  if (value.empty()) return {};
  return {std::move(value)};
}

std::vector<std::string> each_compared(Field field, const std::vector<std::string>& values) {
  std::vector<std::string> compared;
  for (const auto& value : values)
    if (auto key = compared_value(field, value); !key.empty()) compared.push_back(std::move(key));
  return compared;
}

/// Each name that stands for a person: not "Lavrov" beside "Sergey Lavrov".
std::vector<std::string> fuller_forms(const std::vector<std::string>& names) {
  std::vector<std::string> forms;
  for (const std::size_t fuller : fuller_names(names)) forms.push_back(names[fuller]);
  return forms;
}

/// Scheme and last slash are ignored.
std::string compared_url(std::string_view url) {
  if (const auto scheme = url.find("://"); scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  if (!url.empty() && url.back() == '/') url.remove_suffix(1);
  return std::string(url);
}

/// "en_GB" as "en-GB".
std::string hyphened(std::string tag) {
  std::ranges::replace(tag, '_', '-');
  return tag;
}

std::string language_of(const Article& article) {
  return article.language.empty() ? article.language_detected : article.language;
}

}  // namespace

std::vector<const AnalysedText*> AnalysedArticle::texts(Field field) const {
  std::vector<const AnalysedText*> found;
  const auto add_all = [&](const std::vector<AnalysedText>& values) {
    for (const auto& value : values) found.push_back(&value);
  };
  switch (field) {
    case Field::title: found.push_back(&title); break;
    case Field::body: found.push_back(&body); break;
    case Field::person: add_all(people); break;
    case Field::author: add_all(authors); break;
    default: break;
  }
  return found;
}

std::vector<std::string> values_of(const Article& article, Field field) {
  switch (field) {
    case Field::source: return one(fold_value(article.source));
    case Field::section: return one(fold_value(article.section));
    case Field::tag: return each_compared(field, article.tags);
    case Field::place: return each_compared(field, article.places);
    case Field::person: return each_compared(field, fuller_forms(article.people));
    case Field::lang: return with_beginnings(compared_value(Field::lang, language_of(article)), '-');
    case Field::site: return with_ends(host_of(article.url));
    case Field::url: return one(compared_url(article.url));
    case Field::id: return one(article.id);
    default: return {};
  }
}

std::vector<std::string> written_values_of(const Article& article, Field field) {
  const auto as_written = [&]() -> std::vector<std::string> {
    switch (field) {
      case Field::source: return one(article.source);
      case Field::section: return one(article.section);
      case Field::tag: return article.tags;
      case Field::lang: return with_beginnings(hyphened(language_of(article)), '-');
      case Field::person: return fuller_forms(article.people);
      default: return {};
    }
  };
  std::vector<std::string> values;
  std::set<std::string> known;
  for (auto& value : as_written())
    if (auto key = compared_value(field, value); !key.empty() && known.insert(std::move(key)).second)
      values.push_back(std::move(value));
  return values;
}

std::string compared_value(Field field, std::string_view value) {
  switch (field) {
    case Field::person: return name_key(value);
    case Field::id: return std::string(value);
    case Field::url: return compared_url(value);
    case Field::lang: return hyphened(fold_value(value));
    default: return fold_value(value);
  }
}

Analyser::Analyser(const std::string& time_zone, std::size_t largest_lexicon)
    : zone_(time_zone), largest_lexicon_(largest_lexicon), lexicon_(std::make_shared<Lexicon>()) {}

AnalysedArticle Analyser::analyse(const Article& article) { return analyse(article, nullptr); }

AnalysedArticle Analyser::analyse(const Article& article, const WantedForms& wanted) {
  return analyse(article, &wanted);
}

AnalysedArticle Analyser::analyse(const Article& article, const WantedForms* wanted) {
  if (lexicon_->size() > largest_lexicon_) lexicon_ = std::make_shared<Lexicon>();
  AnalysedArticle analysed_article;
  analysed_article.article = &article;
  analysed_article.lexicon = lexicon_;
  analysed_article.language = stem_language(compared_value(Field::lang, language_of(article)));
  analysed_article.title = analysed(article.title, wanted, *lexicon_);
  analysed_article.body = analysed(article.body, wanted, *lexicon_);
  analysed_article.people = analysed(article.people, wanted, *lexicon_);
  analysed_article.authors = analysed(article.authors, wanted, *lexicon_);
  analysed_article.date = date_of(article);
  if (const auto& date = analysed_article.date) {
    analysed_article.day = zone_.day_of(*date);
    analysed_article.moment = date->whole_day ? zone_.start_of(*analysed_article.day) : date->seconds;
  }
  if (const auto added = parse_timestamp(article.added)) {
    analysed_article.added_day = zone_.day_of(*added);
    analysed_article.added_moment = added->seconds;
  }
  return analysed_article;
}

}  // namespace morgue
