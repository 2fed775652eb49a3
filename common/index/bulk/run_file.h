// SPDX-License-Identifier: GPL-3.0-or-later
// A run: what one inverter has gathered until its memory was full, as a file of lists sorted by key; and many
// runs read as one. Knows nothing of glass.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/bulk/byte_file.h"
#include "common/index/uint_code.h"
#include "common/index/vocabulary_block.h"

namespace morgue {

/// The first byte of a key. The order is that in which the tables are written.
enum class ListKind : char {
  position = 'a',  // + form: each posting's payload is the word's position code in the article
  word = 'b',      // + form: its sum is the number of articles, packed; no postings
  value = 'c',     // + slot, as glass::append_uint: each posting has the value as its payload
  length = 'd',    // each posting's wdf is the length of the document
  term = 'e',      // + term
  stem_form = 'f'  // + stem's term, sortable, \0, form; no postings
};

/// As one number that adds up.
constexpr std::uint64_t packed(const WordCount& count) {
  return std::uint64_t{count.by_authors_alone} << 32 | count.articles;
}
constexpr WordCount unpacked(std::uint64_t sum) {
  return {static_cast<std::uint32_t>(sum), static_cast<std::uint32_t>(sum >> 32)};
}

struct Posting {
  std::uint32_t docid = 0;
  std::uint32_t wdf = 0;
  std::string_view payload;
};

/// One posting as it lies in a run: gap to the docid before, 2 * wdf + (has a payload), the payload as a
/// string.
void append_posting(std::string& to, std::uint32_t gap, std::uint32_t wdf, std::string_view payload);

/// The same without a payload or with the code of the one position, at the beginning of a buffer of 32 bytes;
/// gives its length.
std::size_t put_posting(char* to, std::uint32_t gap, std::uint32_t wdf,
                        std::optional<std::uint32_t> position);

class RunWriter {
 public:
  explicit RunWriter(const std::string& path) : file_(path) {}

  /// Keys must come in byte order. Sum: of the wdfs, or as ListKind says. The postings follow, `count` of
  /// them.
  void begin(ListKind, std::string_view key, std::uint64_t count, std::uint64_t sum);
  void append(std::string_view posting_bytes) { file_.append(posting_bytes); }
  void close() { file_.close(); }

 private:
  FileWriter file_;
};

/// The lists of one run.
class RunReader {
 public:
  explicit RunReader(const std::string& path) : file_(path) {}

  /// To the next list; its postings must have been read.
  bool next_list();
  const std::string& key() const { return key_; }  // with the kind before it
  std::uint64_t count() const { return count_; }
  std::uint64_t sum() const { return sum_; }

  bool next_posting();
  /// Its payload is valid until the next call.
  const Posting& posting() const { return posting_; }

 private:
  FileReader file_;
  std::string key_;
  std::uint64_t count_ = 0;
  std::uint64_t sum_ = 0;
  std::uint64_t left_ = 0;
  Posting posting_;
};

/// All runs' lists in the order of their keys, equal keys as one list, its postings in the order of docids.
class RunMerger {
 public:
  explicit RunMerger(const std::vector<std::string>& paths);

  /// Skips postings of the list before that were not read.
  bool next_list();
  ListKind kind() const { return static_cast<ListKind>(key_.front()); }
  std::string_view key() const { return std::string_view(key_).substr(1); }
  std::uint64_t count() const { return count_; }
  std::uint64_t sum() const { return sum_; }

  bool next_posting();
  const Posting& posting() const { return current_->posting(); }

 private:
  void choose();

  std::vector<std::unique_ptr<RunReader>> readers_;
  std::vector<RunReader*> waiting_;  // a heap by key
  std::vector<RunReader*> with_key_;
  std::vector<RunReader*> unfinished_;  // of those with postings left, the current one among them
  RunReader* current_ = nullptr;
  std::uint64_t limit_ = 0;  // the least docid of the others
  bool begun_ = false;
  std::string key_;
  std::uint64_t count_ = 0;
  std::uint64_t sum_ = 0;
};

}  // namespace morgue
