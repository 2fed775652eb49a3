// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the stored bytes together and takes them apart.
#include "common/index/stored_article.h"

#include <zstd.h>

#include <limits>
#include <memory>
#include <new>

#include "common/article/article_record.h"
#include "common/error.h"
#include "common/index/schema.h"

namespace morgue {

namespace {

constexpr char stored_version = 3;
constexpr std::size_t moment_length = 8;
constexpr std::size_t taken_begin = 1;
constexpr std::size_t added_begin = taken_begin + moment_length;
constexpr std::size_t content_begin = added_begin + moment_length;
constexpr std::int64_t not_added = std::numeric_limits<std::int64_t>::min();
constexpr int compression_level = 3;
constexpr std::uint64_t longest_content = std::uint64_t{1} << 30;  // beyond is damage: no input is that large

// Xapian's reader only fails on data longer than this that its compression shrinks (XAPIAN.md 1).
constexpr std::size_t harmless_length = 8192;

Error not_ours(const std::string& what) {
  return Error(ErrorKind::storage, "an article's stored data cannot be read: " + what,
               "build the archive anew: morgue-index --rebuild");
}

/// Making one costs more than a short article.
ZSTD_CCtx* compressor() {
  thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> kept(ZSTD_createCCtx(),
                                                                               ZSTD_freeCCtx);
  if (!kept) throw std::bad_alloc();
  return kept.get();
}

std::string compressed_once(std::string_view data) {
  std::string frame(ZSTD_compressBound(data.size()), '\0');
  const std::size_t length = ZSTD_compressCCtx(compressor(), frame.data(), frame.size(), data.data(),
                                               data.size(), compression_level);
  if (ZSTD_isError(length))
    throw Error(ErrorKind::storage, std::string("zstd: ") + ZSTD_getErrorName(length));
  frame.resize(length);
  return frame;
}

// A long text of one letter gives a long frame of equal blocks, which can itself be shrunk: then we do it,
// not Xapian.
std::string compressed(std::string_view data) {
  std::string frame = compressed_once(data);
  if (frame.size() <= harmless_length) return frame;
  std::string again = compressed_once(frame);
  return again.size() < frame.size() ? again : frame;
}

/// Making one costs more than a short article.
ZSTD_DCtx* decompressor() {
  thread_local const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> kept(ZSTD_createDCtx(),
                                                                               ZSTD_freeDCtx);
  if (!kept) throw std::bad_alloc();
  return kept.get();
}

std::string decompressed_once(std::string_view frame) {
  const auto length = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (length == ZSTD_CONTENTSIZE_ERROR || length == ZSTD_CONTENTSIZE_UNKNOWN || length > longest_content)
    throw not_ours("it is not a zstd frame");
  std::string data(length, '\0');
  const std::size_t done =
      ZSTD_decompressDCtx(decompressor(), data.data(), data.size(), frame.data(), frame.size());
  if (ZSTD_isError(done)) throw not_ours(ZSTD_getErrorName(done));
  if (done != length) throw not_ours("it is too short");
  return data;
}

std::string decompressed(std::string_view frame) {
  std::string data = decompressed_once(frame);
  const bool holds_a_frame =
      data.starts_with("\x28\xb5\x2f\xfd");  // RFC 8878, 3.1.1; a record begins with 0 or 1
  return holds_a_frame ? decompressed_once(data) : data;
}

void check_version(std::string_view stored) {
  if (stored.size() < content_begin || stored[0] != stored_version)
    throw not_ours("it is not of a version we know");
}

std::int64_t moment_at(std::string_view stored, std::size_t begin) {
  return schema::from_sortable(stored.substr(begin, moment_length));
}

}  // namespace

std::string content_of(const Article& article) { return to_record(article); }

std::string to_stored(const Article& article) {
  StoredMoments moments{.taken = article.taken, .added = {}};
  if (const auto added = parse_timestamp(article.added)) moments.added = added->seconds;
  return to_stored(moments, content_of(article));
}

std::string to_stored(const StoredMoments& moments, std::string_view content) {
  return stored_version + schema::sortable(moments.taken) +
         schema::sortable(moments.added.value_or(not_added)) + compressed(content);
}

std::string stored_content(std::string_view stored) {
  check_version(stored);
  return decompressed(stored.substr(content_begin));
}

StoredMoments stored_moments(std::string_view stored) {
  check_version(stored);
  StoredMoments moments{.taken = moment_at(stored, taken_begin), .added = {}};
  if (const auto added = moment_at(stored, added_begin); added != not_added) moments.added = added;
  return moments;
}

std::string with_added(std::string stored, std::int64_t added) {
  check_version(stored);
  return stored.replace(added_begin, moment_length, schema::sortable(added));
}

Article from_stored(std::string_view stored) {
  auto article = from_record(stored_content(stored));
  if (!article) throw not_ours("it is no record of an article");
  const StoredMoments moments = stored_moments(stored);
  article->taken = moments.taken;
  if (moments.added) article->added = to_iso(Timestamp{.seconds = *moments.added});
  return *std::move(article);
}

}  // namespace morgue
