// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/shown.h"

namespace morgue {

std::string shown(std::string_view text) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  std::string line;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    if (c < 0x20 || c == 0x7F) line += replacement;
    else if (c == 0xC2 && next >= 0x80 && next < 0xA0) {  // U+0080 to U+009F
      line += replacement;
      ++i;
    } else line += text[i];
  }
  return line;
}

}  // namespace morgue
