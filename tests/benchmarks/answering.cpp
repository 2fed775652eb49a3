// SPDX-License-Identifier: GPL-3.0-or-later
// answering draw ARCHIVE COUNT: writes COUNT queries of each class as JSON lines.
// answering morgue|sqlite|xapian PATH QUERIES: answers them, once to warm up and once by the clock, and
// writes of each its class, the total, and the milliseconds that passed and that the processor took.
// One of the parts of tests/benchmarks/run.
#include <time.h>

#include <exception>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "tests/benchmarks/answerer.h"

namespace morgue::benchmarks {
namespace {

struct NamedQuery {
  std::string of_class;
  DrawnQuery query;
};

void draw(const std::string& archive, std::size_t count) {
  ArchiveReader reader(archive);
  for (const auto& each : drawn_queries(reader, count))
    for (const auto& query : each.queries)
      std::cout << nlohmann::json{{"class", each.name},
                                  {"asked", name_of(query.asked)},
                                  {"words", query.words}}
                << "\n";
}

std::vector<NamedQuery> queries_of(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<NamedQuery> queries;
  for (std::string line; std::getline(file, line);) {
    const auto json = nlohmann::json::parse(line);
    queries.push_back({json.at("class"), {asked_of(json.at("asked").get<std::string>()), json.at("words")}});
  }
  return queries;
}

std::unique_ptr<Answerer> answerer_of(const std::string& name, const std::string& path) {
  if (name == "morgue") return morgue_answerer(path);
  if (name == "sqlite") return sqlite_answerer(path);
  if (name == "xapian") return xapian_answerer(path);
  throw std::runtime_error("nobody here is called " + name);
}

double milliseconds_of(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void answer(const std::string& name, const std::string& path, const std::string& queries_path) {
  const auto queries = queries_of(queries_path);
  const auto answerer = answerer_of(name, path);
  for (const auto& each : queries) answerer->answer(each.query);
  for (const auto& [of_class, query] : queries) {
    const double begin = milliseconds_of(CLOCK_MONOTONIC);
    const double processor_begin = milliseconds_of(CLOCK_PROCESS_CPUTIME_ID);
    const std::uint64_t total = answerer->answer(query);
    const double processor = milliseconds_of(CLOCK_PROCESS_CPUTIME_ID) - processor_begin;
    const double passed = milliseconds_of(CLOCK_MONOTONIC) - begin;
    std::cout << nlohmann::json{{"class", of_class}, {"total", total}, {"ms", passed}, {"cpu", processor}}
              << "\n";
  }
}

}  // namespace
}  // namespace morgue::benchmarks

int main(int argc, char** argv) {
  const std::string what = argc == 4 ? argv[1] : "";
  if (what.empty()) {
    std::cerr << "usage: answering draw ARCHIVE COUNT | answering morgue|sqlite|xapian PATH QUERIES\n";
    return 2;
  }
  try {
    if (what == "draw") morgue::benchmarks::draw(argv[2], std::stoul(argv[3]));
    else morgue::benchmarks::answer(what, argv[2], argv[3]);
  } catch (const std::exception& error) {
    std::cerr << "answering: " << error.what() << "\n";
    return 1;
  }
}
