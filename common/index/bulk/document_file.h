// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept by document while lists are inverted, a file a lane in the order of docids; and many files
// read as one. Knows nothing of what it is.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/bulk/byte_file.h"
#include "common/index/bulk/table_writer.h"

namespace morgue {

struct DocumentRecord {
  std::uint32_t docid = 0;
  Tag form = Tag::plain;  // of the tag
  std::string_view tag;
  std::string_view slots;  // tag of the slots that have values; may be empty
};

void append_record(FileWriter&, const DocumentRecord&);

class DocumentMerger {
 public:
  explicit DocumentMerger(const std::vector<std::string>& paths);

  /// The next by docid, valid until the next call. False at the end.
  bool next(DocumentRecord&);

 private:
  struct Source {
    std::unique_ptr<FileReader> file;
    std::uint32_t docid = 0;  // of the record that comes
  };
  std::vector<Source> sources_;
  std::string tag_;
  std::string slots_;
};

}  // namespace morgue
