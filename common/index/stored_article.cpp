// SPDX-License-Identifier: GPL-3.0-or-later
// The stored bytes of an article, both ways. Knows nothing of words or terms.
#include <zstd.h>

#include <memory>
#include <new>
#include <nlohmann/json.hpp>

#include "common/article/article_json.h"
#include "common/error.h"
#include "common/index/article_document.h"
#include "common/index/schema.h"

namespace morgue {

namespace {

constexpr char stored_version = 1;
constexpr std::size_t taken_begin = 1;
constexpr std::size_t json_begin = taken_begin + 8;
constexpr int compression_level = 3;
constexpr std::uint64_t longest_json = std::uint64_t{1} << 30;  // beyond is damage: no input is that large

// Xapian's reader only fails on data longer than this that its compression shrinks (XAPIAN.md 1).
constexpr std::size_t harmless_length = 8192;

Error not_ours(const std::string& what) {
  return Error(ErrorKind::storage, "an article's stored data cannot be read: " + what,
               "build the archive anew: morgue-index --rebuild");
}

std::string compressed_once(std::string_view data) {
  std::string frame(ZSTD_compressBound(data.size()), '\0');
  const std::size_t length =
      ZSTD_compress(frame.data(), frame.size(), data.data(), data.size(), compression_level);
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

// A context is some 100 KB to set up: more work than a short article in it.
ZSTD_DCtx& decompression() {
  struct Free {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  };
  thread_local const std::unique_ptr<ZSTD_DCtx, Free> context(ZSTD_createDCtx());
  if (!context) throw std::bad_alloc();
  return *context;
}

std::string decompressed_once(std::string_view frame) {
  const auto length = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (length == ZSTD_CONTENTSIZE_ERROR || length == ZSTD_CONTENTSIZE_UNKNOWN || length > longest_json)
    throw not_ours("it is not a zstd frame");
  std::string data(length, '\0');
  const std::size_t done =
      ZSTD_decompressDCtx(&decompression(), data.data(), data.size(), frame.data(), frame.size());
  if (ZSTD_isError(done)) throw not_ours(ZSTD_getErrorName(done));
  if (done != length) throw not_ours("it is too short");
  return data;
}

std::string decompressed(std::string_view frame) {
  std::string data = decompressed_once(frame);
  const bool holds_a_frame = data.starts_with("\x28\xb5\x2f\xfd");  // RFC 8878, 3.1.1; JSON begins with "{"
  return holds_a_frame ? decompressed_once(data) : data;
}

std::string json_text(const Article& article) {
  try {
    return to_json(article).dump();
  } catch (const nlohmann::json::type_error&) {
    throw Error(ErrorKind::bad_input, "article " + article.id + " has text that is not UTF-8",
                "convert it to UTF-8 first");
  }
}

}  // namespace

std::string to_stored(const Article& article) {
  return stored_version + schema::sortable(article.taken) + compressed(json_text(article));
}

Article from_stored(std::string_view data) {
  if (data.size() < json_begin || data[0] != stored_version) throw not_ours("it is not of a version we know");
  const auto json = nlohmann::json::parse(decompressed(data.substr(json_begin)), nullptr, false);
  if (json.is_discarded()) throw not_ours("it is not JSON");
  try {
    Article article = from_json(json);
    article.taken = schema::from_sortable(data.substr(taken_begin, json_begin - taken_begin));
    return article;
  } catch (const Error& error) {
    throw not_ours(error.what());
  }
}

}  // namespace morgue
