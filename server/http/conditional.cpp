// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/conditional.h"

#include <algorithm>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>

#include "server/http/message.h"

namespace morgue::http {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto begin = std::min(text.find_first_not_of(" \t"), text.size());
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

template <class Use>
bool any_item(std::string_view list, char separator, const Use& use) {
  for (std::size_t begin = 0; begin <= list.size();) {
    const auto end = std::min(list.find(separator, begin), list.size());
    const auto item = trimmed(list.substr(begin, end - begin));
    if (!item.empty() && use(item)) return true;
    begin = end + 1;
  }
  return false;
}

std::string_view name_of(std::string_view item) { return trimmed(item.substr(0, item.find(';'))); }

/// `;q=0`, however many noughts.
bool is_refused(std::string_view item) {
  const auto semicolon = item.find(';');
  if (semicolon == std::string_view::npos) return false;
  return any_item(item.substr(semicolon + 1), ';', [](std::string_view parameter) {
    return parameter.size() > 2 && same_token(parameter.substr(0, 2), "q=") &&
           parameter.find_first_not_of("0.", 2) == std::string_view::npos;
  });
}

bool covers(std::string_view range, std::string_view type) {
  if (range == "*/*" || same_token(range, type)) return true;
  return range.ends_with("/*") && type.size() >= range.size() &&
         same_token(range.substr(0, range.size() - 1), type.substr(0, range.size() - 1));
}

std::string_view opaque(std::string_view tag) {
  if (tag.starts_with("W/")) tag.remove_prefix(2);
  return tag;
}

}  // namespace

std::string weak_tag(const std::vector<std::string_view>& parts) {
  std::string all;
  for (const auto part : parts) all.append(std::to_string(part.size())).append(":").append(part);
  const boost::uuids::name_generator_sha1 hash(boost::uuids::ns::oid());
  return "W/\"" + to_string(hash(all)) + "\"";
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
  return any_item(if_none_match, ',',
                  [&](std::string_view item) { return item == "*" || opaque(item) == opaque(tag); });
}

bool accepts(std::string_view accept, const std::vector<std::string_view>& types) {
  if (trimmed(accept).empty() || types.empty()) return true;
  return any_item(accept, ',', [&](std::string_view item) {
    return !is_refused(item) &&
           std::any_of(types.begin(), types.end(), [&](auto type) { return covers(name_of(item), type); });
  });
}

bool accepts_gzip(std::string_view accept_encoding) {
  bool is_named = false;
  bool is_wanted = false;
  any_item(accept_encoding, ',', [&](std::string_view item) {
    const bool is_gzip = same_token(name_of(item), "gzip");
    if (is_gzip || (!is_named && name_of(item) == "*")) is_wanted = !is_refused(item);
    is_named = is_named || is_gzip;
    return false;
  });
  return is_wanted;
}

}  // namespace morgue::http
