// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/index/bulk/both_ways.h"

#include <xapian.h>

#include "common/article/article_json.h"
#include "common/index/archive.h"
#include "common/index/archive_writer.h"
#include "common/index/bulk/self_check.h"
#include "common/index/stored_article.h"
#include "tests/common/index/bulk/differences.h"
#include "tests/common/index/bulk/entry_counts.h"

namespace morgue::testing_support {

namespace {

constexpr std::size_t articles_a_turn = 7;

}  // namespace

void write_archive(const std::string& directory, const std::vector<Article>& articles,
                   const std::string& time_zone) {
  ArchiveWriterOptions options;
  options.time_zone = time_zone;
  options.between_commits = {};
  options.flush_bytes = std::size_t{1} << 40;
  ArchiveWriter writer(directory, options);
  for (const Article& each : articles) writer.put(each, test_now);
  writer.commit();
}

void build_archive(const std::string& directory, const std::vector<Article>& articles,
                   const BulkOptions& options) {
  const ArchiveDirectory archive(directory);
  archive.make();
  archive.begin_anew();
  const auto generation = archive.new_generation();
  {
    BulkBuilder builder(generation, options);
    std::vector<Analyser> analysers;
    for (std::size_t lane = 0; lane < options.lanes; ++lane) analysers.emplace_back(options.time_zone);
    for (std::size_t i = 0; i < articles.size(); ++i) {
      Article article = from_json(to_json(articles[i]));
      article.taken = test_now;
      article.added = to_iso(Timestamp{.seconds = test_now});
      const std::size_t lane = i / articles_a_turn % options.lanes;
      builder.add(lane, static_cast<std::uint32_t>(i + 1), analysers[lane].analyse(article),
                  to_stored(article));
    }
    builder.finish();
  }
  archive.make_current(generation);
}

std::string generation_of(const std::string& directory) { return ArchiveDirectory(directory).current().path; }

std::string fault_between(const std::string& generation, const std::string& other, std::size_t queries,
                          std::uint64_t seed) {
  std::string report;
  for (const auto& each : {generation, other}) {
    if (check_every_block(each, report) != 0) return report;
    if (const std::string miscounted = first_miscounted_table(each); !miscounted.empty()) return miscounted;
  }
  const Xapian::Database one(generation);
  const Xapian::Database two(other);
  const std::string difference = first_difference(one, two);
  return difference.empty() ? first_different_answer(one, two, queries, seed) : difference;
}

std::string fault_after_compaction(const std::string& generation, const std::string& other,
                                   const TemporaryDirectory& room) {
  Xapian::Database(generation).compact(room.path("compacted"), 0);
  Xapian::Database(other).compact(room.path("compacted too"), 0);
  return fault_between(room.path("compacted"), room.path("compacted too"), 50);
}

}  // namespace morgue::testing_support
