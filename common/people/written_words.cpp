// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/people/written_words.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "common/text/characters.h"

namespace morgue {
namespace {

constexpr std::size_t longest_wrapped_line = 100;  // bytes; a text with a longer line is not wrapped

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), is_wrapped_(!has_long_line(text)) {
    words_.reserve(text.size() / 6);
  }

  std::vector<WrittenWord> read() {
    for (std::size_t i = 0; i < text_.size();) {
      if (text_[i] == ' ') {
        ++i;
        continue;
      }
      if (const auto end = end_of_plain_word(i); end != i) {
        i = add_plain_word(i, end);
        continue;
      }
      const auto is = class_at(i);
      if (is == CharacterClass::letter) i = read_word(i);
      else if (is == CharacterClass::digit) i = read_number(i);
      else i = read_sign(i);
    }
    return std::move(words_);
  }

 private:
  CharacterClass class_at(std::size_t i) const {
    return i < text_.size() ? class_of(next_character(text_, i)) : CharacterClass::other;
  }
  std::size_t after(std::size_t i) const {
    next_character(text_, i);
    return i;
  }
  bool is_letter(std::size_t i) const { return class_at(i) == CharacterClass::letter; }
  bool is_capital(std::size_t i) const {
    if (i < text_.size() && static_cast<unsigned char>(text_[i]) < 0x80)
      return text_[i] >= 'A' && text_[i] <= 'Z';
    return i < text_.size() && u_isUUppercase(next_character(text_, i)) != 0;
  }

  static bool is_plain(char c) { return c >= 'a' && c <= 'z'; }

  /// Most words are these: a to z, and nothing behind that could be of them. i itself where there is none.
  std::size_t end_of_plain_word(std::size_t i) const {
    std::size_t end = i;
    while (end < text_.size() && is_plain(text_[end])) ++end;
    if (end == text_.size()) return end;
    const auto next = static_cast<unsigned char>(text_[end]);
    const bool may_go_on =
        next >= 0x80 || next == '-' || next == '\'' || next == '`' || (next >= 'A' && next <= 'Z');
    return may_go_on ? i : end;
  }

  std::size_t add_plain_word(std::size_t begin, std::size_t end) {
    WrittenWord word;
    word.text = text_.substr(begin, end - begin);
    add(word, begin);
    return end < text_.size() && text_[end] == '.' ? past_abbreviation_dot(end) : end;
  }

  struct Letters {
    std::size_t end = 0;
    std::size_t capitals = 0;
    std::size_t smalls = 0;
  };

  /// A run of letters and marks.
  Letters letters_from(std::size_t i) const {
    Letters run;
    while (i < text_.size()) {
      const auto c = static_cast<unsigned char>(text_[i]);
      if (c < 0x80) {
        const bool small = c >= 'a' && c <= 'z';
        const bool capital = c >= 'A' && c <= 'Z';
        if (!small && !capital) break;
        run.smalls += small ? 1 : 0;
        run.capitals += capital ? 1 : 0;
        ++i;
        continue;
      }
      const auto is = class_at(i);
      if (is != CharacterClass::letter && is != CharacterClass::mark) break;
      if (is == CharacterClass::letter) ++(is_capital(i) ? run.capitals : run.smalls);
      i = after(i);
    }
    run.end = i;
    return run;
  }

  std::size_t read_word(std::size_t begin) {
    if (const auto end = end_of_initials(begin); end != begin) return add_initials(begin, end);
    WrittenWord word;
    Letters all = letters_from(begin);
    std::size_t part = begin;  // where the part after the last hyphen begins
    std::size_t end = all.end;
    std::size_t resume = end;
    while (true) {
      const auto joiner = class_at(end);
      const std::size_t next = end < text_.size() ? after(end) : end;
      if (joiner == CharacterClass::apostrophe && is_possessive(next)) {
        word.closes = true;
        resume = next + 1;
        break;
      }
      const bool joins = joiner == CharacterClass::apostrophe || joiner == CharacterClass::hyphen;
      if (!joins || !is_letter(next)) break;
      const Letters more = letters_from(next);
      if (joiner == CharacterClass::hyphen) {
        if (is_tail(text_.substr(next, more.end - next))) {
          word.closes = true;
          resume = more.end;
          break;
        }
        if (is_prefix(part, end, next)) {
          begin = next;
          all = {};
        }
        part = next;
      }
      all.capitals += more.capitals;
      all.smalls += more.smalls;
      end = resume = more.end;
    }
    word.text = text_.substr(begin, end - begin);
    word.written = case_of(begin, all);
    add(word, begin);
    return word.closes ? resume : past_abbreviation_dot(resume);
  }

  Case case_of(std::size_t begin, const Letters& letters) const {
    if (!is_capital(begin)) {
      // al-Salim and d'Artagnan are names.
      return letters.capitals > 0 && text_.substr(begin, 4).find_first_of("-'") != std::string_view::npos
                 ? Case::capital
                 : Case::small;
    }
    if (letters.smalls > 0) return Case::capital;
    return letters.capitals == 1 ? Case::initial : Case::capitals;
  }

