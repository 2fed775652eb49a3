// SPDX-License-Identifier: GPL-3.0-or-later
// The version file of a glass database: where its tables begin, and the statistics of its documents.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/index/bulk/table_writer.h"

namespace morgue {

struct DocumentStatistics {
  std::uint32_t count = 0;
  std::uint32_t last_docid = 0;
  std::uint32_t shortest = 0;  // words, of documents that have any
  std::uint32_t longest = 0;
  std::uint32_t greatest_wdf = 0;
  std::uint64_t total_length = 0;

  void add(std::uint32_t docid, std::uint32_t length);
};

/// A table that is not there has no root.
struct GlassTables {
  TableRoot postlist;
  std::optional<TableRoot> docdata;
  TableRoot termlist;
  std::optional<TableRoot> synonym;
};

/// The bytes of the file; `uuid` tells this database from others.
std::string version_file(const GlassTables&, const DocumentStatistics&, const std::array<char, 16>& uuid);

/// The format version that a version file names; nothing for a file of another kind.
std::optional<std::uint32_t> format_version_of(std::string_view file);

}  // namespace morgue
