// SPDX-License-Identifier: GPL-3.0-or-later
// What was not taken and why: all of it into the rejects file, the number and the first few to people. Knows
// no archive.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "indexer/inputs/article_sink.h"

namespace morgue {

/// {"input","line","byte","id","code","reason","hint"}; the id is null where it is not known.
std::string reject_json(const Fault&);

class Rejects {
 public:
  /// `file` may be "": then only the first few are kept. Throws Error(storage) for a file that cannot be
  /// written.
  explicit Rejects(std::string file);

  void add(const Fault&);
  std::uint64_t count() const { return count_; }
  /// There must be one.
  const Fault& first() const { return first_.front(); }

  /// Throws Error(storage) if the file did not take everything.
  void finish();
  /// The number, the first few, and where the rest is, in lines; "" if there are none.
  std::string in_words() const;

 private:
  std::string file_;
  std::ofstream stream_;
  std::uint64_t count_ = 0;
  std::vector<Fault> first_;
};

}  // namespace morgue
