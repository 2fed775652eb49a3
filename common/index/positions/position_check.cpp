// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/positions/position_check.h"

#include "common/error.h"
#include "common/index/positions/position_chunk.h"
#include "common/index/positions/position_code.h"
#include "common/index/schema.h"
#include "common/index/vocabulary.h"

namespace morgue {

namespace {

[[noreturn]] void fail(const std::string& form, const std::string& how) {
  throw Error(ErrorKind::storage, "the archive's record of where \"" + form + "\" stands is damaged: " + how,
              "build the archive anew: morgue-index --rebuild");
}

}  // namespace

std::vector<std::string> words_with_positions(const Xapian::Database& database) {
  const std::string keys(schema::positions_key);
  std::vector<std::string> words;
  for (auto key = database.metadata_keys_begin(keys); key != database.metadata_keys_end(keys); ++key) {
    std::string word = (*key).substr(keys.size(), (*key).find('\0') - keys.size());
    if (words.empty() || words.back() != word) words.push_back(std::move(word));
  }
  return words;
}

void check_positions_of(const Xapian::Database& database, const std::string& form) {
  const std::string keys = position_keys(form);
  std::uint32_t last = 0;
  WordCount found;
  std::vector<std::uint32_t> positions;
  for (auto key = database.metadata_keys_begin(keys); key != database.metadata_keys_end(keys); ++key) {
    const std::string chunk = database.get_metadata(*key);
    for (ChunkReader reader(chunk); reader.next();) {
      if (reader.entry().docid <= last) fail(form, "articles that are not in order");
      last = reader.entry().docid;
      positions.clear();
      append_positions(positions, reader.entry().code, Field::any);
      ++(positions.empty() ? found.by_authors_alone : found.articles);
      append_positions(positions, reader.entry().code, Field::author);
      if (positions.empty()) fail(form, "nowhere in article " + std::to_string(last));
    }
    if (last > docid_of_position_key(*key)) fail(form, "an article under the key of others");
  }
  if (last > database.get_lastdocid()) fail(form, "an article that is not there");
  const WordCount known = count_of_word(database, form);
  if (found != known)
    fail(form, "in " + std::to_string(found.all()) + " articles, " + std::to_string(found.by_authors_alone) +
                   " of them by their authors' names alone, where the vocabulary has " +
                   std::to_string(known.all()) + " and " + std::to_string(known.by_authors_alone));
}

void check_positions(const Xapian::Database& database) {
  const auto words = words_with_positions(database);
  for (const auto& word : words) check_positions_of(database, word);
  const Vocabulary vocabulary(Shards(&database, 1));
  if (vocabulary.size() != words.size())
    throw Error(ErrorKind::storage,
                "the archive has " + std::to_string(vocabulary.size()) + " words, and tells of " +
                    std::to_string(words.size()) + " where they stand",
                "build the archive anew: morgue-index --rebuild");
}

}  // namespace morgue
