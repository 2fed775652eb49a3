// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the archive's writer late, so that a run that takes nothing makes no archive.
#include "indexer/target.h"

#include "common/index/archive.h"

namespace morgue {

Target::Target(std::string archive, std::string time_zone, bool is_dry_run)
    : archive_(std::move(archive)), time_zone_(std::move(time_zone)), is_dry_run_(is_dry_run) {
  if (!is_dry_run_ && ArchiveDirectory(archive_).exists()) writer();
}

Put Target::put(Article article, std::int64_t now) {
  return is_dry_run_ ? Put::added : writer().put(std::move(article), now);
}

bool Target::remove(const std::string& id) { return is_dry_run_ || writer().remove(id); }

void Target::commit() {
  if (writer_) writer_->commit();
}

std::uint64_t Target::articles() const { return writer_ ? writer_->articles() : 0; }

ArchiveWriter& Target::writer() {
  if (!writer_) {
    ArchiveWriterOptions options;
    options.time_zone = time_zone_;
    writer_ = std::make_unique<ArchiveWriter>(archive_, options);
  }
  return *writer_;
}

}  // namespace morgue
