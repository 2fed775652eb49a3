// SPDX-License-Identifier: GPL-3.0-or-later
// The story of a run: find the files, take articles out, read all, commit, tell.
#include "indexer/run.h"

#include <stdlib.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <thread>

#include "common/error.h"
#include "common/index/archive.h"
#include "indexer/ingest.h"
#include "indexer/inputs/files.h"
#include "indexer/inputs/read_input.h"
#include "indexer/progress.h"

namespace morgue {
namespace {

using SteadyClock = std::chrono::steady_clock;

std::int64_t now() { return seconds_since_1970(std::chrono::system_clock::now()); }

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty()) lines.push_back(line);
  }
  if (!file.eof())
    throw Error(ErrorKind::usage, "cannot read the file of ids " + path,
                "check the name and the permissions");
  return lines;
}

std::vector<std::string> ids_to_remove(const IndexerOptions& options) {
  auto ids = options.remove;
  if (options.remove_from.empty()) return ids;
  const auto more = lines_of(options.remove_from);
  ids.insert(ids.end(), more.begin(), more.end());
  return ids;
}

ArchiveWriterOptions writer_options(const IndexerOptions& options) {
  ArchiveWriterOptions writer;
  writer.time_zone = options.time_zone;
  writer.flush_bytes = options.memory.text_uncommitted();
  return writer;
}

IngestOptions ingest_options(const IndexerOptions& options) {
  const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
  return {options.language, options.threads == 0 ? cores : options.threads, options.memory,
          options.map.empty() ? Shapes() : Shapes(FieldMap::from_file(options.map))};
}

// Xapian gathers the postings of so many documents before it writes them to its tables. Few are quicker than
// its 10,000, and take less memory: the lists stay in the processor's caches. Only the environment sets it.
void gather_little_in_xapian() { ::setenv("XAPIAN_FLUSH_THRESHOLD", "500", 0); }

class Run {
 public:
  explicit Run(const IndexerOptions& options)
      : options_(options),
        ids_(ids_to_remove(options)),
        found_(find_files(options.inputs)),
        without_articles_(found_.empty_folders),
        rejects_(options.rejects),
        target_(options.archive, writer_options(options), options.dry_run),
        ingest_(target_, rejects_, ingest_options(options), now),
        progress_(options.quiet ? "never" : options.progress) {
    ingest_.on_progress([this](const Place& place) { show_progress(place); });
  }

  int run() {
    take_out();
    read_all();
    ingest_.finish();
    target_.commit();
    progress_.clear();
    rejects_.finish();
    check_that_something_was_done();
    tell();
    return rejects_.count() == 0 ? 0 : 1;
  }

 private:
  void take_out() {
    for (const auto& id : ids_)
      if (!ingest_.remove(id)) notice("there is no article with the id " + id);
  }

  void read_all() {
    for (const auto& fault : found_.unreadable) ingest_.reject(fault);
    for (const auto& file : found_.files) read(file);
  }

  void read(const InputFile& file) {
    const auto given = ingest_.given();
    bytes_ += read_input(file, ingest_);
    if (ingest_.given() == given) without_articles_.push_back(file.path.string());
  }

  void check_that_something_was_done() const {
    if (ingest_.seen() > 0 || !ids_.empty()) return;
    if (rejects_.count() > 0)
      throw Error(ErrorKind::bad_input, rejects_.first().reason, rejects_.first().hint);
    throw Error(ErrorKind::bad_input, "no articles in " + joined(without_articles_),
                "articles are read from .json, .jsonl, .ndjson, .html and .txt files");
  }

  void tell() {
    for (const auto& input : without_articles_) notice("no articles in " + input);
    auto summary = ingest_.summary();
    summary.rejected = rejects_.count();
    summary.articles = target_.articles();
    summary.bytes = bytes_;
    summary.seconds = seconds();
    if (options_.json) std::cout << summary_json(summary) << "\n";
    else if (!options_.quiet) std::cout << summary_text(summary, options_.archive, options_.dry_run) << "\n";
    std::cout.flush();
    if (rejects_.count() > 0) std::cerr << "morgue-index: " << rejects_.in_words() << "\n";
  }

  void show_progress(const Place& place) {
    if (!progress_.is_due()) return;
    progress_.show({ingest_.seen(), bytes_ + place.byte, found_.bytes(), seconds(), place.input});
  }

  void notice(const std::string& message) {
    if (options_.quiet) return;
    progress_.clear();
    std::cerr << "morgue-index: " << message << "\n";
  }

  static std::string joined(const std::vector<std::string>& words) {
    std::string result;
    for (const auto& word : words) result.append(result.empty() ? "" : ", ").append(word);
    return result;
  }

  double seconds() const { return std::chrono::duration<double>(SteadyClock::now() - begin_).count(); }

  const IndexerOptions& options_;
  SteadyClock::time_point begin_ = SteadyClock::now();
  std::vector<std::string> ids_;
  FoundFiles found_;
  std::vector<std::string> without_articles_;  // inputs
  Rejects rejects_;
  Target target_;
  Ingest ingest_;
  Progress progress_;
  std::uint64_t bytes_ = 0;  // of the inputs that are read
};

}  // namespace

int run_indexer(const IndexerOptions& options) {
  gather_little_in_xapian();
  const bool only_removes = options.inputs.empty();
  if (only_removes && !options.dry_run) ArchiveDirectory(options.archive).check();
  return Run(options).run();
}

}  // namespace morgue
