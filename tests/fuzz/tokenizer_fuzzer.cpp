// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a text: words in order, none over another, and each slice folds to its form.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/text/fold.h"
#include "common/text/tokenizer.h"

using namespace morgue;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = valid_utf8({reinterpret_cast<const char*>(data), size});
  Lexicon lexicon;
  std::uint32_t word_end = 0, next_position = 0;
  for (const auto& token : tokenize(text, lexicon)) {
    const bool is_word = token.kind == TokenKind::word;
    if (token.begin >= token.end || token.end > text.size()) std::abort();
    if (fold_word(text.substr(token.begin, token.end - token.begin)) != lexicon.form(token.form))
      std::abort();
    if (is_word ? token.begin < word_end || token.position != next_position
                : token.position + 1 != next_position)
      std::abort();
    if (!is_word) continue;
    word_end = token.end;
    ++next_position;
  }
  return 0;
}
