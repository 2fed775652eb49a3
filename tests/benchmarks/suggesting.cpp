// SPDX-License-Identifier: GPL-3.0-or-later
// suggesting ARCHIVE [TYPED...]: how fast suggestions come while somebody types; with texts, shows what is
// suggested for each instead. Types the titles and the people of 100 articles, spread over the archive, key
// by key from the second letter to the twentieth, and prints how often was asked and the median, 99th
// percentile and longest time of processor and of clock, in milliseconds.
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "common/index/archive_reader.h"
#include "common/index/article_document.h"
#include "common/search/searcher.h"
#include "common/text/characters.h"

namespace morgue::benchmarks {
namespace {

constexpr std::size_t articles_typed = 100, most_keys = 20;

double processor_milliseconds() {
  timespec used{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

/// Its beginnings from two characters on.
void add_keys(const std::string& text, std::vector<std::string>& typed) {
  std::size_t i = 0;
  for (std::size_t keys = 1; i < text.size() && keys <= most_keys; ++keys) {
    next_character(text, i);
    if (keys > 1) typed.push_back(text.substr(0, i));
  }
}

std::vector<std::string> keys_of(const std::string& archive) {
  ArchiveReader reader(archive);
  auto& database = reader.database();
  std::vector<std::string> typed;
  const auto step = std::max<Xapian::doccount>(1, database.get_doccount() / articles_typed);
  auto at = database.postlist_begin("");
  for (std::size_t i = 0; i < articles_typed && at != database.postlist_end(""); ++i) {
    const auto article = from_document(database.get_document(*at));
    add_keys(article.title, typed);
    for (const auto& name : article.people) add_keys(name, typed);
    at.skip_to(*at + step);
  }
  return typed;
}

void print(const char* name, std::vector<double> times) {
  std::ranges::sort(times);
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  std::printf("%-10s median %.3f  p99 %.3f  longest %.3f ms\n", name, at(.5), at(.99), times.back());
}

void measure(const std::string& archive) {
  const auto typed = keys_of(archive);
  Searcher searcher(archive);
  std::vector<double> processor, clock;
  for (const auto& text : typed) {
    const auto begin = std::chrono::steady_clock::now();
    const double used = processor_milliseconds();
    searcher.suggest(text);
    processor.push_back(processor_milliseconds() - used);
    clock.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  }
  std::printf("%zu articles, %zu keys typed\n", static_cast<std::size_t>(searcher.articles()), typed.size());
  if (typed.empty()) return;
  print("processor", processor);
  print("clock", clock);
}

void show(Searcher& searcher, const std::string& typed) {
  const double used = processor_milliseconds();
  const auto suggestions = searcher.suggest(typed);
  std::printf("%s  (%.2f ms)\n", typed.c_str(), processor_milliseconds() - used);
  for (const auto& person : suggestions.people) {
    std::printf("  person %7llu  ", static_cast<unsigned long long>(person.articles));
    for (const auto& form : person.forms) std::printf("%s; ", form.c_str());
    std::printf("\n");
  }
  for (const auto& word : suggestions.words)
    std::printf("  word   %7llu  %s\n", static_cast<unsigned long long>(word.articles.value_or(0)),
                word.text.c_str());
  for (const auto& title : suggestions.titles)
    std::printf("  title  %s  %s\n", title.published.substr(0, 10).c_str(), title.title.c_str());
}

}  // namespace
}  // namespace morgue::benchmarks

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: suggesting ARCHIVE [TYPED...]\n";
    return 2;
  }
  try {
    if (argc == 2) {
      morgue::benchmarks::measure(argv[1]);
    } else {
      morgue::Searcher searcher(argv[1]);
      for (int i = 2; i < argc; ++i) morgue::benchmarks::show(searcher, argv[i]);
    }
  } catch (const std::exception& error) {
    std::cerr << "suggesting: " << error.what() << "\n";
    return 1;
  }
}
