// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/files_on_disk.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "common/index/storage_error.h"

namespace morgue {

namespace {

namespace fs = std::filesystem;

std::string megabytes(std::uint64_t bytes) { return std::to_string((bytes + 999'999) / 1'000'000) + " MB"; }

}  // namespace

void sync(const fs::path& path) {
  const std::string doing = "cannot write " + path.string() + " to the disk";
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw storage_error(doing, errno);
  const int failure = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  // EINVAL: a file system without it for directories; there is nothing more to be had there.
  if (failure != 0 && failure != EINVAL) throw storage_error(doing, failure);
}

void sync_with_contents(const fs::path& directory) {
  for (const auto& entry : fs::directory_iterator(directory))
    if (entry.is_regular_file()) sync(entry.path());
  sync(directory);
}

std::uint64_t bytes_in(const fs::path& directory) {
  return with_file_errors("cannot look into " + directory.string(), [&] {
    std::uint64_t bytes = 0;
    for (const auto& entry : fs::directory_iterator(directory))
      if (entry.is_regular_file()) bytes += entry.file_size();
    return bytes;
  });
}

void require_room(const fs::path& directory, std::uint64_t bytes, const std::string& what) {
  const std::uint64_t there_is = with_file_errors("cannot look at the disk of " + directory.string(),
                                                  [&] { return fs::space(directory).available; });
  if (there_is >= bytes) return;
  throw Error(ErrorKind::storage,
              what + " takes at least " + megabytes(bytes) + " on the disk of " + directory.string() +
                  "; there are " + megabytes(there_is),
              "make room on the disk, then run the same command again");
}

}  // namespace morgue
