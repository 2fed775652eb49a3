// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/positions/position_writer.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/index/positions/position_chunk.h"

namespace morgue {

/// Of one word.
class PositionWriter::Chunks {
 public:
  Chunks(Xapian::WritableDatabase& database, const std::string& form)
      : database_(database), form_(form), builder_([this](const std::string& key, const std::string& chunk) {
          database_.set_metadata(key, chunk);
        }) {}

  /// By docid, one of each.
  void change(const Changes& changes) {
    const std::string last = database_.get_metadata(position_key(form_, last_chunk));
    ChunkReader reader(last);
    if (reader.next() && reader.entry().docid <= changes.front().docid)
      return rewrite(last_chunk, last, changes.begin(), changes.end());
    for (const Part& part : parts_of(changes))
      rewrite(part.docid, database_.get_metadata(position_key(form_, part.docid)), part.first, part.end);
  }

 private:
  /// Changes within one chunk.
  struct Part {
    std::uint32_t docid;  // of its key
    Changes::const_iterator first;
    Changes::const_iterator end;
  };

  std::vector<Part> parts_of(const Changes& changes) const {
    const std::string keys = position_keys(form_);
    auto key = database_.metadata_keys_begin(keys);
    const auto no_key = database_.metadata_keys_end(keys);
    std::vector<Part> parts;
    for (auto change = changes.begin(); change != changes.end(); change = parts.back().end) {
      std::string wanted = keys;
      append_docid(wanted, change->docid);
      if (key != no_key) key.skip_to(wanted);
      const std::uint32_t docid = key == no_key ? last_chunk : docid_of_position_key(*key);
      parts.push_back({docid, change,
                       std::upper_bound(change, changes.end(), docid,
                                        [](auto at, const auto& each) { return at < each.docid; })});
    }
    return parts;
  }

  void rewrite(std::uint32_t docid, const std::string& chunk, Changes::const_iterator change,
               Changes::const_iterator end) {
    builder_.begin(form_);
    const auto add_changed_before = [&](std::uint32_t before) {
      for (; change != end && change->docid < before; ++change)
        if (!change->code.empty()) builder_.add({change->docid, change->code});
    };
    for (ChunkReader reader(chunk); reader.next();) {
      add_changed_before(reader.entry().docid);
      if (change == end || change->docid != reader.entry().docid) builder_.add(reader.entry());
    }
    add_changed_before(last_chunk);
    if (!builder_.finish(docid)) database_.set_metadata(position_key(form_, docid), "");
  }

  Xapian::WritableDatabase& database_;
  const std::string& form_;
  ChunkBuilder builder_;
};

namespace {

template <class Changes>
void keep_the_last_of_each(Changes& changes) {
  std::ranges::stable_sort(changes, {}, [](const auto& change) { return change.docid; });
  const auto kept = std::unique(changes.rbegin(), changes.rend(),
                                [](const auto& one, const auto& other) { return one.docid == other.docid; });
  changes.erase(changes.begin(), kept.base());
}

}  // namespace

void PositionWriter::set(std::uint32_t docid, const std::string& form, std::string_view code) {
  constexpr std::size_t node = 96;  // of a map, with its string and vector
  auto [changes, is_new] = changes_.try_emplace(form);
  if (is_new) bytes_ += node + form.size();
  changes->second.push_back({docid, std::string(code)});
  bytes_ += sizeof(Change) + code.size();
}

void PositionWriter::write(Xapian::WritableDatabase& database) {
  std::vector<std::pair<std::string, Changes>> in_order(std::make_move_iterator(changes_.begin()),
                                                        std::make_move_iterator(changes_.end()));
  std::ranges::sort(in_order, {}, [](const auto& each) -> const std::string& { return each.first; });
  for (auto& [form, changes] : in_order) {
    keep_the_last_of_each(changes);
    Chunks(database, form).change(changes);
  }
  changes_.clear();
  bytes_ = 0;
}

}  // namespace morgue
