// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/snippets.h"

#include <algorithm>
#include <bitset>
#include <optional>

#include "common/text/code_points.h"
#include "common/text/sentences.h"

namespace morgue {
namespace {

using Bytes = std::pair<std::size_t, std::size_t>;  // half open

/// The byte after `count` code points from `from`.
std::size_t forward(std::string_view text, std::size_t from, std::size_t count) {
  while (from < text.size()) {
    if (begins_a_code_point(text[from]) && count-- == 0) break;
    ++from;
  }
  return from;
}

std::size_t backward(std::string_view text, std::size_t from, std::size_t count) {
  while (from > 0 && count > 0)
    if (begins_a_code_point(text[--from])) --count;
  return from;
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

Bytes trimmed(std::string_view text, Bytes bytes) {
  while (bytes.first < bytes.second && is_blank(text[bytes.first])) ++bytes.first;
  while (bytes.second > bytes.first && is_blank(text[bytes.second - 1])) --bytes.second;
  return bytes;
}

/// The spans as disjoint ranges within the bytes, in code points from their begin.
std::vector<std::pair<std::size_t, std::size_t>> ranges_in(std::string_view text, Bytes bytes,
                                                           const std::vector<Span>& spans) {
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  std::size_t counted_to = bytes.first, counted = 0, last_end = bytes.first;
  const auto code_point_of = [&](std::size_t byte) {
    counted += code_points(text.substr(counted_to, byte - counted_to));
    counted_to = byte;
    return counted;
  };
  for (const Span& span : spans) {
    const std::size_t begin = std::max<std::size_t>(span.begin, last_end);
    const std::size_t end = std::min<std::size_t>(span.end, bytes.second);
    if (begin >= end) continue;
    const bool goes_on = span.begin < last_end && !ranges.empty();
    const std::size_t range_begin = code_point_of(begin);
    const std::size_t range_end = code_point_of(end);
    if (goes_on) ranges.back().second = range_end;
    else ranges.emplace_back(range_begin, range_end);
    last_end = end;
  }
  return ranges;
}

Highlight fragment(std::string_view text, Bytes bytes, const std::vector<Span>& spans) {
  return {.text = std::string(text.substr(bytes.first, bytes.second - bytes.first)),
          .ranges = ranges_in(text, bytes, spans),
          .start = code_points(text.substr(0, bytes.first))};
}

/// Which parts of the query stand somewhere; parts past the last bit share it.
using Leaves = std::bitset<64>;

std::size_t bit_of(const Span& span) { return std::min<std::size_t>(span.leaf, Leaves().size() - 1); }

struct Sentence {
  Bytes bytes;
  std::size_t first_span = 0;
  std::size_t spans = 0;
  Leaves leaves;
};

bool has_span(const std::vector<Span>& spans, std::size_t first, Bytes bytes) {
  return first < spans.size() && spans[first].begin < bytes.second;
}

/// Of the paragraphs with spans; without spans, of the first paragraph. No further than `length` code points
/// can show. Where all others begin would be the dearest part of an answer.
std::vector<Sentence> sentences_of(std::string_view text, const std::vector<Span>& spans,
                                   std::size_t length) {
  std::vector<Sentence> sentences;
  std::size_t next_span = 0;
  const std::size_t until = forward(text, spans.empty() ? 0 : spans.back().begin, length);
  const auto paragraphs = paragraph_begins(text);
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    const Bytes paragraph{paragraphs[p], p + 1 < paragraphs.size() ? paragraphs[p + 1] : text.size()};
    if (!has_span(spans, next_span, paragraph) && !(p == 0 && spans.empty())) continue;
    const std::size_t until_here = until - std::min(until, paragraph.first);
    const auto begins =
        sentence_begins(text.substr(paragraph.first, paragraph.second - paragraph.first), until_here);
    for (std::size_t i = 0; i < begins.size() && (i == 0 || begins[i] <= until_here); ++i) {
      Sentence sentence;
      sentence.bytes = {paragraph.first + begins[i],
                        i + 1 < begins.size() ? paragraph.first + begins[i + 1] : paragraph.second};
      sentence.first_span = next_span;
      for (; has_span(spans, next_span, sentence.bytes); ++next_span) {
        sentence.leaves.set(bit_of(spans[next_span]));
        ++sentence.spans;
      }
      sentences.push_back(sentence);
    }
  }
  return sentences;
}

/// Indexes of up to `count` sentences: most parts of the query not shown yet, then most spans, then the
/// earlier one.
std::vector<std::size_t> best_sentences(const std::vector<Sentence>& sentences, std::size_t count) {
  std::vector<std::size_t> chosen;
  Leaves shown;
  while (chosen.size() < count) {
    std::optional<std::size_t> best;
    const auto worth = [&](std::size_t i) {
      return std::pair((sentences[i].leaves & ~shown).count(), sentences[i].spans);
    };
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      if (sentences[i].spans == 0 || std::find(chosen.begin(), chosen.end(), i) != chosen.end()) continue;
      if (!best || worth(i) > worth(*best)) best = i;
    }
    if (!best) break;
    chosen.push_back(*best);
    shown |= sentences[*best].leaves;
  }
  return chosen;
}

class Excerpt {
 public:
  Excerpt(std::string_view body, const std::vector<Span>& spans, std::size_t length, Lexicon& lexicon)
      : text_(body), spans_(spans), length_(length), lexicon_(lexicon) {}

