// SPDX-License-Identifier: GPL-3.0-or-later
// The story of a run: find the files, take articles out, read all, commit, tell.
#include "indexer/run.h"

#include <stdlib.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <set>
#include <thread>

#include "common/error.h"
#include "common/index/archive.h"
#include "common/index/archive_upkeep.h"
#include "common/index/files_on_disk.h"
#include "indexer/ingest.h"
#include "indexer/inputs/files.h"
#include "indexer/inputs/read_input.h"
#include "indexer/progress.h"
#include "indexer/shown.h"

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

/// Whether so much comes that building all of it anew takes less than adding it, as it does from an eighth of
/// what is there on, and some seconds less. Articles that come again unchanged take least where they are, so
/// by itself it is only done where what comes is larger than the archive with all that it keeps of its
/// articles.
bool is_much_more(const IndexerOptions& options, const FoundFiles& found) {
  constexpr std::uint64_t least = 16u << 20;  // bytes
  const auto bytes = found.bytes();
  return bytes && *bytes >= least && *bytes > bytes_in(ArchiveDirectory(options.archive).current().path);
}

Build build_of(const IndexerOptions& options, const FoundFiles& found) {
  if (options.rebuild) return Build::anew;
  if (options.build != "in-place" && !ArchiveDirectory(options.archive).exists()) return Build::anew;
  const bool only_adds = !options.inputs.empty() && options.remove.empty() && options.remove_from.empty();
  if (options.build == "bulk" && !only_adds)
    throw Error(ErrorKind::usage, "nothing is taken out of an archive that is built in bulk",
                "leave out --build, or take articles out in a run of their own");
  if (options.build == "bulk" || (options.build == "auto" && only_adds && is_much_more(options, found)))
    return Build::with_more;
  return options.strict ? Build::on_a_copy : Build::in_place;
}

std::size_t threads_of(const IndexerOptions& options) {
  return options.threads == 0 ? std::max(1u, std::thread::hardware_concurrency()) : options.threads;
}

void notice(const IndexerOptions& options, const std::string& message) {
  if (!options.quiet) std::cerr << "morgue-index: " << shown(message) << "\n";
}

ArchiveWriterOptions writer_options(const IndexerOptions& options, const FoundFiles& found) {
  ArchiveWriterOptions writer;
  writer.build = build_of(options, found);
  if (writer.build == Build::with_more && !options.dry_run)
    notice(options, "the archive is built anew, of what is there and what comes");
  writer.in_bulk = options.build != "in-place";
  writer.threads = threads_of(options);
  writer.memory = options.memory.bytes;
  writer.input_bytes = found.bytes();
  writer.time_zone = options.time_zone;
  writer.longest_lease = options.max_lease;
  writer.flush_bytes = options.memory.text_uncommitted();
  return writer;
}

IngestOptions ingest_options(const IndexerOptions& options) {
  return {options.language, threads_of(options), options.memory, options.strict,
          options.map.empty() ? Shapes() : Shapes(FieldMap::from_file(options.map))};
}

// Xapian gathers the postings of so many documents before it writes them to its tables. Few are quicker than
// its 10,000, and take less memory: the lists stay in the processor's caches. Only the environment sets it.
void gather_little_in_xapian() { ::setenv("XAPIAN_FLUSH_THRESHOLD", "500", 0); }

void add(const LaterCounts& later, Summary& summary) {
  summary.added += later.added;
  summary.replaced += later.replaced;
  summary.unchanged += later.unchanged;
  summary.older += later.older;
  summary.removed += later.removed;
}

class Run {
 public:
  /// `purged` articles have been taken out already.
  Run(const IndexerOptions& options, std::uint64_t purged)
      : options_(options),
        purged_(purged),
        ids_(ids_to_remove(options)),
        found_(find_files(options.inputs)),
        without_articles_(found_.empty_folders),
        rejects_(options.rejects),
        target_(options.archive, writer_options(options, found_), options.dry_run),
        ingest_(target_, rejects_, ingest_options(options), now),
        progress_(options.quiet ? "never" : options.progress) {
    ingest_.on_progress([this](const Place& place) { show_progress(place); });
  }

  int run() {
    take_out();
    read_all();
    ingest_.finish();
    progress_.clear();
    rejects_.finish();
    check_that_something_was_done();
    check_that_something_was_built();
    target_.publish();
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
    if (ingest_.seen() > 0 || !ids_.empty() || !options_.purge.empty()) return;
    if (rejects_.count() > 0)
      throw Error(ErrorKind::bad_input, rejects_.first().reason, rejects_.first().hint);
    throw Error(ErrorKind::bad_input, "no articles in " + joined(without_articles_),
                "articles are read from .json, .jsonl, .ndjson, .html and .txt files");
  }

  void check_that_something_was_built() const {
    if (!options_.rebuild || target_.articles() > 0) return;
    throw Error(ErrorKind::bad_input, "nothing was changed: no article could be taken into the new archive",
                rejects_.count() > 0 ? rejects_.first().reason : "");
  }

  void tell() {
    for (const auto& input : without_articles_) notice("no articles in " + input);
    if (const auto lost = target_.moments_lost(); lost > 0)
      notice("the archive before could not be read: for " + std::to_string(lost) +
             " articles it is not known when they were added; the days are those of " + target_.time_zone());
    if (!target_.why_not_in_bulk().empty()) notice(target_.why_not_in_bulk());
    auto summary = ingest_.summary();
    add(target_.later(), summary);
    summary.in_bulk = target_.is_in_bulk();
    summary.removed += purged_;
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
    progress_.clear();
    morgue::notice(options_, message);
  }

  static std::string joined(const std::vector<std::string>& words) {
    std::string result;
    for (const auto& word : words) result.append(result.empty() ? "" : ", ").append(word);
    return result;
  }

  double seconds() const { return std::chrono::duration<double>(SteadyClock::now() - begin_).count(); }

  const IndexerOptions& options_;
  std::uint64_t purged_;
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

/// How many there were.
std::uint64_t take_out_without_a_trace(const IndexerOptions& options) {
  if (options.purge.empty()) return 0;
  const auto never_found = purge(options.archive, options.purge, options.max_lease);
  for (const auto& id : never_found) notice(options, "there is no article with the id " + id);
  return std::set(options.purge.begin(), options.purge.end()).size() - never_found.size();
}

int go_back(const IndexerOptions& options) {
  const RolledBack done = roll_back(options.archive);
  notice(options, "what was changed since is lost");
  if (options.json) std::cout << summary_json({.articles = done.articles}) << "\n";
  else if (!options.quiet)
    std::cout << "went back from " << number_of_articles(done.articles_before) << " to " << done.articles
              << " in " << options.archive << "\n";
  return 0;
}

int check(const IndexerOptions& options) {
  const std::uint64_t articles = check_every_block(options.archive);
  if (options.json) std::cout << summary_json({.articles = articles}) << "\n";
  else if (!options.quiet)
    std::cout << number_of_articles(articles) << " in " << options.archive
              << ": every block was read, and is sound\n";
  return 0;
}

}  // namespace

int run_indexer(const IndexerOptions& options) {
  gather_little_in_xapian();
  if (options.rollback) return go_back(options);
  if (options.check) return check(options);
  const bool only_removes = options.inputs.empty();
  if (only_removes && !options.dry_run) ArchiveDirectory(options.archive).check();
  const std::uint64_t purged = take_out_without_a_trace(options);
  return Run(options, purged).run();
}

}  // namespace morgue
