// SPDX-License-Identifier: GPL-3.0-or-later
// Remarks: what was noticed or repaired while a query was read, with where it stands in the text. Knows no
// grammar.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/query/query_parser.h"

namespace morgue {

/// Places are given as bytes of the text and kept as code points.
class Remarks {
 public:
  /// The text must outlive the remarks and be valid UTF-8.
  explicit Remarks(std::string_view text) : text_(text) {}

  void repair(std::string code, std::string message, std::size_t begin, std::size_t end,
              std::string suggestion = {});
  void notice(std::string code, std::string message, std::size_t begin, std::size_t end,
              std::string suggestion = {});

  /// By where they start.
  std::vector<Warning> in_order() const;

 private:
  std::size_t code_points_before(std::size_t byte) const;

  std::string_view text_;
  std::vector<Warning> warnings_;
};

}  // namespace morgue
