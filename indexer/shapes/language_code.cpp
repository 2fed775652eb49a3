// SPDX-License-Identifier: GPL-3.0-or-later
// Asks ICU for the names of its languages, once.
#include "indexer/shapes/language_code.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <map>

namespace morgue {
namespace {

std::string lower(const std::string& text) {
  std::string result;
  icu::UnicodeString::fromUTF8(text).toLower(icu::Locale::getRoot()).toUTF8String(result);
  return result;
}

std::map<std::string, std::string> codes_by_name() {
  std::map<std::string, std::string> codes;
  for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
    icu::UnicodeString shown;
    std::string name;
    icu::Locale(*code).getDisplayLanguage(icu::Locale::getEnglish(), shown).toUTF8String(name);
    codes.emplace(lower(name), *code);
  }
  return codes;
}

}  // namespace

std::string language_code(const std::string& name) {
  static const auto codes = codes_by_name();
  const auto found = codes.find(lower(name));
  return found == codes.end() ? name : found->second;
}

}  // namespace morgue
