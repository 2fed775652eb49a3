// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/prepared_article.h"

#include <utility>

#include "common/article/article_json.h"
#include "common/error.h"
#include "common/index/article_terms.h"
#include "common/index/stored_article.h"
#include "common/index/versions.h"

namespace morgue {

ArticlePreparer::ArticlePreparer(const std::string& time_zone, std::size_t largest_lexicon)
    : analyser_(time_zone, largest_lexicon) {}

void ArticlePreparer::compare_with(const std::filesystem::path& generation) { known_.emplace(generation); }

PreparedArticle ArticlePreparer::prepare(Article given, std::int64_t now) {
  PreparedArticle prepared;
  // What reads back as something else, or not at all, shows before anything is written.
  prepared.article = as_read_back(std::move(given));
  if (prepared.article.id.empty())
    throw Error(ErrorKind::bad_input, "an article without an id cannot be put");
  prepared.article.added.clear();
  prepared.article.taken = now;
  prepared.content = content_of(prepared.article);
  if (!makes_documents_) require_room_for(prepared.article);
  else if (!is_known(prepared)) complete(prepared);
  return prepared;
}

std::vector<WordPositions> ArticlePreparer::words_of(const Article& article) {
  return morgue::words_of(analyser_.analyse(article));
}

void ArticlePreparer::complete(PreparedArticle& prepared) {
  if (prepared.document) return;
  const AnalysedArticle analysed = analyser_.analyse(prepared.article);
  const StoredMoments moments{.taken = prepared.article.taken, .added = {}};
  ArticleDocument made = to_document(analysed, to_stored(moments, prepared.content));
  prepared.document = std::move(made.document);
  prepared.words = std::move(made.words);
  prepared.language = analysed.language;
  prepared.stem_forms = stem_forms_.news_of(analysed);
}

void ArticlePreparer::require_room_for(const Article& article) {
  if (!article_terms::surely_has_room(article)) require_room(analyser_.analyse(article));
}

bool ArticlePreparer::is_known(const PreparedArticle& prepared) {
  if (!known_) return false;
  const auto known = known_->find(prepared.article.id);
  return known && is_unchanged(prepared.article, prepared.content, *known);
}

}  // namespace morgue
