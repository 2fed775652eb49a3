// SPDX-License-Identifier: GPL-3.0-or-later
// Any query, a tab, and any text: with marks and without, the matcher says the same, and marks lie in the
// text.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/query/matcher.h"
#include "common/query/query_parser.h"
#include "common/text/fold.h"

using namespace morgue;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto tab = std::min(input.find('\t'), input.size());
  Article article;
  article.body = valid_utf8(input.substr(tab));
  article.title = article.body.substr(0, article.body.find('\n'));
  article.people = {"Sergey Lavrov", article.title};
  article.language = size % 2 == 0 ? "en" : "";
  const auto analysed = Analyser().analyse(article);
  const auto tree = parse_query(input.substr(0, tab), {}).tree;
  const auto found = match(tree, analysed);
  if (found.matches != matches(tree, analysed)) std::abort();
  for (const auto& span : found.spans)
    if (span.begin >= span.end || span.end > analysed.texts(span.field)[span.value]->text.size())
      std::abort();
  return 0;
}
