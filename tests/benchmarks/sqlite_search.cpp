// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/sqlite_search.h"

#include <stdexcept>

#include "common/index/article_document.h"

namespace morgue::benchmarks {
namespace {

constexpr const char* create =
    "CREATE VIRTUAL TABLE articles USING fts5(title, body, people, id UNINDEXED,"
    " tokenize='porter unicode61 remove_diacritics 2')";
constexpr const char* count = "SELECT count(*) FROM articles WHERE articles MATCH ?";
// 32 tokens are some 200 characters.
constexpr const char* best =
    "SELECT id, highlight(articles, 0, '<mark>', '</mark>'),"
    " snippet(articles, 1, '<mark>', '</mark>', '…', 32), highlight(articles, 2, '<mark>', '</mark>')"
    " FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT 10";

void bind_text(sqlite3_stmt* statement, int place, const std::string& text) {
  sqlite3_bind_text(statement, place, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

std::string names_of(const Article& article) {
  std::string names;
  for (const auto& name : article.people) names.append(names.empty() ? "" : "; ").append(name);
  return names;
}

}  // namespace

SqliteSearch::SqliteSearch(const std::string& file, ArchiveReader& reader) {
  sqlite3* opened = nullptr;
  const int status = sqlite3_open(file.c_str(), &opened);
  database_.reset(opened);
  if (status != SQLITE_OK) throw std::runtime_error("cannot open " + file);
  const auto known = prepared("SELECT count(*) FROM sqlite_master WHERE name = 'articles'");
  sqlite3_step(known.get());
  if (sqlite3_column_int(known.get(), 0) == 0) build(reader);
  count_ = prepared(count);
  best_ = prepared(best);
}

void SqliteSearch::run(const char* sql) {
  if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(database_.get()));
}

SqliteSearch::Statement SqliteSearch::prepared(const char* sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database_.get(), sql, -1, &statement, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(database_.get()));
  return Statement(statement);
}

void SqliteSearch::build(ArchiveReader& reader) {
  run("BEGIN");
  run(create);
  const auto insert = prepared("INSERT INTO articles(title, body, people, id) VALUES (?, ?, ?, ?)");
  auto& archive = reader.database();
  for (auto at = archive.postlist_begin(""); at != archive.postlist_end(""); ++at) {
    const Article article = from_document(archive.get_document(*at));
    bind_text(insert.get(), 1, article.title);
    bind_text(insert.get(), 2, article.body);
    bind_text(insert.get(), 3, names_of(article));
    bind_text(insert.get(), 4, article.id);
    if (sqlite3_step(insert.get()) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(database_.get()));
    sqlite3_reset(insert.get());
  }
  run("INSERT INTO articles(articles) VALUES ('optimize')");
  run("COMMIT");
}

std::uint64_t SqliteSearch::search(const std::string& match) {
  bind_text(best_.get(), 1, match);
  int status = SQLITE_ROW;
  while ((status = sqlite3_step(best_.get())) == SQLITE_ROW)
    for (int column = 0; column < 4; ++column)
      if (sqlite3_column_text(best_.get(), column) != nullptr)
        read_ += static_cast<std::size_t>(sqlite3_column_bytes(best_.get(), column));
  if (status != SQLITE_DONE) throw std::runtime_error(match + ": " + sqlite3_errmsg(database_.get()));
  sqlite3_reset(best_.get());
  bind_text(count_.get(), 1, match);
  sqlite3_step(count_.get());
  const auto total = static_cast<std::uint64_t>(sqlite3_column_int64(count_.get(), 0));
  sqlite3_reset(count_.get());
  return total;
}

}  // namespace morgue::benchmarks
