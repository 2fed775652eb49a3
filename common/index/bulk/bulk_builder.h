// SPDX-License-Identifier: GPL-3.0-or-later
// Builds a whole generation of an archive at once, many times as fast as an ArchiveWriter, and the same in
// all that can be asked of it. Hides Xapian and its files.
//
//   analysed articles ▶ inverter, one a lane ▶ runs on disk ▶ merger ▶ table writers ▶ version file ▶
//   self-check
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "common/article/analysed_article.h"

namespace morgue {

struct BulkOptions {
  std::string time_zone = "UTC";
  std::size_t lanes = 1;
  std::size_t memory = 512u << 20;  // bytes, for all lanes
};

/// Throws Error(storage), and Error(incompatible) from its constructor where the Xapian that runs is not
/// known to read what is written here: then use an ArchiveWriter. What is built depends on articles and
/// docids alone, not on lanes or memory. After an error the folder is to be removed.
class BulkBuilder {
 public:
  /// The folder must be there and empty. Whose files are made durable by ArchiveDirectory::make_current().
  BulkBuilder(std::filesystem::path generation, const BulkOptions&);
  ~BulkBuilder();

  /// Adds an article, with `added` and `taken` set, and what from_stored() shall give. Each lane may be used
  /// by one thread at a time; docids, from 1, increase within a lane and are given once. Two articles must
  /// not have one id. Throws Error(bad_input) for an article that cannot be taken: its docid stays free.
  void add(std::size_t lane, std::uint32_t docid, const AnalysedArticle&, std::string_view stored);

  /// Writes the generation and checks it. Nothing can be added then.
  void finish();

  std::uint64_t articles() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace morgue
