// SPDX-License-Identifier: GPL-3.0-or-later
// When a folded form fits a wildcard or a word with letters wrong. Knows nothing of texts or trees.
#include "common/query/word_pattern.h"

#include <algorithm>
#include <string>

#include "common/text/lexicon.h"

namespace morgue {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// The bytes of the code point that begins the text; 0 at its end.
std::size_t first_length(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t length = 1;
  while (length < text.size() && continues(text[length])) ++length;
  return length;
}

std::string_view first_of(std::string_view text) { return text.substr(0, first_length(text)); }
std::string_view after_first(std::string_view text) { return text.substr(first_length(text)); }

/// Going back to the last * is enough: what an earlier one could take, it can take too.
bool fits_pattern(std::string_view pattern, std::string_view text, bool question_marks) {
  std::string_view after_star, taken_by_star;
  bool star = false;
  while (!text.empty()) {
    if (pattern.starts_with('*')) {
      star = true;
      pattern.remove_prefix(1);
      after_star = pattern;
      taken_by_star = text;
    } else if (question_marks && pattern.starts_with('?')) {
      pattern.remove_prefix(1);
      text = after_first(text);
    } else if (!pattern.empty() && first_of(pattern) == first_of(text)) {
      pattern = after_first(pattern);
      text = after_first(text);
    } else if (star) {
      taken_by_star = after_first(taken_by_star);
      pattern = after_star;
      text = taken_by_star;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*') == std::string_view::npos;
}

bool is_form_of(const Term& term, std::string_view form) {
  const bool is_part =
      term.parts.size() == 1 && std::ranges::find(term.parts.front(), form) != term.parts.front().end();
  return is_part || std::ranges::find(term.joined, form) != term.joined.end();
}

}  // namespace

bool fits_wildcard(std::string_view pattern, std::string_view form) {
  return fits_pattern(pattern, form, true);
}

bool fits_value_pattern(std::string_view pattern, std::string_view value) {
  return fits_pattern(pattern, value, false);
}

// What both begin with is never worth an edit; behind it there are four ways to spend one. With two edits
// these are at most four walks over the words, and most end at once.
bool within_edits(std::string_view a, std::string_view b, unsigned edits) {
  if (edits == 0) return a == b;
  while (!a.empty() && first_of(a) == first_of(b)) {
    a = after_first(a);
    b = after_first(b);
  }
  if (a.empty() && b.empty()) return true;
  const auto a_rest = after_first(a), b_rest = after_first(b);
  const bool swapped = !a.empty() && !b.empty() && !a_rest.empty() && first_of(a) == first_of(b_rest) &&
                       first_of(b) == first_of(a_rest);
  return (!a.empty() && !b.empty() && within_edits(a_rest, b_rest, edits - 1)) ||
         (!a.empty() && within_edits(a_rest, b, edits - 1)) ||
         (!b.empty() && within_edits(a, b_rest, edits - 1)) ||
         (swapped && within_edits(after_first(a_rest), after_first(b_rest), edits - 1));
}

bool fits(const Term& term, std::string_view form) {
  if (term.kept) return std::ranges::binary_search(*term.kept, form, std::less<>());
  const bool is_tried = form.size() <= longest_form_tried;
  switch (term.kind) {
    case TermKind::plain: return is_form_of(term, form);
    case TermKind::wildcard: return is_tried && fits_wildcard(term.text, form);
    case TermKind::fuzzy: return is_tried && within_edits(term.text, form, term.edits);
    case TermKind::any: return true;
  }
  return false;
}

}  // namespace morgue
