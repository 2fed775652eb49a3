// SPDX-License-Identifier: GPL-3.0-or-later
// The names of months and days are ICU's.
#include "indexer/pages/date_words.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <array>
#include <sstream>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "common/text/fold.h"

namespace morgue {
namespace {

constexpr std::array languages{"en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "ar", "tr", "sv"};

constexpr const char* beside_dates =
    "published posted updated last modified update on at of the date am pm a m p utc gmt est edt pst "
    "pdt cet cest bst et ist st nd rd th first issued z t h uhr stand vom um veroffentlicht "
    "aktualisiert publie le mis jour de del el publicado em as atualizado actualizado pubblicato il "
    "alle aggiornato opublikowano обновлено опубликовано в г года نشر في تحديث om geplaatst";

const std::unordered_set<std::string_view> words_of_updates{
    "updated",     "modified",   "update",    "aktualisiert", "mis",  "atualizado",
    "actualizado", "aggiornato", "обновлено", "تحديث",        "stand"};

std::string folded_name(const icu::UnicodeString& name) {
  std::string text;
  name.toUTF8String(text);
  text = fold_value(text);
  while (!text.empty() && text.back() == '.') text.pop_back();
  return text;
}

template <class Take>
void for_each_name(const char* language, bool is_month, const Take& take) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale(language), status);
  if (U_FAILURE(status)) return;
  for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE})
    for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
      std::int32_t count = 0;
      const auto* names =
          is_month ? symbols.getMonths(count, context, width) : symbols.getWeekdays(count, context, width);
      for (std::int32_t i = 0; i < count; ++i) take(folded_name(names[i]), i);
    }
}

using Months = std::unordered_map<std::string, int>;

Months all_months() {
  Months names{{"sept", 9}};
  for (const auto* language : languages)
    for_each_name(language, true, [&](const std::string& name, int index) {
      const bool is_name = name.size() >= 3 && (name.front() < '0' || name.front() > '9');
      if (is_name) names.emplace(name, index + 1);
    });
  return names;
}

std::unordered_set<std::string> all_beside_dates() {
  std::unordered_set<std::string> names;
  std::istringstream words(beside_dates);
  for (std::string word; words >> word;) names.insert(word);
  for (const auto* language : languages)
    for_each_name(language, false, [&](const std::string& name, int) { names.insert(name); });
  return names;
}

}  // namespace

int month_of(const std::string& word) {
  static const Months months = all_months();
  const auto found = months.find(word);
  return found == months.end() ? 0 : found->second;
}

bool is_beside_dates(const std::string& word) {
  static const auto words = all_beside_dates();
  return words.contains(word);
}

bool says_updated(const std::string& word) { return words_of_updates.contains(word); }

}  // namespace morgue
