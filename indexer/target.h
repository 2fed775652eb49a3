// SPDX-License-Identifier: GPL-3.0-or-later
// The archive that a run writes: opened when it is needed, and not at all in a dry run. Knows nothing of
// inputs.
#pragma once

#include <memory>
#include <string>

#include "common/index/archive_writer.h"

namespace morgue {

class Target {
 public:
  /// Opens an archive that is there; a new one is made by the first article. Throws as ArchiveWriter.
  Target(std::string archive, std::string time_zone, bool is_dry_run);

  /// As ArchiveWriter. In a dry run every article is added, and every one that is removed was there.
  Put put(Article, std::int64_t now);
  bool remove(const std::string& id);
  void commit();
  std::uint64_t articles() const;

 private:
  ArchiveWriter& writer();

  std::string archive_;
  std::string time_zone_;
  bool is_dry_run_;
  std::unique_ptr<ArchiveWriter> writer_;
};

}  // namespace morgue
