// SPDX-License-Identifier: GPL-3.0-or-later
// language_table ARCHIVE | ARTICLES.jsonl: asks queries for every row of the query language and prints for
// each its total, its time (the median of five), how many articles were verified on their text, and the first
// title; and whether the matcher, asked of every article one by one, accepts as many. Made for articles on
// American politics; on others some rows find nothing. Ends with 0 when all agree, 1 otherwise.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "common/article/article_json.h"
#include "common/index/archive_reader.h"
#include "common/index/article_document.h"
#include "common/query/matcher.h"
#include "common/query/query_parser.h"
#include "common/search/expansions.h"
#include "common/search/request_tree.h"
#include "common/search/searcher.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

constexpr std::array queries{
    "",
    "filibuster",
    "president",
    "Erdoğan",
    "obrien",
    "U.S.",
    "ferry harbor",
    "immigration AND border -wall",
    "tariff OR subsidy",
    "-trump",
    "NOT (trump OR obama)",
    "(gun OR firearm) (ban OR control)",
    "\"supreme court\"",
    "“house of representatives”",
    "\"secretary of * clinton\"",
    "\"President Barack Obama said\"",
    "=\"US\"",
    "=\"Obamacare repeal\"",
    "sanctions NEAR/5 iran",
    "\"travel ban\" NEAR/10 court",
    "(senate OR house) NEAR/3 vote*",
    "impeach* ADJ/4 trial",
    "\"russia election interference\"~6",
    "hacking w/s russia",
    "veto w/p override",
    "filibust*",
    "gerrym?nder",
    "*gate",
    "kavanagh~1",
    "schwarzeneger~",
    "title:shutdown",
    "title:\"health care\"",
    "title:(trump OR biden)",
    "body:\"climate change\"",
    "author:(matt vespa)",
    "byline:lowry",
    "source:\"New York Times - News\"",
    "source:\"New York*\" tag:elections",
    "tag:immigration",
    "site:news.yahoo.com",
    "lang:en kavanaugh",
    "id:as-004Gt3gcsotuiYmz",
    "date:2016",
    "date:2016-11-08",
    "date:2020-03..2020-05 coronavirus",
    "date:>=2019-12-18 date:<2020-02-06 impeachment",
    "after:2018-11-06 before:2018-11-09",
    "date:none",
    "added:2000..",
    "9/11",
    "F-16",
    "auther:vespa",
    "(\"debt ceiling AND",
};

std::string cut(const std::string& text, std::size_t length) {
  if (text.size() <= length) return text;
  while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
  return text.substr(0, length) + "…";
}

struct Row {
  SearchRequest request;
  SearchResults answer;
  double milliseconds = 0;
  Node tree{Nothing{}};
  std::uint64_t accepted = 0;  // by the matcher
};

Row asked(Searcher& searcher, const std::string& query) {
  Row row;
  row.request.query = query;
  std::array<double, 5> times{};
  for (double& time : times) {
    row.answer = searcher.search(row.request);
    time = row.answer.took_ms;
  }
  std::ranges::sort(times);
  row.milliseconds = times[times.size() / 2];
  return row;
}

/// One pass over the articles for all rows.
void ask_the_matcher(ArchiveReader& reader, std::vector<Row>& rows) {
  Expansions expansions(reader);
  for (Row& row : rows)
    row.tree = expansions.expanded(request_tree(parse_query(row.request.query, {}).tree, row.request));
  Analyser analyser(reader.time_zone());
  auto& database = reader.database();
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Article article = from_document(database.get_document(*at));
    const AnalysedArticle analysed = analyser.analyse(article);
    for (Row& row : rows)
      if (matches(row.tree, analysed)) ++row.accepted;
  }
}

int print(const std::vector<Row>& rows) {
  std::size_t agreed = 0;
  std::printf(
      "| query | total | ms | verified | brute force | first |\n| --- | --: | --: | --: | --- | --- |\n");
  for (const Row& row : rows) {
    const bool agrees = row.accepted == row.answer.total;
    agreed += agrees ? 1 : 0;
    std::printf("| `%s` | %s%llu | %.1f | %llu | %s | %s |\n", row.request.query.c_str(),
                row.answer.relation == Relation::gte ? "≥ " : "",
                static_cast<unsigned long long>(row.answer.total), row.milliseconds,
                static_cast<unsigned long long>(row.answer.verified),
                agrees ? "agrees" : std::to_string(row.accepted).c_str(),
                row.answer.results.empty() ? "" : cut(row.answer.results.front().article.title, 60).c_str());
  }
  std::printf("\n%zu queries, %zu totals agree with brute force\n", rows.size(), agreed);
  return agreed == rows.size() ? 0 : 1;
}

std::vector<Article> read_articles(const std::string& name) {
  std::vector<Article> articles;
  std::ifstream file(name);
  for (std::string line; std::getline(file, line);) {
    Article article = from_json(nlohmann::json::parse(line));
    if (article.title.empty() && article.body.empty()) continue;
    if (article.id.empty()) article.id = derived_id(article);
    articles.push_back(std::move(article));
  }
  return articles;
}

int show_table(const std::string& archive) {
  Searcher searcher(archive);
  std::vector<Row> rows;
  for (const auto* query : queries) rows.push_back(asked(searcher, query));
  ArchiveReader reader(archive);
  ask_the_matcher(reader, rows);
  return print(rows);
}

int show_table_of(const std::string& archive_or_articles) {
  if (std::filesystem::is_directory(archive_or_articles)) return show_table(archive_or_articles);
  const testing_support::TemporaryArchive archive(read_articles(archive_or_articles));
  return show_table(archive.directory());
}

}  // namespace
}  // namespace morgue

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: language_table ARCHIVE | ARTICLES.jsonl\n";
    return 2;
  }
  try {
    return morgue::show_table_of(argv[1]);
  } catch (const std::exception& error) {
    std::cerr << "language_table: " << error.what() << "\n";
    return 2;
  }
}
