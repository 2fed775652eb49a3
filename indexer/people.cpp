// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/people.h"

#include "common/people/recogniser.h"
#include "common/text/stemmer.h"

namespace morgue {

void add_people(Article& article) {
  const auto& language = article.language.empty() ? article.language_detected : article.language;
  if (!article.people.empty() || stem_language(language) != "en") return;
  article.people = recognised_people(article.title, article.body);
  article.people_recognised = !article.people.empty();
}

}  // namespace morgue
