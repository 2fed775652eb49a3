// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/stem_forms.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"
#include "common/index/vocabulary.h"

namespace morgue {

std::vector<std::string> forms_of_stem(const Xapian::Database& database, std::string_view language,
                                       std::string_view stem) {
  if (language.empty()) return {std::string(stem)};
  const std::string term = schema::stem_term(Field::any, language, stem);
  return {database.synonyms_begin(term), database.synonyms_end(term)};
}

std::vector<StemForm> StemFormsGatherer::news_of(const AnalysedArticle& article) {
  std::vector<StemForm> news;
  if (article.language.empty()) return news;
  if (lexicon_ != article.lexicon) {
    lexicon_ = article.lexicon;
    told_.clear();
  }
  auto& told = told_[article.language];
  told.resize(std::max(told.size(), lexicon_->size()));
  for (const Field field : {Field::title, Field::body, Field::person, Field::author})
    for (const auto* text : article.texts(field)) add(article, *text, told, news);
  return news;
}

void StemFormsGatherer::add(const AnalysedArticle& article, const AnalysedText& text, std::vector<bool>& told,
                            std::vector<StemForm>& news) {
  for (const auto& token : text.tokens) {
    if (told[token.form]) continue;
    told[token.form] = true;
    const std::string_view form = lexicon_->form(token.form);
    if (form.empty() || form.size() > longest_vocabulary_form) continue;
    const std::string_view stem = lexicon_->stem(token.form, article.language);
    news.push_back({schema::stem_term(Field::any, article.language, stem), std::string(form)});
  }
}

void StemFormsWriter::add(std::vector<StemForm> stem_forms) {
  for (auto& stem_form : stem_forms) pending_.insert(std::move(stem_form));
}

void StemFormsWriter::write(Xapian::WritableDatabase& database) {
  for (const auto& [term, form] : pending_) database.add_synonym(term, form);
  pending_.clear();
}

void forget_forms_without_articles(Xapian::WritableDatabase& database) {
  const Xapian::Database& read = database;
  const Vocabulary vocabulary(Shards(&read, 1));
  std::vector<StemForm> forgotten;
  for (auto term = database.synonym_keys_begin(); term != database.synonym_keys_end(); ++term)
    for (auto form = database.synonyms_begin(*term); form != database.synonyms_end(*term); ++form)
      if (!vocabulary.has(*form)) forgotten.push_back({*term, *form});
  for (const auto& [term, form] : forgotten) database.remove_synonym(term, form);
}

}  // namespace morgue
