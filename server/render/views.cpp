// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/views.h"

#include <algorithm>

#include "common/text/ascii.h"
#include "common/text/code_points.h"
#include "common/wire/results_json.h"
#include "common/wire/search_url.h"
#include "server/http/message.h"
#include "server/render/dates.h"

namespace morgue {
namespace {

std::string at(std::string_view path, const std::string& parameters) {
  return parameters.empty() ? std::string(path) : std::string(path) + "?" + parameters;
}

/// Well formed enough that it does no harm: "en", "zh-Hant-TW".
bool looks_like_a_language(std::string_view text) {
  const auto first = text.substr(0, text.find('-'));
  return first.size() >= 2 && first.size() <= 8 &&
         std::ranges::all_of(first, [](char sign) { return is_letter(sign); }) &&
         std::ranges::all_of(text,
                             [](char sign) { return is_letter(sign) || is_digit(sign) || sign == '-'; });
}

}  // namespace

std::string search_url(const SearchRequest& request) { return at("/search", to_search_url(request)); }

std::string article_url(const std::string& id, const SearchRequest& request) {
  const auto search = to_search_url(request);
  return "/article?id=" + percent_encode(id) + (search.empty() ? "" : "&" + search);
}

std::string coverage_url(const std::string& person) {
  SearchRequest request;
  request.filters = {{Field::person, {person}, {}}};
  return search_url(request);
}

View highlight_view(const Highlight& highlight) {
  View view;
  view["marked_html"] = marked_html(highlight);
  return view;
}

View title_view(const Highlight& title) {
  return highlight_view(has_text(title.text) ? title : Highlight{untitled, {}, 0});
}

View snippet_view(const Highlight& snippet, std::string_view body) {
  const auto begin = byte_of(body, snippet.start);
  const auto end = std::min(body.size(), begin + snippet.text.size());
  auto view = highlight_view(snippet);
  view["before"] = has_text(body.substr(0, begin));
  view["after"] = has_text(body.substr(end));
  return view;
}

View meta_view(const Article& article) {
  const auto date = date_of(article);
  return {{"source", article.source},
          {"section", article.section},
          {"iso", date ? to_iso(*date) : ""},
          {"date", date ? in_words(*date) : "undated"}};
}

std::string language_of(const Article& article) {
  const auto& language = article.language.empty() ? article.language_detected : article.language;
  return looks_like_a_language(language) ? language : "";
}

std::string page_title_of(std::string_view title) {
  constexpr std::size_t most = 150;  // code points
  const auto end = byte_of(title, most);
  return std::string(title.substr(0, end)) + (end < title.size() ? "…" : "");
}

bool has_text(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") != std::string_view::npos;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all.append(all.empty() ? "" : ", ").append(text);
  return all;
}

bool is_web_url(std::string_view url) {
  return http::same_token(url.substr(0, 7), "http://") || http::same_token(url.substr(0, 8), "https://");
}

std::string with_commas(std::uint64_t number) {
  auto text = std::to_string(number);
  for (std::size_t place = text.size(); place > 3; place -= 3) text.insert(place - 3, ",");
  return text;
}

std::string articles_text(std::uint64_t articles) {
  return with_commas(articles) + (articles == 1 ? " article" : " articles");
}

}  // namespace morgue
