// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>

namespace morgue {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

http::Exchange exchange(int status, std::chrono::microseconds took) {
  return {
      .status = status, .bytes = 100, .is_whole = status != 0, .waited = 200us, .worked = 3ms, .took = took};
}

TEST(Metrics, CountByRouteAndStatusAndMeasurePhases) {
  Metrics metrics;
  metrics.count("/v1/search", exchange(200, 4ms));
  metrics.count("/v1/search", exchange(200, 40ms));
  metrics.count("/v1/search", exchange(400, 1ms));
  metrics.count("", exchange(0, 1ms));
  metrics.observe({.parse = 1ms, .match = 3ms, .snippets = 200us}, 5ms);
  const auto text = metrics.text({.connections = 7, .waiting = 2, .waiting_quick = 1},
                                 {.is_open = true, .generation = "a:1", .articles = 42, .reopened = 3});
  for (const auto* line : {"morgue_requests_total{route=\"/v1/search\",status=\"200\"} 2\n",
                           "morgue_requests_total{route=\"/v1/search\",status=\"400\"} 1\n",
                           "morgue_requests_total{route=\"none\",status=\"0\"} 1\n",
                           "morgue_request_seconds_bucket{route=\"/v1/search\",le=\"0.005\"} 2\n",
                           "morgue_request_seconds_bucket{route=\"/v1/search\",le=\"+Inf\"} 3\n",
                           "morgue_request_seconds_count{route=\"/v1/search\"} 3\n",
                           "morgue_request_seconds_sum{route=\"/v1/search\"} 0.045\n",
                           "morgue_phase_seconds_bucket{phase=\"queue\",le=\"0.00025\"} 4\n",
                           "morgue_phase_seconds_sum{phase=\"parse\"} 0.001\n",
                           "morgue_phase_seconds_sum{phase=\"match\"} 0.003\n",
                           "morgue_phase_seconds_sum{phase=\"snippets\"} 0.0002\n",
                           "morgue_phase_seconds_sum{phase=\"render\"} 0.0008\n",
                           "morgue_sent_bytes_total 400\n",
                           "morgue_cut_answers_total 1\n",
                           "morgue_connections 7\n",
                           "morgue_queue_length{lane=\"search\"} 2\n",
                           "morgue_queue_length{lane=\"suggest\"} 1\n",
                           "morgue_archive_open 1\n",
                           "morgue_articles 42\n",
                           "morgue_generation{generation=\"a:1\"} 1\n",
                           "morgue_reopened_total 3\n"})
    EXPECT_THAT(text, HasSubstr(line));
}

TEST(Metrics, AreWrittenAsPrometheusReadsThem) {
  Metrics metrics;
  metrics.count("/", exchange(200, 4ms));
  std::istringstream lines(metrics.text({}, {}));
  static const std::regex sample(R"(([a-z_]+)(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.e+-]+)");
  static const std::regex comment(R"(# (HELP|TYPE) ([a-z_]+) .+)");
  std::set<std::string> described;
  std::set<std::string> samples;
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_match(line, match, comment)) {
      if (match[1] == "TYPE") {
        EXPECT_TRUE(described.insert(match[2]).second) << line;
      }
      continue;
    }
    ASSERT_TRUE(std::regex_match(line, match, sample)) << line;
    EXPECT_TRUE(samples.insert(line.substr(0, line.rfind(' '))).second) << "twice: " << line;
    const auto name = std::regex_replace(std::string(match[1]), std::regex("_(bucket|sum|count)$"), "");
    EXPECT_TRUE(described.contains(name) || described.contains(match[1])) << line;
  }
  EXPECT_GT(samples.size(), 100U);
}

TEST(Histogram, CountsABoundWithWhatIsBelowIt) {
  Histogram histogram;
  for (const double seconds : {.0001, .00011, 10., 11.}) histogram.observe(seconds);
  std::string text;
  histogram.write(text, "x", "a=\"b\"");
  EXPECT_THAT(text, HasSubstr("x_bucket{a=\"b\",le=\"0.0001\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("x_bucket{a=\"b\",le=\"0.00025\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("x_bucket{a=\"b\",le=\"10\"} 3\n"));
  EXPECT_THAT(text, HasSubstr("x_bucket{a=\"b\",le=\"+Inf\"} 4\n"));
}

}  // namespace
}  // namespace morgue
