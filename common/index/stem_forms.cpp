// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/stem_forms.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/index/vocabulary.h"

namespace morgue {

std::vector<std::string> forms_of_stem(const Xapian::Database& database, std::string_view language,
                                       std::string_view stem) {
  if (language.empty()) return {std::string(stem)};
  const std::string term = schema::stem_term(Field::any, language, stem);
  return {database.synonyms_begin(term), database.synonyms_end(term)};
}

void StemFormsWriter::add(const AnalysedArticle& article) {
  if (article.language.empty()) return;
  if (lexicon_ != article.lexicon) {
    lexicon_ = article.lexicon;
    added_.clear();
  }
  auto& added = added_[article.language];
  added.resize(std::max(added.size(), lexicon_->size()));
  for (const Field field : {Field::title, Field::body, Field::person, Field::author})
    for (const auto* text : article.texts(field)) add(article, *text, added);
}

void StemFormsWriter::add(const AnalysedArticle& article, const AnalysedText& text,
                          std::vector<bool>& added) {
  for (const auto& token : text.tokens) {
    if (added[token.form]) continue;
    added[token.form] = true;
    const std::string_view form = lexicon_->form(token.form);
    if (form.empty() || form.size() > longest_vocabulary_form) continue;
    const std::string_view stem = lexicon_->stem(token.form, article.language);
    pending_.emplace(schema::stem_term(Field::any, article.language, stem), form);
  }
}

void StemFormsWriter::write(Xapian::WritableDatabase& database) {
  for (const auto& [term, form] : pending_) database.add_synonym(term, form);
  pending_.clear();
}

}  // namespace morgue
