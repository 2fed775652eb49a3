// SPDX-License-Identifier: GPL-3.0-or-later
// How a chunk or quotation with its marks becomes terms. Knows nothing of operators or fields.
#include "common/query/marked_terms.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/query/query_signs.h"
#include "common/query/query_terms.h"
#include "common/text/tokenizer.h"

namespace morgue {
namespace {

constexpr std::size_t fewest_wildcard_letters = 2;

std::size_t letters_in(std::string_view text) {
  std::size_t letters = 0;
  for (Cursor cursor(text); !cursor.at_end(); cursor.take())
    if (is_letter(cursor.peek()) || is_digit(cursor.peek())) ++letters;
  return letters;
}

std::size_t code_points_in(std::string_view text) {
  std::size_t count = 0;
  for (Cursor cursor(text); !cursor.at_end(); cursor.take()) ++count;
  return count;
}

/// How many letters may be wrong in a word, 1 or 2, and why not as many as was asked; 0: none.
struct Edits {
  unsigned allowed = 0;
  std::string why = {};
};
Edits edits_for(std::string_view form, const std::string& number) {
  constexpr std::size_t too_short = 2, short_word = 4, longest_for_one = 5, most = 2;
  const auto length = code_points_in(form);
  if (length <= too_short) return {0, "a word of one or two letters is searched as it is"};
  const std::size_t usual = length <= longest_for_one ? 1 : most;
  const std::size_t asked = number_of(number, 0);
  if (number.empty()) return {static_cast<unsigned>(usual)};
  if (asked == 0) return {static_cast<unsigned>(usual), "~ takes 1 or 2"};
  if (length <= short_word && asked > 1)
    return {1, "a word of three or four letters may have one letter wrong"};
  if (asked > most) return {most, "at most two letters may be wrong"};
  return {static_cast<unsigned>(asked)};
}

/// A term and the marks that apply to it.
struct MarkedTerm {
  PlacedTerm placed;
  std::vector<Mark> marks = {};
};

class Reading {
 public:
  Reading(MarkedText marked, bool quoted, Lexicon& lexicon)
      : marked_(std::move(marked)), quoted_(quoted), lexicon_(lexicon) {}

  MarkedTerms read() {
    for (auto& placed : placed_terms_of(marked_.text, lexicon_)) terms_.push_back({std::move(placed)});
    in_phrase_ = quoted_ || terms_.size() > 1;
    if (in_phrase_) take_marked_compounds_apart();
    for (const auto& mark : marked_.marks) apply(mark);
    for (auto& term : terms_) result_.terms.push_back(term_of(term));
    drop_any_at_the_ends();
    return std::move(result_);
  }

 private:
  // Where marks belong

  bool has_space(std::size_t begin, std::size_t end) const {
    const auto between = std::string_view(marked_.text).substr(begin, end - begin);
    for (Cursor cursor(between); !cursor.at_end(); cursor.take())
      if (is_white_space(cursor.peek())) return true;
    return false;
  }

  /// In a word or at its end; else at the beginning of one; else behind one, with no space between.
  std::vector<MarkedTerm>::iterator owner_of(const Mark& mark) {
    const auto within = std::ranges::find_if(terms_, [&](const MarkedTerm& term) {
      return term.placed.begin < mark.at && mark.at <= term.placed.end;
    });
    if (within != terms_.end()) return within;
    const auto next = next_after(mark);
    if (next != terms_.end() && next->placed.begin == mark.at && mark.kind != MarkKind::fuzzy) return next;
    const bool is_behind = next != terms_.begin() && !is_any(*std::prev(next)) &&
                           !has_space(std::prev(next)->placed.end, mark.at);
    return is_behind ? std::prev(next) : terms_.end();
  }

  std::vector<MarkedTerm>::iterator next_after(const Mark& mark) {
    return std::ranges::find_if(terms_, [&](const MarkedTerm& term) { return mark.at <= term.placed.begin; });
  }

  static bool is_any(const MarkedTerm& term) { return term.placed.term.kind == TermKind::any; }

  void take_marked_compounds_apart() {
    std::vector<MarkedTerm> apart;
    for (auto term = terms_.begin(); term != terms_.end(); ++term) {
      const bool is_marked =
          term->placed.term.parts.size() > 1 &&
          std::ranges::any_of(marked_.marks, [&](const Mark& mark) { return owner_of(mark) == term; });
      if (!is_marked) apart.push_back(*term);
      else add_parts(term->placed, apart);
    }
    terms_ = std::move(apart);
  }

  void add_parts(const PlacedTerm& compound, std::vector<MarkedTerm>& apart) {
    for (const auto& token : tokenize(marked_.text, lexicon_)) {
      if (token.kind != TokenKind::word || token.begin < compound.begin || token.end > compound.end) continue;
      const auto slice = std::string_view(marked_.text).substr(token.begin, token.end - token.begin);
      for (auto& part : placed_terms_of(slice, lexicon_))
        apart.push_back({{std::move(part.term), token.begin + part.begin, token.begin + part.end}});
    }
  }

