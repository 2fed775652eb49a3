// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/suggestions.h"

#include "common/article/analysed_article.h"
#include "common/index/archive_reader.h"
#include "common/search/suggested_people.h"
#include "common/search/suggested_titles.h"
#include "common/search/suggested_words.h"
#include "common/search/term_samples.h"
#include "common/search/typed_text.h"
#include "common/text/fold.h"

namespace morgue {

Suggestions suggest(ArchiveReader& reader, Analyser& analyser, std::string_view typed, std::size_t most) {
  Suggestions suggestions{.typed = valid_utf8(typed), .people = {}, .titles = {}, .words = {}};
  const auto text = read_typed(typed);
  if (!text.can_be_completed() || most == 0) return suggestions;
  const Ages ages(reader);
  suggestions.people = suggested_people(reader, text, ages, most);
  suggestions.titles = suggested_titles(reader, text, most);
  suggestions.words = suggested_words(reader, analyser, text, ages, most);
  return suggestions;
}

}  // namespace morgue
