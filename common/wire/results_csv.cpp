// SPDX-License-Identifier: GPL-3.0-or-later
// A column is a key of the article, or one of those that only a result has.
#include "common/wire/results_csv.h"

#include <algorithm>
#include <array>
#include <variant>

#include "common/wire/article_keys.h"
#include "common/wire/results_json.h"

namespace morgue {
namespace {

const std::vector<std::string> usual_columns{"rank",   "id",      "title",    "published",
                                             "source", "section", "language", "authors",
                                             "people", "url",     "score",    "snippet"};

const std::vector<std::string>& columns(const SearchRequest& request) {
  return request.return_keys.empty() ? usual_columns : request.return_keys;
}

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string all;
  for (std::size_t i = 0; i < texts.size(); ++i) all.append(i == 0 ? "" : between).append(texts[i]);
  return all;
}

std::string cell_of(const std::string& text) { return text; }
std::string cell_of(const std::vector<std::string>& texts) { return joined(texts, "; "); }
std::string cell_of(bool flag) { return flag ? "true" : ""; }

std::string snippet_of(const SearchResult& result) {
  std::vector<std::string> texts;
  for (const auto& snippet : result.body) texts.push_back(snippet.text);
  return joined(texts, " … ");
}

std::string cell(const std::string& column, const SearchResult& result, std::uint64_t rank) {
  if (column == "rank") return std::to_string(rank);
  if (column == "score") return score_json(result.score).dump();
  if (column == "snippet") return snippet_of(result);
  const auto* const key = std::ranges::find(article_keys, column, &ArticleKey::name);
  if (key == article_keys.end()) return "";
  return std::visit([&](auto member) { return cell_of(result.article.*member); }, key->member);
}

}  // namespace

std::string csv_header(const SearchRequest& request) { return csv_row(columns(request), Formulas::kept); }

std::string csv_result(const SearchResult& result, const SearchRequest& request, std::uint64_t rank,
                       Formulas formulas) {
  std::vector<std::string> cells;
  for (const auto& column : columns(request)) cells.push_back(cell(column, result, rank));
  return csv_row(cells, formulas);
}

std::string csv_error(const SearchRequest& request, std::vector<std::string> told, Formulas formulas) {
  told.insert(told.begin(), "error");
  told.resize(std::max(told.size(), columns(request).size()));
  return csv_row(told, formulas);
}

}  // namespace morgue
