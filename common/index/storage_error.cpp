// SPDX-License-Identifier: GPL-3.0-or-later
// The hints for what disks refuse: one table.
#include "common/index/storage_error.h"

#include <array>
#include <cerrno>
#include <system_error>

namespace morgue {

namespace {

struct Refusal {
  int number;
  const char* hint;
};

constexpr const char* make_room = "make room on the disk, then run the same command again";
constexpr const char* other_account = "use an account that may write there, or another --archive";

constexpr std::array refusals{
    Refusal{ENOSPC, make_room},
    Refusal{EDQUOT, make_room},
    Refusal{EFBIG, make_room},
    Refusal{EACCES, other_account},
    Refusal{EPERM, other_account},
    Refusal{EROFS, "the file system is read-only: mount it for writing, or use another --archive"},
    Refusal{EIO, "look at the system's log: the disk may be failing"},
    Refusal{EMFILE, "allow more open files (ulimit -n)"},
};

std::string system_text(int number) { return std::generic_category().message(number); }

}  // namespace

Error storage_error(const std::string& doing, int number) {
  const std::string said = system_text(number);
  return Error(ErrorKind::storage, doing + ": " + said, storage_hint(said));
}

std::string storage_hint(std::string_view what_the_system_said) {
  for (const auto& refusal : refusals)
    if (what_the_system_said == system_text(refusal.number)) return refusal.hint;
  return {};
}

}  // namespace morgue
