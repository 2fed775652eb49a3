// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/assets.h"

#include <array>
#include <map>
#include <string>
#include <utility>

#include "server/embedded_files.h"
#include "server/http/conditional.h"
#include "server/http/gzip.h"

namespace morgue {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> content_types{{
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".svg", "image/svg+xml"},
}};

constexpr std::string_view folder = "assets/";

std::string content_type_of(std::string_view name) {
  for (const auto& [ending, type] : content_types)
    if (name.ends_with(ending)) return std::string(type);
  return "application/octet-stream";
}

/// Each file is compressed and tagged once.
struct Asset {
  http::Response plain;
  http::Response packed;
  std::string tag;
};

Asset made(const EmbeddedFile& file) {
  Asset asset;
  asset.tag = http::weak_tag({file.content});
  asset.plain = {.headers = {{"Content-Type", content_type_of(file.name)},
                             {"Cache-Control", "public, max-age=300"},
                             {"ETag", asset.tag}},
                 .body = std::string(file.content)};
  asset.packed = asset.plain;
  http::compress(asset.packed, true);
  http::compress(asset.plain, false);
  return asset;
}

const std::map<std::string_view, Asset>& assets() {
  static const auto all = [] {
    std::map<std::string_view, Asset> assets;
    for (const auto& file : embedded_files())
      if (file.name.starts_with(folder)) assets.emplace(file.name.substr(folder.size()), made(file));
    return assets;
  }();
  return all;
}

}  // namespace

std::optional<http::Response> give_asset(const Call& call) {
  const auto found = assets().find(call.rest);
  if (found == assets().end()) return std::nullopt;
  const auto& [plain, packed, tag] = found->second;
  if (http::names_tag(call.request.header_text("If-None-Match"), tag))
    return http::Response{.status = 304, .headers = plain.headers};
  return http::accepts_gzip(call.request.header_text("Accept-Encoding")) ? packed : plain;
}

}  // namespace morgue
