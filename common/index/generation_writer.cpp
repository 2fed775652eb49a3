// SPDX-License-Identifier: GPL-3.0-or-later
// Putting and removing in one Xapian database, a transaction from commit to commit: Xapian would otherwise
// commit on its own after some thousand documents and when it is closed.
#include "common/index/generation_writer.h"

#include <algorithm>
#include <sstream>
#include <thread>
#include <type_traits>
#include <utility>

#include "common/index/article_document.h"
#include "common/index/files_on_disk.h"
#include "common/index/lease.h"
#include "common/index/positions/position_code.h"
#include "common/index/schema.h"
#include "common/index/storage_error.h"
#include "common/index/stored_article.h"
#include "common/index/versions.h"
#include "common/index/xapian_errors.h"
#include "common/text/fold.h"

namespace morgue {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_flushes_at_once = 4;
constexpr std::size_t most_bytes_of_positions = 64u << 20;  // before they are written, though not committed

Xapian::WritableDatabase opened(const fs::path& generation, bool is_private) {
  const int flags = Xapian::DB_OPEN | (is_private ? Xapian::DB_NO_SYNC : 0);
  return with_xapian_errors("cannot open " + generation.string(),
                            [&] { return Xapian::WritableDatabase(generation.string(), flags); });
}

std::set<std::string> languages_of(const Xapian::Database& database) {
  std::istringstream words(database.get_metadata(std::string(schema::languages_key)));
  std::set<std::string> languages;
  for (std::string language; words >> language;) languages.insert(language);
  return languages;
}

/// What an article's words are must be told as it was when they were written, for them to be found and
/// removed.
void require_same_words(const fs::path& generation, const Xapian::Database& database) {
  const std::string written = database.get_metadata(std::string(schema::unicode_key));
  if (written.empty() || written == unicode_version()) return;
  throw Error(ErrorKind::incompatible,
              generation.string() + " was made by the tables of Unicode " + written + ", this system has " +
                  unicode_version(),
              "build the archive anew with --build bulk or --rebuild");
}

std::size_t text_bytes(const Article& article) {
  std::size_t bytes = article.title.size() + article.body.size();
  for (const auto& name : article.people) bytes += name.size();
  return bytes;
}

}  // namespace

