// SPDX-License-Identifier: GPL-3.0-or-later
// Tells HTML from plain text by its tags and entities. Knows nothing of articles.
#include "indexer/html/plain_text.h"

#include <libxml/HTMLparser.h>

#include <algorithm>

#include "common/text/ascii.h"
#include "indexer/html/elements.h"
#include "indexer/html/html_text.h"

namespace morgue {
namespace {

/// `text` begins after the ampersand.
bool begins_entity(std::string_view text) {
  constexpr std::size_t longest_name = 10;
  const auto end = text.substr(0, longest_name).find(';');
  if (end == std::string_view::npos || end < 2) return false;
  if (text.front() == '#') return is_digit(text[1]) || ((text[1] == 'x' || text[1] == 'X') && end > 2);
  return htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(text.substr(0, end)).c_str()));
}

enum class Markup { none, in_line, parts_lines };

Markup markup_of_element(const std::string& name) {
  if (name == "br") return Markup::parts_lines;
  const auto kind = break_of_element(name);
  if (kind == Break::line || kind == Break::paragraph) return Markup::parts_lines;
  const bool is_known =
      kind == Break::dropped || htmlTagLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
  return is_known ? Markup::in_line : Markup::none;
}

/// `text` begins after the angle bracket.
Markup markup_of_tag(std::string_view text) {
  if (text.starts_with("!--")) return Markup::in_line;
  if (text.starts_with('/')) text.remove_prefix(1);
  const auto end =
      std::find_if_not(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c); });
  const bool is_ended = end != text.end() && (is_space(*end) || *end == '>' || *end == '/');
  if (!is_ended || text.find('>') == std::string_view::npos) return Markup::none;
  std::string name(text.begin(), end);
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return markup_of_element(name);
}

Markup markup_of(std::string_view text) {
  auto markup = Markup::none;
  for (auto at = text.find_first_of("<&"); at != std::string_view::npos && markup != Markup::parts_lines;
       at = text.find_first_of("<&", at + 1)) {
    const auto after = text.substr(at + 1);
    if (text[at] == '<') markup = std::max(markup, markup_of_tag(after));
    else if (begins_entity(after)) markup = std::max(markup, Markup::in_line);
  }
  return markup;
}

std::string with_lines_as_tags(std::string_view text) {
  std::string html;
  for (const char c : text) {
    if (c == '\n') html += "<br>";
    else html += c;
  }
  return html;
}

/// Without blanks at the ends of lines and around the text, and with at most one empty line in a row.
std::string tidy(std::string_view text) {
  std::string result;
  std::size_t line_ends = 0;
  while (!text.empty()) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
    if (!line.empty()) {
      if (!result.empty()) result.append(std::min<std::size_t>(line_ends, 2), '\n');
      result += line;
      line_ends = 0;
    }
    ++line_ends;
  }
  return result;
}

}  // namespace

std::string plain_text(std::string_view text) {
  switch (markup_of(text)) {
    case Markup::none: return tidy(text);
    case Markup::in_line: return html_text(with_lines_as_tags(text));
    case Markup::parts_lines: return html_text(text);
  }
  return {};
}

bool is_html(std::string_view text) { return markup_of(text) != Markup::none; }

}  // namespace morgue
