// SPDX-License-Identifier: GPL-3.0-or-later
// A tree as text in the canonical notation: the parser's mirror. Knows nothing of what was typed.
#include "common/query/query_text.h"

#include <algorithm>
#include <string_view>

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

std::string quoted(std::string_view text) {
  return std::string("\"").append(escaped(text, U"\\*?")).append("\"");
}

bool needs_no_quotes(std::string_view value) {
  bool is_plain = !value.empty();
  for (Cursor cursor(value); !cursor.at_end(); cursor.take()) {
    const bool is_inner = cursor.at() > 0 && is_one_of(U"-_./:@", cursor.peek());
    is_plain = is_plain && (is_letter(cursor.peek()) || is_digit(cursor.peek()) || is_inner);
  }
  return is_plain;
}

std::string phrase_text(const std::vector<Term>& terms) {
  std::string text;
  for (const auto& term : terms) {
    if (!text.empty()) text += ' ';
    text += term.text;
  }
  return quoted(text);
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
  std::string text(const Word& word) { return before(word.field) + escaped(word.term.text, U"\\()|*?~^: "); }
  std::string text(const Phrase& phrase) { return before(phrase.field) + phrase_text(phrase.terms); }
  std::string text(const Dated& dated) { return before(dated.field) + date_text(dated.span); }
  std::string text(const Value& value) {
    return before(value.field) + (needs_no_quotes(value.written) ? value.written : quoted(value.written));
  }
  std::string text(const OneValue& one) {
    const std::string name = before(one.field);
    one_value_ = one.field;
    const std::string inside = in_brackets(one.child.front());
    one_value_ = Field::any;
    return name + inside;
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
    const bool joins = std::holds_alternative<And>(child.is) || std::holds_alternative<Or>(child.is);
    return "NOT " + (joins ? in_brackets(child) : text(child));
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

  std::string in_brackets(const Node& node) {
    deepest_ = std::max(deepest_, ++depth_);
    std::string inside = "(";
    inside.append(text(node)).append(")");
    --depth_;
    return inside;
  }

  /// The field's name and colon; none for any field, or inside the one value that has named it.
  std::string before(Field field) const {
    return field == Field::any || field == one_value_ ? "" : std::string(info(field).name) + ":";
  }

  Field one_value_ = Field::any;
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
