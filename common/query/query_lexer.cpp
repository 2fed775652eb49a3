// SPDX-License-Identifier: GPL-3.0-or-later
// The lexer: one sign decides what begins here. Knows nothing of what binds tighter.
#include "common/query/query_lexer.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "common/query/literal_text.h"
#include "common/query/query_chunks.h"
#include "common/query/query_marks.h"
#include "common/query/query_operators.h"
#include "common/query/query_signs.h"
#include "common/text/fold.h"

namespace morgue {
namespace {

/// The letters before a colon at the start of a chunk, "" if there are none.
std::string_view name_before_colon(std::string_view chunk) {
  const auto colon = chunk.find(':');
  const auto name = chunk.substr(0, colon);
  if (colon == std::string_view::npos) return "";
  return std::ranges::all_of(name, [](unsigned char c) { return std::isalpha(c); }) ? name : "";
}

LexemeKind kind_of(Operator op) {
  switch (op) {
    case Operator::op_and: return LexemeKind::op_and;
    case Operator::op_or: return LexemeKind::op_or;
    case Operator::op_not: return LexemeKind::op_not;
    case Operator::near: return LexemeKind::op_near;
  }
  return LexemeKind::op_and;
}

class Lexer {
 public:
  Lexer(std::string_view text, Lexicon& lexicon, Remarks& remarks)
      : text_(text), cursor_(text_), lexicon_(lexicon), remarks_(remarks) {}

  std::vector<Lexeme> read() {
    while (!cursor_.at_end()) {
      if (cursor_.at_space()) cursor_.take();
      else read_lexeme();
    }
    close_what_is_open();
    note_operators_in_small_letters();
    return std::move(lexemes_);
  }

 private:
  void read_lexeme() {
    if (cursor_.peek() == U'(') return open_bracket();
    if (cursor_.peek() == U')') return close_bracket();
    if (cursor_.starts_with("&&")) return read_operator_sign(LexemeKind::op_and, 2);
    if (cursor_.peek() == U'|')
      return read_operator_sign(LexemeKind::op_or, cursor_.starts_with("||") ? 2 : 1);
    if (at_prefix(U'-')) return read_operator_sign(LexemeKind::minus, 1);
    if (at_prefix(U'+')) return read_operator_sign(LexemeKind::plus, 1);
    if (literal_mark_length() > 0) return read_literal();
    if (cursor_.at_opening_quote()) return read_quotation();
    if (const auto name = field_here()) return read_field(*name);
    read_chunk();
  }

  void push(LexemeKind kind, std::size_t begin) {
    lexemes_.push_back({.kind = kind, .begin = begin, .end = cursor_.at()});
  }

  void read_operator_sign(LexemeKind kind, std::size_t bytes) {
    const std::size_t begin = cursor_.at();
    cursor_.move_to(begin + bytes);
    push(kind, begin);
  }

  // Brackets

  void open_bracket() {
    const std::size_t begin = cursor_.at();
    cursor_.take();
    if (open_.size() == deepest_bracket) return drop_bracket(begin);
    open_.push_back(begin);
    push(LexemeKind::open, begin);
  }

  void drop_bracket(std::size_t begin) {
    if (too_deep_ == 0)
      remarks_.repair("unbalanced_paren",
                      "brackets more than " + std::to_string(deepest_bracket) +
                          " deep are left out; what is in them is searched",
                      begin, begin + 1);
    ++too_deep_;
  }

  void close_bracket() {
    const std::size_t begin = cursor_.at();
    cursor_.take();
    if (too_deep_ > 0) {
      --too_deep_;
    } else if (open_.empty()) {
      remarks_.repair("unbalanced_paren", "this ) closes nothing and is left out", begin, cursor_.at());
    } else {
      open_.pop_back();
      push(LexemeKind::close, begin);
      drop_marks_behind();
    }
  }

  void close_what_is_open() {
    for (const auto begin : open_) {
      remarks_.repair("unbalanced_paren", "this ( is never closed; it is closed at the end", begin,
                      begin + 1);
      push(LexemeKind::close, cursor_.at());
    }
  }

  // Prefixes

  bool is_prefixed(std::size_t begin) const {
    if (lexemes_.empty() || lexemes_.back().end != begin) return false;
    const auto kind = lexemes_.back().kind;
    return kind == LexemeKind::minus || kind == LexemeKind::plus || kind == LexemeKind::field;
  }

  /// - and + count only after space, start, ( or : and directly before an operand.
  bool at_prefix(char32_t sign) const {
    if (cursor_.peek() != sign) return false;
    Cursor next = cursor_;
    next.take();
    if (next.at_end() || next.at_space() || is_one_of(U")|-+", next.peek()) || next.starts_with("&&"))
      return false;
    return cursor_.at() == 0 || cursor_.is_after_space() || cursor_.before() == U'(' ||
           cursor_.before() == U':';
  }

  // Literals