void make_empty_generation(const fs::path& generation, const std::string& time_zone) {
  with_xapian_errors("cannot make " + generation.string(), [&] {
    Xapian::WritableDatabase database(generation.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    database.set_metadata(std::string(schema::time_zone_key), time_zone);
    database.set_metadata(std::string(schema::unicode_key), unicode_version());
    database.commit();
  });
}

GenerationWriter::GenerationWriter(fs::path generation, const GenerationWriterOptions& options)
    : generation_(std::move(generation)),
      options_(options),
      database_(opened(generation_, options_.is_private)),
      preparer_(database_.get_metadata(std::string(schema::time_zone_key))),
      languages_(languages_of(database_)) {
  require_same_words(generation_, database_);
  checked("cannot write " + generation_.string(), [&] { begin_transaction(); });
}

// Xapian drops everything since the last commit when a change fails: going on would commit less than was
// promised.
template <class Function>
auto GenerationWriter::checked(const std::string& doing, Function&& function) -> decltype(function()) {
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

Put GenerationWriter::put(PreparedArticle prepared, const std::optional<std::int64_t>& before) {
  stem_forms_.add(std::move(prepared.stem_forms));
  const auto known = find(prepared.article.id);
  if (known && is_unchanged(prepared.article, prepared.content, known->stored)) return Put::unchanged;
  if (known && is_older(prepared.article, known->stored)) return Put::older;
  complete(prepared);
  const auto added = known ? stored_moments(known->stored).added : before;
  set_added(*prepared.document, added.value_or(prepared.article.taken), preparer_.zone());
  write(prepared, known);
  return known ? Put::replaced : Put::added;
}

bool GenerationWriter::remove(const std::string& id) {
  const auto known = find(id);
  if (!known) return false;
  begin_change();
  checked("cannot remove article " + id, [&] {
    forget_words_of(*known);
    database_.delete_document(known->docid);
  });
  return true;
}

void GenerationWriter::commit() {
  if (!changed_) return;
  wait_for_readers();
  checked("cannot commit to " + generation_.string(), [&] {
    vocabulary_.write(database_);
    positions_.write(database_);
    stem_forms_.write(database_);
    database_.set_metadata(std::string(schema::languages_key), schema::languages_text(languages_));
    database_.commit_transaction();
    begin_transaction();
  });
}

void GenerationWriter::forget_words_without_articles() {
  begin_change();
  checked("cannot write " + generation_.string(), [&] {
    vocabulary_.write(database_);
    forget_forms_without_articles(database_);
  });
}

void GenerationWriter::begin_transaction() {
  database_.begin_transaction();
  changed_ = false;
  pending_bytes_ = 0;
  committed_articles_ = database_.get_doccount();
}

// What a commit no longer needs is overwritten as soon as something is changed after the next one.
void GenerationWriter::begin_change() {
  if (!changed_ && options_.longest_lease.count() > 0)
    wait_for_leases(generation_, database_.get_revision(), options_.longest_lease);
  changed_ = true;
}

std::optional<KnownArticle> GenerationWriter::find(const std::string& id) {
  return checked("cannot look for article " + id, [&] { return find_article(database_, id); });
}

// It was unchanged when it was prepared, and this run has changed the archive since.
void GenerationWriter::complete(PreparedArticle& prepared) {
  if (prepared.document) return;
  preparer_.complete(prepared);
  stem_forms_.add(std::move(prepared.stem_forms));
}

void GenerationWriter::write(const PreparedArticle& prepared, const std::optional<KnownArticle>& known) {
  begin_change();
  checked("cannot write article " + prepared.article.id, [&] {
    if (known) forget_words_of(*known);
    const Xapian::docid docid = known ? known->docid : database_.add_document(*prepared.document);
    if (known) database_.replace_document(docid, *prepared.document);
    for (const auto& word : prepared.words) {
      vocabulary_.add(word.form, !stands_in(Field::any, word.code));
      positions_.set(docid, word.form, word.code);
    }
    if (positions_.bytes() > most_bytes_of_positions) positions_.write(database_);
  });
  if (!prepared.language.empty()) languages_.insert(prepared.language);
  pending_bytes_ += text_bytes(prepared.article);
  if (is_time_to_commit()) commit();
}

// No list tells them: they are taken from its text again.
void GenerationWriter::forget_words_of(const KnownArticle& known) {
  for (const auto& word : preparer_.words_of(from_stored(known.stored))) {
    vocabulary_.remove(word.form, !stands_in(Field::any, word.code));
    positions_.set(known.docid, word.form, {});
  }
}

// Rather than wait, more is gathered, within bounds.
bool GenerationWriter::is_time_to_commit() const {
  if (pending_bytes_ < options_.flush_bytes) return false;
  return pending_bytes_ >= most_flushes_at_once * options_.flush_bytes || readers_need().count() == 0;
}

void GenerationWriter::wait_for_readers() const { std::this_thread::sleep_for(readers_need()); }

// Counted from the file that every commit replaces, so that another process's commit counts too. Nobody
// loses a search in an archive without articles.
std::chrono::nanoseconds GenerationWriter::readers_need() const {
  if (committed_articles_ == 0) return {};
  const fs::path written_last = generation_ / "iamglass";
  const auto last_commit = with_file_errors("cannot look at " + written_last.string(),
                                            [&] { return fs::last_write_time(written_last); });
  const std::chrono::nanoseconds passed = fs::file_time_type::clock::now() - last_commit;
  const std::chrono::nanoseconds between = options_.between_commits;
  return std::clamp(between - passed, std::chrono::nanoseconds(0), between);
}

}  // namespace morgue
