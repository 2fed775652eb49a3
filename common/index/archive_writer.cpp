// SPDX-License-Identifier: GPL-3.0-or-later
// Which generation is written to, and when it becomes the one that is answered from.
#include "common/index/archive_writer.h"

#include <filesystem>
#include <optional>
#include <utility>

#include "common/index/archive.h"
#include "common/index/bulk/bulk_load.h"
#include "common/index/compaction.h"
#include "common/index/files_on_disk.h"
#include "common/index/generation_writer.h"
#include "common/index/moments_before.h"
#include "common/index/schema.h"
#include "common/index/storage_error.h"
#include "common/index/stored_article.h"
#include "common/index/xapian_errors.h"

namespace morgue {

namespace {

namespace fs = std::filesystem;

// An archive is larger than what it was built from: the words, their positions and the articles themselves.
// Measured: 2.0 times the JSON of long articles, 2.8 times that of short newswire; 4.6 and 6.2 while runs
// that did not fit into memory lie beside the tables.
constexpr std::uint64_t growth = 3;
constexpr std::uint64_t growth_with_runs = 6;
constexpr std::uint64_t memory_for_a_byte = 4;  // of input, or there are runs

std::uint64_t room_for(std::uint64_t input_bytes, bool in_bulk, std::size_t memory) {
  const bool has_runs = in_bulk && input_bytes > memory / memory_for_a_byte;
  return (has_runs ? growth_with_runs : growth) * input_bytes;
}

ArchiveDirectory made(const std::string& path, const ArchiveWriterOptions& options) {
  if (!options.time_zone.empty())
    TimeZone(options.time_zone);  // throws for an unknown one before anything is made
  ArchiveDirectory directory(path);
  directory.make();
  return directory;
}

std::optional<fs::path> current_generation(const ArchiveDirectory& directory) {
  if (!directory.exists()) return std::nullopt;
  return directory.linked();
}

std::string time_zone_of(const fs::path& generation) {
  return with_xapian_errors("cannot open " + generation.string(), [&] {
    return Xapian::Database(generation.string()).get_metadata(std::string(schema::time_zone_key));
  });
}

std::string kept_time_zone(const std::optional<fs::path>& generation) {
  try {
    return generation ? time_zone_of(*generation) : "";
  } catch (const Error&) {
    return "";  // what is built anew may take the place of something broken
  }
}

std::string first_of(const std::string& one, const std::string& other) {
  if (!one.empty()) return one;
  return other.empty() ? "UTC" : other;
}

}  // namespace

void check_time_zone(const std::string& kept, const std::string& asked_for) {
  if (asked_for.empty() || asked_for == kept) return;
  throw Error(ErrorKind::usage, "the archive keeps the days of " + kept + ", not of " + asked_for,
              "leave out --timezone, or build the archive anew with --rebuild");
}

struct ArchiveWriter::Impl {
  Impl(const std::string& path, const ArchiveWriterOptions& options)
      : options_(options), directory_(made(path, options_)), lock_(directory_) {
    try {
      begin();
    } catch (const Error&) {
      discard();
      throw;
    }
  }

  ~Impl() { discard(); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  Put put(const Article& article, std::int64_t now) {
    if (!load_) return put(generation_->prepare(article, now));
    if (!preparer_) preparer_.emplace(load_->time_zone());
    preparer_->leave_documents_out();
    return put(preparer_->prepare(article, now));
  }

  Put put(PreparedArticle article) {
    const auto added = moments_ ? moments_->added(article.article.id) : std::nullopt;
    if (!load_) return generation_->put(std::move(article), added);
    Article& complete = article.article;
    complete.added = to_iso(Timestamp{.seconds = added.value_or(complete.taken)});
    return load_->put(std::move(complete), std::move(article.content)) ? Put::added : Put::later;
  }

  bool remove(const std::string& id) {
    if (!load_) return generation_->remove(id);
    load_->remove(id);
    return false;
  }

  void commit() {
    if (!load_) generation_->commit();
  }

  void publish() {
    if (load_) finish_load();
    generation_->commit();
    if (options_.build == Build::in_place || is_published_) return;
    const fs::path built = generation_->path();
    generation_.reset();
    const bool is_of_this_format = before_ && directory_.is_of_this_format();
    directory_.make_current(built, is_of_this_format ? before_ : std::nullopt);
    is_published_ = true;
    directory_.clean();
    generation_.emplace(built, public_writing());
  }

  const std::string& time_zone() const { return load_ ? load_->time_zone() : generation_->time_zone(); }
  const fs::path& generation() const { return load_ ? load_->path() : generation_->path(); }
  std::uint64_t articles() const { return load_ ? load_->articles() : generation_->articles(); }
  const LaterCounts& later() const { return later_; }
  bool is_in_bulk() const { return is_in_bulk_; }
  const std::string& why_not_in_bulk() const { return why_not_in_bulk_; }
  std::uint64_t moments_lost() const { return moments_ ? moments_->lost() : 0; }

 private:
  void begin() {
    if (options_.build == Build::anew) directory_.begin_anew();
    else directory_.begin();
    directory_.clean();
    before_ = current_generation(directory_);
    switch (options_.build) {
      case Build::in_place: begin_in_place(); break;
      case Build::on_a_copy: begin_on_a_copy(); break;
      case Build::anew: begin_anew(); break;
      case Build::with_more: begin_with_more(); break;
    }
  }

  void discard() {
    if (options_.build == Build::in_place || is_published_) return;
    load_.reset();
    generation_.reset();
    try {
      directory_.clean();
      directory_.remove_begun();
    } catch (const Error&) {
      // The next writer cleans.
    }
  }

  void begin_in_place() {
    if (!before_) before_ = first_generation();
    check_time_zone(time_zone_of(*before_), options_.time_zone);
    generation_.emplace(*before_, public_writing());
  }

  fs::path first_generation() {
    const fs::path generation = directory_.new_generation();
    make_empty_generation(generation, first_of(options_.time_zone, ""));
    directory_.make_current(generation);
    return generation;
  }

  void begin_on_a_copy() {
    if (!before_) return begin_anew();
    check_time_zone(time_zone_of(*before_), options_.time_zone);
    require_room(directory_.path(), bytes_in(*before_), "building beside the archive");
    const fs::path generation = directory_.new_generation();
    compact(*before_, generation);
    generation_.emplace(generation, private_writing());
  }

  void begin_anew() {
    const std::uint64_t at_least = options_.input_bytes
                                       ? room_for(*options_.input_bytes, options_.in_bulk, options_.memory)
                                   : before_ ? bytes_in(*before_)
                                             : 0;
    require_room(directory_.path(), at_least, "building the archive");
    if (before_) moments_.emplace(*before_);
    const fs::path generation = directory_.new_generation();
    const std::string time_zone = first_of(options_.time_zone, kept_time_zone(before_));
    if (options_.in_bulk && begin_in_bulk(generation, time_zone)) return;
    make_empty_generation(generation, time_zone);
    generation_.emplace(generation, private_writing());
  }

  void begin_with_more() {
    if (!before_) return begin_anew();
    const std::string time_zone = time_zone_of(*before_);
    check_time_zone(time_zone, options_.time_zone);
    require_room(directory_.path(),
                 bytes_in(*before_) + room_for(options_.input_bytes.value_or(0), true, options_.memory),
                 "building the archive with more");
    const fs::path generation = directory_.new_generation();
    if (options_.in_bulk && begin_in_bulk(generation, time_zone)) return load_what_is_there();
    compact(*before_, generation);
    generation_.emplace(generation, private_writing());
  }

  void load_what_is_there() {
    with_xapian_errors("cannot read " + before_->string(), [&] {
      const Xapian::Database database(before_->string());
      for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
        const std::string stored = database.get_document(*at).get_data();
        load_->put(from_stored(stored), stored_content(stored));
      }
    });
  }