  /// The bytes of = or exact: before a quotation.
  std::size_t literal_mark_length() const {
    for (const std::string_view mark : {"=", "exact:"}) {
      if (fold(text_.substr(cursor_.at(), mark.size())) != mark) continue;
      Cursor next = cursor_;
      next.move_to(cursor_.at() + mark.size());
      if (next.at_opening_quote()) return mark.size();
    }
    return 0;
  }

  void read_literal() {
    const std::size_t begin = cursor_.at();
    cursor_.move_to(begin + literal_mark_length());
    auto text = to_text(quotation());
    drop_marks_behind();
    if (literal_text(text).empty()) return drop_prefixes_of_nothing(begin);
    push(LexemeKind::literal, begin);
    lexemes_.back().text = std::move(text);
  }

  // Marks behind a quotation or a bracket

  /// ~5 there, if its number is the first of them; what else stands there is dropped.
  std::optional<std::size_t> slack_behind() {
    Cursor next = cursor_;
    if (next.peek() != U'~') return std::nullopt;
    next.take();
    const std::size_t begin = next.at();
    while (is_digit(next.peek())) next.take();
    const auto slack = number_of(std::string(text_.substr(begin, next.at() - begin)), largest_number + 1);
    if (slack > largest_number || next.peek() == U'.') return std::nullopt;
    cursor_ = next;
    return slack;
  }

  void drop_marks_behind() {
    const std::size_t begin = cursor_.at();
    while (cursor_.peek() == U'~' || cursor_.peek() == U'^') {
      cursor_.take();
      while (is_digit(cursor_.peek()) || cursor_.peek() == U'.') cursor_.take();
    }
    if (cursor_.at() > begin)
      remarks_.repair("dropped_mark", "searched without this mark", begin, cursor_.at());
  }

  // Quotations

  Signs quotation() {
    const std::size_t begin = cursor_.at();
    auto taken = take_quotation(cursor_);
    if (!taken.closed)
      remarks_.repair("unbalanced_quote", "this quotation is never closed; it goes on to the end", begin,
                      cursor_.at());
    return std::move(taken.signs);
  }

  void read_quotation() {
    const std::size_t begin = cursor_.at();
    const auto marked = marked_quotation(quotation());
    auto words = terms_of_quotation(marked, lexicon_);
    const bool is_window = words.terms.size() > 1;
    const auto slack = is_window ? slack_behind() : std::nullopt;
    drop_marks_behind();
    if (slack) drop_any_words(words);
    const bool has_words = !words.terms.empty();
    push_words(marked, std::move(words), begin, true);
    if (has_words) lexemes_.back().slack = slack;
  }

  /// In a window any word may stand anywhere.
  static void drop_any_words(MarkedTerms& words) {
    const auto dropped =
        std::erase_if(words.terms, [](const Term& term) { return term.kind == TermKind::any; });
    if (dropped > 0)
      words.repairs.push_back({"dropped_mark", "searched without *: other words may stand between these"});
  }

  // Chunks

  void read_chunk() {
    const std::size_t begin = cursor_.at();
    auto signs = take_chunk(cursor_);
    const auto written = text_.substr(begin, cursor_.at() - begin);
    if (written == "*:*") return push(LexemeKind::everything, begin);
    if (!is_prefixed(begin)) {
      if (const auto op = operator_named(written)) return read_operator(*op, written, begin);
      if (!operator_in_small_letters(written).empty()) small_operators_.emplace_back(begin, cursor_.at());
    }
    const bool has_quotation = written.ends_with(':') && cursor_.at_opening_quote();
    if (has_quotation) {  // x:"a b" of an unknown x is the phrase x a b
      const auto rest = quotation();
      signs.insert(signs.end(), rest.begin(), rest.end());
      drop_marks_behind();
    }
    suggest_field(begin);
    const auto marked = has_quotation ? marked_quotation(signs) : marked_chunk(signs);
    push_words(marked,
               has_quotation ? terms_of_quotation(marked, lexicon_) : terms_of_chunk(marked, lexicon_), begin,
               false);
  }

  void read_operator(Operator op, std::string_view written, std::size_t begin) {
    push(kind_of(op), begin);
    lexemes_.back().distance = distance_named(written);
  }

  void suggest_field(std::size_t begin) {
    const auto name = name_before_colon(text_.substr(begin, cursor_.at() - begin));
    const std::size_t colon = begin + name.size();
    const bool has_value = colon + 1 < cursor_.at() || cursor_.peek() == U'(';
    if (name.empty() || !has_value) return;
    const auto near = nearest_field_name(name);
    if (near.empty()) return;
    remarks_.repair("unknown_field",
                    "there is no field " + std::string(name) +
                        ", so its name is searched as a word; did you mean " + near + ":?",
                    begin, colon + 1, near + ":");
  }

