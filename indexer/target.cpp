// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the archive's writer late, so that a run that takes nothing makes no archive.
#include "indexer/target.h"

#include <utility>

#include "common/index/archive.h"
#include "common/index/archive_reader.h"

namespace morgue {

Target::Target(std::string archive, const ArchiveWriterOptions& options, bool is_dry_run)
    : archive_(std::move(archive)), options_(options) {
  if (is_dry_run) rehearse();
  else if (ArchiveDirectory(archive_).exists()) {
    open();
    if (!is_built_beside()) generation_ = writer_->generation();
    options_.time_zone = writer_->time_zone();
  }
  if (options_.time_zone.empty()) options_.time_zone = "UTC";
}

Put Target::put(PreparedArticle article) {
  return rehearsal_ ? rehearsal_->put(article) : writer().put(std::move(article));
}

bool Target::remove(const std::string& id) {
  return rehearsal_ ? rehearsal_->remove(id) : writer().remove(id);
}

void Target::publish() {
  if (writer_) writer_->publish();
}

std::uint64_t Target::articles() const {
  if (rehearsal_) return rehearsal_->articles();
  return writer_ ? writer_->articles() : 0;
}

void Target::rehearse() {
  const ArchiveDirectory directory(archive_);
  if (options_.build != Build::anew && directory.exists()) {
    const ArchiveReader reader(archive_);
    check_time_zone(reader.time_zone(), options_.time_zone);
    options_.time_zone = reader.time_zone();
    generation_ = directory.current().path;
  }
  rehearsal_.emplace(generation_);
}

void Target::open() { writer_ = std::make_unique<ArchiveWriter>(archive_, options_); }

ArchiveWriter& Target::writer() {
  if (!writer_) open();
  return *writer_;
}

}  // namespace morgue
