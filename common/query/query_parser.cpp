// SPDX-License-Identifier: GPL-3.0-or-later
// The query parser: one function for each level of binding, loosest first. Knows nothing of signs and quotes.
#include "common/query/query_parser.h"

#include <optional>
#include <utility>

#include "common/article/analysed_article.h"
#include "common/query/literal_text.h"
#include "common/query/query_dates.h"
#include "common/query/query_items.h"
#include "common/query/query_lexer.h"
#include "common/query/query_nodes.h"
#include "common/query/query_remarks.h"
#include "common/query/query_terms.h"
#include "common/query/query_text.h"
#include "common/query/query_words.h"
#include "common/text/fold.h"

namespace morgue {
namespace {

class Parser {
 public:
  Parser(std::vector<Lexeme> lexemes, const ParseOptions& options, Lexicon& lexicon, Remarks& remarks)
      : lexemes_(std::move(lexemes)), options_(options), lexicon_(lexicon), remarks_(remarks) {}

  /// nullopt: nothing to search.
  std::optional<Node> parse() { return alternation(nullptr); }

 private:
  bool at_end() const { return next_ == lexemes_.size(); }
  bool at(LexemeKind kind) const { return !at_end() && lexemes_[next_].kind == kind; }
  bool at_operator() const {
    return at(LexemeKind::op_and) || at(LexemeKind::op_or) || at(LexemeKind::op_near);
  }
  bool at_prefix() const { return at(LexemeKind::op_not) || at(LexemeKind::minus) || at(LexemeKind::plus); }
  bool at_operand() const { return !at_end() && !at(LexemeKind::close) && !at_operator(); }
  const Lexeme& take() { return lexemes_[next_++]; }

  void dangling(const Lexeme& lexeme) {
    remarks_.repair("dangling_operator", "this operator has nothing to work on and is left out", lexeme.begin,
                    lexeme.end);
  }

  // (5) OR, (4) AND
  //

  std::optional<Node> alternation(const FieldName* field) {
    const auto items = read_items(field);
    if (items.empty()) return std::nullopt;
    note_mixture(items);
    return combined(items, options_.match_any);
  }

  Items read_items(const FieldName* field) {
    Items items;
    const Lexeme* pending = nullptr;
    while (!at_end() && !at(LexemeKind::close)) {
      if (at_operator()) {
        const auto& lexeme = take();
        if (items.empty() || pending) dangling(lexeme);
        else pending = &lexeme;
        continue;
      }
      if (auto item = prefixed(field)) {
        item->join = join_of(pending);
        items.push_back(std::move(*item));
      } else if (pending) {
        dangling(*pending);
      }
      pending = nullptr;
    }
    if (pending) dangling(*pending);
    return items;
  }

  static Join join_of(const Lexeme* written) {
    if (!written) return Join::side;
    return written->kind == LexemeKind::op_or ? Join::written_or : Join::written_and;
  }

  void note_mixture(const Items& items) {
    const auto mixture = mixture_of(items, options_.match_any);
    if (!mixture) return;
    const auto read = query_text(mixture->and_first), other = query_text(mixture->or_first);
    constexpr std::size_t longest_shown = 500;  // nested mixtures would repeat each other without end
    const bool is_shown = read.size() <= longest_shown && other.size() <= longest_shown;
    remarks_.notice("mixed_and_or",
                    is_shown ? "read as " + read + "; with brackets it can also be " + other
                             : "AND binds tighter than OR here; brackets can say otherwise",
                    items.front().begin, items.back().end, is_shown ? other : "");
  }

  // (3) - NOT +
  //

  std::optional<Item> prefixed(const FieldName* field) {
    Item item{.node = {}, .begin = lexemes_[next_].begin};
    if (!take_prefixes(item)) return std::nullopt;
    auto node = nearness(field);
    if (!node) return std::nullopt;
    item.node = item.excluded ? none_of(std::move(*node)) : std::move(*node);
    item.end = lexemes_[next_ - 1].end;
    return item;
  }

  /// False: no operand follows.
  bool take_prefixes(Item& item) {
    const Lexeme* last = nullptr;
    while (at_prefix()) {
      last = &take();
      if (last->kind == LexemeKind::plus) item.required = true;
      else item.excluded = !item.excluded;
    }
    if (!at_operand() && last) dangling(*last);
    return at_operand();
  }

  // (2) NEAR ADJ w/n, left to right
  //

  std::optional<Node> nearness(const FieldName* field) {
    auto left = operand(field);
    while (left && at(LexemeKind::op_near) && operand_follows()) {
      const auto& lexeme = take();
      Item side;
      auto right = take_prefixes(side) ? operand(field) : std::nullopt;
      if (!right) {
        dangling(lexeme);
        continue;
      }
      if (side.excluded) right = none_of(std::move(*right));
      left = near_or_and(lexeme, std::move(*left), std::move(*right));
    }
    return left;
  }

  Node near_or_and(const Lexeme& lexeme, Node left, Node right) {
    const auto& [unit, words, ordered] = *lexeme.distance;
    if (auto near = near_of(left, right, {.unit = unit, .distance = words, .ordered = ordered, .sides = {}}))
      return std::move(*near);
    remarks_.repair(
        "near_side",
        "searched as AND, at any distance: a side can be a word, a phrase or an OR of these, both "
        "in the same field",
        lexeme.begin, lexeme.end);
    return all_of({std::move(left), std::move(right)});
  }

  bool operand_follows() {
    ++next_;
    const bool follows = at_operand();
    --next_;
    return follows;
  }

  // (1) words, quotations, brackets, fields
  //