  void push_words(const MarkedText& marked, MarkedTerms words, std::size_t begin, bool quoted) {
    if (!marked.dropped.empty())
      remarks_.repair("dropped_mark", "searched without " + marked.dropped, begin, cursor_.at());
    if (words.terms.empty()) {
      for (const auto& [code, message] : words.repairs) remarks_.repair(code, message, begin, cursor_.at());
      return drop_prefixes_of_nothing(begin);
    }
    push(LexemeKind::words, begin);
    auto& lexeme = lexemes_.back();
    lexeme.text = marked.value;
    lexeme.has_star = marked.has_star;
    lexeme.terms = std::move(words.terms);
    lexeme.repairs = std::move(words.repairs);
    lexeme.quoted = quoted;
  }

  /// A dash before nothing is nothing; a field before nothing has no value.
  void drop_prefixes_of_nothing(std::size_t begin) {
    while (is_prefixed(begin)) {
      const auto prefix = std::move(lexemes_.back());
      lexemes_.pop_back();
      begin = prefix.begin;
      if (prefix.kind == LexemeKind::field) search_field_name(prefix.begin, prefix.end);
    }
  }

  // Fields

  std::optional<FieldName> field_here() const {
    const auto rest = text_.substr(cursor_.at());
    const auto name = name_before_colon(rest.substr(0, std::min<std::size_t>(rest.size(), 32)));
    return name.empty() ? std::nullopt : field_named(name);
  }

  void read_field(const FieldName& name) {
    const std::size_t begin = cursor_.at();
    cursor_.move_to(text_.find(':', begin) + 1);
    const bool opens_group = cursor_.peek() == U'(';
    if (!opens_group && at_end_of_chunk(cursor_) && !cursor_.at_opening_quote())
      return search_field_name(begin, cursor_.at());
    const bool of_words = name.kind == FieldKind::text || name.kind == FieldKind::words_of_one_value;
    const bool prefixed = name.kind != FieldKind::exact && (at_prefix(U'-') || at_prefix(U'+'));
    if (!of_words && !opens_group && !prefixed) return read_value(name, begin);
    push(LexemeKind::field, begin);
    lexemes_.back().field = name;
  }

  void search_field_name(std::size_t begin, std::size_t end) {
    const auto name = text_.substr(begin, end - begin - 1);
    remarks_.repair("field_without_value",
                    "nothing stands directly after " + std::string(name) + ":, so it is searched as a word",
                    begin, end);
    const MarkedText plain{.text = std::string(name), .value = std::string(name)};
    push_words(plain, terms_of_chunk(plain, lexicon_), begin, false);
  }

  Signs take_value(FieldKind kind) {
    if (kind == FieldKind::exact) return take_exact_value(cursor_);
    return kind == FieldKind::date ? take_date(cursor_) : take_chunk(cursor_);
  }

  void read_value(const FieldName& name, std::size_t begin) {
    const std::size_t value_begin = cursor_.at();
    drop_literal_mark();
    const bool is_quoted = cursor_.at_opening_quote();
    const auto signs = is_quoted ? quotation() : take_value(name.kind);
    if (is_quoted) drop_marks_behind();
    auto text = to_text(signs);
    if (fold_value(text).empty()) return search_field_name(begin, value_begin);
    push(LexemeKind::value, begin);
    lexemes_.back().text = std::move(text);
    lexemes_.back().has_star = std::ranges::count(signs, Sign{U'*', false}) > 0;
    lexemes_.back().field = name;
  }

  void drop_literal_mark() {
    const std::size_t begin = cursor_.at();
    const auto length = literal_mark_length();
    if (length == 0) return;
    cursor_.move_to(begin + length);
    remarks_.repair("dropped_mark", "a whole value is compared without this mark", begin, cursor_.at());
  }

  // What is noticed in the whole

  void note_operators_in_small_letters() {
    const auto is_structure = [](const Lexeme& lexeme) {
      return lexeme.kind != LexemeKind::words && lexeme.kind != LexemeKind::everything;
    };
    if (std::ranges::none_of(lexemes_, is_structure)) return;
    for (const auto& [begin, end] : small_operators_) {
      const auto word = text_.substr(begin, end - begin);
      const auto capitals = operator_in_small_letters(word);
      remarks_.notice("lowercase_operator",
                      std::string(word) + " is searched as a word; the operator is " + capitals, begin, end,
                      capitals);
    }
  }

  std::string_view text_;
  Cursor cursor_;
  Lexicon& lexicon_;
  Remarks& remarks_;
  std::vector<Lexeme> lexemes_;
  std::vector<std::size_t> open_;  // where each open bracket stands
  std::size_t too_deep_ = 0;
  std::vector<std::pair<std::size_t, std::size_t>> small_operators_;
};

}  // namespace

std::vector<Lexeme> lex(std::string_view text, Lexicon& lexicon, Remarks& remarks) {
  return Lexer(text, lexicon, remarks).read();
}

}  // namespace morgue
