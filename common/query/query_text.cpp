// SPDX-License-Identifier: GPL-3.0-or-later
// A tree as text in the canonical notation: the parser's mirror. Knows nothing of what was typed.
#include "common/query/query_text.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/query/query_dates.h"
#include "common/query/query_lexer.h"
#include "common/query/query_signs.h"

namespace morgue {
namespace {

constexpr std::string_view nothing = "\"\"";

/// With a backslash before each sign that would mean something in a chunk.
std::string escaped(std::string_view text, std::u32string_view signs) {
  std::string result;
  for (Cursor cursor(text); !cursor.at_end();) {
    const std::size_t begin = cursor.at();
    const char32_t sign = cursor.take();
    if (is_double_quote(sign) || is_one_of(signs, sign)) result += '\\';
    result += text.substr(begin, cursor.at() - begin);
  }
  return result;
}

constexpr std::u32string_view all_marks = U"\\*?~";

std::string in_quotes(std::string_view text, std::u32string_view marks = all_marks) {
  return std::string("\"").append(escaped(text, marks)).append("\"");
}

bool needs_no_quotes(std::string_view value, bool has_stars) {
  bool is_plain = !value.empty();
  for (Cursor cursor(value); !cursor.at_end(); cursor.take()) {
    const bool is_inner = cursor.at() > 0 && is_one_of(U"-_./:@", cursor.peek());
    is_plain = is_plain && (is_letter(cursor.peek()) || is_digit(cursor.peek()) || is_inner ||
                            (has_stars && cursor.peek() == U'*'));
  }
  return is_plain;
}

/// Without quotes; a plain term with these signs escaped.
std::string term_text(const Term& term, std::u32string_view signs) {
  switch (term.kind) {
    case TermKind::plain: return escaped(term.text, signs);
    case TermKind::fuzzy: return term.text + "~" + std::to_string(term.edits);
    default: return term.text;
  }
}

std::string phrase_text(const std::vector<Term>& terms) {
  std::string text;
  for (const auto& term : terms) {
    if (!text.empty()) text += ' ';
    text += term_text(term, all_marks);
  }
  return "\"" + text + "\"";
}

std::string operator_text(const Near& near) {
  switch (near.unit) {
    case NearUnit::sentence: return "w/s";
    case NearUnit::paragraph: return "w/p";
    default: return (near.ordered ? "ADJ/" : "NEAR/") + std::to_string(near.distance);
  }
}

class Writer {
 public:
  /// `for_the_eye`: with the brackets too that show only what binds tighter anyway.
  explicit Writer(bool for_the_eye) : for_the_eye_(for_the_eye) {}

  /// How many brackets stood within one another in what was written.
  std::size_t deepest() const { return deepest_; }

  std::string text(const Node& node) {
    return std::visit([this](const auto& is) { return text(is); }, node.is);
  }

 private:
  std::string text(const Everything&) { return "*:*"; }
  std::string text(const Nothing&) { return std::string(nothing); }
  std::string text(const Word& word) { return before(word.field) + term_text(word.term, U"\\()|*?~^: "); }
  std::string text(const Phrase& phrase) { return before(phrase.field) + phrase_text(phrase.terms); }
  std::string text(const Literal& literal) { return before(literal.field) + "=" + in_quotes(literal.text); }
  std::string text(const Window& window) {
    return before(window.field) + phrase_text(window.terms) + "~" + std::to_string(window.slack);
  }
  std::string text(const Dated& dated) {
    return before(dated.field) + (dated.since ? since_text(*dated.since) : date_text(dated.span));
  }
  std::string text(const Value& value) {
    const bool is_plain = needs_no_quotes(value.written, value.pattern);
    const auto marks = value.pattern ? U"\\" : all_marks;
    return before(value.field) + (is_plain ? value.written : in_quotes(value.written, marks));
  }
  std::string text(const OneValue& one) { return grouped(one.field, one.child.front()); }

  /// A Near of a field names it once, around itself.
  std::string text(const Near& near) {
    if (!before(near.field).empty()) return grouped(near.field, near);
    return side_text(near.sides[0]) + " " + operator_text(near) + " " + side_text(near.sides[1]);
  }
  std::string side_text(const Node& side) {
    return std::holds_alternative<Or>(side.is) ? in_brackets(side) : text(side);
  }

  template <class Inside>
  std::string grouped(Field field, const Inside& inside) {
    const std::string name = before(field);
    const Field around = std::exchange(around_, field);
    std::string group = name + in_brackets(inside);
    around_ = around;
    return group;
  }

  std::string text(const And& both) {
    return listed(both.children, " AND ",
                  [](const Node& child) { return std::holds_alternative<Or>(child.is); });
  }
  std::string text(const Or& either) {
    return listed(either.children, " OR ", [this](const Node& child) {
      return for_the_eye_ && std::holds_alternative<And>(child.is);
    });
  }
  std::string text(const Not& without) {
    const auto& child = without.child.front();
    const bool joins = std::holds_alternative<And>(child.is) || std::holds_alternative<Or>(child.is) ||
                       (for_the_eye_ && is_bare_near(child));
    return "NOT " + (joins ? in_brackets(child) : text(child));
  }

  bool is_bare_near(const Node& node) const {
    const auto* near = std::get_if<Near>(&node.is);
    return near && before(near->field).empty();
  }

  template <class NeedsBrackets>
  std::string listed(const std::vector<Node>& children, std::string_view between,
                     NeedsBrackets needs_brackets) {
    std::string list;
    for (const auto& child : children) {
      if (!list.empty()) list += between;
      list += needs_brackets(child) ? in_brackets(child) : text(child);
    }
    return list;
  }

  template <class Inside>
  std::string in_brackets(const Inside& inner) {
    deepest_ = std::max(deepest_, ++depth_);
    std::string inside = "(";
    inside.append(text(inner)).append(")");
    --depth_;
    return inside;
  }

  /// The field's name and colon; none for any field, or inside the group that has named it.
  std::string before(Field field) const {
    return field == Field::any || field == around_ ? "" : std::string(info(field).name) + ":";
  }

  Field around_ = Field::any;
  bool for_the_eye_;
  std::size_t depth_ = 0;
  std::size_t deepest_ = 0;
};

}  // namespace

std::string query_text(const Node& node) {
  Writer clear(true);
  auto text = clear.text(node);
  return clear.deepest() <= deepest_bracket ? text : Writer(false).text(node);
}

}  // namespace morgue
