// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/bulk/known_xapian.h"

#include <xapian.h>

#include <charconv>
#include <fstream>
#include <iterator>
#include <string>

#include "common/error.h"
#include "common/index/bulk/glass_format.h"
#include "common/index/bulk/version_file.h"
#include "common/index/storage_error.h"
#include "common/index/xapian_errors.h"

namespace morgue {

namespace {

namespace fs = std::filesystem;

Error unknown(const std::string& what) {
  return Error(ErrorKind::incompatible,
               "archives can be built in bulk only for Xapian 1.4 from 1.4.22 on: " + what,
               "use --build in-place");
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

bool is_known_xapian(std::string_view version) {
  constexpr std::string_view series = "1.4.";
  constexpr int first = 22;
  if (!version.starts_with(series)) return false;
  version.remove_prefix(series.size());
  int revision = 0;
  const auto read = std::from_chars(version.data(), version.data() + version.size(), revision);
  return read.ec == std::errc() && read.ptr == version.data() + version.size() && revision >= first;
}

void require_known_xapian(const fs::path& scratch) {
  const std::string version = Xapian::version_string();
  if (!is_known_xapian(version)) throw unknown("this is " + version);
  const fs::path probe = scratch / "probe";
  with_xapian_errors("cannot make " + probe.string(), [&] {
    Xapian::WritableDatabase database(probe.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    database.commit();
  });
  const auto format = format_version_of(bytes_of(probe / "iamglass"));
  with_file_errors("cannot remove " + probe.string(), [&] { return fs::remove_all(probe); });
  if (format != glass::format_version) throw unknown("this one writes another format");
}

}  // namespace morgue
