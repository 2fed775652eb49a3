// SPDX-License-Identifier: GPL-3.0-or-later
// The lexer: a query's text as words, values, operators, fields and brackets, with what was repaired on the
// way. Knows nothing of what binds tighter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/query/marked_terms.h"
#include "common/query/query.h"
#include "common/query/query_fields.h"
#include "common/query/query_operators.h"
#include "common/query/query_remarks.h"
#include "common/text/lexicon.h"

namespace morgue {

enum class LexemeKind : std::uint8_t {
  words,       // a chunk or a quotation with at least one word in it
  literal,     // ="…" with at least one word in it
  value,       // what stands directly after a field that takes a whole value or a date, and that field
  everything,  // *:*
  field,       // a name with its colon; what it applies to follows
  open,
  close,
  plus,
  minus,
  op_not,
  op_and,
  op_or,
  op_near,
};

struct Lexeme {
  LexemeKind kind = LexemeKind::words;
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  std::string text = {};  // words, literal, value: without quotes and escapes, with the * of a whole value
  bool has_star = false;  // in the text, unescaped
  std::vector<Term> terms = {};           // words
  std::vector<TermRepair> repairs = {};   // of the words, if they are searched as words
  std::optional<std::size_t> slack = {};  // of words: the number of "a b"~5
  bool quoted = false;
  std::optional<FieldName> field = {};    // field, value
  std::optional<Distance> distance = {};  // op_near
};

/// How many brackets may stand within one another; deeper ones are dropped.
inline constexpr std::size_t deepest_bracket = 100;

/// Brackets are balanced, each words lexeme has a word. The text is valid UTF-8.
std::vector<Lexeme> lex(std::string_view text, Lexicon&, Remarks&);

}  // namespace morgue
