// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the archive's writer late, so that a run that takes nothing makes no archive.
#include "indexer/target.h"

#include <utility>

#include "common/index/archive.h"

namespace morgue {

Target::Target(std::string archive, const ArchiveWriterOptions& options, bool is_dry_run)
    : archive_(std::move(archive)), options_(options), is_dry_run_(is_dry_run) {
  if (!is_dry_run_ && ArchiveDirectory(archive_).exists()) {
    open();
    if (options_.build != Build::anew) generation_ = writer_->generation();
    options_.time_zone = writer_->time_zone();
  }
  if (options_.time_zone.empty()) options_.time_zone = "UTC";
}

Put Target::put(PreparedArticle article) {
  return is_dry_run_ ? Put::added : writer().put(std::move(article));
}

bool Target::remove(const std::string& id) { return is_dry_run_ || writer().remove(id); }

void Target::publish() {
  if (writer_) writer_->publish();
}

std::uint64_t Target::articles() const { return writer_ ? writer_->articles() : 0; }

void Target::open() { writer_ = std::make_unique<ArchiveWriter>(archive_, options_); }

ArchiveWriter& Target::writer() {
  if (!writer_) open();
  return *writer_;
}

}  // namespace morgue
