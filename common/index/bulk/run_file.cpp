// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/bulk/run_file.h"

#include <algorithm>
#include <limits>

#include "common/index/bulk/glass_format.h"
#include "common/index/positions/position_code.h"

namespace morgue {

namespace {

bool comes_later(const RunReader* one, const RunReader* other) { return one->key() > other->key(); }

}  // namespace

void append_posting(std::string& to, std::uint32_t gap, std::uint32_t wdf, std::string_view payload) {
  append_uint(to, gap);
  append_uint(to, std::uint64_t{wdf} << 1 | (payload.empty() ? 0u : 1u));
  if (!payload.empty()) glass::append_string(to, payload);
}

std::size_t put_posting(char* to, std::uint32_t gap, std::uint32_t wdf,
                        std::optional<std::uint32_t> position) {
  char* at = put_uint(to, gap);
  at = put_uint(at, std::uint64_t{wdf} << 1 | (position ? 1u : 0u));
  if (position) {
    char* end = put_position_code(at + 1, *position);
    *at = static_cast<char>(end - at - 1);
    at = end;
  }
  return static_cast<std::size_t>(at - to);
}

void RunWriter::begin(ListKind kind, std::string_view key, std::uint64_t count, std::uint64_t sum) {
  file_.append_uint(1 + key.size());
  const char first = static_cast<char>(kind);
  file_.append({&first, 1});
  file_.append(key);
  file_.append_uint(count);
  file_.append_uint(sum);
}

bool RunReader::next_list() {
  if (file_.at_end()) return false;
  key_ = file_.read_string();
  count_ = left_ = file_.read_uint();
  sum_ = file_.read_uint();
  posting_ = {};
  return true;
}

bool RunReader::next_posting() {
  if (left_ == 0) return false;
  --left_;
  posting_.docid += static_cast<std::uint32_t>(file_.read_uint());
  const std::uint64_t wdf_and_more = file_.read_uint();
  posting_.wdf = static_cast<std::uint32_t>(wdf_and_more >> 1);
  posting_.payload = (wdf_and_more & 1) != 0 ? file_.read_string() : std::string_view();
  return true;
}

RunMerger::RunMerger(const std::vector<std::string>& paths) {
  for (const auto& path : paths) {
    readers_.push_back(std::make_unique<RunReader>(path));
    with_key_.push_back(readers_.back().get());
  }
}

bool RunMerger::next_list() {
  while (next_posting()) {
  }
  for (RunReader* reader : with_key_) {
    if (!reader->next_list()) continue;
    waiting_.push_back(reader);
    std::push_heap(waiting_.begin(), waiting_.end(), comes_later);
  }
  with_key_.clear();
  unfinished_.clear();
  if (waiting_.empty()) return false;
  key_ = waiting_.front()->key();
  count_ = sum_ = 0;
  while (!waiting_.empty() && waiting_.front()->key() == key_) {
    RunReader* reader = waiting_.front();
    std::pop_heap(waiting_.begin(), waiting_.end(), comes_later);
    waiting_.pop_back();
    count_ += reader->count();
    sum_ += reader->sum();
    with_key_.push_back(reader);
    if (reader->next_posting()) unfinished_.push_back(reader);
  }
  begun_ = false;
  return true;
}

/// The one with the least docid, and how far it goes before another's turn.
void RunMerger::choose() {
  current_ = unfinished_.front();
  limit_ = std::numeric_limits<std::uint64_t>::max();
  for (RunReader* reader : unfinished_) {
    if (reader == current_) continue;
    if (reader->posting().docid < current_->posting().docid) {
      limit_ = current_->posting().docid;
      current_ = reader;
    } else {
      limit_ = std::min<std::uint64_t>(limit_, reader->posting().docid);
    }
  }
}

bool RunMerger::next_posting() {
  if (unfinished_.empty()) return false;
  if (begun_) {
    if (!current_->next_posting())
      unfinished_.erase(std::find(unfinished_.begin(), unfinished_.end(), current_));
    else if (current_->posting().docid < limit_) return true;
    if (unfinished_.empty()) return false;
  }
  begun_ = true;
  choose();
  return true;
}

}  // namespace morgue
