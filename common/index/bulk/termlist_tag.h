// SPDX-License-Identifier: GPL-3.0-or-later
// A document's list of terms as glass keeps it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace morgue::glass {

/// Appends a tag term by term.
class TermlistTag {
 public:
  /// The length is the sum of the wdfs.
  TermlistTag(std::string& tag, std::uint64_t length, std::uint64_t terms);

  /// Terms come in byte order, none twice.
  void add(std::string_view term, std::uint32_t wdf);

 private:
  std::string& tag_;
  std::string_view last_;
};

}  // namespace morgue::glass
