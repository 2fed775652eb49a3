// SPDX-License-Identifier: GPL-3.0-or-later
// The table of postings: metadata, statistics and chunks of values, documents' lengths, terms. Knows nothing
// of where they come from.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "common/index/bulk/table_writer.h"

namespace morgue {

/// Of one slot.
struct ValueStatistics {
  std::uint64_t count = 0;
  std::string least;
  std::string greatest;

  void add(std::string_view value);
  void add(const ValueStatistics&);
};
using StatisticsBySlot = std::map<std::uint32_t, ValueStatistics>;

/// To be used in the order of its functions. Throws Error(storage), also for lists that are not what was said
/// of them.
class PostlistWriter {
 public:
  explicit PostlistWriter(const std::string& path) : table_(path, 0) {}

  /// Names must come in byte order.
  void add_metadata(std::string_view name, std::string_view value);
  void add_statistics(const StatisticsBySlot&);

  /// A slot is given as its glass::append_uint; slots must come in the order of these bytes.
  void begin_values(std::string_view slot);
  void add_value(std::uint32_t docid, std::string_view value);
  void end_values();

  void begin_lengths();
  /// In byte order, with the number of its postings and the sum of their wdfs.
  void begin_term(std::string_view term, std::uint64_t count, std::uint64_t sum);
  /// A document's length, or a posting of the term. Docids must increase.
  void add(std::uint32_t docid, std::uint32_t wdf);
  void end_list();

  TableRoot finish() { return table_.finish(); }

 private:
  void begin_list(std::string first_key, std::string later_keys, std::uint64_t count, std::uint64_t sum,
                  std::size_t full);
  void write_chunk(bool is_last);
  void write_value_chunk();

  TableWriter table_;
  std::string first_key_;
  std::string later_keys_;  // the docid comes behind it
  std::uint64_t expected_count_ = 0;
  std::uint64_t expected_sum_ = 0;
  std::uint64_t count_ = 0;
  std::uint64_t sum_ = 0;
  std::uint32_t first_ = 0;  // docid of the chunk
  std::uint32_t last_ = 0;   // docid of the list
  bool in_first_chunk_ = true;
  std::size_t full_ = 0;  // bytes of a body
  std::string body_;
  std::string key_;
  std::string tag_;
};

}  // namespace morgue
