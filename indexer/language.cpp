// SPDX-License-Identifier: GPL-3.0-or-later
// Asks CLD2 for the language of a text's beginning. Knows nothing of inputs and archives.
#include "indexer/language.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <cctype>

#include "common/error.h"

namespace morgue {
namespace {

constexpr std::size_t enough_to_tell = 16 * 1024;  // bytes

/// No more than so many bytes, cut before a character.
std::string beginning_of(const std::string& text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

std::string detected_language(const std::string& text) {
  bool is_reliable = false;
  const auto language = CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), true, &is_reliable);
  if (!is_reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
  return CLD2::LanguageCode(language);
}

bool is_subtag(const std::string& tag, std::size_t shortest) {
  return tag.size() >= shortest && tag.size() <= 8 &&
         std::all_of(tag.begin(), tag.end(), [](unsigned char c) { return c < 0x80 && std::isalnum(c); });
}

/// The shape of RFC 5646: subtags of letters and digits with hyphens between, the first of two letters or
/// more.
bool has_the_shape_of_a_code(const std::string& language) {
  std::size_t begin = 0;
  while (true) {
    const auto hyphen = language.find('-', begin);
    if (!is_subtag(language.substr(begin, hyphen - begin), begin == 0 ? 2 : 1)) return false;
    if (hyphen == std::string::npos) return true;
    begin = hyphen + 1;
  }
}

}  // namespace

void check_language(const std::string& language) {
  if (has_the_shape_of_a_code(language)) return;
  throw Error(ErrorKind::usage, "--language cannot be \"" + language + "\"",
              "use auto, or a code such as en or pt-BR");
}

void add_language(Article& article, const std::string& language) {
  if (!article.language.empty()) return;
  if (language != "auto") article.language = language;
  else if (article.language_detected.empty())
    article.language_detected =
        detected_language(article.title + "\n\n" + beginning_of(article.body, enough_to_tell));
}

}  // namespace morgue
