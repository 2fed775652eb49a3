// SPDX-License-Identifier: GPL-3.0-or-later
// When the archive that is built anew had first taken its articles. Knows nothing of what is built.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "common/index/known_articles.h"

namespace morgue {

/// Of a generation that may be broken or of another format: what cannot be read of it is counted, not thrown.
class MomentsBefore {
 public:
  explicit MomentsBefore(const std::filesystem::path& generation);

  /// In seconds since 1970; nullopt for an article that was not there, or that cannot be read.
  std::optional<std::int64_t> added(const std::string& id);
  /// How often it could not be read.
  std::uint64_t lost() const { return lost_; }

 private:
  std::optional<KnownArticles> articles_;  // empty where the generation cannot be opened
  std::uint64_t lost_ = 0;
};

}  // namespace morgue
