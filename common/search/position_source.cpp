// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/position_source.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "common/index/positions/position_code.h"
#include "common/index/vocabulary_block.h"
#include "common/search/many_words_source.h"

namespace morgue {

namespace {

constexpr std::uint32_t behind_all = std::numeric_limits<std::uint32_t>::max();

bool comes_later(const std::unique_ptr<PositionList>& one, const std::unique_ptr<PositionList>& other) {
  return one->docid() > other->docid();
}

/// Whether two ascending lists have positions so far apart: `other` less `one`.
bool are_apart(const std::vector<std::uint32_t>& one, const std::vector<std::uint32_t>& other,
               std::uint32_t least, std::uint32_t most) {
  auto behind = other.begin();
  for (const std::uint32_t position : one) {
    while (behind != other.end() && *behind < position + least) ++behind;
    if (behind == other.end()) return false;
    if (*behind - position <= most) return true;
  }
  return false;
}

}  // namespace

bool has_own_terms(Field field) {
  return field == Field::title || field == Field::person || field == Field::author;
}

PositionSource::PositionSource(PositionRule rule) : rule_(std::move(rule)) {}

void PositionSource::init(const Xapian::Database& database) {
  choices_.clear();
  docid_ = 0;
  at_end_ = false;
  most_ = database.get_doccount();
  VocabularyCursor vocabulary(database);
  for (std::uint32_t offset = 0; offset < rule_.choices.size(); ++offset) {
    if (rule_.choices[offset].empty()) continue;
    Choice& choice = choices_.emplace_back();
    choice.offset = offset;
    for (const auto& form : rule_.choices[offset]) {
      if (!vocabulary.skip_to(form) || vocabulary.form() != form) continue;
      choice.articles += static_cast<Xapian::doccount>(vocabulary.count().all());
      choice.lists.push_back(std::make_unique<PositionList>(database, form));
    }
    if (!has_own_terms(rule_.field)) most_ = std::min(most_, choice.articles);
  }
  std::ranges::stable_sort(choices_, {}, &Choice::articles);
}

void PositionSource::next(double) { find_from(docid_ + 1); }

void PositionSource::skip_to(Xapian::docid wanted, double) {
  if (wanted > docid_) find_from(wanted);
}

bool PositionSource::check(Xapian::docid wanted, double) {
  docid_ = wanted;
  for (Choice& choice : choices_)
    if (!choice.skip_to(wanted) || choice.docid != wanted) return false;
  return is_as_ruled();
}

void PositionSource::find_from(std::uint32_t wanted) {
  for (;; ++wanted) {
    for (std::size_t agreed = 0; agreed < choices_.size();) {
      Choice& choice = choices_[agreed];
      if (!choice.skip_to(wanted)) {
        at_end_ = true;
        return;
      }
      if (choice.docid == wanted) {
        ++agreed;
      } else {
        wanted = choice.docid;
        agreed = agreed == 0 ? 1 : 0;
      }
    }
    docid_ = wanted;
    if (is_as_ruled()) return;
  }
}

bool PositionSource::Choice::skip_to(std::uint32_t wanted) {
  if (docid >= wanted) return docid != behind_all;
  if (docid == 0) {
    std::erase_if(lists, [&](const auto& list) { return !list->skip_to(wanted); });
    std::ranges::make_heap(lists, comes_later);
  }
  while (!lists.empty() && lists.front()->docid() < wanted) {
    std::ranges::pop_heap(lists, comes_later);
    if (lists.back()->skip_to(wanted)) std::ranges::push_heap(lists, comes_later);
    else lists.pop_back();
  }
  docid = lists.empty() ? behind_all : lists.front()->docid();
  return docid != behind_all;
}

/// Whether a list in the heap or one of those under it is at this article, in the field.
bool PositionSource::Choice::is_in(Field field, std::size_t list) const {
  if (list >= lists.size() || lists[list]->docid() != docid) return false;
  return stands_in(field, lists[list]->code()) || is_in(field, 2 * list + 1) || is_in(field, 2 * list + 2);
}

void PositionSource::Choice::read_positions(Field field) {
  positions.clear();
  if (append_positions_of(0, field) > 1) std::ranges::sort(positions);
}

/// Of a list in the heap and of those under it, as far as they are at this article; how many are.
std::size_t PositionSource::Choice::append_positions_of(std::size_t list, Field field) {
  if (list >= lists.size() || lists[list]->docid() != docid) return 0;
  append_positions(positions, lists[list]->code(), field);
  return 1 + append_positions_of(2 * list + 1, field) + append_positions_of(2 * list + 2, field);
}

bool PositionSource::is_as_ruled() {
  if (rule_.lie == Lie::anywhere)
    return std::ranges::all_of(choices_, [&](const Choice& choice) { return choice.is_in(rule_.field); });
  for (Choice& choice : choices_) {
    choice.read_positions(rule_.field);
    if (choice.positions.empty()) return false;
  }
  return rule_.lie == Lie::side_by_side ? are_side_by_side() : are_close();
}

bool PositionSource::are_side_by_side() const {
  const Choice& first = choices_.front();
  if (choices_.size() == 2) {
    const Choice& other = choices_.back();
    const bool is_before = first.offset < other.offset;
    const std::uint32_t apart = is_before ? other.offset - first.offset : first.offset - other.offset;
    return is_before ? are_apart(first.positions, other.positions, apart, apart)
                     : are_apart(other.positions, first.positions, apart, apart);
  }
  return std::ranges::any_of(first.positions, [&](std::uint32_t position) {
    return std::all_of(choices_.begin() + 1, choices_.end(), [&](const Choice& other) {
      return std::ranges::binary_search(other.positions, position - first.offset + other.offset);
    });
  });
}

bool PositionSource::are_close() const {
  if (choices_.size() == 2) {
    const bool in_turn = choices_.front().offset < choices_.back().offset;
    const auto& one = (in_turn ? choices_.front() : choices_.back()).positions;
    const auto& other = (in_turn ? choices_.back() : choices_.front()).positions;
    return are_apart(one, other, 1, rule_.distance) ||
           (rule_.lie == Lie::close && are_apart(other, one, 1, rule_.distance));
  }
  std::vector<std::size_t> at(choices_.size());
  for (;;) {
    std::size_t least = 0;
    std::uint32_t greatest = 0;
    for (std::size_t i = 0; i < choices_.size(); ++i) {
      greatest = std::max(greatest, choices_[i].positions[at[i]]);
      if (choices_[i].positions[at[i]] < choices_[least].positions[at[least]]) least = i;
    }
    if (greatest - choices_[least].positions[at[least]] <= rule_.distance) return true;
    if (++at[least] == choices_[least].positions.size()) return false;
  }
}

Xapian::Query query_of(PositionRule rule) {
  constexpr std::size_t many = 8;
  if (rule.lie == Lie::anywhere && rule.choices.size() == 1 && rule.choices.front().size() > many)
    return of_many_words(rule.field, std::move(rule.choices.front()));
  return Xapian::Query((new PositionSource(std::move(rule)))->release());
}

}  // namespace morgue
