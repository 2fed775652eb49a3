// SPDX-License-Identifier: GPL-3.0-or-later
// How good the default ranking is on a judged collection, and whether one ranking is better than another:
//   relevance ARCHIVE queries.tsv qrels.txt [--per-query]
//   relevance --compare FIRST SECOND [SEED]     two outputs of --per-query
// queries.tsv: "id<TAB>text"; qrels.txt as TREC writes them: "query 0 document grade". Prints MAP over the
// first 1,000 results, P@10 and nDCG@10, means over the queries with a relevant article. Queries are asked
// with match=any and in lower case, so that no capitalised AND or NOT of a title in capitals is an operator.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "common/search/searcher.h"
#include "common/text/fold.h"
#include "tests/relevance/measures.h"

namespace morgue::relevance {
namespace {

constexpr std::size_t depth = 1'000;
constexpr const char* heading = "query\tMAP\tP@10\tnDCG@10";
constexpr const char* mean_row = "mean of ";

std::map<std::string, Grades> read_grades(const std::string& path) {
  std::map<std::string, Grades> grades;
  std::ifstream file(path);
  std::string query, zero, document;
  for (int grade = 0; file >> query >> zero >> document >> grade;)
    if (grade > 0) grades[query][document] = grade;
  return grades;
}

std::vector<std::string> ranked_ids(Searcher& searcher, const std::string& text) {
  SearchRequest request;
  request.query = fold(text);
  request.match = MatchMode::any;
  request.limit = depth;
  request.snippets = 0;
  std::vector<std::string> ids;
  for (const SearchResult& result : searcher.search(request).results) ids.push_back(result.article.id);
  return ids;
}

void print(const std::string& name, const Scores& scores) {
  std::cout << std::fixed << std::setprecision(4) << name << "\t" << scores.average_precision << "\t"
            << scores.precision << "\t" << scores.ndcg << "\n";
}

int measure(const std::string& archive, const std::string& queries, const std::string& qrels,
            bool per_query) {
  Searcher searcher(archive);
  const auto grades = read_grades(qrels);
  std::ifstream file(queries);
  Scores sum;
  double count = 0;
  std::cout << heading << "\n";
  for (std::string line; std::getline(file, line);) {
    const auto tab = line.find('\t');
    const auto relevant = grades.find(line.substr(0, tab));
    if (tab == std::string::npos || relevant == grades.end()) continue;
    const Scores scores = scores_of(ranked_ids(searcher, line.substr(tab + 1)), relevant->second);
    if (per_query) print(relevant->first, scores);
    sum.average_precision += scores.average_precision;
    sum.precision += scores.precision;
    sum.ndcg += scores.ndcg;
    ++count;
  }
  if (count == 0) {
    std::cerr << "no query of " << queries << " has a relevant article in " << qrels << "\n";
    return 2;
  }
  print(mean_row + std::to_string(static_cast<int>(count)),
        {sum.average_precision / count, sum.precision / count, sum.ndcg / count});
  return 0;
}

std::map<std::string, Scores> read_scores(const std::string& path) {
  std::map<std::string, Scores> rows;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto tab = line.find('\t');
    if (tab == std::string::npos || line == heading || line.starts_with(mean_row)) continue;
    std::istringstream numbers(line.substr(tab));
    Scores& scores = rows[line.substr(0, tab)];
    numbers >> scores.average_precision >> scores.precision >> scores.ndcg;
  }
  return rows;
}

int compare_outputs(const std::string& first_path, const std::string& second_path, std::uint64_t seed) {
  const auto first = read_scores(first_path), second = read_scores(second_path);
  const bool same_queries =
      std::ranges::equal(first, second, [](const auto& a, const auto& b) { return a.first == b.first; });
  if (first.empty() || !same_queries) {
    std::cerr << first_path << " and " << second_path
              << " are not of the same queries; make both with --per-query\n";
    return 2;
  }
  const auto row = [&](const char* name, double Scores::*measure) {
    std::vector<double> before, after;
    for (const auto& [query, scores] : first) before.push_back(scores.*measure);
    for (const auto& [query, scores] : second) after.push_back(scores.*measure);
    const Comparison found = compare(before, after, seed);
    std::cout << std::fixed << std::showpos << std::setprecision(4) << name << "\t" << found.difference
              << "\t" << found.lowest << "\t" << found.highest << "\t" << std::noshowpos << found.p << "\n";
  };
  std::cout << "of " << first.size() << "\tdifference\t95% from\tto\tp\n";
  row("MAP", &Scores::average_precision);
  row("P@10", &Scores::precision);
  row("nDCG@10", &Scores::ndcg);
  return 0;
}

}  // namespace
}  // namespace morgue::relevance

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const auto count = arguments.size();
  if ((count == 3 || count == 4) && arguments[0] == "--compare")
    return morgue::relevance::compare_outputs(arguments[1], arguments[2],
                                              count == 4 ? std::strtoull(argv[4], nullptr, 10) : 1);
  const bool per_query = count == 4 && arguments[3] == "--per-query";
  if (count != 3 && !per_query) {
    std::cerr << "usage: relevance ARCHIVE queries.tsv qrels.txt [--per-query]\n"
                 "       relevance --compare FIRST SECOND [SEED]\n";
    return 2;
  }
  return morgue::relevance::measure(arguments[0], arguments[1], arguments[2], per_query);
}
