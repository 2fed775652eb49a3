// SPDX-License-Identifier: GPL-3.0-or-later
// The articles in which words stand as a rule says, for Xapian to match, decided on position lists. Knows
// nothing of terms and trees.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/article/fields.h"
#include "common/index/positions/position_list.h"

namespace morgue {

/// How positions of words must lie, one of each.
enum class Lie {
  anywhere,
  side_by_side,  // each one behind the one before
  in_order,      // of two words: the second at most `distance` behind the first
  close          // the greatest less the least is at most `distance`, and of two words not nothing
};

/// Words of which one of several forms stands at a place; an empty choice is any word, only side by side.
struct PositionRule {
  Field field = Field::any;
  std::vector<std::vector<std::string>> choices;
  Lie lie = Lie::side_by_side;
  std::uint32_t distance = 0;
};

/// Whether every word in the field has a term of the field, so that positions need not tell who has it:
/// title, people and authors.
bool has_own_terms(Field);

/// All its forms must be in the vocabulary's bounds (is_in_vocabulary). Gives no weight. In a field that has
/// terms of its own it is to be asked beside them, and says that it finds all articles, so as to come last.
class PositionSource : public Xapian::PostingSource {
 public:
  explicit PositionSource(PositionRule);

  void init(const Xapian::Database&) override;
  PostingSource* clone() const override { return new PositionSource(rule_); }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return most_; }
  Xapian::doccount get_termfreq_max() const override { return most_; }

  void next(double least_weight) override;
  void skip_to(Xapian::docid, double least_weight) override;
  bool check(Xapian::docid, double least_weight) override;
  bool at_end() const override { return at_end_; }
  Xapian::docid get_docid() const override { return docid_; }
  std::string get_description() const override { return "PositionSource"; }

 private:
  /// The forms that may stand at one place.
  struct Choice {
    std::uint32_t offset;  // of the place from the first
    Xapian::doccount articles;
    std::vector<std::unique_ptr<PositionList>> lists;  // once begun a heap, without those at their end
    std::uint32_t docid = 0;                           // the least of theirs
    std::vector<std::uint32_t> positions;              // there

    bool skip_to(std::uint32_t wanted);
    bool is_in(Field, std::size_t list = 0) const;
    void read_positions(Field);
    std::size_t append_positions_of(std::size_t list, Field);
  };

  void find_from(std::uint32_t docid);
  bool is_as_ruled();
  bool are_side_by_side() const;
  bool are_close() const;

  const PositionRule rule_;
  std::vector<Choice> choices_;  // rarest first
  Xapian::doccount most_ = 0;
  Xapian::docid docid_ = 0;
  bool at_end_ = false;
};

/// As a query without a score.
Xapian::Query query_of(PositionRule);

}  // namespace morgue
