// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/at_once.h"

#include <array>
#include <string>
#include <utility>

#include "server/embedded_files.h"

namespace morgue {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 2> content_types{{
    {".css", "text/css; charset=utf-8"},
    {".svg", "image/svg+xml"},
}};

std::string content_type_of(std::string_view name) {
  for (const auto& [ending, type] : content_types)
    if (name.ends_with(ending)) return std::string(type);
  return "application/octet-stream";
}

}  // namespace

std::optional<http::Response> tell_health(const Call&) {
  return http::Response{
      .headers = {{"Content-Type", "text/plain; charset=utf-8"}, {"Cache-Control", "no-store"}},
      .body = "ok"};
}

std::optional<http::Response> give_asset(const Call& call) {
  const auto* file = find_embedded("assets/" + std::string(call.rest));
  if (!file) return std::nullopt;
  return http::Response{
      .headers = {{"Content-Type", content_type_of(file->name)}, {"Cache-Control", "public, max-age=300"}},
      .body = std::string(file->content)};
}

}  // namespace morgue
