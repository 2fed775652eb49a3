// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts bylines at commas and ands. Knows no shape.
#include "indexer/shapes/byline.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "indexer/shapes/byline_words.h"
#include "indexer/shapes/source_keys.h"

namespace morgue {
namespace {

constexpr std::array<std::string_view, 5> ends_of_names{"Jr.", "Jr", "Sr.", "II", "III"};
constexpr std::string_view signs_between = ",;|&";

const BylineWords& words_of(std::string_view language) {
  const auto code = language.substr(0, 2);
  const auto* found = std::find_if(byline_words.begin(), byline_words.end(),
                                   [&](const BylineWords& w) { return w.language == code; });
  return found == byline_words.end() ? byline_words.front() : *found;
}

bool begins_with(std::string_view text, std::string_view lower_prefix) {
  return text.size() > lower_prefix.size() &&
         std::equal(lower_prefix.begin(), lower_prefix.end(), text.begin(),
                    [](char expected, unsigned char c) { return expected == std::tolower(c); });
}

std::string_view without_by(std::string_view text, std::string_view language) {
  for (const auto by : {words_of(language).by, byline_words.front().by})
    if (begins_with(text, by)) return text.substr(by.size());
  return text;
}

bool is_name(std::string_view text) {
  if (text.find('@') != std::string_view::npos || text.find("://") != std::string_view::npos) return false;
  return std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isalpha(c) || c >= 0x80; });
}

std::vector<std::string> parts_of(std::string_view text, std::string_view joint) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (begins_with(text.substr(i), joint)) {
      parts.emplace_back();
      i += joint.size() - 1;
    } else if (signs_between.find(text[i]) != std::string_view::npos) {
      parts.emplace_back();
    } else {
      parts.back() += text[i];
    }
  }
  for (auto& part : parts) part = text_in(part);
  return parts;
}

}  // namespace

std::vector<std::string> authors_of_byline(std::string_view byline, std::string_view language) {
  std::vector<std::string> authors;
  for (const auto& part : parts_of(without_by(byline, language), words_of(language).joint)) {
    const bool ends_the_name =
        std::find(ends_of_names.begin(), ends_of_names.end(), part) != ends_of_names.end();
    if (ends_the_name && !authors.empty()) authors.back() += ", " + part;
    else if (is_name(part)) add_new(authors, {std::string(without_by(part, language))});
  }
  return authors;
}

std::vector<std::string> authors_in(const nlohmann::json& value, std::string_view language) {
  std::vector<std::string> authors;
  for (const auto& name : names_in(value)) {
    const bool is_byline = value.is_string() || without_by(name, language) != name;
    if (is_byline) add_new(authors, authors_of_byline(name, language));
    else if (is_name(name)) add_new(authors, {name});
  }
  return authors;
}

}  // namespace morgue