  bool begin_in_bulk(const fs::path& generation, const std::string& time_zone) try {
    load_.emplace(generation, BulkOptions{time_zone, options_.threads, options_.memory});
    return is_in_bulk_ = true;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::incompatible) throw;
    why_not_in_bulk_ = error.what();
    return false;
  }

  void finish_load() {
    load_->finish();
    generation_.emplace(load_->path(), private_writing());
    load_->each_later_change([&](const LaterChange& change) {
      if (change.article) count(put_later(*change.article));
      else if (generation_->remove(change.id)) ++later_.removed;
    });
    load_.reset();
  }

  Put put_later(const Article& article) {
    const auto added = moments_ ? moments_->added(article.id) : std::nullopt;
    return generation_->put(generation_->prepare(article, article.taken), added);
  }

  void count(Put put) {
    switch (put) {
      case Put::added: ++later_.added; break;
      case Put::replaced: ++later_.replaced; break;
      case Put::unchanged: ++later_.unchanged; break;
      case Put::older: ++later_.older; break;
      case Put::later: break;
    }
  }

  GenerationWriterOptions public_writing() const {
    return {options_.flush_bytes, options_.between_commits, false, options_.longest_lease};
  }
  GenerationWriterOptions private_writing() const { return {options_.flush_bytes, {}, true, {}}; }

  const ArchiveWriterOptions options_;
  const ArchiveDirectory directory_;
  const ArchiveLock lock_;
  std::optional<fs::path> before_;  // current when this began
  std::optional<MomentsBefore> moments_;
  std::optional<BulkLoad> load_;                // until it is finished, in place of
  std::optional<GenerationWriter> generation_;  // the writer
  std::optional<ArticlePreparer> preparer_;     // of what is loaded
  LaterCounts later_;
  bool is_in_bulk_ = false;
  std::string why_not_in_bulk_;
  bool is_published_ = false;
};

ArchiveWriter::ArchiveWriter(const std::string& directory, const ArchiveWriterOptions& options)
    : impl_(std::make_unique<Impl>(directory, options)) {}

ArchiveWriter::~ArchiveWriter() = default;

Put ArchiveWriter::put(const Article& article, std::int64_t now) { return impl_->put(article, now); }

Put ArchiveWriter::put(PreparedArticle article) { return impl_->put(std::move(article)); }

bool ArchiveWriter::remove(const std::string& id) { return impl_->remove(id); }

void ArchiveWriter::commit() { impl_->commit(); }

void ArchiveWriter::publish() { impl_->publish(); }

const std::string& ArchiveWriter::time_zone() const { return impl_->time_zone(); }

const fs::path& ArchiveWriter::generation() const { return impl_->generation(); }

std::uint64_t ArchiveWriter::articles() const { return impl_->articles(); }

const LaterCounts& ArchiveWriter::later() const { return impl_->later(); }

bool ArchiveWriter::is_in_bulk() const { return impl_->is_in_bulk(); }

const std::string& ArchiveWriter::why_not_in_bulk() const { return impl_->why_not_in_bulk(); }

std::uint64_t ArchiveWriter::moments_lost() const { return impl_->moments_lost(); }

}  // namespace morgue
