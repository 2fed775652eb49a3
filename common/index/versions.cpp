// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/versions.h"

#include <chrono>

#include "common/index/stored_article.h"

namespace morgue {

namespace {

bool has_the_date_it_was_taken_with(const Article& article, std::int64_t taken) {
  Article dates;
  dates.published = article.published;
  dates.updated = article.updated;
  dates.taken = taken;
  return date_of(dates) == date_of(article);
}

bool is_earlier(Timestamp one, Timestamp other) {
  if (!one.whole_day && !other.whole_day) return one.seconds < other.seconds;
  const auto day = [](Timestamp t) {
    return std::chrono::floor<std::chrono::days>(std::chrono::seconds(t.seconds));
  };
  return day(one) < day(other);
}

}  // namespace

bool is_unchanged(const Article& article, std::string_view content, std::string_view known_stored) {
  return stored_content(known_stored) == content &&
         has_the_date_it_was_taken_with(article, stored_moments(known_stored).taken);
}

bool is_older(const Article& article, std::string_view known_stored) {
  const auto updated = parse_timestamp(article.updated);
  const auto version = version_of(article);
  if (!updated && !version) return false;
  const auto known = from_stored(known_stored);
  const auto known_updated = parse_timestamp(known.updated);
  if (updated && known_updated && is_earlier(*updated, *known_updated)) return true;
  if (updated && known_updated && is_earlier(*known_updated, *updated)) return false;
  const auto known_version = version_of(known);
  return version && known_version && *version < *known_version;
}

}  // namespace morgue
