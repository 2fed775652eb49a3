// SPDX-License-Identifier: GPL-3.0-or-later
// How a written chunk becomes terms: its words, and its compounds as one. Knows nothing of operators or
// fields.
#include "common/query/query_terms.h"

#include <algorithm>
#include <string>

#include "common/text/tokenizer.h"

namespace morgue {
namespace {

/// A term as it stands in the text, and its canonical writing if that is read as the same term.
struct Reading {
  PlacedTerm placed;
  std::string canonical;
};

class TermReader {
 public:
  TermReader(std::string_view text, Lexicon& lexicon)
      : text_(text), lexicon_(lexicon), tokens_(tokenize(text, lexicon)) {}

  std::vector<Reading> read() {
    std::vector<Reading> readings;
    while (next_ < tokens_.size()) readings.push_back(read_term());
    return readings;
  }

 private:
  /// The words up to the end of the widest compound that begins here.
  Reading read_term() {
    const std::size_t begin = tokens_[next_].begin;
    std::uint32_t end = tokens_[next_].end;
    for (const auto& token : tokens_at_next_position())
      if (token.kind == TokenKind::joined) end = std::max(end, token.end);
    Reading reading;
    std::size_t part_end = begin;
    while (next_ < tokens_.size() && tokens_[next_].begin < end) {
      const bool hyphen = tokens_[next_].begin > part_end;
      part_end = tokens_[next_].end;
      read_part(reading, hyphen, end);
    }
    reading.placed.term.text = text_.substr(begin, end - begin);
    reading.placed.begin = begin;
    reading.placed.end = end;
    return reading;
  }

  void read_part(Reading& reading, bool hyphen, std::uint32_t term_end) {
    std::vector<std::string> part;
    const auto here = tokens_at_next_position();
    for (const auto& token : here) {
      const std::string form(lexicon_.form(token.form));
      if (token.kind != TokenKind::joined) part.push_back(form);
      else if (token.end == term_end) reading.placed.term.joined.push_back(form);
    }
    if (hyphen) reading.canonical += '-';
    reading.canonical += with_apostrophe(part);
    reading.placed.term.parts.push_back(std::move(part));
    next_ += here.size();
  }

  /// "lelysee" and "elysee" are written "l'elysee".
  static std::string with_apostrophe(const std::vector<std::string>& part) {
    std::string word = part.front();
    if (part.size() > 1 && word.ends_with(part[1]))
      word.insert(word.end() - static_cast<std::ptrdiff_t>(part[1].size()), '\'');
    return word;
  }

  std::vector<Token> tokens_at_next_position() const {
    std::vector<Token> here;
    for (auto i = next_; i < tokens_.size() && tokens_[i].position == tokens_[next_].position; ++i)
      here.push_back(tokens_[i]);
    return here;
  }

  std::string_view text_;
  Lexicon& lexicon_;
  std::vector<Token> tokens_;
  std::size_t next_ = 0;
};

bool gives(std::string_view text, const Term& term, Lexicon& lexicon) {
  const auto again = TermReader(text, lexicon).read();
  return again.size() == 1 && again[0].placed.term.parts == term.parts &&
         again[0].placed.term.joined == term.joined;
}

}  // namespace

std::vector<PlacedTerm> placed_terms_of(std::string_view text, Lexicon& lexicon) {
  std::vector<PlacedTerm> terms;
  for (auto& [placed, canonical] : TermReader(text, lexicon).read()) {
    // Rare letters fold to something that is cut otherwise; they stay as they were written.
    if (gives(canonical, placed.term, lexicon)) placed.term.text = canonical;
    terms.push_back(std::move(placed));
  }
  return terms;
}

std::vector<Term> terms_of(std::string_view text, Lexicon& lexicon) {
  std::vector<Term> terms;
  for (auto& placed : placed_terms_of(text, lexicon)) terms.push_back(std::move(placed.term));
  return terms;
}

}  // namespace morgue
