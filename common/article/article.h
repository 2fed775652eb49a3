// SPDX-License-Identifier: GPL-3.0-or-later
// Article: one piece of coverage as the archive keeps it. Knows nothing of files, words or Xapian.
#pragma once

#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "common/timestamp.h"

namespace morgue {

/// All texts are valid UTF-8; an empty text or list is an absent one.
struct Article {
  std::string id;
  std::string title;
  std::string body;  // plain text, paragraphs split by blank lines
  std::vector<std::string> people;
  bool people_recognised = false;
  std::string published;  // as given
  std::string updated;    // as given
  std::string added;      // ISO 8601 moment, set by the archive
  std::string source;
  std::string section;
  std::string language;  // BCP 47, as declared
  std::string language_detected;
  std::string url;
  std::vector<std::string> authors;
  std::vector<std::string> tags;
  std::vector<std::string> places;
  std::string status;     // "", "usable", "canceled" or "withheld"
  std::string embargoed;  // a date-time, as given
  nlohmann::json other =
      nlohmann::json::object();  // the source's further keys, kept and returned, not searched

  /// When the archive took this version, in seconds since 1970: a date more than a day later counts as none.
  /// Not in the JSON.
  std::int64_t taken = std::numeric_limits<std::int64_t>::max();

  bool operator==(const Article&) const = default;
};

/// The day or moment an article is of: published, else updated, else none. A date that cannot be read, before
/// 1600 or more than a day after `taken` is none.
std::optional<Timestamp> date_of(const Article&);
/// Whether a date was given that counts as none.
bool has_suspect_date(const Article&);

/// Which version of the article this is, as the source counts them in its key `version` (ninjs does): a whole
/// number or the text of one. nullopt for none.
std::optional<std::uint64_t> version_of(const Article&);

/// The id given to an article that has none: a UUID v5 of its url, else of source, date and title, else,
/// without a title, of its body (RFC 4122; url namespace).
std::string derived_id(const Article&);
/// https, lower-case host, no fragment, no utm_* fbclid gclid parameter, no last slash.
std::string normal_url(std::string_view url);
/// The lower-case host of a url, "" if it has none.
std::string host_of(std::string_view url);

}  // namespace morgue
