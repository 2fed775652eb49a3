// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/bulk/document_file.h"

#include <algorithm>

namespace morgue {

void append_record(FileWriter& file, const DocumentRecord& record) {
  file.append_uint(record.docid);
  file.append_uint(record.form == Tag::compressed ? 1 : 0);
  file.append_string(record.tag);
  file.append_string(record.slots);
}

DocumentMerger::DocumentMerger(const std::vector<std::string>& paths) {
  for (const auto& path : paths) {
    Source source{std::make_unique<FileReader>(path)};
    if (source.file->at_end()) continue;
    source.docid = static_cast<std::uint32_t>(source.file->read_uint());
    sources_.push_back(std::move(source));
  }
}

bool DocumentMerger::next(DocumentRecord& record) {
  if (sources_.empty()) return false;
  const auto least = std::min_element(sources_.begin(), sources_.end(),
                                      [](const auto& a, const auto& b) { return a.docid < b.docid; });
  FileReader& file = *least->file;
  record.docid = least->docid;
  record.form = file.read_uint() == 1 ? Tag::compressed : Tag::plain;
  tag_ = file.read_string();
  slots_ = file.read_string();
  record.tag = tag_;
  record.slots = slots_;
  if (file.at_end()) sources_.erase(least);
  else least->docid = static_cast<std::uint32_t>(file.read_uint());
  return true;
}

}  // namespace morgue
