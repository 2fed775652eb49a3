// SPDX-License-Identifier: GPL-3.0-or-later
// against_sqlite ARCHIVE [SQLITE_FILE]: how fast searches are answered here and by SQLite's FTS5 over the
// same articles, in one process and in turn. An answer is the exact total, the ten best by BM25, their marks
// and a snippet of each. Prints for each class of queries the median of ours, of SQLite's, and SQLite's by
// ours, and the geometric means of all. Times are those of the processor, so that others' work on the machine
// does not count; both read from memory what they have read before.
// The file is made where it is missing, a temporary one where none is named.
#include <time.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "common/search/searcher.h"
#include "tests/benchmarks/drawn_queries.h"
#include "tests/benchmarks/sqlite_search.h"

namespace morgue::benchmarks {
namespace {

constexpr std::size_t queries_a_class = 50, rounds = 5;

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

double processor_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <class Function>
double milliseconds(Function&& function) {
  const double begin = processor_milliseconds();
  function();
  return processor_milliseconds() - begin;
}

/// Of the medians in milliseconds, over the classes that have queries.
struct Means {
  void add(double of_ours, double of_theirs) {
    ours += std::log(of_ours);
    theirs += std::log(of_theirs);
    ++classes;
  }
  void print() const {
    const double our_mean = std::exp(ours / classes), their_mean = std::exp(theirs / classes);
    std::printf("%-17s %9.3f ms %9.3f ms %8.2f\n", "geometric mean", our_mean, their_mean,
                their_mean / our_mean);
  }

  double ours = 0, theirs = 0;  // sums of logarithms
  double classes = 0;
};

void compare(const QueryClass& of, Searcher& searcher, SqliteSearch& sqlite, Means& means) {
  if (of.queries.empty()) {
    std::printf("%-17s no articles to draw from\n", of.name.c_str());
    return;
  }
  std::vector<double> ours, theirs;
  std::uint64_t our_total = 0, their_total = 0;
  for (const DrawnQuery& query : of.queries) {
    SearchRequest request;
    request.query = query.ours;
    request.snippets = 1;
    std::vector<double> our_times, their_times;
    for (std::size_t round = 0; round < rounds; ++round) {
      std::uint64_t our_count = 0, their_count = 0;
      our_times.push_back(milliseconds([&] { our_count = searcher.search(request).total; }));
      their_times.push_back(milliseconds([&] { their_count = sqlite.search(query.fts5); }));
      if (round > 0) continue;
      our_total += our_count;
      their_total += their_count;
    }
    ours.push_back(median(our_times));
    theirs.push_back(median(their_times));
  }
  const double our_median = median(ours), their_median = median(theirs);
  means.add(our_median, their_median);
  std::printf("%-17s %9.3f ms %9.3f ms %8.2f   %9.0f %9.0f\n", of.name.c_str(), our_median, their_median,
              their_median / our_median, static_cast<double>(our_total) / static_cast<double>(ours.size()),
              static_cast<double>(their_total) / static_cast<double>(ours.size()));
}

void compare_all(const std::string& archive, const std::string& file) {
  ArchiveReader reader(archive);
  SqliteSearch sqlite(file, reader);
  Searcher searcher(archive);
  std::printf("%zu articles, %zu queries a class, median of %zu\n",
              static_cast<std::size_t>(searcher.articles()), queries_a_class, rounds);
  std::printf("%-17s %12s %12s %8s   %9s %9s\n", "class", "ours", "SQLite", "ratio", "our total",
              "its total");
  Means means;
  for (const auto& each : drawn_queries(reader, queries_a_class)) compare(each, searcher, sqlite, means);
  means.print();
}

}  // namespace
}  // namespace morgue::benchmarks

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    std::cerr << "usage: against_sqlite ARCHIVE [SQLITE_FILE]\n";
    return 2;
  }
  try {
    morgue::benchmarks::compare_all(argv[1], argc == 3 ? argv[2] : "");
  } catch (const std::exception& error) {
    std::cerr << "against_sqlite: " << error.what() << "\n";
    return 1;
  }
}
