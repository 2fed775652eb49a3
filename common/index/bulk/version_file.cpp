// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/bulk/version_file.h"

#include <algorithm>

#include "common/index/bulk/glass_format.h"

namespace morgue {

namespace {

using namespace glass;

constexpr std::uint32_t read_straight_through = 1u << 1;  // its leaves lie in the order of their keys
constexpr std::uint32_t absent = 1u << 0;

void append_root(std::string& to, const TableRoot& table) {
  append_uint(to, table.root);
  append_uint(to, table.level << 2 | read_straight_through);
  append_uint(to, table.entries);
  append_uint(to, block_size >> 11);
  append_uint(to, table.compress_from);
  std::string free_blocks;  // none: a revision, the number of blocks, where the list is read and written
  append_uint(free_blocks, revision);
  append_uint(free_blocks, table.blocks);
  for (int i = 0; i < 4; ++i) append_uint(free_blocks, 0);
  append_string(to, free_blocks);
}

void append_root(std::string& to, const std::optional<TableRoot>& table) {
  if (table) return append_root(to, *table);
  append_uint(to, 0);
  append_uint(to, read_straight_through | absent);
  append_uint(to, 0);
  append_uint(to, block_size >> 11);
  append_uint(to, compress_from);
  append_string(to, {});
}

}  // namespace

void DocumentStatistics::add(std::uint32_t docid, std::uint32_t length) {
  ++count;
  last_docid = docid;
  total_length += length;
  longest = std::max(longest, length);
  if (length > 0) shortest = shortest == 0 ? length : std::min(shortest, length);
}

std::string version_file(const GlassTables& tables, const DocumentStatistics& documents,
                         const std::array<char, 16>& uuid) {
  std::string file(magic);
  file.push_back(static_cast<char>(format_version >> 8));
  file.push_back(static_cast<char>(format_version & 0xff));
  file.append(uuid.data(), uuid.size());
  append_uint(file, revision);
  append_root(file, tables.postlist);
  append_root(file, tables.docdata);
  append_root(file, tables.termlist);
  append_root(file, std::nullopt);  // positions
  append_root(file, std::nullopt);  // spelling
  append_root(file, tables.synonym);
  append_uint(file, documents.count);
  append_uint(file, documents.last_docid - documents.count);
  append_uint(file, documents.shortest);
  append_uint(file, documents.greatest_wdf);
  append_uint(file, documents.longest - documents.greatest_wdf);
  append_uint(file, 0);  // the oldest set of changes
  append_uint(file, documents.total_length);
  append_uint(file, 0);  // the greatest frequency of a spelling
  return file;
}

std::optional<std::uint32_t> format_version_of(std::string_view file) {
  if (!file.starts_with(magic) || file.size() < magic.size() + 2) return std::nullopt;
  const auto high = static_cast<unsigned char>(file[magic.size()]);
  const auto low = static_cast<unsigned char>(file[magic.size() + 1]);
  return std::uint32_t{high} << 8 | low;
}

}  // namespace morgue
