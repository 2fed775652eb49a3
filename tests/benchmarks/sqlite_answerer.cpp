// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include <stdexcept>

#include "tests/benchmarks/answerer.h"

namespace morgue::benchmarks {
namespace {

// 32 tokens are some 200 characters.
const std::string marked =
    "SELECT id, highlight(articles, 0, '<mark>', '</mark>'),"
    " snippet(articles, 1, '<mark>', '</mark>', '…', 32), highlight(articles, 2, '<mark>', '</mark>')"
    " FROM articles WHERE articles MATCH ? ORDER BY ";

class SqliteAnswerer : public Answerer {
 public:
  explicit SqliteAnswerer(const std::string& file)
      : database_(opened(file)),
        count_(prepared("SELECT count(*) FROM articles WHERE articles MATCH ?")),
        best_(prepared(marked + "rank LIMIT 10")),
        newest_(prepared(marked + "published DESC LIMIT 10")),
        sources_(prepared("SELECT source, count(*) FROM articles WHERE articles MATCH ?"
                          " GROUP BY source ORDER BY 2 DESC LIMIT 10")) {}

  std::uint64_t answer(const DrawnQuery& query) override {
    const std::string match = for_fts5(query);
    read(query.asked == Asked::newest ? newest_ : best_, match);
    if (query.asked == Asked::facets) read(sources_, match);
    return read(count_, match);
  }

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  using Database = std::unique_ptr<sqlite3, Close>;
  using Statement = std::unique_ptr<sqlite3_stmt, Close>;

  static Database opened(const std::string& file) {
    sqlite3* opened = nullptr;
    const int status = sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
    Database database(opened);
    if (status != SQLITE_OK) throw std::runtime_error("cannot open " + file);
    return database;
  }

  Statement prepared(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(database_.get()));
    return Statement(statement);
  }

  /// All rows to the end; gives the first column of the last one as a number.
  std::uint64_t read(const Statement& statement, const std::string& match) {
    sqlite3_bind_text(statement.get(), 1, match.data(), static_cast<int>(match.size()), SQLITE_STATIC);
    std::uint64_t first = 0;
    int status = SQLITE_ROW;
    while ((status = sqlite3_step(statement.get())) == SQLITE_ROW) {
      first = static_cast<std::uint64_t>(sqlite3_column_int64(statement.get(), 0));
      for (int column = 0; column < sqlite3_column_count(statement.get()); ++column)
        if (sqlite3_column_text(statement.get(), column) != nullptr)
          read_ += static_cast<std::size_t>(sqlite3_column_bytes(statement.get(), column));
    }
    if (status != SQLITE_DONE) throw std::runtime_error(match + ": " + sqlite3_errmsg(database_.get()));
    sqlite3_reset(statement.get());
    return first;
  }

  Database database_;
  Statement count_;
  Statement best_;
  Statement newest_;
  Statement sources_;
  std::size_t read_ = 0;
};

}  // namespace

std::unique_ptr<Answerer> sqlite_answerer(const std::string& file) {
  return std::make_unique<SqliteAnswerer>(file);
}

}  // namespace morgue::benchmarks
