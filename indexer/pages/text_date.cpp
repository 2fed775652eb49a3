// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts the text into words and numbers and looks for a day among them, then for a time behind it.
#include "indexer/pages/text_date.h"

#include <algorithm>
#include <charconv>
#include <regex>
#include <vector>

#include "common/text/ascii.h"
#include "common/text/fold.h"
#include "common/timestamp.h"
#include "indexer/pages/date_words.h"
#include "indexer/pages/page_text.h"
#include "indexer/shapes/source_date.h"

namespace morgue {
namespace {

constexpr std::size_t farthest = 400;  // bytes of a text that are looked at

struct Token {
  std::string text;
  std::size_t begin;
  std::size_t end;
  int number = -1;  // -1 for a word
};

bool is_of_a_word(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

int number_of(std::string_view digits) {
  int number = -1;
  if (digits.size() <= 4) std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

/// Of a folded text: "july 14th" is july, 14, th.
std::vector<Token> tokens_of(const std::string& text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const auto belongs = is_digit(text[at]) ? is_digit : is_of_a_word;
    while (at < text.size() && belongs(text[at])) ++at;
    if (at == begin) {
      ++at;
      continue;
    }
    auto word = text.substr(begin, at - begin);
    const int number = is_digit(word.front()) ? number_of(word) : -1;
    tokens.push_back({std::move(word), begin, at, number});
  }
  return tokens;
}

struct FoundDay {
  Day day;
  std::size_t first;  // token
  std::size_t after;
};

std::optional<Day> day_from(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (year < 1600 || year > 2200 || month < 1 || day < 1 || !date.ok()) return std::nullopt;
  return std::chrono::sys_days{date};
}

class DayFinder {
 public:
  explicit DayFinder(std::string_view text) : text_(fold(text)), tokens_(tokens_of(text_)) {}

  std::optional<FoundDay> find() const {
    for (std::size_t i = 0; i + 2 < tokens_.size(); ++i)
      for (const auto& found : {month_first(i), month_between(i), numbers(i)})
        if (found) return found;
    return std::nullopt;
  }

  const std::string& text() const { return text_; }
  const std::vector<Token>& tokens() const { return tokens_; }

 private:
  int month_at(std::size_t i) const { return i < tokens_.size() ? month_of(tokens_[i].text) : 0; }
  int number_at(std::size_t i) const { return i < tokens_.size() ? tokens_[i].number : -1; }

  std::size_t past(std::size_t i, std::initializer_list<std::string_view> words) const {
    const bool is_there =
        i < tokens_.size() && std::find(words.begin(), words.end(), tokens_[i].text) != words.end();
    return is_there ? i + 1 : i;
  }

  std::optional<FoundDay> found(int year, int month, int day, std::size_t first, std::size_t after) const {
    const auto date = day_from(year, month, day);
    return date ? std::optional(FoundDay{*date, first, after}) : std::nullopt;
  }

  /// July 14th, 2021
  std::optional<FoundDay> month_first(std::size_t i) const {
    const int month = month_at(i);
    if (month == 0) return std::nullopt;
    const auto year = past(i + 2, {"st", "nd", "rd", "th"});
    return found(number_at(year), month, number_at(i + 1), i, year + 1);
  }

  /// 14 July 2021, 14th of July 2021, 14 de julio de 2021
  std::optional<FoundDay> month_between(std::size_t i) const {
    if (number_at(i) < 1) return std::nullopt;
    const auto month = past(past(i + 1, {"st", "nd", "rd", "th"}), {"of", "de"});
    if (month_at(month) == 0) return std::nullopt;
    const auto year = past(month + 1, {"de", "del"});
    return found(number_at(year), month_at(month), number_at(i), i, year + 1);
  }

  std::optional<FoundDay> numbers(std::size_t i) const {
    const int a = number_at(i);
    const int b = number_at(i + 1);
    const int c = number_at(i + 2);
    if (a < 0 || b < 0 || c < 0) return std::nullopt;
    const char sign = sign_after(i);
    if (sign == 0 || sign_after(i + 1) != sign) return std::nullopt;
    if (tokens_[i].text.size() == 4) return found(a, b, c, i, i + 3);
    if (tokens_[i + 2].text.size() != 4) return std::nullopt;
    if (sign == '.' || (sign == '/' && a > 12)) return found(c, b, a, i, i + 3);
    return sign == '/' && b > 12 ? found(c, a, b, i, i + 3) : std::nullopt;
  }

  /// The one sign between two numbers, 0 for another text.
  char sign_after(std::size_t i) const {
    if (tokens_[i + 1].begin != tokens_[i].end + 1) return 0;
    const char sign = text_[tokens_[i].end];
    return sign == '-' || sign == '/' || sign == '.' ? sign : 0;
  }

  std::string text_;
  std::vector<Token> tokens_;
};

/// "T02:24:00Z" for a time with its zone directly behind the day, else "".
std::string time_behind(const std::string& folded) {
  static const std::regex time(
      R"(^[ ,t]*(?:at )?(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)? ?(am|pm|a\.m\.|p\.m\.)? ?(z|utc|gmt|[+-]\d{2}:?\d{2})(?![a-z0-9]))");
  std::smatch match;
  if (!std::regex_search(folded, match, time)) return {};
  int hour = std::stoi(match[1]);
  if (match[4].matched) hour = hour % 12 + (match[4].str().front() == 'p' ? 12 : 0);
  const auto zone = match[5].str();
  const auto seconds = match[3].matched ? match[3].str() : "00";
  return "T" + std::string(hour < 10 ? "0" : "") + std::to_string(hour) + ":" + match[2].str() + ":" +
         seconds + (zone == "z" || zone == "utc" || zone == "gmt" ? "Z" : zone);
}

std::string iso_of(const DayFinder& finder, const FoundDay& found) {
  const auto day = to_iso(found.day);
  const auto moment = day + time_behind(finder.text().substr(finder.tokens()[found.after - 1].end));
  return parse_timestamp(moment) ? moment : day;
}

}  // namespace

std::optional<std::string> date_in(std::string_view text) {
  const DayFinder finder(valid_utf8(text.substr(0, farthest)));
  const auto found = finder.find();
  return found ? std::optional(iso_of(finder, *found)) : std::nullopt;
}

std::optional<DateLine> date_of_line(std::string_view line) {
  if (line.size() > farthest / 2) return std::nullopt;
  const DayFinder finder(line);
  const auto found = finder.find();
  if (!found) return std::nullopt;
  DateLine result{iso_of(finder, *found), false};
  for (std::size_t i = 0; i < finder.tokens().size(); ++i) {
    const auto& token = finder.tokens()[i];
    const bool is_the_day = i >= found->first && i < found->after;
    if (is_the_day || token.number >= 0) continue;
    if (!is_beside_dates(token.text)) return std::nullopt;
    if (i < found->first && says_updated(token.text)) result.is_update = true;
  }
  return result;
}

std::string date_of_value(std::string_view value) {
  const auto text = collapsed(value);
  const auto date = date_in_json(text);
  return parse_timestamp(date) ? date : date_in(text).value_or("");
}

}  // namespace morgue
