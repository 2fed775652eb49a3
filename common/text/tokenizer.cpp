// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/tokenizer.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>

#include "common/text/characters.h"
#include "common/text/fold.h"

namespace morgue {
namespace {

using enum CharacterClass;

// French, Italian and Catalan articles and pronouns that elide before a vowel.
constexpr std::array<std::string_view, 12> elided_words{"l", "d", "j",  "m",    "n",   "s",
                                                        "t", "c", "qu", "dell", "all", "nell"};

bool elides(std::string_view prefix) {
  constexpr std::size_t longest_written = 12;  // bytes; "ｄｅｌｌ" is 12
  if (prefix.size() > longest_written) return false;
  return std::find(elided_words.begin(), elided_words.end(), fold(prefix)) != elided_words.end();
}

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// A run of letters or of digits with what joins inside it; the unit that has a position.
struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t rest = none;  // where the rest after an elision begins
  std::size_t resume = 0;   // where reading goes on: past a possessive that was dropped
  bool digits = false;
  bool closed = false;  // by the last dot of an acronym: no letter or digit goes on from here
};

class Reader {
 public:
  /// The tokens' forms are left open. `wanted`: nullptr for every form.
  Reader(std::string_view text, const WantedForms* wanted, std::vector<Token>& tokens)
      : text_(text), wanted_(wanted), tokens_(tokens) {}

  void read() {
    if (wanted_ != nullptr) read_wanted();
    else read(0, text_.size());
  }

 private:
  /// `end` is the text's, or that of what stands between blanks.
  void read(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end;) {
      switch (class_at(i)) {
        case letter:
          if (const std::size_t word_end = end_of_plain_word(i); word_end != none) {
            emit(i, word_end, TokenKind::word);
            ++position_;
            i = word_end;
            break;
          }
          [[fallthrough]];
        case digit: i = read_compound(i); break;
        case ideograph: i = read_ideographs(i); break;
        default: i = after(i);
      }
    }
  }

