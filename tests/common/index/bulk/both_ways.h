// SPDX-License-Identifier: GPL-3.0-or-later
// The same articles in two archives: written by an ArchiveWriter and built in bulk.
#pragma once

#include <string>
#include <vector>

#include "common/article/article.h"
#include "common/index/bulk/bulk_builder.h"
#include "tests/support/articles.h"

namespace morgue::testing_support {

/// As an archive of its own.
void write_archive(const std::string& directory, const std::vector<Article>&,
                   const std::string& time_zone = "UTC");
/// Articles go to the lanes in turn, a few at a time.
void build_archive(const std::string& directory, const std::vector<Article>&, const BulkOptions& = {});

std::string generation_of(const std::string& directory);

/// "" if they hold the same, answer alike and Xapian finds no fault in either; otherwise what is wrong.
std::string fault_between(const std::string& generation, const std::string& other, std::size_t queries,
                          std::uint64_t seed = 1);
/// The same after Xapian has compacted both.
std::string fault_after_compaction(const std::string& generation, const std::string& other,
                                   const TemporaryDirectory& room);

}  // namespace morgue::testing_support
