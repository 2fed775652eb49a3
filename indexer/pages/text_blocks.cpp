// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at one run of lines between blank lines at a time.
#include "indexer/pages/text_blocks.h"

#include <algorithm>

#include "indexer/pages/page_text.h"

namespace morgue {
namespace {

constexpr std::size_t narrowest_wrap = 40;  // nobody wraps running text to fewer code points
constexpr std::size_t widest_wrap = 132;    // nor to more

struct Line {
  std::string text;
  bool is_indented = false;
};

/// To the next line end, which may be \n, \r\n or \r; `rest` begins behind it.
std::string_view take_line(std::string_view& rest) {
  const auto end = std::min(rest.find_first_of("\r\n"), rest.size());
  const auto line = rest.substr(0, end);
  rest.remove_prefix(end);
  if (rest.starts_with("\r\n")) rest.remove_prefix(2);
  else if (!rest.empty()) rest.remove_prefix(1);
  return line;
}

std::size_t width_of(const std::vector<Line>& lines) {
  std::size_t width = 0;
  for (const auto& line : lines) width = std::max(width, weight_of(line.text));
  return width;
}

bool would_have_stood_in(const Line& line, const Line& next, std::size_t width) {
  const auto first_word = words_of(next.text).front();
  return weight_of(line.text) + 1 + weight_of(first_word) <= width;
}

bool all_end_sentences(const std::vector<Line>& lines) {
  return std::all_of(lines.begin(), lines.end(), [](const Line& line) { return ends_a_sentence(line.text); });
}

bool is_paragraph_end(const Line& line, const Line& next, std::size_t width) {
  if (width < narrowest_wrap || width > widest_wrap) return true;
  if (next.is_indented && !line.is_indented) return true;
  const bool is_short = weight_of(line.text) < width * 6 / 10;
  return (is_short || ends_a_sentence(line.text)) && would_have_stood_in(line, next, width);
}

void add_paragraphs(const std::vector<Line>& lines, std::vector<std::string>& blocks) {
  const auto width = all_end_sentences(lines) ? 0 : width_of(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool begins = i == 0 || is_paragraph_end(lines[i - 1], lines[i], width);
    if (begins) blocks.push_back(lines[i].text);
    else blocks.back() += " " + lines[i].text;
  }
}

}  // namespace

std::vector<std::string> text_blocks(std::string_view text) {
  std::vector<std::string> blocks;
  std::vector<Line> lines;
  while (!text.empty()) {
    const auto line = take_line(text);
    auto words = collapsed(line);
    if (!words.empty()) {
      lines.push_back({std::move(words), line.front() == ' ' || line.front() == '\t'});
      continue;
    }
    add_paragraphs(lines, blocks);
    lines.clear();
  }
  add_paragraphs(lines, blocks);
  return blocks;
}

}  // namespace morgue
