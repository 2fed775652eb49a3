// SPDX-License-Identifier: GPL-3.0-or-later
// Reads line by line, holding one line. Knows nothing of files.
#include "indexer/inputs/json_lines.h"

#include "indexer/inputs/article_text.h"

namespace morgue {

void read_json_lines(Bytes& bytes, ArticleSink& sink) {
  while (bytes.peek() != Bytes::end) {
    const auto line = bytes.take_line(longest_article);
    if (!line.is_complete) return;  // by a fault in reading, which is told by who sees it
    const bool is_blank = line.text.find_first_not_of(" \t\r") == std::string::npos;
    if (line.is_too_long || !is_blank) sink.take_text(line);
  }
}

}  // namespace morgue