  bool is_possessive(std::size_t s) const {
    return s < text_.size() && (text_[s] == 's' || text_[s] == 'S') && !is_letter(s + 1);
  }

  /// "-led", "-obsessed", "-owning".
  static bool is_tail(std::string_view part) {
    if (part[0] < 'a' || part[0] > 'z') return false;
    return is(kinds_of(part), tail) || (part.size() > 5 && (part.ends_with("ed") || part.ends_with("ing")));
  }

  /// The small "ex-" and "then-" before a capital are not of the name; "al-" is.
  bool is_prefix(std::size_t begin, std::size_t end, std::size_t next) const {
    return !is_capital(begin) && is_capital(next) &&
           !is(kinds_of(text_.substr(begin, end - begin)), particle);
  }

  /// J. or J.K. and J.-P. with their dots; begin itself where there are none.
  std::size_t end_of_initials(std::size_t begin) const {
    std::size_t end = begin;
    for (std::size_t i = begin; is_capital(i);) {
      const std::size_t dot = after(i);
      if (dot >= text_.size() || text_[dot] != '.') break;
      end = i = dot + 1;
      if (class_at(i) == CharacterClass::hyphen && is_capital(after(i))) i = after(i);
    }
    return end;
  }

  std::size_t add_initials(std::size_t begin, std::size_t end) {
    WrittenWord word;
    word.text = text_.substr(begin, end - begin);
    word.written = Case::initial;
    std::size_t resume = end;
    if (class_at(end) == CharacterClass::apostrophe && is_possessive(after(end))) {
      word.closes = true;
      resume = after(end) + 1;
    }
    add(word, begin);
    // U.S. may be known; A. and I. are no articles and pronouns.
    words_.back().known = word.text.size() > 2 ? kinds_of(word.text.substr(0, word.text.size() - 1)) : 0;
    return resume;
  }

  std::size_t past_abbreviation_dot(std::size_t end) {
    auto& word = words_.back();
    if (end >= text_.size() || text_[end] != '.' || !is(word.kinds(), abbreviation)) return end;
    word.text = text_.substr(word.begin, end + 1 - word.begin);
    return end + 1;
  }

  void add(WrittenWord& word, std::size_t begin) {
    word.begin = static_cast<std::uint32_t>(begin);
    word.before = gap_;
    word.after_quote = quote_;
    word.in_ticker = ticker_;
    word.behind_ampersand = ampersand_;
    word.in_bracket = bracket_;
    if (word.written != Case::number && word.written != Case::small) word.known = kinds_of(word.text);
    words_.push_back(word);
    gap_ = Gap::space;
    quote_ = ticker_ = ampersand_ = bracket_ = false;
  }

  std::size_t read_number(std::size_t begin) {
    std::size_t end = begin;
    while (class_at(end) == CharacterClass::digit || class_at(end) == CharacterClass::letter)
      end = after(end);
    WrittenWord word;
    word.text = text_.substr(begin, end - begin);
    word.written = Case::number;
    add(word, begin);
    return end;
  }

  void widen(Gap gap) { gap_ = std::max(gap_, gap); }

  std::size_t read_sign(std::size_t i) {
    const char c = text_[i];
    if (c == '\n') return read_line_end(i);
    if (c == ' ' || c == '\t' || c == '\r') return i + 1;
    if (c == '.' || c == '!' || c == '?') widen(Gap::sentence);
    else if (c == ',') widen(Gap::comma);
    else widen(Gap::other);
    const std::size_t next = after(i);
    const auto sign = text_.substr(i, next - i);
    if (c == '"' || sign == "“" || sign == "”") quote_ = true;
    if (c == '<') ticker_ = true;
    if (c == '&') ampersand_ = true;
    if (c == '(') bracket_ = true;
    return next;
  }

  static bool has_long_line(std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const auto end = std::min(text.find('\n', begin), text.size());
      if (end - begin > longest_wrapped_line) return true;
      begin = end + 1;
    }
    return false;
  }

  /// A line that was wrapped goes on in the next, if that is neither blank nor indented.
  std::size_t read_line_end(std::size_t i) {
    const std::size_t next = i + 1;
    const bool goes_on = next < text_.size() && text_[next] != '\n' && text_[next] != ' ' &&
                         text_[next] != '\t' && text_[next] != '\r';
    if (!is_wrapped_ || !goes_on) widen(Gap::sentence);
    return next;
  }

  std::string_view text_;
  std::vector<WrittenWord> words_;
  Gap gap_ = Gap::sentence;
  bool quote_ = false;
  bool ticker_ = false;
  bool ampersand_ = false;
  bool bracket_ = false;
  bool is_wrapped_;
};

}  // namespace

std::vector<WrittenWord> written_words(std::string_view text) { return Reader(text).read(); }

}  // namespace morgue
