// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/moments_before.h"

#include "common/error.h"
#include "common/index/stored_article.h"

namespace morgue {

MomentsBefore::MomentsBefore(const std::filesystem::path& generation) {
  try {
    articles_.emplace(generation);
  } catch (const Error&) {
    // Every article that is asked for then counts as lost.
  }
}

std::optional<std::int64_t> MomentsBefore::added(const std::string& id) {
  try {
    if (articles_) {
      const auto stored = articles_->find(id);
      return stored ? stored_moments(*stored).added : std::nullopt;
    }
  } catch (const Error&) {
    // Counted with those of a generation that cannot be opened.
  }
  ++lost_;
  return std::nullopt;
}

}  // namespace morgue
