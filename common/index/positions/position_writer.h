// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping words' positions with every article that is put or removed in place. Knows nothing of articles but
// their docids.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace morgue {

/// Gathers changes; a database is given them at once.
class PositionWriter {
 public:
  /// From now on the word has this position code in the article; none where it is empty.
  void set(std::uint32_t docid, const std::string& form, std::string_view code);

  /// Memory that is held until they are written.
  std::size_t bytes() const { return bytes_; }

  /// To be called before every commit. Throws Error(storage) for chunks that are damaged.
  void write(Xapian::WritableDatabase&);

 private:
  struct Change {
    std::uint32_t docid;
    std::string code;
  };
  using Changes = std::vector<Change>;  // of one article the last one counts

  class Chunks;

  std::unordered_map<std::string, Changes> changes_;  // by form
  std::size_t bytes_ = 0;
};

}  // namespace morgue
