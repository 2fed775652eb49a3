// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts a byline at its commas and ands; what is no name ends it.
#include "indexer/pages/byline.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "common/text/fold.h"
#include "indexer/pages/page_text.h"
#include "indexer/shapes/byline_words.h"

namespace morgue {
namespace {

constexpr std::size_t longest_byline = 160;  // bytes
constexpr std::size_t most_words = 5;        // of a name

constexpr std::array<std::string_view, 4> more_by_words{"written by ", "автор ", "authors ", "author "};
constexpr std::array<std::string_view, 4> more_joints{" & ", ";", " и ", " with "};

/// Those of any language, and more.
template <std::size_t N>
constexpr auto of_all_languages(std::string_view BylineWords::*member,
                                const std::array<std::string_view, N>& more) {
  std::array<std::string_view, N + byline_words.size()> all;
  std::copy(more.begin(), more.end(), all.begin());
  std::transform(byline_words.begin(), byline_words.end(), all.begin() + N,
                 [member](const BylineWords& words) { return words.*member; });
  return all;
}
constexpr auto by_words = of_all_languages(&BylineWords::by, more_by_words);
constexpr auto joints = of_all_languages(&BylineWords::joint, more_joints);
constexpr std::array<std::string_view, 4> ends{" | ", " • ", " · ", " — "};

const std::unordered_set<std::string_view> particles{"de",  "da",  "di",  "do",  "du", "del", "della", "der",
                                                     "den", "van", "von", "bin", "al", "el",  "la",    "le",
                                                     "ten", "ter", "zu",  "dos", "y",  "ibn", "bint"};
const std::unordered_set<std::string_view> words_of_no_name{
    "staff",   "writer",    "reporter",   "correspondent", "editor",  "editors", "news",
    "press",   "desk",      "the",        "agency",        "bureau",  "times",   "post",
    "gazette", "magazine",  "media",      "team",          "special", "updated", "published",
    "posted",  "columnist", "associated", "redaktion",     "for",     "in"};

/// The same text with ASCII in lower case: byte for byte as long.
std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
  return result;
}

/// Whether there was one.
bool takes_off_by(std::string_view& text) {
  const auto lowered = lower(text);
  for (const auto by_and_blank : by_words) {
    const auto by = by_and_blank.substr(0, by_and_blank.size() - 1);  // "By: Anna Roth"
    const auto rest = lowered.find_first_not_of(": ", by.size());
    if (!lowered.starts_with(by) || rest == std::string::npos || rest == by.size()) continue;
    text.remove_prefix(rest);
    return true;
  }
  return false;
}

bool is_word_of_a_name(std::string_view word) {
  const auto folded = fold(word);
  if (words_of_no_name.contains(folded)) return false;
  return particles.contains(folded) || begins_as_a_name(word);
}

bool is_name(std::string_view text) {
  if (text.find_first_of("0123456789@:/()[]{}<>#_|?!") != std::string_view::npos) return false;
  const auto words = words_of(text);
  return !words.empty() && words.size() <= most_words && text.size() >= 3 && begins_as_a_name(text) &&
         std::all_of(words.begin(), words.end(), is_word_of_a_name);
}

template <class Signs>
std::size_t first_of(const std::string& lowered, const Signs& signs, std::size_t from, std::size_t& length) {
  std::size_t first = std::string::npos;
  for (const auto sign : signs)
    if (const auto at = lowered.find(sign, from); at < first) {
      first = at;
      length = sign.size();
    }
  return first;
}

/// The parts between commas and joints; what comes before a joint is surely a list of names.
std::vector<std::string> parts_of(std::string_view byline) {
  const auto lowered = lower(byline);
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= lowered.size();) {
    std::size_t length = 1;
    const auto joint = first_of(lowered, joints, at, length);
    const auto comma = lowered.find(',', at);
    const auto end = std::min({joint, comma, lowered.size()});
    parts.push_back(collapsed(byline.substr(at, end - at)));
    at = end + (comma < joint ? 1 : length);
  }
  return parts;
}

std::string_view before_its_end(std::string_view byline) {
  std::size_t ignored = 0;
  return byline.substr(0, first_of(std::string(byline), ends, 0, ignored));
}

}  // namespace

std::vector<std::string> names_in_byline(std::string_view text) {
  const auto line = collapsed(text);
  std::string_view byline = line;
  if (byline.size() > longest_byline) return {};
  takes_off_by(byline);
  std::vector<std::string> names;
  for (const auto& part : parts_of(before_its_end(byline))) {
    const bool is_second_of_one_word = !names.empty() && part.find(' ') == std::string::npos;
    if (part.empty() || is_second_of_one_word) continue;  // "…, Futurism" is where the name belongs
    if (!is_name(part)) break;
    if (std::find(names.begin(), names.end(), part) == names.end()) names.push_back(part);
  }
  return names;
}

std::vector<std::string> names_of_line(std::string_view line) {
  std::string_view rest = line;
  if (!takes_off_by(rest) || ends_a_sentence(line)) return {};
  return names_in_byline(rest);
}

}  // namespace morgue
