// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of a query: what was asked, with nothing left to guess. Knows nothing of its text's notation or of
// Xapian.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/article/fields.h"
#include "common/timestamp.h"

namespace morgue {

/// One word as written, with every form under which it is found. A part is a place in the text: its form and,
/// after l' d' qu' …, the elided rest; a compound has several parts at consecutive positions and its joined
/// forms.
struct Term {
  std::string text;  // folded, in canonical writing: "lavrov", "f-16", "l'elysee"
  std::vector<std::vector<std::string>> parts;
  std::vector<std::string> joined;
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

/// A field's whole value, as compared_value gives it. `written` is the value for people to read.
struct Value {
  Field field;
  std::string value;
  std::string written;
  bool operator==(const Value&) const = default;
};

/// The field's day lies in the span; without a span: the article has no date.
struct Dated {
  Field field = Field::date;
  std::optional<DaySpan> span;
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
/// OneValue two or more words or phrases, all of its field.
struct Node {
  std::variant<Everything, Nothing, Word, Phrase, Value, Dated, OneValue, And, Or, Not> is;
  bool operator==(const Node&) const = default;
};

inline bool OneValue::operator==(const OneValue& other) const {
  return field == other.field && child == other.child;
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
