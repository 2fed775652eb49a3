// SPDX-License-Identifier: GPL-3.0-or-later
// Ingest on several threads: the archive, the counts and the rejects are those of one thread.
#include <gmock/gmock.h>

#include "common/index/archive_reader.h"
#include "common/index/stored_article.h"
#include "indexer/ingest.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using nlohmann::json;
using testing_support::test_now;

struct Result {
  std::vector<std::string> stored;  // by docid
  Summary summary;
  std::vector<std::string> rejects;
};

/// Articles of which many share an id, with versions that count, older ones, copies, removals and faults.
std::vector<json> articles() {
  std::vector<json> all;
  for (int i = 0; i < 600; ++i) {
    const int number = i * 7 % 97;
    const std::string id = std::to_string(number);
    const std::string body = "Version " + std::to_string(i / 3) + " of the ferry number " + id;
    if (i % 41 == 3) all.push_back({{"id", id}, {"status", "withheld"}});
    else if (i % 13 == 5) all.push_back({{"id", id}, {"title", i}});
    else if (number % 3 == 0)
      all.push_back({{"id", id}, {"body", body}, {"updated", "2021-01-0" + std::to_string(1 + i % 9)}});
    else
      all.push_back({{"id", id}, {"body", body + std::string(static_cast<std::size_t>(i % 50) * 20, 'x')}});
  }
  return all;
}

/// Now and then one without an article.
Page page(std::uint64_t number) {
  const std::string day =
      "<p>On day " + std::to_string(number) + " the ferry came late to the old harbour.</p>";
  const std::string story =
      number % 40 == 0 ? "<a href=x>Home</a>" : "<article><h1>Fog again</h1>" + day + day + "</article>";
  return {{"page.html", number, 0}, "<html><body>" + story + "</body></html>", PageKind::html};
}

Result result_of(std::size_t threads) {
  const testing_support::TemporaryDirectory directory;
  Rejects rejects(directory.path("rejects"));
  Target target(directory.path("archive"), {}, false);
  Ingest ingest(target, rejects, {.threads = threads}, [] { return test_now; });
  std::uint64_t line = 0;
  for (const auto& article : articles()) {
    ingest.take(article, {"x.jsonl", ++line, 0});
    if (line % 10 == 0) ingest.take_page(page(line));
  }
  ingest.finish();
  target.publish();
  rejects.finish();
  Result result{{}, ingest.summary(), {}};
  ArchiveReader reader(directory.path("archive"));
  const auto& database = reader.database();
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at)
    result.stored.push_back(std::to_string(*at) + database.get_document(*at).get_data());
  std::ifstream lines(directory.path("rejects"));
  for (std::string text; std::getline(lines, text);) result.rejects.push_back(text);
  return result;
}

TEST(IngestOnSeveralThreads, DoesWhatOneThreadDoes) {
  const Result one = result_of(1);
  EXPECT_GT(one.stored.size(), 80u);
  EXPECT_GT(one.summary.replaced, 100u);
  EXPECT_GT(one.summary.older, 0u);
  EXPECT_GT(one.summary.removed, 0u);
  EXPECT_GT(one.rejects.size(), 20u);
  EXPECT_EQ(
      std::count_if(one.rejects.begin(), one.rejects.end(),
                    [](const std::string& line) { return line.find("page.html") != std::string::npos; }),
      15);
  for (const std::size_t threads : {2u, 4u}) {
    const Result several = result_of(threads);
    EXPECT_EQ(several.stored, one.stored) << threads;
    EXPECT_EQ(summary_json(several.summary), summary_json(one.summary)) << threads;
    EXPECT_EQ(several.rejects, one.rejects) << threads;
  }
}

}  // namespace
}  // namespace morgue
