// SPDX-License-Identifier: GPL-3.0-or-later
// Articles in all scripts, of all sizes, with every oddity that an index may meet.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "common/article/article.h"

namespace morgue::testing_support {

class RandomArticles {
 public:
  explicit RandomArticles(std::uint64_t seed) : engine_(seed) {}

  /// With the id "idN", of N as given.
  Article next(std::size_t number);
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }

 private:
  bool one_in(std::size_t n) { return below(n) == 0; }
  std::string word();
  std::string text(std::size_t longest);
  std::vector<std::string> texts(std::size_t most, std::size_t longest);

  std::mt19937_64 engine_;
};

}  // namespace morgue::testing_support
