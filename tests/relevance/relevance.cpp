// SPDX-License-Identifier: GPL-3.0-or-later
// relevance ARCHIVE queries.tsv qrels.txt [--per-query]: how good the default ranking is on a judged
// collection. queries.tsv: "id<TAB>text"; qrels.txt as TREC writes them: "query 0 document grade". Prints
// MAP, P@10 and nDCG@10, means over the queries with a relevant article: MAP over the first 1,000 results,
// nDCG with the grade as gain and log2(rank + 1) as discount, as trec_eval computes them. Queries are asked
// with match=any and in lower case, so that no capitalised AND or NOT of a title in capitals is an operator.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "common/search/searcher.h"
#include "common/text/fold.h"

namespace morgue {
namespace {

constexpr std::size_t depth = 1'000, shallow = 10;

using Grades = std::map<std::string, int>;  // of one query, by article

struct Scores {
  double average_precision = 0, precision = 0, ndcg = 0;
};

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

double ideal_gain(const Grades& grades) {
  std::vector<int> sorted;
  for (const auto& [id, grade] : grades) sorted.push_back(grade);
  std::sort(sorted.rbegin(), sorted.rend());
  double gain = 0;
  for (std::size_t i = 0; i < std::min(shallow, sorted.size()); ++i)
    gain += sorted[i] / std::log2(static_cast<double>(i) + 2);
  return gain;
}

Scores score(const std::vector<std::string>& ids, const Grades& grades) {
  Scores scores;
  double found = 0;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto grade = grades.find(ids[i]);
    if (grade == grades.end()) continue;
    const auto rank = static_cast<double>(i + 1);
    scores.average_precision += ++found / rank;
    if (i >= shallow) continue;
    scores.precision += 1.0 / shallow;
    scores.ndcg += grade->second / std::log2(rank + 1);
  }
  scores.average_precision /= static_cast<double>(grades.size());
  scores.ndcg /= ideal_gain(grades);
  return scores;
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
  std::cout << "query\tMAP\tP@10\tnDCG@10\n";
  for (std::string line; std::getline(file, line);) {
    const auto tab = line.find('\t');
    const auto relevant = grades.find(line.substr(0, tab));
    if (tab == std::string::npos || relevant == grades.end()) continue;
    const Scores scores = score(ranked_ids(searcher, line.substr(tab + 1)), relevant->second);
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
  print("mean of " + std::to_string(static_cast<int>(count)),
        {sum.average_precision / count, sum.precision / count, sum.ndcg / count});
  return 0;
}

}  // namespace
}  // namespace morgue

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool per_query = arguments.size() == 4 && arguments[3] == "--per-query";
  if (arguments.size() != 3 && !per_query) {
    std::cerr << "usage: relevance ARCHIVE queries.tsv qrels.txt [--per-query]\n";
    return 2;
  }
  return morgue::measure(arguments[0], arguments[1], arguments[2], per_query);
}
