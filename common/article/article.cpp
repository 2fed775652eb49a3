// SPDX-License-Identifier: GPL-3.0-or-later
// What an article's date and id are, and the one form of a url. Knows nothing of files, words or Xapian.
#include "common/article/article.h"

#include <algorithm>
#include <array>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <charconv>

namespace morgue {
namespace {

constexpr std::int64_t seconds_a_day = 24 * 60 * 60;
constexpr Day first_day_of_print = std::chrono::sys_days{std::chrono::year{1600} / std::chrono::January / 1};

bool is_believable(Timestamp moment, std::int64_t taken) {
  const std::int64_t earliest = std::chrono::sys_seconds{first_day_of_print}.time_since_epoch().count();
  return moment.seconds >= earliest && moment.seconds - seconds_a_day <= taken;
}

std::optional<Timestamp> believable_date(const std::string& text, std::int64_t taken) {
  const auto moment = parse_timestamp(text);
  return moment && is_believable(*moment, taken) ? moment : std::nullopt;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) { return lower(c); });
  return result;
}

/// The parts of "scheme://user@host:port/path?query#fragment", each without the sign that sets it off.
struct UrlParts {
  std::string_view scheme;
  std::string_view user;
  std::string_view host;
  std::string_view port;
  std::string_view path;
  std::string_view query;
};

/// Cuts at the first of the signs; what follows it is returned, the text keeps what stands before.
std::string_view cut_off(std::string_view& text, std::size_t at) {
  if (at == std::string_view::npos) return {};
  const auto rest = text.substr(at + 1);
  text = text.substr(0, at);
  return rest;
}

std::size_t port_colon(std::string_view host) {
  const auto colon = host.rfind(':');
  const auto bracket = host.rfind(']');  // of an IPv6 address
  const bool is_inside =
      bracket != std::string_view::npos && colon != std::string_view::npos && colon < bracket;
  return is_inside ? std::string_view::npos : colon;
}

bool is_scheme(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  });
}

/// nullopt for a text that is no url with a host.
std::optional<UrlParts> take_apart(std::string_view url) {
  const auto slashes = url.find("//");
  if (slashes == std::string_view::npos) return std::nullopt;
  UrlParts parts;
  parts.scheme = url.substr(0, slashes);
  if (!parts.scheme.empty()) {
    if (parts.scheme.back() != ':') return std::nullopt;
    parts.scheme.remove_suffix(1);
  }
  if (!is_scheme(parts.scheme)) return std::nullopt;
  std::string_view rest = url.substr(slashes + 2);
  cut_off(rest, rest.find('#'));
  parts.query = cut_off(rest, rest.find('?'));
  const auto path = rest.find('/');
  parts.host = rest.substr(0, path);
  if (path != std::string_view::npos) parts.path = rest.substr(path);
  if (const auto at = parts.host.rfind('@'); at != std::string_view::npos) {
    parts.user = parts.host.substr(0, at);
    parts.host.remove_prefix(at + 1);
  }
  parts.port = cut_off(parts.host, port_colon(parts.host));
  if (parts.host.empty()) return std::nullopt;
  return parts;
}

bool says_where_the_reader_came_from(std::string_view parameter) {
  constexpr std::array<std::string_view, 2> trackers{"fbclid", "gclid"};
  const auto name = parameter.substr(0, parameter.find('='));
  return name.starts_with("utm_") || std::find(trackers.begin(), trackers.end(), name) != trackers.end();
}

std::string without_trackers(std::string_view query) {
  std::string kept;
  while (!query.empty()) {
    const auto end = std::min(query.find('&'), query.size());
    const auto parameter = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (parameter.empty() || says_where_the_reader_came_from(parameter)) continue;
    kept += kept.empty() ? "?" : "&";
    kept += parameter;
  }
  return kept;
}

std::string_view without_last_slashes(std::string_view path) {
  return path.substr(0, path.find_last_not_of('/') + 1);
}

std::string what_identifies(const Article& article) {
  if (!article.url.empty()) return normal_url(article.url);
  const auto& date = article.published.empty() ? article.updated : article.published;
  if (article.title.empty()) return article.body;  // else two untitled pieces of one day would be one
  return article.source + "\n" + date + "\n" + article.title;
}

}  // namespace

std::optional<Timestamp> date_of(const Article& article) {
  const auto published = believable_date(article.published, article.taken);
  return published ? published : believable_date(article.updated, article.taken);
}

bool has_suspect_date(const Article& article) {
  const auto is_suspect = [&](const std::string& date) {
    return !date.empty() && !believable_date(date, article.taken);
  };
  return is_suspect(article.published) || is_suspect(article.updated);
}

std::optional<std::uint64_t> version_of(const Article& article) {
  const auto found = article.other.find("version");
  if (found == article.other.end()) return std::nullopt;
  if (found->is_number_integer() && *found >= 0) return found->get<std::uint64_t>();
  if (!found->is_string()) return std::nullopt;
  const auto& text = found->get_ref<const std::string&>();
  std::uint64_t version = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), version);
  const bool is_all = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return is_all ? std::optional(version) : std::nullopt;
}

std::string derived_id(const Article& article) {
  boost::uuids::name_generator_sha1 uuid_of(boost::uuids::ns::url());
  return boost::uuids::to_string(uuid_of(what_identifies(article)));
}

std::string normal_url(std::string_view url) {
  const auto parts = take_apart(url);
  if (!parts) return std::string(url);
  const auto scheme = lower(parts->scheme);
  std::string result = scheme.empty() || scheme == "http" ? "https" : scheme;
  result += "://";
  if (!parts->user.empty()) result.append(parts->user).append("@");
  result += lower(parts->host);
  if (!parts->port.empty()) result.append(":").append(parts->port);
  result += without_last_slashes(parts->path);
  return result + without_trackers(parts->query);
}

std::string host_of(std::string_view url) {
  const auto parts = take_apart(url);
  return parts ? lower(parts->host) : "";
}

}  // namespace morgue
