// SPDX-License-Identifier: GPL-3.0-or-later
// A cursor is base64url (RFC 4648 section 5, without padding) of 8 bytes of a hash over the search and the
// place, and the place: "k" and the key, or the offset, ":" and the generation.
#include "common/search/cursor.h"

#include <algorithm>
#include <array>
#include <boost/uuid/name_generator_sha1.hpp>
#include <charconv>
#include <optional>

namespace morgue {
namespace {

constexpr std::size_t sum_bytes = 8;
constexpr std::string_view signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string to_base64url(std::string_view bytes) {
  std::string text;
  unsigned bits = 0;
  int count = 0;  // of the bits that are not written yet
  for (const char byte : bytes) {
    bits = (bits << 8 | static_cast<unsigned char>(byte)) & 0xFFFF;
    for (count += 8; count >= 6; count -= 6) text += signs[bits >> (count - 6) & 63];
  }
  if (count > 0) text += signs[bits << (6 - count) & 63];
  return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char sign : text) {
    const auto value = signs.find(sign);
    if (value == std::string_view::npos) return std::nullopt;
    bits = (bits << 6 | static_cast<unsigned>(value)) & 0xFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 255);
  }
  return bytes;
}

void add(std::string& text, std::string_view value) {
  text.append(std::to_string(value.size())).append(":").append(value);
}

/// All that decides which results there are and in what order.
std::string what_is_asked(const SearchRequest& request) {
  std::string text;
  add(text, request.query);
  for (const Field field : request.in) add(text, info(field).name);
  for (const auto& day : {request.published.first, request.published.last})
    add(text, day ? to_iso(*day) : "");
  for (const auto& filter : request.filters) {
    add(text, info(filter.field).name);
    for (const auto& values : {filter.wanted, filter.unwanted}) {
      text += '/';
      for (const auto& value : values) add(text, value);
    }
  }
  text += std::to_string(static_cast<int>(request.match)) + std::to_string(static_cast<int>(request.order));
  return text;
}

std::string sum_of(const SearchRequest& request, std::string_view place) {
  std::string text = what_is_asked(request);
  add(text, place);
  const boost::uuids::name_generator_sha1 name_based(boost::uuids::ns::oid());
  const auto uuid = name_based(text);
  return {uuid.begin(), uuid.begin() + sum_bytes};
}

std::string bytes_of(const Place& place) {
  if (!place.key.empty()) return "k" + place.key;
  return std::to_string(place.offset) + ":" + place.generation;
}

Place place_in(std::string_view bytes) {
  Place place;
  if (bytes.starts_with('k')) {
    place.key = bytes.substr(1);
    return place;
  }
  const auto colon = std::min(bytes.find(':'), bytes.size());
  std::from_chars(bytes.data(), bytes.data() + colon, place.offset);
  place.generation = bytes.substr(std::min(colon + 1, bytes.size()));
  return place;
}

}  // namespace

std::string to_cursor(const SearchRequest& request, const Place& place) {
  const auto bytes = bytes_of(place);
  return to_base64url(sum_of(request, bytes) + bytes);
}

Place place_of_cursor(const SearchRequest& request, std::string_view now) {
  const auto bytes = from_base64url(request.cursor);
  if (!bytes || bytes->size() <= sum_bytes ||
      sum_of(request, std::string_view(*bytes).substr(sum_bytes)) != bytes->substr(0, sum_bytes))
    throw BadCursor("the cursor is of another search, or not whole", false);
  auto place = place_in(std::string_view(*bytes).substr(sum_bytes));
  if (place.key.empty() && place.generation != now)
    throw BadCursor("the archive has changed since, and with it the order by relevance", true);
  return place;
}

}  // namespace morgue
