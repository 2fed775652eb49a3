// SPDX-License-Identifier: GPL-3.0-or-later
// The same articles in SQLite's FTS5, and a search there that gives what ours gives: the total, the ten best,
// their marks. Knows nothing of how queries are drawn.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>

#include "common/index/archive_reader.h"

namespace morgue::benchmarks {

class SqliteSearch {
 public:
  /// Opens the file; builds it from the archive's articles where it is empty. Throws std::runtime_error.
  SqliteSearch(const std::string& file, ArchiveReader&);

  /// The total, after the ten best were read to the end with title, people and a snippet of the body.
  std::uint64_t search(const std::string& match);

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  using Statement = std::unique_ptr<sqlite3_stmt, Close>;

  void run(const char* sql);
  Statement prepared(const char* sql);
  void build(ArchiveReader&);

  std::unique_ptr<sqlite3, Close> database_;
  Statement count_;
  Statement best_;
  std::size_t read_ = 0;
};

}  // namespace morgue::benchmarks
