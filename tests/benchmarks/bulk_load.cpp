// SPDX-License-Identifier: GPL-3.0-or-later
// bulk_load FILE.jsonl ARCHIVE [LANES] [MEGABYTES]: builds an archive in bulk from canonical articles with
// ids of their own, and tells how long it took. Of articles with one id the first is taken.
#include <sys/resource.h>

#include <chrono>
#include <condition_variable>
#include <fstream>
#include <iostream>
#include <mutex>
#include <thread>
#include <unordered_set>

#include "common/article/article_json.h"
#include "common/index/archive.h"
#include "common/index/bulk/bulk_builder.h"
#include "common/index/stored_article.h"

namespace morgue {
namespace {

constexpr std::size_t batch_bytes = 1u << 20;
constexpr std::int64_t now = 1'780'000'000;

/// Lanes take turns where order matters: reading lines, and numbering what was not there before.
class Load {
 public:
  Load(const std::string& path, BulkBuilder& builder) : file_(path), builder_(builder) {}

  void run_lane(std::size_t lane) {
    Analyser analyser;
    for (;;) {
      std::size_t turn = 0;
      const auto lines = next_lines(turn);
      if (lines.empty()) return;
      std::vector<Article> articles;
      for (const auto& line : lines) articles.push_back(from_json(nlohmann::json::parse(line)));
      const auto docids = numbered(articles, turn);
      for (std::size_t i = 0; i < articles.size(); ++i)
        if (docids[i] > 0) add(lane, docids[i], std::move(articles[i]), analyser);
    }
  }

 private:
  std::vector<std::string> next_lines(std::size_t& turn) {
    const std::lock_guard lock(reading_);
    turn = turns_given_++;
    std::vector<std::string> lines;
    std::size_t bytes = 0;
    for (std::string line; bytes < batch_bytes && std::getline(file_, line);) {
      bytes += line.size();
      lines.push_back(std::move(line));
    }
    return lines;
  }

  std::vector<std::uint32_t> numbered(const std::vector<Article>& articles, std::size_t turn) {
    std::unique_lock lock(numbering_);
    turn_came_.wait(lock, [&] { return turn_ == turn; });
    std::vector<std::uint32_t> docids;
    for (const auto& article : articles) docids.push_back(ids_.insert(article.id).second ? ++last_docid_ : 0);
    ++turn_;
    turn_came_.notify_all();
    return docids;
  }

  void add(std::size_t lane, std::uint32_t docid, Article article, Analyser& analyser) {
    article.taken = now;
    article.added = to_iso(Timestamp{.seconds = now});
    builder_.add(lane, docid, analyser.analyse(article), to_stored(article));
  }

  std::mutex reading_;
  std::ifstream file_;
  std::size_t turns_given_ = 0;
  std::mutex numbering_;
  std::condition_variable turn_came_;
  std::size_t turn_ = 0;
  std::unordered_set<std::string> ids_;
  std::uint32_t last_docid_ = 0;
  BulkBuilder& builder_;
};

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

void load(const std::string& file, const std::string& directory, std::size_t lanes, std::size_t memory) {
  const auto begin = std::chrono::steady_clock::now();
  const auto since_begin = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  const ArchiveDirectory archive(directory);
  archive.make();
  archive.begin_anew();
  const auto generation = archive.new_generation();
  BulkBuilder builder(generation, {.time_zone = "UTC", .lanes = lanes, .memory = memory});
  Load load(file, builder);
  std::vector<std::jthread> threads;
  for (std::size_t lane = 0; lane < lanes; ++lane) threads.emplace_back([&, lane] { load.run_lane(lane); });
  threads.clear();
  const double added = since_begin();
  builder.finish();
  const double finished = since_begin();
  archive.make_current(generation);
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  std::cout << builder.articles() << " articles, " << lanes << " lanes: added " << added << " s, finished "
            << finished << " s, durable " << since_begin() << " s; CPU "
            << seconds(used.ru_utime) + seconds(used.ru_stime) << " s (system " << seconds(used.ru_stime)
            << "), " << used.ru_maxrss / 1024 << " MB at most\n";
}

}  // namespace
}  // namespace morgue

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "bulk_load FILE.jsonl ARCHIVE [LANES] [MEGABYTES]\n";
    return 2;
  }
  const std::size_t lanes = argc > 3 ? std::stoul(argv[3]) : 1;
  const std::size_t memory = (argc > 4 ? std::stoul(argv[4]) : 512) << 20;
  try {
    morgue::load(argv[1], argv[2], lanes, memory);
  } catch (const std::exception& error) {
    std::cerr << "bulk_load: " << error.what() << "\n";
    return 1;
  }
}
