// SPDX-License-Identifier: GPL-3.0-or-later
// Putting and removing in one Xapian database, a transaction from commit to commit: Xapian would otherwise
// commit on its own after some thousand documents and when it is closed.
#include "common/index/archive_writer.h"

#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <sstream>
#include <thread>
#include <type_traits>
#include <utility>

#include "common/index/archive.h"
#include "common/index/article_document.h"
#include "common/index/known_articles.h"
#include "common/index/prepared_article.h"
#include "common/index/schema.h"
#include "common/index/stem_forms.h"
#include "common/index/storage_error.h"
#include "common/index/stored_article.h"
#include "common/index/versions.h"
#include "common/index/vocabulary.h"
#include "common/index/xapian_errors.h"

namespace morgue {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_flushes_at_once = 4;

ArchiveDirectory made(const std::string& path, const ArchiveWriterOptions& options) {
  if (!options.time_zone.empty())
    TimeZone(options.time_zone);  // throws for an unknown one before anything is made
  ArchiveDirectory directory(path);
  directory.create();
  return directory;
}

void make_first_generation(const ArchiveDirectory& directory, const std::string& time_zone) {
  const fs::path generation = directory.new_generation();
  with_xapian_errors("cannot make " + generation.string(), [&] {
    Xapian::WritableDatabase database(generation.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    database.set_metadata(std::string(schema::time_zone_key), time_zone.empty() ? "UTC" : time_zone);
    database.commit();
  });
  directory.make_current(generation);
}

fs::path opened_generation(const ArchiveDirectory& directory, const std::string& time_zone) {
  if (!directory.exists()) make_first_generation(directory, time_zone);
  return directory.current().path;
}

Xapian::WritableDatabase opened(const fs::path& generation) {
  return with_xapian_errors("cannot open " + generation.string(),
                            [&] { return Xapian::WritableDatabase(generation.string(), Xapian::DB_OPEN); });
}

std::string agreed_time_zone(const Xapian::Database& database, const std::string& asked_for) {
  const std::string kept = database.get_metadata(std::string(schema::time_zone_key));
  if (asked_for.empty() || asked_for == kept) return kept;
  throw Error(ErrorKind::usage, "the archive keeps the days of " + kept + ", not of " + asked_for,
              "leave out --timezone, or build the archive anew with --rebuild");
}

std::set<std::string> languages_of(const Xapian::Database& database) {
  std::istringstream words(database.get_metadata(std::string(schema::languages_key)));
  std::set<std::string> languages;
  for (std::string language; words >> language;) languages.insert(language);
  return languages;
}

std::string joined(const std::set<std::string>& languages) {
  std::string text;
  for (const auto& language : languages) text += (text.empty() ? "" : " ") + language;
  return text;
}

std::size_t text_bytes(const Article& article) {
  std::size_t bytes = article.title.size() + article.body.size();
  for (const auto& name : article.people) bytes += name.size();
  return bytes;
}

}  // namespace

struct ArchiveWriter::Impl {
  Impl(const std::string& path, const ArchiveWriterOptions& with_options)
      : options_(with_options),
        directory_(made(path, options_)),
        lock_(directory_),
        generation_(opened_generation(directory_, options_.time_zone)),
        database_(opened(generation_)),
        preparer_(agreed_time_zone(database_, options_.time_zone)),
        languages_(languages_of(database_)) {
    checked("cannot write " + generation_.string(), [&] { begin_transaction(); });
  }

  Put put(const Article& article, std::int64_t now) { return put(preparer_.prepare(article, now)); }

  Put put(PreparedArticle prepared) {
    stem_forms_.add(std::move(prepared.stem_forms));
    const auto known = find(prepared.article.id);
    if (known && is_unchanged(prepared.article, prepared.content, known->stored)) return Put::unchanged;
    if (known && is_older(prepared.article, known->stored)) return Put::older;
    complete(prepared);
    const auto added = known ? stored_moments(known->stored).added : std::nullopt;
    set_added(*prepared.document, added.value_or(prepared.article.taken), preparer_.zone());
    write(prepared, known);
    return known ? Put::replaced : Put::added;
  }

  bool remove(const std::string& id) {
    const auto known = find(id);
    if (!known) return false;
    checked("cannot remove article " + id, [&] {
      vocabulary_.remove(database_.get_document(known->docid));
      database_.delete_document(known->docid);
    });
    changed_ = true;
    return true;
  }

