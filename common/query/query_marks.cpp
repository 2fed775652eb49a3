// SPDX-License-Identifier: GPL-3.0-or-later
// The marks * ? ~ ^ / of a chunk or a quotation, told apart from its text. Knows nothing of words.
#include "common/query/query_marks.h"

#include <charconv>
#include <optional>
#include <system_error>
#include <utility>

namespace morgue {
namespace {

bool is(const Sign& sign, char32_t code) { return !sign.literal && sign.code == code; }
bool is_of_number(const Sign& sign) { return !sign.literal && (is_digit(sign.code) || sign.code == U'.'); }

Signs slice(const Signs& signs, std::size_t begin, std::size_t end) {
  return {signs.begin() + static_cast<std::ptrdiff_t>(begin),
          signs.begin() + static_cast<std::ptrdiff_t>(end)};
}

/// Where a mark such as ~2 or ^1.5 begins that ends the signs; their size if there is none.
std::size_t start_of_last_mark(const Signs& signs) {
  std::size_t i = signs.size();
  while (i > 0 && is_of_number(signs[i - 1])) --i;
  if (i < 2) return signs.size();
  if (is(signs[i - 1], U'~')) return i - 1;
  return is(signs[i - 1], U'^') && i < signs.size() ? i - 1 : signs.size();
}

bool is_between_slashes(const Signs& signs) {
  return signs.size() > 2 && is(signs.front(), U'/') && is(signs.back(), U'/');
}

/// Takes signs one after another into a marked text.
class Marking {
 public:
  explicit Marking(const Signs& signs, bool quoted) : signs_(signs), quoted_(quoted) {}

  MarkedText read() {
    while (next_ < signs_.size()) take();
    return std::move(marked_);
  }

 private:
  void take() {
    const auto& sign = signs_[next_];
    if (is(sign, U'*')) return take_star();
    if (is(sign, U'?') && is_between_letters()) return add({MarkKind::one_letter, marked_.text.size()}, 1);
    if (quoted_)
      if (const auto length = fuzzy_length())
        return add({MarkKind::fuzzy, marked_.text.size(), number(next_ + 1, next_ + length)}, length);
    const auto written = to_text({sign});
    marked_.text += written;
    marked_.value += written;
    ++next_;
  }

  /// Several in a row are one.
  void take_star() {
    marked_.has_star = true;
    const bool is_first = marked_.marks.empty() || marked_.marks.back().kind != MarkKind::any_letters ||
                          marked_.marks.back().at != marked_.text.size();
    if (is_first) return add({MarkKind::any_letters, marked_.text.size()}, 1);
    marked_.value += '*';
    ++next_;
  }

  void add(Mark mark, std::size_t length) {
    marked_.marks.push_back(std::move(mark));
    marked_.value += to_text(slice(signs_, next_, next_ + length));
    next_ += length;
  }

  bool is_between_letters() const {
    return next_ > 0 && next_ + 1 < signs_.size() && is_letter(signs_[next_ - 1].code) &&
           is_letter(signs_[next_ + 1].code);
  }

  /// ~ with its number, from behind a word to its end; 0 if there is none here.
  std::size_t fuzzy_length() const {
    if (!is(signs_[next_], U'~') || next_ == 0 || is_white_space(signs_[next_ - 1].code)) return 0;
    std::size_t end = next_ + 1;
    while (end < signs_.size() && is_of_number(signs_[end])) ++end;
    const bool ends_a_word = end == signs_.size() || is_white_space(signs_[end].code);
    return ends_a_word ? end - next_ : 0;
  }

  std::string number(std::size_t begin, std::size_t end) const { return to_text(slice(signs_, begin, end)); }

  const Signs& signs_;
  bool quoted_;
  std::size_t next_ = 0;
  MarkedText marked_;
};

}  // namespace

MarkedText marked_quotation(const Signs& signs) { return Marking(signs, true).read(); }

MarkedText marked_chunk(const Signs& signs) {
  Signs rest = signs;
  std::optional<std::string> fuzzy;
  std::string dropped;
  for (auto start = start_of_last_mark(rest); start < rest.size(); start = start_of_last_mark(rest)) {
    const bool is_fuzzy = is(rest[start], U'~') && !fuzzy;
    if (is_fuzzy) fuzzy = to_text(slice(rest, start + 1, rest.size()));
    else dropped += to_text(slice(rest, start, rest.size()));
    rest.resize(start);
  }
  if (is_between_slashes(rest)) {
    rest = slice(rest, 1, rest.size() - 1);
    dropped += "//";
  }
  auto marked = Marking(rest, false).read();
  marked.dropped = std::move(dropped);
  if (fuzzy) {
    marked.marks.push_back({MarkKind::fuzzy, marked.text.size(), *fuzzy});
    marked.value += "~" + *fuzzy;
  }
  return marked;
}

std::size_t number_of(const std::string& digits, std::size_t otherwise) {
  std::size_t number = 0;
  const auto* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, number);
  if (digits.empty() || read.ptr != end || read.ec == std::errc::invalid_argument) return otherwise;
  return read.ec == std::errc::result_out_of_range || number > largest_number ? largest_number : number;
}

}  // namespace morgue
