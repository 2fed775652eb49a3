// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/wanted_forms.h"

#include <algorithm>
#include <string>

#include "common/text/ascii.h"

namespace morgue {
namespace {

/// Without apostrophes, hyphens and commas, none of which is left in a form.
std::string bare_of_joiners(std::string_view slice) {
  constexpr std::string_view right_quote = "’";
  std::string bare;
  for (std::size_t i = 0; i < slice.size(); ++i) {
    const char c = slice[i];
    if (slice.substr(i).starts_with(right_quote)) i += right_quote.size() - 1;
    else if (c != '\'' && c != '`' && c != '-' && c != ',') bare += c;
  }
  return bare;
}

bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return is_letter(c) || is_digit(c); });
}

}  // namespace

void WantedForms::add(std::string_view form) {
  if (is_plain(form)) places_.set(place_of(form));
}

// Of letters A to Z and digits the fold only changes the case.
bool WantedForms::may_hold(std::string_view slice) const {
  if (places_.test(place_of(slice))) return true;
  if (is_plain(slice)) return false;
  const std::string bare = bare_of_joiners(slice);
  return !is_plain(bare) || places_.test(place_of(bare));
}

}  // namespace morgue
