// SPDX-License-Identifier: GPL-3.0-or-later
// Which of Xapian's exceptions is which of our kinds, and what can be done: one table.
#include "common/index/xapian_errors.h"

#include <array>
#include <string_view>

#include "common/index/storage_error.h"

namespace morgue {

namespace {

struct Translation {
  std::string_view type;  // as Xapian::Error::get_type() names it
  ErrorKind kind;
  const char* hint;
};

constexpr const char* rebuild = "build the archive anew: morgue-index --rebuild";

constexpr std::array translations{
    Translation{"DatabaseCorruptError", ErrorKind::storage, rebuild},
    Translation{"DatabaseNotFoundError", ErrorKind::storage, rebuild},
    Translation{"DatabaseOpeningError", ErrorKind::storage, rebuild},
    Translation{"DatabaseVersionError", ErrorKind::incompatible, rebuild},
    Translation{"DatabaseLockError", ErrorKind::locked, "wait until the other writer has finished"},
    Translation{"DatabaseModifiedError", ErrorKind::storage,
                "ask again: the archive was changed twice meanwhile"},
};

constexpr Translation anything_else{"", ErrorKind::storage, ""};

const Translation& translation_of(std::string_view type) {
  for (const auto& translation : translations)
    if (translation.type == type) return translation;
  return anything_else;
}

std::string system_text(const Xapian::Error& error) {
  const char* said = error.get_error_string();
  return said ? said : "";
}

}  // namespace

Error to_error(const Xapian::Error& error, const std::string& doing) {
  const Translation& translation = translation_of(error.get_type());
  const std::string said = system_text(error);
  std::string message = doing + ": " + error.get_msg();
  if (!said.empty()) message += " (" + said + ")";
  const std::string hint = storage_hint(said);
  return Error(translation.kind, message, hint.empty() ? translation.hint : hint);
}

}  // namespace morgue