  /// At most `length` code points: the sentence and those that follow it in its paragraph, or the part of a
  /// long sentence that shows most parts of the query.
  Bytes around(const std::vector<Sentence>& sentences, std::size_t index) {
    const Sentence& sentence = sentences[index];
    Bytes bytes = trimmed(text_, sentence.bytes);
    if (!fits(bytes)) {
      find_words(bytes);
      return within(bytes, sentence);
    }
    for (std::size_t next = index + 1; next < sentences.size(); ++next) {
      const Bytes longer = trimmed(text_, {bytes.first, sentences[next].bytes.second});
      if (!fits(longer) || crosses_a_blank_line({bytes.second, longer.second})) break;
      bytes = longer;
    }
    return bytes;
  }

 private:
  /// No word and no compound goes on over a blank, so what stands between two is cut as in the whole text.
  void find_words(Bytes bytes) {
    while (bytes.first > 0 && !is_blank(text_[bytes.first - 1])) --bytes.first;
    while (bytes.second < text_.size() && !is_blank(text_[bytes.second])) ++bytes.second;
    words_.clear();
    for (const Token& token : tokenize(text_.substr(bytes.first, bytes.second - bytes.first), lexicon_))
      if (token.kind == TokenKind::word)
        words_.emplace_back(bytes.first + token.begin, bytes.first + token.end);
  }

  bool fits(Bytes bytes) const { return forward(text_, bytes.first, length_) >= bytes.second; }

  bool crosses_a_blank_line(Bytes bytes) const {
    const std::string_view between = text_.substr(bytes.first, bytes.second - bytes.first);
    return paragraph_begins(between).size() > 1;
  }

  /// A mark too long to be shown behind its lead is shown from its begin.
  Bytes within(Bytes sentence, const Sentence& marks) const {
    if (marks.spans == 0) return beginning_at(sentence.first, sentence.second);
    const std::size_t lead = length_ / 4, first_mark = best_first_mark(marks);
    std::size_t begin = sentence.first;
    if (forward(text_, sentence.first, length_ - lead) <= first_mark)
      begin = next_word_begin(std::max(sentence.first, backward(text_, first_mark, lead)), first_mark);
    const Bytes bytes = beginning_at(begin, sentence.second);
    return bytes.second <= first_mark ? beginning_at(first_mark, sentence.second) : bytes;
  }

  Bytes beginning_at(std::size_t begin, std::size_t end) const {
    const std::size_t limit = std::min(forward(text_, begin, length_), end);
    return trimmed(text_, {begin, limit == end ? limit : last_word_end(begin, limit)});
  }

  /// The begin of the span from which on a window shows most parts of the query.
  std::size_t best_first_mark(const Sentence& marks) const {
    std::size_t best = spans_[marks.first_span].begin, most = 0;
    for (std::size_t i = marks.first_span; i < marks.first_span + marks.spans; ++i) {
      const std::size_t limit = forward(text_, spans_[i].begin, length_ - length_ / 4);
      Leaves leaves;
      for (std::size_t j = i; j < marks.first_span + marks.spans && spans_[j].end <= limit; ++j)
        leaves.set(bit_of(spans_[j]));
      if (leaves.count() > most) {
        most = leaves.count();
        best = spans_[i].begin;
      }
    }
    return best;
  }

  std::size_t next_word_begin(std::size_t from, std::size_t limit) const {
    const auto word = std::lower_bound(words_.begin(), words_.end(), Bytes{from, 0});
    return word != words_.end() && word->first <= limit ? word->first : limit;
  }

  /// The end of the last word that ends by the limit, or the limit inside an endless one.
  std::size_t last_word_end(std::size_t begin, std::size_t limit) const {
    auto word = std::lower_bound(words_.begin(), words_.end(), Bytes{limit, 0});
    while (word != words_.begin() && (--word)->first >= begin)
      if (word->second <= limit) return word->second;
    return limit;
  }

  std::string_view text_;
  const std::vector<Span>& spans_;
  std::size_t length_;
  Lexicon& lexicon_;
  std::vector<Bytes> words_;  // of the sentence that is looked at
};

}  // namespace

Highlight whole_text(std::string_view text, const std::vector<Span>& spans) {
  return fragment(text, {0, text.size()}, spans);
}

std::vector<Highlight> body_snippets(std::string_view body, const std::vector<Span>& spans, std::size_t count,
                                     std::size_t length, Lexicon& lexicon) {
  if (count == 0 || length == 0) return {};
  const auto sentences = sentences_of(body, spans, length);
  if (sentences.empty()) return {};
  auto chosen = best_sentences(sentences, count);
  if (chosen.empty()) chosen.push_back(0);
  std::sort(chosen.begin(), chosen.end());
  Excerpt excerpt(body, spans, length, lexicon);
  std::vector<Highlight> fragments;
  std::size_t shown_to = 0;
  for (const std::size_t index : chosen) {
    const Bytes bytes = excerpt.around(sentences, index);
    if (bytes.first < shown_to || bytes.first >= bytes.second) continue;
    fragments.push_back(fragment(body, bytes, spans));
    shown_to = bytes.second;
  }
  return fragments;
}

}  // namespace morgue