  void commit() {
    if (!changed_) return;
    wait_for_readers();
    checked("cannot commit to " + generation_.string(), [&] {
      vocabulary_.write(database_);
      stem_forms_.write(database_);
      database_.set_metadata(std::string(schema::languages_key), joined(languages_));
      database_.commit_transaction();
      begin_transaction();
    });
  }

  std::uint64_t articles() const { return database_.get_doccount(); }
  const std::string& time_zone() const { return preparer_.zone().name(); }
  const fs::path& generation() const { return generation_; }

 private:
  // Xapian drops everything since the last commit when a change fails: going on would commit less than was
  // promised.
  template <class Function>
  auto checked(const std::string& doing, Function&& function) -> decltype(function()) {
    if (failed_) throw Error(ErrorKind::storage, doing + ": an earlier change has failed", "begin anew");
    failed_ = true;
    if constexpr (std::is_void_v<decltype(function())>) {
      with_xapian_errors(doing, function);
      failed_ = false;
    } else {
      auto result = with_xapian_errors(doing, function);
      failed_ = false;
      return result;
    }
  }

  void begin_transaction() {
    database_.begin_transaction();
    changed_ = false;
    pending_bytes_ = 0;
    committed_articles_ = database_.get_doccount();
  }

  std::optional<KnownArticle> find(const std::string& id) {
    return checked("cannot look for article " + id, [&] { return find_article(database_, id); });
  }

  // It was unchanged when it was prepared, and this run has changed the archive since.
  void complete(PreparedArticle& prepared) {
    if (prepared.document) return;
    preparer_.complete(prepared);
    stem_forms_.add(std::move(prepared.stem_forms));
  }

  void write(const PreparedArticle& prepared, const std::optional<KnownArticle>& known) {
    checked("cannot write article " + prepared.article.id, [&] {
      if (known) vocabulary_.remove(database_.get_document(known->docid));
      if (known) database_.replace_document(known->docid, *prepared.document);
      else database_.add_document(*prepared.document);
    });
    vocabulary_.add(prepared.forms);
    if (!prepared.language.empty()) languages_.insert(prepared.language);
    changed_ = true;
    pending_bytes_ += text_bytes(prepared.article);
    if (is_time_to_commit()) commit();
  }

  // Rather than wait, more is gathered, within bounds.
  bool is_time_to_commit() const {
    if (pending_bytes_ < options_.flush_bytes) return false;
    return pending_bytes_ >= most_flushes_at_once * options_.flush_bytes || readers_need().count() == 0;
  }

  void wait_for_readers() const { std::this_thread::sleep_for(readers_need()); }

  // Counted from the file that every commit replaces, so that another process's commit counts too. Nobody
  // loses a search in an archive without articles.
  std::chrono::nanoseconds readers_need() const {
    if (committed_articles_ == 0) return {};
    const fs::path written_last = generation_ / "iamglass";
    const auto last_commit = with_file_errors("cannot look at " + written_last.string(),
                                              [&] { return fs::last_write_time(written_last); });
    const std::chrono::nanoseconds passed = fs::file_time_type::clock::now() - last_commit;
    const std::chrono::nanoseconds between = options_.between_commits;
    return std::clamp(between - passed, std::chrono::nanoseconds(0), between);
  }

  const ArchiveWriterOptions options_;
  const ArchiveDirectory directory_;
  const ArchiveLock lock_;
  const fs::path generation_;
  Xapian::WritableDatabase database_;
  ArticlePreparer preparer_;
  VocabularyWriter vocabulary_;
  StemFormsWriter stem_forms_;
  std::set<std::string> languages_;
  bool failed_ = false;
  bool changed_ = false;
  std::size_t pending_bytes_ = 0;
  std::uint64_t committed_articles_ = 0;
};

ArchiveWriter::ArchiveWriter(const std::string& directory, const ArchiveWriterOptions& options)
    : impl_(std::make_unique<Impl>(directory, options)) {}

ArchiveWriter::~ArchiveWriter() = default;

Put ArchiveWriter::put(const Article& article, std::int64_t now) { return impl_->put(article, now); }

Put ArchiveWriter::put(PreparedArticle article) { return impl_->put(std::move(article)); }

bool ArchiveWriter::remove(const std::string& id) { return impl_->remove(id); }

void ArchiveWriter::commit() { impl_->commit(); }

const std::string& ArchiveWriter::time_zone() const { return impl_->time_zone(); }

const fs::path& ArchiveWriter::generation() const { return impl_->generation(); }

std::uint64_t ArchiveWriter::articles() const { return impl_->articles(); }

}  // namespace morgue
