// SPDX-License-Identifier: GPL-3.0-or-later
// WantedForms: a few folded forms that are looked for in texts. Tells of most words at a glance, unfolded,
// that they are none of them. Knows nothing of texts.
#pragma once

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <string_view>

namespace morgue {

class WantedForms {
 public:
  void add(std::string_view form);

  /// Whether fold_word(slice) may be one of the forms; false is certain.
  bool may_hold(std::string_view slice) const;
  /// The same for a slice of letters A to Z only, in either case.
  bool may_hold_letters(std::string_view slice) const { return places_.test(place_of(slice)); }

 private:
  // By length, first and last letter. Letters of either case, and digits, have a place each, shared with a
  // few others.
  static constexpr std::size_t sizes = 32, letters = 32;
  static std::size_t place_of(std::string_view ascii) {
    if (ascii.empty()) return 0;
    const auto letter = [](char c) { return static_cast<unsigned char>(c) % letters; };  // a is A
    return (std::min(ascii.size(), sizes - 1) * letters + letter(ascii.front())) * letters +
           letter(ascii.back());
  }

  std::bitset<sizes * letters * letters> places_;
};

}  // namespace morgue