  /// No word and no compound goes on over a blank, and most of what stands between two is one plain word.
  void read_wanted() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const std::size_t begin = i;
      if (const std::size_t end = read_plain_chunk(begin); end != none) {
        i = end;
        continue;
      }
      while (i < text_.size() && !is_blank(text_[i])) ++i;
      read(begin, i);
    }
  }

  /// At most one run of ASCII letters between signs that join nothing. Gives where the blank behind it is, or
  /// none: it takes a closer look.
  std::size_t read_plain_chunk(std::size_t begin) {
    const auto behind = [&](std::uint8_t signs, std::size_t i) {
      while (i < text_.size() && (signs_[static_cast<unsigned char>(text_[i])] & signs) != 0) ++i;
      return i;
    };
    const std::size_t word = behind(opens, begin);
    const std::size_t word_end = behind(is_letter, word);
    const std::size_t end = behind(closes, word_end);
    if (end < text_.size() && !is_blank(text_[end])) return none;
    const std::size_t letters = word_end - word;
    if (letters == 1 && end > word_end) return none;  // an initial's dot is its own
    if (letters > 0) {
      if (wanted_->may_hold_letters(text_.substr(word, letters))) add(word, word_end, TokenKind::word);
      ++position_;
    }
    return end;
  }

  // What of ASCII can stand around a plain word, and in it.
  static constexpr std::uint8_t is_letter = 1, opens = 2, closes = 4;
  static constexpr std::array<std::uint8_t, 256> signs_ = [] {
    std::array<std::uint8_t, 256> signs{};
    for (char c = 'a'; c <= 'z'; ++c) signs[static_cast<unsigned char>(c)] = is_letter;
    for (char c = 'A'; c <= 'Z'; ++c) signs[static_cast<unsigned char>(c)] = is_letter;
    for (const char c : std::string_view("(\"[")) signs[static_cast<unsigned char>(c)] |= opens;
    for (const char c : std::string_view(".,;:!?\")]")) signs[static_cast<unsigned char>(c)] |= closes;
    return signs;
  }();

  CharacterClass class_at(std::size_t i) const {
    if (i >= text_.size()) return other;
    return class_of(next_character(text_, i));
  }
  std::size_t after(std::size_t i) const {
    next_character(text_, i);
    return i;
  }
  static bool in_word(CharacterClass c) { return c == letter || c == digit; }

  /// Of a run of ASCII letters with nothing behind it that could join more to it: most words are such. none:
  /// it takes a closer look.
  std::size_t end_of_plain_word(std::size_t begin) const {
    std::size_t end = begin;
    while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
    if (end == begin || end == text_.size()) return end == begin ? none : end;
    const CharacterClass behind = class_at(end);
    const bool is_apart =
        behind == other || behind == comma || behind == thin_space || (behind == dot && end - begin > 1);
    return is_apart ? end : none;
  }
  static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
  static bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

  /// Past the marks and invisible signs that belong to the sign before.
  std::size_t after_marks(std::size_t i) const {
    std::size_t end = i;
    while (i < text_.size()) {
      const CharacterClass is = class_at(i);
      if (is != mark && is != invisible) break;
      i = after(i);
      if (is == mark) end = i;
    }
    return in_word(class_at(i)) ? i : end;
  }

  /// A letter with its marks and nothing of a word behind it.
  bool is_single_letter(std::size_t i) const {
    return class_at(i) == letter && !in_word(class_at(after_marks(after(i))));
  }

  /// At an apostrophe: its s ends the word (Lavrov's). Gives where reading goes on, or none.
  std::size_t after_possessive(std::size_t i) const {
    const std::size_t s = after(i);
    if (s >= text_.size() || (text_[s] != 's' && text_[s] != 'S')) return none;
    const bool goes_on = class_at(s + 1) == mark || class_at(after_marks(s + 1)) == letter;
    return goes_on ? none : s + 1;
  }

  Part read_part(std::size_t begin) const {
    return class_at(begin) == digit ? read_digits(begin) : read_letters(begin);
  }

  Part read_letters(std::size_t begin) const {
    Part part{.begin = begin, .end = begin};
    bool single = is_single_letter(begin);
    bool dotted = false;  // a run of single letters with dots between them
    std::size_t i = begin;
    for (;;) {
      while (class_at(i) == letter) i = after_marks(after(i));
      part.end = part.resume = i;
      const CharacterClass joiner = class_at(i);
      if (joiner == dot && single && is_single_letter(after(i))) {
        dotted = true;
      } else if (joiner == dot && single && dotted) {
        part.end = part.resume = after(i);  // the last dot of U.S.
        part.closed = true;
        end_possessive(part);
        break;
      } else if (end_possessive(part)) {
        break;
      } else if (joiner == apostrophe && class_at(after(i)) == letter) {
        if (part.rest == none && elides(text_.substr(begin, i - begin))) part.rest = after(i);
        single = is_single_letter(after(i));
        dotted = false;
      } else if (joiner == ampersand && class_at(after(i)) == letter) {
        single = false;
      } else {
        break;
      }
      i = after(i);
    }
    return part;
  }

  /// Where 's follows the part's end and ends the word, reading goes on behind it.
  bool end_possessive(Part& part) const {
    if (class_at(part.end) != apostrophe) return false;
    const std::size_t behind = after_possessive(part.end);
    if (behind == none) return false;
    part.resume = behind;
    return true;
  }

  Part read_digits(std::size_t begin) const {
    Part part{.begin = begin, .end = begin, .digits = true};
    std::size_t group = 0;  // digits since the last separator
    bool grouped = true;    // still a number in groups of three, or none yet
    bool first_group = true;
    std::size_t i = begin;
    for (;;) {
      for (group = 0; class_at(i) == digit; ++group) i = after_marks(after(i));
      part.end = part.resume = i;
      grouped = grouped && (first_group ? group <= 3 : group == 3);
      const CharacterClass joiner = class_at(i);
      if ((joiner == comma || joiner == thin_space) && grouped && three_digits(after(i))) {
        first_group = false;
      } else if (joiner == dot && class_at(after(i)) == digit) {
        grouped = false;
      } else if (joiner == apostrophe && class_at(after(i)) == digit) {
        grouped = false;
      } else {
        break;
      }
      i = after(i);
    }
    end_possessive(part);
    return part;
  }

  bool three_digits(std::size_t i) const {
    for (int n = 0; n < 3; ++n) {
      if (class_at(i) != digit) return false;
      i = after_marks(after(i));
    }
    return class_at(i) != digit;
  }

  /// Where the next part of the compound begins, or none: a letter-digit seam, or a hyphen.
  std::size_t next_part(const Part& part) const {
    const CharacterClass next = class_at(part.resume);
    if (part.resume == part.end && !part.closed && in_word(next)) return part.resume;
    std::size_t i = part.resume;
    if (next == apostrophe && class_at(after(i)) == hyphen) i = after(i);  // James'-led
    if (next == apostrophe && part.resume == part.end && in_word(class_at(after(i)))) return after(i);
    if (class_at(i) != hyphen) return none;
    i = after(i);
    while (class_at(i) == invisible) i = after(i);
    return in_word(class_at(i)) ? i : none;
  }

  std::size_t read_compound(std::size_t begin) {
    parts_.clear();
    parts_.push_back(read_part(begin));
    bool digits_meet = false;
    for (std::size_t next = next_part(parts_.back()); next != none; next = next_part(parts_.back())) {
      const bool after_digits = parts_.back().digits;
      parts_.push_back(read_part(next));
      digits_meet = digits_meet || (after_digits && parts_.back().digits);
    }
    emit_compound(!digits_meet);
    return std::max(parts_.back().resume, parts_.back().end);
  }

  void emit_compound(bool joins) {
    const Part& first = parts_.front();
    for (const Part& part : parts_) {
      emit(part.begin, part.end, TokenKind::word);
      if (part.rest != none) emit(part.rest, part.end, TokenKind::elided);
      if (&part == &first && joins && parts_.size() > 1) {
        emit(first.begin, parts_.back().end, TokenKind::joined);
        if (first.rest != none) emit(first.rest, parts_.back().end, TokenKind::joined);
      }
      ++position_;
    }
  }

  void emit(std::size_t begin, std::size_t end, TokenKind kind) {
    const std::string_view slice = text_.substr(begin, end - begin);
    if (wanted_ == nullptr || wanted_->may_hold(slice)) add(begin, end, kind);
  }

  void add(std::size_t begin, std::size_t end, TokenKind kind) {
    tokens_.push_back({.form = 0,
                       .position = position_,
                       .begin = static_cast<std::uint32_t>(begin),
                       .end = static_cast<std::uint32_t>(end),
                       .kind = kind});
  }

  std::size_t read_ideographs(std::size_t begin) {
    std::size_t end = begin;
    for (std::size_t i = begin; i < text_.size(); i = after(i)) {
      const CharacterClass is = class_at(i);
      if (is != ideograph && is != mark && is != invisible) break;
      if (is != invisible) end = after(i);
    }
    emit_graphemes(begin, end);
    return end;
  }

  void emit_graphemes(std::size_t begin, std::size_t end) {
    UErrorCode status = U_ZERO_ERROR;
    UText* run =
        utext_openUTF8(nullptr, text_.data() + begin, static_cast<std::int64_t>(end - begin), &status);
    auto& graphemes = grapheme_breaks();
    graphemes.setText(run, status);
    if (U_FAILURE(status)) throw std::bad_alloc();
    std::size_t word = begin;
    for (auto to = graphemes.next(); to != icu::BreakIterator::DONE; to = graphemes.next()) {
      const std::size_t next = begin + static_cast<std::size_t>(to);
      if (next < end && class_at(next) != ideograph) continue;  // a mark that is a character of its own
      emit(word, next, TokenKind::word);
      ++position_;
      word = next;
    }
    utext_close(run);
  }

  static icu::BreakIterator& grapheme_breaks() {
    thread_local const std::unique_ptr<icu::BreakIterator> breaks = [] {
      UErrorCode status = U_ZERO_ERROR;
      std::unique_ptr<icu::BreakIterator> made(
          icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
      if (U_FAILURE(status)) throw std::bad_alloc();
      return made;
    }();
    return *breaks;
  }

  std::string_view text_;
  const WantedForms* wanted_;
  std::vector<Token>& tokens_;
  std::vector<Part> parts_;
  std::uint32_t position_ = 0;
};

void read_tokens(std::string_view text, const WantedForms* wanted, Lexicon& lexicon,
                 std::vector<Token>& tokens) {
  constexpr std::size_t ahead = 8;
  const std::size_t first = tokens.size();
  Reader(text, wanted, tokens).read();
  const auto slice = [&](const Token& token) { return text.substr(token.begin, token.end - token.begin); };
  for (std::size_t i = first; i < tokens.size(); ++i) {
    if (i + ahead < tokens.size()) lexicon.prefetch(slice(tokens[i + ahead]));
    tokens[i].form = lexicon.id_of(slice(tokens[i]));
  }
}

}  // namespace

void tokenize(std::string_view text, Lexicon& lexicon, std::vector<Token>& tokens) {
  read_tokens(text, nullptr, lexicon, tokens);
}

void tokenize(std::string_view text, const WantedForms& wanted, Lexicon& lexicon,
              std::vector<Token>& tokens) {
  read_tokens(text, &wanted, lexicon, tokens);
}

std::vector<Token> tokenize(std::string_view text, Lexicon& lexicon) {
  std::vector<Token> tokens;
  tokenize(text, lexicon, tokens);
  return tokens;
}

}  // namespace morgue
