// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rehearsal.h"

#include <functional>
#include <string_view>
#include <utility>

#include "common/index/stored_article.h"
#include "common/index/versions.h"

namespace morgue {
namespace {

std::uint64_t hash_of(std::string_view text) { return std::hash<std::string_view>{}(text); }

/// Enough of the article for is_older().
std::string stored_version_of(const Article& article) {
  if (article.updated.empty() && !version_of(article)) return {};
  Article version;
  version.updated = article.updated;
  if (const auto number = version_of(article)) version.other["version"] = *number;
  return to_stored(version);
}

}  // namespace

Rehearsal::Rehearsal(const std::optional<std::filesystem::path>& generation) {
  if (!generation) return;
  known_.emplace(*generation);
  articles_ = known_->count();
}

Put Rehearsal::put(const PreparedArticle& prepared) {
  const auto& article = prepared.article;
  if (const auto again = versions_.find(article.id); again != versions_.end())
    return put_again(prepared, again->second);
  const auto stored = known_ ? known_->find(article.id) : std::nullopt;
  if (stored && is_unchanged(article, prepared.content, *stored)) return Put::unchanged;
  if (stored && is_older(article, *stored)) return Put::older;
  versions_[article.id] = Version{hash_of(prepared.content), stored_version_of(article)};
  if (stored) return Put::replaced;
  ++articles_;
  return Put::added;
}

Put Rehearsal::put_again(const PreparedArticle& prepared, std::optional<Version>& before) {
  Version version{hash_of(prepared.content), stored_version_of(prepared.article)};
  if (before && before->content == version.content) return Put::unchanged;
  if (before && !before->stored.empty() && is_older(prepared.article, before->stored)) return Put::older;
  const bool was_there = std::exchange(before, std::move(version)).has_value();
  if (was_there) return Put::replaced;
  ++articles_;
  return Put::added;
}

bool Rehearsal::remove(const std::string& id) {
  if (!is_known(id)) return false;
  versions_[id] = std::nullopt;
  --articles_;
  return true;
}

bool Rehearsal::is_known(const std::string& id) {
  if (const auto again = versions_.find(id); again != versions_.end()) return again->second.has_value();
  return known_ && known_->find(id).has_value();
}

}  // namespace morgue
