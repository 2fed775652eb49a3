// SPDX-License-Identifier: GPL-3.0-or-later
// What an inverter has gathered, sorted and written.
#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>

#include "common/index/bulk/glass_format.h"
#include "common/index/bulk/inverter.h"
#include "common/index/bulk/termlist_tag.h"
#include "common/index/vocabulary.h"

namespace morgue {

namespace {

/// The first eight bytes as a number that sorts as they do; zeros stand for what is not there.
std::uint64_t beginning_of(std::string_view text) {
  std::uint64_t number = 0;
  std::memcpy(&number, text.data(), std::min(text.size(), sizeof number));
  if constexpr (std::endian::native == std::endian::little) number = __builtin_bswap64(number);
  return number;
}

/// The keys of lists, one behind the other in memory.
class KeysInOrder {
 public:
  template <class Order, class KeyOf>
  KeysInOrder(const Order& order, const KeyOf& key_of) {
    begins_.reserve(order.size() + 1);
    std::size_t bytes = 0;
    for (const auto list : order) bytes += key_of(list).size();
    text_.reserve(bytes);
    for (const auto list : order) {
      begins_.push_back(text_.size());
      text_ += key_of(list);
    }
    begins_.push_back(text_.size());
  }
  std::string_view operator[](std::size_t rank) const {
    return {text_.data() + begins_[rank], begins_[rank + 1] - begins_[rank]};
  }
  /// First where it lies, then the key.
  void prefetch_place(std::size_t rank) const { __builtin_prefetch(&begins_[rank]); }
  void prefetch(std::size_t rank) const { __builtin_prefetch(text_.data() + begins_[rank]); }

 private:
  std::string text_;
  std::vector<std::size_t> begins_;
};

template <class List>
void write_list(RunWriter& run, ListKind kind, std::string_view key, const List& list) {
  run.begin(kind, key, list.count, list.sum);
  list.postings.each_stretch([&](std::string_view bytes) { run.append(bytes); });
}

}  // namespace

void Inverter::write_run(const std::string& path, FileWriter& termlists) {
  const auto order = lists_in_order();
  RunWriter run(path);
  write_words(run, order);
  write_values(run);
  write_list(run, ListKind::length, {}, lengths_);
  for (const ListId list : order)
    if (!is_form_of_vocabulary(lists_[list].key))
      write_list(run, ListKind::term, lists_[list].key, lists_[list]);
  write_stem_forms(run);
  run.close();
  write_termlists(termlists, order);
  clear();
}

std::vector<Inverter::ListId> Inverter::lists_in_order() const {
  struct Sorted {
    std::uint64_t beginning;
    std::uint64_t next;
    ListId list;
  };
  std::vector<Sorted> sorted;
  sorted.reserve(lists_.size());
  for (ListId list = 0; list < lists_.size(); ++list) {
    if (lists_[list].count == 0) continue;
    const std::string_view key = lists_[list].key;
    sorted.push_back({beginning_of(key), key.size() <= 8 ? 0 : beginning_of(key.substr(8)), list});
  }
  std::sort(sorted.begin(), sorted.end(), [&](const Sorted& one, const Sorted& other) {
    if (one.beginning != other.beginning) return one.beginning < other.beginning;
    if (one.next != other.next) return one.next < other.next;
    return lists_[one.list].key < lists_[other.list].key;
  });
  std::vector<ListId> order;
  order.reserve(sorted.size());
  for (const auto& each : sorted) order.push_back(each.list);
  return order;
}

void Inverter::write_words(RunWriter& run, const std::vector<ListId>& order) const {
  std::vector<const List*> words;
  for (const ListId list : order)
    if (is_form_of_vocabulary(lists_[list].key)) words.push_back(&lists_[list]);
  for (const List* word : words) write_list(run, ListKind::position, word->key, *word);
  for (const List* word : words)
    run.begin(
        ListKind::word, word->key, 0,
        packed({static_cast<std::uint32_t>(word->count - word->sum), static_cast<std::uint32_t>(word->sum)}));
}

void Inverter::write_values(RunWriter& run) const {
  std::vector<std::pair<std::string, const List*>> by_key;
  for (const auto& [slot, list] : values_) {
    std::string key;
    glass::append_uint(key, slot);
    by_key.emplace_back(key, &list);
  }
  std::sort(by_key.begin(), by_key.end());
  for (const auto& [key, list] : by_key) write_list(run, ListKind::value, key, *list);
}

void Inverter::write_stem_forms(RunWriter& run) {
  std::sort(new_stem_forms_.begin(), new_stem_forms_.end());
  new_stem_forms_.erase(std::unique(new_stem_forms_.begin(), new_stem_forms_.end()), new_stem_forms_.end());
  for (const auto& key : new_stem_forms_) run.begin(ListKind::stem_form, key, 0, 1);
}

void Inverter::write_termlists(FileWriter& file, const std::vector<ListId>& order) {
  std::vector<std::uint32_t> rank_of(lists_.size());
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) rank_of[order[rank]] = rank;
  const KeysInOrder keys(order, [&](ListId list) { return lists_[list].key; });
  for (std::size_t i = 0; i < documents_.size(); ++i) {
    const Document& document = documents_[i];
    Weighted* first = document.terms;
    Weighted* last = first + document.term_count;
    rank(first, last, rank_of);
    tag_.clear();
    glass::TermlistTag tag(tag_, document.length, static_cast<std::uint64_t>(last - first));
    for (const Weighted* entry = first; entry != last; ++entry) {
      if (last - entry > 16) keys.prefetch_place(entry[16].list);
      if (last - entry > 8) keys.prefetch(entry[8].list);
      tag.add(keys[entry->list], entry->wdf);
    }
    const std::string_view deflated = deflater_.deflated(tag_);
    const bool is_shorter = !deflated.empty();
    append_record(file, {document.docid, is_shorter ? Tag::compressed : Tag::plain,
                         is_shorter ? deflated : std::string_view(tag_), document.slots});
  }
}

/// Ranks in place of lists, and sorted by them: many by 11 bits at a time.
void Inverter::rank(Weighted* first, Weighted* last, const std::vector<std::uint32_t>& rank_of) {
  constexpr int bits = 11;
  constexpr std::ptrdiff_t many = 400;
  for (Weighted* entry = first; entry != last; ++entry) entry->list = rank_of[entry->list];
  if (last - first < many) {
    std::sort(first, last, [](const Weighted& one, const Weighted& other) { return one.list < other.list; });
    return;
  }
  spare_.resize(std::max<std::size_t>(spare_.size(), static_cast<std::size_t>(last - first)));
  for (int shift = 0; (rank_of.size() - 1) >> shift > 0; shift += bits) {
    std::array<std::uint32_t, (1u << bits) + 1> begins{};
    const auto digit = [&](const Weighted& entry) { return entry.list >> shift & ((1u << bits) - 1); };
    for (const Weighted* entry = first; entry != last; ++entry) ++begins[digit(*entry) + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    for (const Weighted* entry = first; entry != last; ++entry) spare_[begins[digit(*entry)]++] = *entry;
    std::copy(spare_.begin(), spare_.begin() + (last - first), first);
  }
}

void Inverter::clear() {
  forget_lists();
  lists_.clear();
  touched_.clear();
  list_of_term_.clear();
  values_.clear();
  lengths_ = {};
  new_stem_forms_.clear();
  documents_.clear();
  arena_.clear();
}

}  // namespace morgue
