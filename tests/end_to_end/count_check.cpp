// SPDX-License-Identifier: GPL-3.0-or-later
// count_check ARTICLES.jsonl... [--words FILE]: draws 200 words, 100 two-word phrases and 100 three-word ANDs
// from the articles by a fixed seed and compares the searcher's totals with those of the matcher, asked of
// every article one by one.
// --words FILE writes "word<TAB>total of "word"" for words of plain letters, for a count by other means
// (check_words). Ends with 0 when all agree, 1 otherwise.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/article/article_json.h"
#include "common/index/archive_writer.h"
#include "common/query/matcher.h"
#include "common/query/query_parser.h"
#include "common/search/searcher.h"
#include "common/text/fold.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

constexpr std::uint64_t seed = 21578;
constexpr std::size_t words = 200, phrases = 100, conjunctions = 100;

std::vector<Article> read_articles(const std::vector<std::string>& files) {
  std::vector<Article> articles;
  std::set<std::string> ids;
  for (const auto& name : files) {
    std::ifstream file(name);
    for (std::string line; std::getline(file, line);) {
      Article article = from_json(nlohmann::json::parse(line));
      if (article.title.empty() && article.body.empty()) continue;
      if (article.id.empty()) article.id = derived_id(article);
      if (!ids.insert(article.id).second) throw std::runtime_error("the same id twice: " + article.id);
      article.taken = testing_support::test_now;
      articles.push_back(std::move(article));
    }
  }
  return articles;
}

class Draw {
 public:
  explicit Draw(const std::vector<AnalysedArticle>& articles) : articles_(articles), engine_(seed) {}

  std::vector<std::string> queries() {
    std::set<std::string> drawn;
    std::vector<std::string> queries;
    while (queries.size() < words)
      if (std::string one = word(article()); drawn.insert(fold(one)).second)
        queries.push_back(std::move(one));
    while (queries.size() < words + phrases) queries.push_back(phrase());
    while (queries.size() < words + phrases + conjunctions) {
      const AnalysedArticle& one = article();
      queries.push_back(word(one) + " " + word(one) + " " + word(one));
    }
    return queries;
  }

 private:
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }

  const AnalysedArticle& article() {
    for (;;)
      if (const auto& one = articles_[below(articles_.size())]; one.body.tokens.size() > 3) return one;
  }

  std::string word(const AnalysedArticle& of) {
    const Token& token = of.body.tokens[below(of.body.tokens.size())];
    return slice(of, token.begin, token.end);
  }

  /// Two neighbours in a body, as they are written there.
  std::string phrase() {
    const AnalysedArticle& of = article();
    std::vector<Token> tokens;
    for (const Token& token : of.body.tokens)
      if (token.kind == TokenKind::word) tokens.push_back(token);
    const std::size_t first = below(tokens.size() - 1);
    return "\"" + slice(of, tokens[first].begin, tokens[first].end) + " " +
           slice(of, tokens[first + 1].begin, tokens[first + 1].end) + "\"";
  }

  static std::string slice(const AnalysedArticle& of, std::size_t begin, std::size_t end) {
    return std::string(of.body.text.substr(begin, end - begin));
  }

  const std::vector<AnalysedArticle>& articles_;
  std::mt19937_64 engine_;
};

std::uint64_t brute_force(const std::string& query, const std::vector<AnalysedArticle>& articles) {
  const Node tree = parse_query(query, {}).tree;
  return static_cast<std::uint64_t>(
      std::count_if(articles.begin(), articles.end(), [&](const auto& each) { return matches(tree, each); }));
}

std::uint64_t total(Searcher& searcher, const std::string& query) {
  SearchRequest request;
  request.query = query;
  return searcher.search(request).total;
}

bool is_plain(const std::string& word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

int check_counts(const std::vector<std::string>& files, const std::string& words_file) {
  const auto articles = read_articles(files);
  const testing_support::TemporaryArchive archive(articles);
  Searcher searcher(archive.directory());
  Analyser analyser;
  std::vector<AnalysedArticle> analysed;
  for (const Article& article : articles) analysed.push_back(analyser.analyse(article));

  std::ofstream plain_words;
  if (!words_file.empty()) plain_words.open(words_file);
  std::size_t agreed = 0, matches = 0;
  const auto queries = Draw(analysed).queries();
  for (const auto& query : queries) {
    const std::uint64_t found = total(searcher, query), expected = brute_force(query, analysed);
    matches += expected;
    if (found == expected) ++agreed;
    else std::cout << "total of " << query << ": " << found << ", by brute force " << expected << "\n";
    if (plain_words.is_open() && is_plain(query))
      plain_words << query << "\t" << total(searcher, "\"" + query + "\"") << "\n";
  }
  std::cout << articles.size() << " articles, " << queries.size() << " queries with " << matches
            << " matches in all: " << agreed << " totals agree\n";
  return agreed == queries.size() && matches >= queries.size() ? 0 : 1;
}

}  // namespace
}  // namespace morgue

int main(int argc, char** argv) {
  std::vector<std::string> files(argv + 1, argv + argc);
  std::string words_file;
  if (files.size() > 2 && files[files.size() - 2] == "--words") {
    words_file = files.back();
    files.resize(files.size() - 2);
  }
  if (files.empty()) {
    std::cerr << "usage: count_check ARTICLES.jsonl... [--words FILE]\n";
    return 2;
  }
  return morgue::check_counts(files, words_file);
}
