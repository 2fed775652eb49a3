// SPDX-License-Identifier: GPL-3.0-or-later
// answer_load ARCHIVE THREADS SECONDS QUERIES: the same targets as http_load, answered without a socket: by
// the routes (what remains of http_load's time is the HTTP layer's), and by the searcher alone, as JSON.
// Prints one JSON object with answers a second, in turns of a second each.
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "common/search/searcher.h"
#include "common/wire/results_json.h"
#include "common/wire/search_url.h"
#include "server/routes.h"

namespace {

using namespace morgue;

std::vector<http::Request> requests_of(const char* path) {
  std::ifstream file(path);
  std::vector<http::Request> requests;
  for (std::string target; std::getline(file, target);) {
    if (target.empty()) continue;
    auto [decoded, parameters] = http::parse_target(target, 64);
    requests.push_back({"GET", target, decoded, parameters, {}, ""});
  }
  if (requests.empty()) throw std::runtime_error(std::string("no targets in ") + path);
  return requests;
}

double processor_ms() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto ms = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_usec) / 1000;
  };
  return ms(used.ru_utime) + ms(used.ru_stime);
}

using Work = std::function<void(const http::Request&, Searcher&)>;

/// One a thread, kept from turn to turn as the server keeps its own.
using Searchers = std::vector<std::unique_ptr<Searcher>>;

Searchers searchers_of(const std::string& archive, unsigned threads) {
  Searchers searchers;
  for (unsigned i = 0; i < threads; ++i)
    searchers.push_back(std::make_unique<Searcher>(archive, std::chrono::seconds(5)));
  return searchers;
}

std::uint64_t answers(const Searchers& searchers, const std::vector<http::Request>& requests,
                      std::atomic<std::size_t>& next, const Work& work) {
  std::atomic<std::uint64_t> count{0};
  std::vector<std::jthread> running;
  for (const auto& each : searchers)
    running.emplace_back([&, &searcher = *each] {
      for (const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(1);
           std::chrono::steady_clock::now() < end; ++count)
        work(requests[next++ % requests.size()], searcher);
    });
  running.clear();
  return count;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 5) throw std::runtime_error("answer_load ARCHIVE THREADS SECONDS QUERIES");
  const auto requests = requests_of(argv[4]);
  const auto threads = static_cast<unsigned>(std::atoi(argv[2]));
  const Work by_routes = [](const http::Request& request, Searcher& searcher) {
    if (answer(request, searcher, nobody_told).status != 200)
      throw std::runtime_error("not answered: " + request.target);
  };
  const Work by_searcher = [](const http::Request& request, Searcher& searcher) {
    const auto search = to_search_request(request.parameters, Unknown::refused);
    if (to_text(to_json(searcher.search(search), search)).empty()) throw std::runtime_error("not answered");
  };
  const auto routes_searchers = searchers_of(argv[1], threads),
             own_searchers = searchers_of(argv[1], threads);
  std::atomic<std::size_t> routes_next{0}, searcher_next{0};
  std::uint64_t routes = 0, searcher = 0;
  double routes_ms = 0, searcher_ms = 0;
  const int seconds = std::atoi(argv[3]);
  for (int i = 0; i < 3; ++i) {  // to warm up, as the server was
    answers(routes_searchers, requests, routes_next, by_routes);
    answers(own_searchers, requests, searcher_next, by_searcher);
  }
  for (int i = 0; i < seconds; ++i) {
    routes_ms -= processor_ms();
    routes += answers(routes_searchers, requests, routes_next, by_routes);
    searcher_ms -= processor_ms();
    routes_ms += processor_ms();
    searcher += answers(own_searchers, requests, searcher_next, by_searcher);
    searcher_ms += processor_ms();
  }
  const nlohmann::ordered_json told{
      {"routes_a_second", static_cast<double>(routes) / seconds},
      {"searcher_a_second", static_cast<double>(searcher) / seconds},
      {"routes_processor_ms_an_answer", routes_ms / static_cast<double>(routes)},
      {"searcher_processor_ms_an_answer", searcher_ms / static_cast<double>(searcher)}};
  std::cout << told.dump() << "\n";
  return 0;
} catch (const std::exception& failure) {
  std::cerr << failure.what() << "\n";
  return 2;
}