  void apply(const Mark& mark) {
    const auto owner = owner_of(mark);
    if (owner != terms_.end()) owner->marks.push_back(mark);
    else if (quoted_ && mark.kind == MarkKind::any_letters) insert_any(mark);
    else drop("this mark says nothing by itself and is left out");
  }

  void insert_any(const Mark& mark) {
    Term any;
    any.text = "*";
    any.kind = TermKind::any;
    terms_.insert(next_after(mark), MarkedTerm{{std::move(any), mark.at, mark.at}, {}});
  }

  void drop_any_at_the_ends() {
    auto& terms = result_.terms;
    const auto is_word = [](const Term& term) { return term.kind != TermKind::any; };
    terms.erase(terms.begin(), std::ranges::find_if(terms, is_word));
    while (!terms.empty() && !is_word(terms.back())) terms.pop_back();
  }

  // What they make of a term

  Term term_of(MarkedTerm& marked) {
    auto& plain = marked.placed.term;
    const bool has_wildcard =
        std::ranges::any_of(marked.marks, [](const Mark& mark) { return mark.kind != MarkKind::fuzzy; });
    if (marked.marks.empty()) return std::move(plain);
    if (has_wildcard) return wildcard_of(marked);
    return fuzzy_of(marked);
  }

  /// The slice without what joins it, as one word, with the wildcards at their places.
  std::string pattern_of(const MarkedTerm& marked) const {
    const auto text = std::string_view(marked_.text);
    std::string pattern;
    std::size_t at = marked.placed.begin;
    for (const auto& mark : marked.marks) {
      if (mark.kind == MarkKind::fuzzy) continue;
      const auto to = std::min(mark.at, marked.placed.end);
      pattern += fold_word(text.substr(at, to - at));
      at = to;
      const char sign = mark.kind == MarkKind::any_letters ? '*' : '?';
      if (sign == '?' || !pattern.ends_with('*')) pattern += sign;
    }
    return pattern + fold_word(text.substr(at, marked.placed.end - at));
  }

  Term wildcard_of(MarkedTerm& marked) {
    const auto pattern = pattern_of(marked);
    if (marked.marks.back().kind == MarkKind::fuzzy) drop("searched as " + pattern + ", without its ~");
    if (letters_in(pattern) < fewest_wildcard_letters) {
      repair("wildcard_short",
             "searched as the word " + marked.placed.term.text + ": a wildcard needs at least two letters");
      return std::move(marked.placed.term);
    }
    return checked({pattern, TermKind::wildcard, {}, {}}, pattern, marked);
  }

  Term fuzzy_of(MarkedTerm& marked) {
    const auto& placed = marked.placed;
    const auto form =
        fold_word(std::string_view(marked_.text).substr(placed.begin, placed.end - placed.begin));
    const auto [edits, why] = edits_for(form, marked.marks.back().number);
    const auto written = form + "~" + std::to_string(edits);
    if (!why.empty())
      repair("fuzzy_short", "searched as " + (edits == 0 ? placed.term.text : written) + ": " + why);
    if (edits == 0) return std::move(marked.placed.term);
    return checked({form, TermKind::fuzzy, {}, {}, edits}, written, marked);
  }

  /// Rare letters fold to something that is cut otherwise; they can have no mark.
  Term checked(Term term, const std::string& written, MarkedTerm& marked) {
    if (is_again(term, written)) return term;
    drop("searched as " + marked.placed.term.text + ", without its marks");
    return std::move(marked.placed.term);
  }

  bool is_again(const Term& term, const std::string& written) const {
    if (is_checking_) return true;
    Signs signs;
    for (Cursor cursor(written); !cursor.at_end();) signs.push_back({cursor.take()});
    Reading again(in_phrase_ ? marked_quotation(signs) : marked_chunk(signs), in_phrase_, lexicon_);
    again.is_checking_ = true;
    return again.read().terms == std::vector<Term>{term};
  }

  void repair(std::string code, std::string message) {
    const TermRepair is{std::move(code), std::move(message)};
    if (!std::ranges::count(result_.repairs, is)) result_.repairs.push_back(is);
  }
  void drop(std::string message) { repair("dropped_mark", std::move(message)); }

  const MarkedText marked_;
  bool quoted_;
  Lexicon& lexicon_;
  std::vector<MarkedTerm> terms_;
  MarkedTerms result_;
  bool in_phrase_ = false;
  bool is_checking_ = false;
};

}  // namespace

MarkedTerms terms_of_chunk(const MarkedText& marked, Lexicon& lexicon) {
  return Reading(marked, false, lexicon).read();
}

MarkedTerms terms_of_quotation(const MarkedText& marked, Lexicon& lexicon) {
  return Reading(marked, true, lexicon).read();
}

}  // namespace morgue