  std::optional<Node> operand(const FieldName* field) {
    const auto& lexeme = take();
    switch (lexeme.kind) {
      case LexemeKind::words:
      case LexemeKind::literal: return leaf(lexeme, field);
      case LexemeKind::everything: return Node{Everything{}};
      case LexemeKind::open: return group(lexeme, field);
      case LexemeKind::value: note_nested(lexeme, field); return whole_value(lexeme, *lexeme.field);
      case LexemeKind::field: return in_field(lexeme, field);
      default: return std::nullopt;
    }
  }

  std::optional<Node> group(const Lexeme& open, const FieldName* field) {
    auto inside = alternation(field);
    const auto& close = take();
    if (!inside)
      remarks_.repair("empty_group", "these brackets are empty and are left out", open.begin, close.end);
    return inside;
  }

  /// title:(…), title:-x, title:body:x: the innermost field holds.
  std::optional<Node> in_field(const Lexeme& outermost, const FieldName* around) {
    const Lexeme* field = &outermost;
    note_nested(*field, around);
    bool excluded = false;
    while (at(LexemeKind::field) || at(LexemeKind::minus) || at(LexemeKind::plus)) {
      const auto& lexeme = take();
      if (lexeme.kind == LexemeKind::minus) excluded = !excluded;
      if (lexeme.kind != LexemeKind::field) continue;
      note_nested(lexeme, &*field->field);
      field = &lexeme;
    }
    if (!at_operand()) return std::nullopt;
    const auto& name = *field->field;
    auto node = operand(&name);
    if (node && name.kind == FieldKind::words_of_one_value) node = in_one_value(std::move(*node), name.field);
    return node && excluded ? none_of(std::move(*node)) : node;
  }

  void note_nested(const Lexeme& inner, const FieldName* around) {
    if (!around || *around == *inner.field) return;
    remarks_.notice("nested_field",
                    std::string(inner.field->name) + ": holds here, not " + std::string(around->name) + ":",
                    inner.begin, inner.end);
  }

  // Leaves
  //

  Node leaf(const Lexeme& lexeme, const FieldName* field) {
    const bool of_words =
        !field || field->kind == FieldKind::text || field->kind == FieldKind::words_of_one_value;
    return of_words ? words(lexeme, field ? field->field : Field::any) : whole_value(lexeme, *field);
  }

  Node words(const Lexeme& lexeme, Field field) {
    if (lexeme.kind == LexemeKind::literal) return {Literal{field, literal_text(lexeme.text)}};
    for (const auto& [code, message] : lexeme.repairs)
      remarks_.repair(code, message, lexeme.begin, lexeme.end);
    if (lexeme.slack) return {Window{field, lexeme.terms, *lexeme.slack}};
    if (lexeme.quoted || lexeme.terms.size() > 1) return {Phrase{field, lexeme.terms}};
    if (field == Field::any || info(field).kind == FieldKind::text) note_acronym(lexeme);
    return {Word{field, lexeme.terms.front()}};
  }

  void note_acronym(const Lexeme& lexeme) {
    const auto acronym = acronym_like_a_word(lexeme.text);
    if (!acronym) return;
    remarks_.notice("acronym", lexeme.text + " also finds the word " + acronym->word, lexeme.begin,
                    lexeme.end, acronym->literally);
  }

  Node whole_value(const Lexeme& lexeme, const FieldName& name) {
    if (name.kind == FieldKind::date) return dated(lexeme, name);
    auto compared = compared_value(name.field, lexeme.text);
    if (name.kind == FieldKind::exact) return {Value{name.field, std::move(compared), lexeme.text}};
    return {Value{name.field, std::move(compared), without_outer_space(lexeme.text), lexeme.has_star}};
  }

  Node dated(const Lexeme& lexeme, const FieldName& name) {
    const auto reading = read_date(name, lexeme.text, options_.today, options_.now);
    if (!reading) return words_of_bad_date(lexeme, name);
    Node node{Dated{name.field, reading->span, reading->since}};
    if (reading->turned_round)
      remarks_.repair("reversed_range", "the later date stands first; read as " + query_text(node),
                      lexeme.begin, lexeme.end, query_text(node));
    return node;
  }

  Node words_of_bad_date(const Lexeme& lexeme, const FieldName& name) {
    const std::string example =
        name.asks == Asks::last ? "last:7d" : "date:2021-07-15 or date:2021-03..2021-06";
    remarks_.repair("bad_date",
                    lexeme.text + " is not a date, so it is searched as words; write for instance " + example,
                    lexeme.begin, lexeme.end);
    Lexeme as_words{.kind = LexemeKind::words, .begin = lexeme.begin, .end = lexeme.end};
    as_words.terms = terms_of(std::string(name.name) + " " + lexeme.text, lexicon_);
    return words(as_words, Field::any);
  }

  std::vector<Lexeme> lexemes_;
  const ParseOptions& options_;
  Lexicon& lexicon_;
  Remarks& remarks_;
  std::size_t next_ = 0;
};

bool is_blank(const std::string& text) { return fold_value(text).empty(); }

}  // namespace

ParsedQuery parse_query(std::string_view given, const ParseOptions& options) {
  const std::string text = valid_utf8(given);
  if (is_blank(text)) return {};
  Lexicon lexicon;
  Remarks remarks(text);
  const auto kept = text.substr(0, end_of_words_taken(text, lexicon));
  if (kept.size() < text.size())
    remarks.repair("too_long", "only the text before is searched: at most 256 words and 4 KiB are taken",
                   kept.size(), text.size());
  auto tree = Parser(lex(kept, lexicon, remarks), options, lexicon, remarks).parse();
  if (!tree) remarks.repair("nothing_to_search", "there is no word here to search for", 0, text.size());
  return {tree ? std::move(*tree) : Node{Nothing{}}, remarks.in_order()};
}

}  // namespace morgue
