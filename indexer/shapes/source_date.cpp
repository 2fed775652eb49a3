// SPDX-License-Identifier: GPL-3.0-or-later
// Reads dates of ISO 8601, RFC 5322, JavaScript and MongoDB. Knows no shape.
#include "indexer/shapes/source_date.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <optional>
#include <vector>

#include "common/timestamp.h"
#include "indexer/shapes/source_keys.h"

namespace morgue {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};

struct Zone {
  std::string_view name;
  std::string_view offset;
};
// RFC 5322, section 4.3.
constexpr std::array zones{Zone{"est", "-05:00"}, Zone{"edt", "-04:00"}, Zone{"cst", "-06:00"},
                           Zone{"cdt", "-05:00"}, Zone{"mst", "-07:00"}, Zone{"mdt", "-06:00"},
                           Zone{"pst", "-08:00"}, Zone{"pdt", "-07:00"}};

std::vector<std::string> lower_words(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (c == ' ' || c == ',') {
      if (!words.back().empty()) words.emplace_back();
    } else {
      words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool is_number(std::string_view text, std::size_t least, std::size_t most) {
  return text.size() >= least && text.size() <= most &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); });
}

std::string two_digits(std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// "november" or "nov" is 11; 0 for no month.
std::size_t month_of(std::string_view word) {
  const auto found = std::find(months.begin(), months.end(), word.substr(0, 3));
  return word.size() < 3 || found == months.end() ? 0 : static_cast<std::size_t>(found - months.begin()) + 1;
}

/// "-0600", "gmt+0000" or "est" as an offset of ISO 8601; "" for no zone.
std::string offset_of(std::string_view word) {
  if (word.starts_with("gmt") || word.starts_with("utc")) word.remove_prefix(3);
  if (word.size() >= 5 && (word[0] == '+' || word[0] == '-')) return std::string(word);
  const auto* zone = std::find_if(zones.begin(), zones.end(), [&](const Zone& z) { return z.name == word; });
  return zone == zones.end() ? "" : std::string(zone->offset);
}

/// The words of a date with its month by name, whatever their order.
std::optional<std::string> date_of_words(std::string_view text) {
  std::string year;
  std::string month;
  std::string day;
  std::string time;
  std::string offset;
  for (const auto& word : lower_words(text)) {
    if (const auto number = month_of(word); number > 0 && month.empty()) month = two_digits(number);
    else if (is_number(word, 4, 4) && year.empty()) year = word;
    else if (is_number(word, 1, 2) && day.empty()) day = (word.size() == 1 ? "0" : "") + word;
    else if (word.find(':') != std::string::npos && time.empty() && word[0] >= '0' && word[0] <= '9')
      time = word;
    else if (const auto found = offset_of(word); !found.empty() && offset.empty()) offset = found;
  }
  if (year.empty() || month.empty() || day.empty()) return std::nullopt;
  auto date = year + "-" + month + "-" + day;
  if (parse_timestamp(date + "T" + time + offset)) date += "T" + time + offset;
  const auto read = parse_timestamp(date);
  return read ? std::optional(to_iso(*read)) : std::nullopt;
}

/// Of a number of seconds, or of milliseconds from one on that would be the year 5138 in seconds.
std::string date_of_number(double number) {
  constexpr double least_milliseconds = 1e11;
  constexpr double most = 2.5e14;
  if (!(std::abs(number) < most)) return {};
  const double seconds = std::abs(number) >= least_milliseconds ? number / 1000 : number;
  return to_iso(Timestamp{.seconds = static_cast<std::int64_t>(std::floor(seconds))});
}

std::string date_of_text(const std::string& text) {
  if (text.empty() || parse_timestamp(text)) return text;
  if (is_number(text, 9, 14)) return date_of_number(std::stod(text));
  return date_of_words(text).value_or(text);
}

}  // namespace

std::string date_in_json(const Json& value) {
  if (value.is_object())
    for (const auto* key : {"$date", "$numberLong", "@value"})
      if (value.contains(key)) return date_in_json(value[key]);
  if (value.is_number()) return date_of_number(value.get<double>());
  return date_of_text(text_in(value));
}

}  // namespace morgue
