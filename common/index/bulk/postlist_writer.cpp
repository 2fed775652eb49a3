// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/bulk/postlist_writer.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/index/bulk/glass_format.h"

namespace morgue {

namespace {

using namespace glass;

constexpr std::uint64_t most_in_32_bits = std::numeric_limits<std::uint32_t>::max();

Error list_error(const std::string& what) {
  return Error(ErrorKind::storage, "cannot build the archive's table of postings: " + what,
               "report this, and use --build in-place");
}

}  // namespace

void ValueStatistics::add(std::string_view value) {
  if (count == 0 || value < least) least = value;
  if (count == 0 || value > greatest) greatest = value;
  ++count;
}

void ValueStatistics::add(const ValueStatistics& other) {
  if (other.count == 0) return;
  if (count == 0 || other.least < least) least = other.least;
  if (count == 0 || other.greatest > greatest) greatest = other.greatest;
  count += other.count;
}

void PostlistWriter::add_metadata(std::string_view name, std::string_view value) {
  if (value.empty()) return;  // is no metadata
  key_.assign(metadata_keys).append(name);
  table_.add(key_, value);
}

void PostlistWriter::add_statistics(const StatisticsBySlot& statistics) {
  std::vector<std::pair<std::string, const ValueStatistics*>> by_key;
  for (const auto& [slot, of_slot] : statistics) {
    std::string key(value_statistics_keys);
    append_last_uint(key, slot);
    by_key.emplace_back(key, &of_slot);
  }
  std::sort(by_key.begin(), by_key.end());
  for (const auto& [key, of_slot] : by_key) {
    tag_.clear();
    append_uint(tag_, of_slot->count);
    append_string(tag_, of_slot->least);
    if (of_slot->greatest != of_slot->least) tag_.append(of_slot->greatest);
    table_.add(key, tag_);
  }
}

void PostlistWriter::begin_values(std::string_view slot) {
  later_keys_.assign(value_chunk_keys).append(slot);
  body_.clear();
  last_ = 0;
}

void PostlistWriter::add_value(std::uint32_t docid, std::string_view value) {
  if (docid <= last_) throw list_error("documents that are not in order");
  if (body_.size() >= chunk_body) write_value_chunk();
  if (body_.empty()) first_ = docid;
  else append_uint(body_, docid - last_ - 1);
  append_string(body_, value);
  last_ = docid;
}

void PostlistWriter::end_values() {
  if (!body_.empty()) write_value_chunk();
}

void PostlistWriter::write_value_chunk() {
  key_ = later_keys_;
  append_sortable(key_, first_);
  table_.add(key_, body_);
  body_.clear();
}

void PostlistWriter::begin_lengths() {
  begin_list(std::string(length_keys), std::string(length_keys), 0, 0, length_chunk_body);
}

void PostlistWriter::begin_term(std::string_view term, std::uint64_t count, std::uint64_t sum) {
  if (term.empty() || term.size() > longest_term)
    throw list_error("a term of " + std::to_string(term.size()) + " bytes");
  if (count > most_in_32_bits || sum > most_in_32_bits)
    throw Error(ErrorKind::storage, "a word is more frequent than Xapian can count (32 bits)",
                "build several archives");
  std::string key;
  append_sortable(key, term);
  begin_list(key, key + '\0', count, sum, chunk_body);
}

void PostlistWriter::begin_list(std::string first_key, std::string later_keys, std::uint64_t count,
                                std::uint64_t sum, std::size_t full) {
  first_key_ = std::move(first_key);
  later_keys_ = std::move(later_keys);
  expected_count_ = count;
  expected_sum_ = sum;
  count_ = sum_ = 0;
  last_ = 0;
  in_first_chunk_ = true;
  full_ = full;
  body_.clear();
}

void PostlistWriter::add(std::uint32_t docid, std::uint32_t wdf) {
  if (docid <= last_) throw list_error("documents that are not in order");
  if (body_.size() >= full_) write_chunk(false);
  if (body_.empty()) first_ = docid;
  else append_uint(body_, docid - last_ - 1);
  append_uint(body_, wdf);
  last_ = docid;
  ++count_;
  sum_ += wdf;
}

void PostlistWriter::write_chunk(bool is_last) {
  tag_.clear();
  if (in_first_chunk_) {
    key_ = first_key_;
    append_uint(tag_, expected_count_);
    append_uint(tag_, expected_sum_);
    append_uint(tag_, first_ - 1);
  } else {
    key_ = later_keys_;
    append_sortable(key_, first_);
  }
  append_bool(tag_, is_last);
  append_uint(tag_, last_ - first_);
  tag_.append(body_);
  table_.add(key_, tag_);
  body_.clear();
  in_first_chunk_ = false;
}

void PostlistWriter::end_list() {
  if (count_ == 0) return;
  const bool are_lengths = first_key_ == length_keys;
  if (!are_lengths && (count_ != expected_count_ || sum_ != expected_sum_))
    throw list_error("a list of " + std::to_string(count_) + " postings where there should be " +
                     std::to_string(expected_count_));
  write_chunk(true);
}

}  // namespace morgue
