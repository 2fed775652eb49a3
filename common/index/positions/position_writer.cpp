// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/positions/position_writer.h"

#include <algorithm>
#include <vector>

#include "common/index/positions/position_chunk.h"

namespace morgue {

namespace {

using Codes = std::map<std::uint32_t, std::string>;

/// The chunks of one word.
class Chunks {
 public:
  Chunks(Xapian::WritableDatabase& database, const std::string& form)
      : database_(database),
        form_(form),
        builder_([this](const std::string& key, const std::string& chunk) { database_.set_metadata(key, chunk); }) {
  }

  void change(const Codes& changes) {
    const std::string last = database_.get_metadata(position_key(form_, last_chunk));
    ChunkReader reader(last);
    if (reader.next() && reader.entry().docid <= changes.begin()->first)
      return rewrite(last_chunk, last, changes.begin(), changes.end());
    auto change = changes.begin();
    for (const std::uint32_t docid : docids()) {
      const auto end = docid == last_chunk ? changes.end() : changes.upper_bound(docid);
      if (change != end) rewrite(docid, database_.get_metadata(position_key(form_, docid)), change, end);
      change = end;
    }
  }

 private:
  /// Of the chunks there are, and of the last one in any case.
  std::vector<std::uint32_t> docids() const {
    std::vector<std::uint32_t> docids;
    const std::string keys = position_keys(form_);
    for (auto key = database_.metadata_keys_begin(keys); key != database_.metadata_keys_end(keys); ++key)
      docids.push_back(docid_of_position_key(*key));
    if (docids.empty() || docids.back() != last_chunk) docids.push_back(last_chunk);
    return docids;
  }

  void rewrite(std::uint32_t docid, const std::string& chunk, Codes::const_iterator change,
               Codes::const_iterator end) {
    builder_.begin(form_);
    const auto add_changed_before = [&](std::uint32_t before) {
      for (; change != end && change->first < before; ++change)
        if (!change->second.empty()) builder_.add({change->first, change->second});
    };
    for (ChunkReader reader(chunk); reader.next();) {
      add_changed_before(reader.entry().docid);
      if (change == end || change->first != reader.entry().docid) builder_.add(reader.entry());
    }
    add_changed_before(last_chunk);
    if (!builder_.finish(docid)) database_.set_metadata(position_key(form_, docid), "");
  }

  Xapian::WritableDatabase& database_;
  const std::string& form_;
  ChunkBuilder builder_;
};

}  // namespace

void PositionWriter::set(std::uint32_t docid, const std::string& form, std::string_view code) {
  constexpr std::size_t node = 96;  // of a map, with its string
  auto [changes, is_new] = changes_.try_emplace(form);
  if (is_new) bytes_ += node + form.size();
  changes->second[docid] = code;
  bytes_ += node + code.size();
}

void PositionWriter::write(Xapian::WritableDatabase& database) {
  std::vector<const std::string*> in_order;
  in_order.reserve(changes_.size());
  for (const auto& [form, changes] : changes_) in_order.push_back(&form);
  std::sort(in_order.begin(), in_order.end(), [](const auto* one, const auto* other) { return *one < *other; });
  for (const std::string* form : in_order) Chunks(database, *form).change(changes_.at(*form));
  changes_.clear();
  bytes_ = 0;
}

}  // namespace morgue
