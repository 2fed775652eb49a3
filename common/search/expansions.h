// SPDX-License-Identifier: GPL-3.0-or-later
// The forms that a query's wildcards and fuzzy words stand for in one archive, within the stated limits.
// Knows nothing of how they are searched.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "common/index/archive_reader.h"
#include "common/query/query.h"
#include "common/query/query_parser.h"

namespace morgue {

inline constexpr std::size_t most_forms = 1'000;           // of one term
inline constexpr std::size_t most_forms_a_query = 10'000;  // of all terms of a query

class Expansions {
 public:
  explicit Expansions(ArchiveReader& reader) : reader_(reader) {}

  /// The tree in which every term with too many forms keeps those in most articles (Term.kept).
  Node expanded(Node tree);

  /// The forms of a wildcard or fuzzy term of the tree that expanded() gave.
  const std::vector<std::string>& of(const Term&) const;

  /// A forms_cut notice for each list that was cut; none: the answer is exact.
  const std::vector<Warning>& cut() const { return cut_; }

 private:
  struct Found {
    std::vector<std::string> forms;
    bool cut = false;
  };
  using Key = std::pair<std::string, unsigned>;  // text, edits

  void expand(Node&);
  void expand(Term&);

  ArchiveReader& reader_;
  std::map<Key, Found> forms_;
  std::size_t known_ = 0;
  std::vector<Warning> cut_;
};

}  // namespace morgue
