// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of a query: what was asked, with nothing left to guess. Knows nothing of its text's notation or of
// Xapian.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/article/fields.h"
#include "common/timestamp.h"

namespace morgue {

/// What a term asks of a word.
enum class TermKind {
  plain,     // its form
  wildcard,  // `text` is a pattern over folded, unstemmed forms: * any letters, ? one letter
  fuzzy,     // folded forms within `edits` (optimal string alignment over code points) of `text`
  any,       // a lone * in a phrase: whatever word stands there
};

/// One word as written, with every form under which it is found. A part is a place in the text: its form and,
/// after l' d' qu' …, the elided rest; a compound has several parts at consecutive positions and its joined
/// forms. Wildcard and fuzzy terms take one position; all tokens' forms count, joined and elided ones too.
struct Term {
  std::string text;  // folded, in canonical writing: "lavrov", "f-16", "l'elysee", "lavr*"
  TermKind kind = TermKind::plain;
  std::vector<std::vector<std::string>> parts;  // of a plain term
  std::vector<std::string> joined;              // of a plain term
  unsigned edits = 0;                           // of a fuzzy term: 1 or 2
  /// Of a wildcard or fuzzy term with too many forms: those that were kept, sorted; only they count then.
  std::optional<std::vector<std::string>> kept = {};
  bool operator==(const Term&) const = default;
};

struct Node;

struct Everything {
  bool operator==(const Everything&) const = default;
};
struct Nothing {
  bool operator==(const Nothing&) const = default;
};

/// Any form of the word: its stem, or for a compound its joined forms' stems or its parts side by side.
struct Word {
  Field field = Field::any;
  Term term;
  bool operator==(const Word&) const = default;
};

/// The terms side by side in this order, not stemmed; one term is that word as it is.
struct Phrase {
  Field field = Field::any;
  std::vector<Term> terms;
  bool operator==(const Phrase&) const = default;
};

/// Literally so: case, accents and signs. NFC, each run of white space one space, no signs at the ends.
struct Literal {
  Field field = Field::any;
  std::string text;
  bool operator==(const Literal&) const = default;
};

/// "a b c"~n: the terms in any order, unstemmed, each at an occurrence of its own: last - first <= slack +
/// terms - 2.
struct Window {
  Field field = Field::any;
  std::vector<Term> terms;  // two or more
  std::size_t slack = 0;
  bool operator==(const Window&) const = default;
};

enum class NearUnit { words, sentence, paragraph };

/// Both sides in one text of the field, at two different occurrences. words: the nearest edges' positions
/// differ by at most `distance`; ordered: the right side after the left. A side is a Word, a Phrase, an Or of
/// these, or on the left another Near, which then spans its words. All leaves are of `field`.
struct Near {
  Field field = Field::any;
  NearUnit unit = NearUnit::words;
  std::size_t distance = 10;  // of words
  bool ordered = false;
  std::vector<Node> sides;  // exactly two
  bool operator==(const Near&) const;
};

/// A field's whole value, as compared_value gives it. `written` is the value for people to read.
struct Value {
  Field field;
  std::string value;  // with `pattern`, * stands for any letters
  std::string written;
  bool pattern = false;
  bool operator==(const Value&) const = default;
};

/// The field's day lies in the span, or its moment is `since` or later; with neither: the article has no
/// date.
struct Dated {
  Field field = Field::date;
  std::optional<DaySpan> span;
  std::optional<std::int64_t> since = {};  // seconds since 1970, for last:24h
  bool operator==(const Dated&) const = default;
};

/// The tree holds within one value (one name) of the field; every leaf in it is of that field.
struct OneValue {
  Field field;
  std::vector<Node> child;  // exactly one
  bool operator==(const OneValue&) const;
};

struct And {
  std::vector<Node> children;  // two or more
  bool operator==(const And&) const;
};
struct Or {
  std::vector<Node> children;  // two or more
  bool operator==(const Or&) const;
};
struct Not {
  std::vector<Node> child;  // exactly one
  bool operator==(const Not&) const;
};

/// In normal form: no And directly in And, no Or in Or, no Not in Not; Nothing only as the root; and in
/// OneValue two or more words, phrases, literals, windows or Nears, all of its field.
struct Node {
  std::variant<Everything, Nothing, Word, Phrase, Literal, Window, Near, Value, Dated, OneValue, And, Or, Not>
      is;
  bool operator==(const Node&) const = default;
};

inline bool OneValue::operator==(const OneValue& other) const {
  return field == other.field && child == other.child;
}
inline bool Near::operator==(const Near& other) const {
  return field == other.field && unit == other.unit && distance == other.distance &&
         ordered == other.ordered && sides == other.sides;
}
inline bool And::operator==(const And& other) const { return children == other.children; }
inline bool Or::operator==(const Or& other) const { return children == other.children; }
inline bool Not::operator==(const Not& other) const { return child == other.child; }

/// What a visitor of the tree is made of: `std::visit(overloaded{[](const Word&) {…}, …}, node.is)`.
template <class... Ts>
struct overloaded : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
overloaded(Ts...) -> overloaded<Ts...>;

}  // namespace morgue
