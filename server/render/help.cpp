// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/help.h"

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/article/analysed_article.h"
#include "common/search/typed_text.h"
#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "common/timestamp.h"
#include "server/render/views.h"

namespace morgue {
namespace {

constexpr std::size_t shortest_word = 4, beginning = 4;  // code points

/// What the examples are made of.
struct Words {
  std::string first, second;  // stand side by side in a title
  std::string name;
  std::string source;
  std::string month;  // "2021-03"
};

Words invented() {
  return {
      .first = "ferry", .second = "strike", .name = "Lavrov", .source = "The Gazette", .month = "2021-03"};
}

bool is_a_word(std::string_view text) {
  return has_only_letters(text) && code_points(text) >= shortest_word && !is_operator(text);
}

std::vector<std::string> chunks_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> chunks;
  for (std::string chunk; in >> chunk;) chunks.push_back(chunk);
  return chunks;
}

std::optional<std::pair<std::string, std::string>> neighbours(const std::string& title) {
  const auto chunks = chunks_of(title);
  for (std::size_t i = 1; i < chunks.size(); ++i)
    if (is_a_word(chunks[i - 1]) && is_a_word(chunks[i]) && chunks[i - 1] != chunks[i])
      return std::pair(chunks[i - 1], chunks[i]);
  return std::nullopt;
}

Words words_of(const Article& article) {
  auto words = invented();
  if (auto pair = neighbours(article.title)) std::tie(words.first, words.second) = *std::move(pair);
  for (const auto& name : article.people) {
    const auto chunks = chunks_of(name);
    if (chunks.empty() || !is_a_word(chunks.back())) continue;
    words.name = chunks.back();
    break;
  }
  if (!article.source.empty() && article.source.find_first_of("\"\\") == std::string::npos)
    words.source = article.source;
  if (const auto date = date_of(article)) words.month = to_iso(*date).substr(0, 7);
  return words;
}

std::string beginning_of(const std::string& word) { return word.substr(0, byte_of(word, beginning)); }

View example(const std::string& query, std::string_view meaning) {
  SearchRequest request;
  request.query = query;
  return {{"query", query}, {"meaning", meaning}, {"url", search_url(request)}};
}

}  // namespace

View help_view(const Article& article) {
  const auto [first, second, name, source, month] = words_of(article);
  const auto year_before = std::to_string(std::stoi(month) - 1);
  return View::array({
      example(first + " " + second, "both words, in any form"),
      example("\"" + first + " " + second + "\"", "these words side by side"),
      example(first + " OR " + second, "either"),
      example(first + " -" + second, "the first without the second"),
      example(first + " NEAR/5 " + second, "within five words of each other"),
      example(first + " w/s " + second, "in one sentence; w/p: in one paragraph"),
      example(beginning_of(first) + "*", "words that begin so"),
      example(name + "~", "words spelt nearly so"),
      example("=\"" + first + "\"", "exactly as written, with its capitals and accents"),
      example("title:" + first, "only in titles; also body: author: section: tag: place: lang: site:"),
      example("person:" + name, "only in names of people"),
      example("source:\"" + source + "\"", "the whole value"),
      example("date:" + month, "a year, a month or a day; also after: before: last:7d date:none"),
      example("date:" + year_before + ".." + month, "from one to the other"),
  });
}

}  // namespace morgue
