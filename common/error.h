// SPDX-License-Identifier: GPL-3.0-or-later
// Error: the one exception that crosses rooms. Knows no room; doors turn it into exit codes and statuses.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace morgue {

enum class ErrorKind {
  usage,         // an option or parameter that cannot be understood
  bad_input,     // an article or file that cannot be taken
  bad_query,     // only under strict
  not_found,     // an article or an archive that is not there
  locked,        // another writer holds the archive
  incompatible,  // an archive of another format version
  storage,       // the disk or the database says no
};

class Error : public std::runtime_error {
 public:
  Error(ErrorKind error_kind, const std::string& message, std::string what_to_do = {})
      : std::runtime_error(message), kind_(error_kind), hint_(std::move(what_to_do)) {}

  ErrorKind kind() const { return kind_; }
  /// What the reader of the message can do next; may be empty.
  const std::string& hint() const { return hint_; }

 private:
  ErrorKind kind_;
  std::string hint_;
};

}  // namespace morgue
