// SPDX-License-Identifier: GPL-3.0-or-later
// Lays results out line by line. Knows no stream and no width.
#include "terminal/results_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "common/text/fold.h"
#include "common/wire/marked_pieces.h"

namespace morgue {
namespace {

constexpr std::string_view indent = "   ";
constexpr double least_overlap_said = 0.1;  // of a similar article's text
constexpr std::string_view replacement = "\uFFFD";

/// One after another; neighbouring spaces become one.
class Line {
 public:
  void add(std::string_view text) {
    const auto whole = valid_utf8(text);
    const auto length = static_cast<std::int32_t>(whole.size());
    for (std::int32_t begin = 0, end = 0; begin < length; begin = end) {
      UChar32 sign = 0;
      U8_NEXT_UNSAFE(whole.data(), end, sign);
      if (u_isUWhiteSpace(sign)) add_space();
      else if (u_charType(sign) == U_CONTROL_CHAR) line_ += replacement;
      else line_.append(whole, static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
    }
  }

  void add_sequence(std::string_view sequence) { line_ += sequence; }
  std::string take() { return std::move(line_); }

 private:
  void add_space() {
    if (!line_.empty() && line_.back() != ' ') line_ += ' ';
  }

  std::string line_;
};

std::string marked_text(const Highlight& highlight, Emphasis emphasis) {
  const bool bold = emphasis == Emphasis::bold;
  Line line;
  for (const auto& piece : marked_pieces(highlight)) {
    if (piece.marked) line.add_sequence(bold ? "\x1b[1m" : "*");
    line.add(piece.text);
    if (piece.marked) line.add_sequence(bold ? "\x1b[0m" : "*");
  }
  return line.take();
}

std::string joined_by_commas(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all.append(all.empty() || text.empty() ? "" : ", ").append(text);
  return all;
}

std::string title_text(const SearchResult& result, Emphasis emphasis) {
  if (!result.title.text.empty()) return marked_text(result.title, emphasis);
  return result.article.title.empty() ? "(no title)" : printable(result.article.title);
}

/// "2021-07-15", or "2021-07-15 07:30 UTC".
std::string date_text(const Article& article) {
  const auto date = date_of(article);
  if (!date) return "";
  auto text = to_iso(*date);
  if (date->whole_day) return text;
  const auto time = text.find('T');
  return text.substr(0, time) + " " + text.substr(time + 1, 5) + " UTC";
}

std::string snippet_text(const Highlight& snippet, const Article& article, Emphasis emphasis) {
  if (snippet.text.empty()) return "";
  const bool ends_the_body = article.body.ends_with(snippet.text);
  return (snippet.start > 0 ? "… " : "") + marked_text(snippet, emphasis) + (ends_the_body ? "" : " …");
}

std::string people_text(const SearchResult& result, Emphasis emphasis) {
  std::vector<std::string> names;
  for (const auto& name : result.article.people) names.push_back(printable(name));
  for (const auto& name : result.people)
    if (name.index < names.size()) names[name.index] = marked_text(name.highlight, emphasis);
  return joined_by_commas(names);
}

/// "in common: Sergey Lavrov, troops, border"
std::string why_text(const Why& why) {
  std::vector<std::string> in_common;
  for (const auto* each : {&why.people, &why.words})
    for (const auto& text : *each) in_common.push_back(printable(text));
  auto text = in_common.empty() ? "" : "in common: " + joined_by_commas(in_common);
  if (why.overlap >= least_overlap_said)
    text += (text.empty() ? "" : "; ") + std::to_string(std::lround(why.overlap * 100)) + "% the same text";
  return text;
}

}  // namespace

std::string printable(std::string_view text) {
  Line line;
  line.add(text);
  return line.take();
}

std::string printable_lines(std::string_view text) {
  const auto whole = valid_utf8(text);
  const auto length = static_cast<std::int32_t>(whole.size());
  std::string lines;
  for (std::int32_t begin = 0, end = 0; begin < length; begin = end) {
    UChar32 sign = 0;
    U8_NEXT_UNSAFE(whole.data(), end, sign);
    const bool steers = u_charType(sign) == U_CONTROL_CHAR && sign != '\t' && sign != '\n' && sign != '\r';
    if (steers) lines += replacement;
    else lines.append(whole, static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
  }
  return lines;
}

std::string printable_json(std::string_view json) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const bool lead =
        json[i] == '\xC2' && i + 1 < json.size() && static_cast<unsigned char>(json[i + 1]) < 0xA0;
    if (!lead && json[i] != '\x7F') {
      text += json[i];
      continue;
    }
    const auto control = static_cast<unsigned char>(lead ? json[++i] : json[i]);
    text.append("\\u00").append({digits[control >> 4], digits[control & 15]});
  }
  return text;
}

std::string result_text(const SearchResult& result, std::size_t rank, Emphasis emphasis) {
  const auto& article = result.article;
  std::string text = std::to_string(rank) + ". " + title_text(result, emphasis) + "\n";
  const auto add_line = [&](const std::string& line) {
    if (!line.empty()) text.append(indent).append(line).append("\n");
  };
  add_line(joined_by_commas({printable(article.source), date_text(article)}));
  for (const auto& snippet : result.body) add_line(snippet_text(snippet, article, emphasis));
  add_line(people_text(result, emphasis));
  if (result.why) add_line(why_text(*result.why));
  add_line(printable(article.url.empty() ? article.id : article.url));
  return text + "\n";
}

std::string summary_text(const SearchResults& results, std::size_t shown) {
  if (shown == 0) return "";
  const auto last = results.offset + shown;
  return std::to_string(results.offset + 1) + "–" + std::to_string(last) + " of " +
         (results.relation == Relation::gte ? "at least " : "") + std::to_string(results.total) + "\n";
}

std::string nothing_text(const SearchResults& results) {
  if (results.total == 0) return "nothing found\n";
  return "nothing more: there are " + std::to_string(results.total) + ", and the offset is " +
         std::to_string(results.offset) + "\n";
}

std::string warning_text(const Warning& warning) {
  const auto* severity = warning.severity == Severity::repair ? "repaired: " : "note: ";
  auto text = severity + printable(warning.message) + "\n";
  if (!warning.suggestion.empty()) text.append("  try: ").append(printable(warning.suggestion)).append("\n");
  return text;
}

std::string warnings_text(const SearchResults& results) {
  std::string text;
  for (const auto& warning : results.warnings) text += warning_text(warning);
  const bool repaired =
      std::any_of(results.warnings.begin(), results.warnings.end(),
                  [](const Warning& warning) { return warning.severity == Severity::repair; });
  if (repaired) text += "understood as: " + printable(results.understood) + "\n";
  return text;
}

}  // namespace morgue
