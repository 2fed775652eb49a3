// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/kept_archive.h"

#include <chrono>
#include <filesystem>

#include "common/article/article_record.h"
#include "common/error.h"
#include "common/index/archive_reader.h"
#include "common/index/positions/position_check.h"
#include "common/index/positions/position_list.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "tests/support/program.h"

namespace morgue::testing_support {

std::string KeptArticle::body() const { return from_record(content).value().body; }

Kept kept_in(const std::string& archive) {
  ArchiveReader reader(archive);
  const Xapian::Database& database = reader.database();
  Kept kept;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Article article = from_stored(database.get_document(*at).get_data());
    kept.articles[article.id] = {content_of(article), article.added};
  }
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    if (!(*key).starts_with(schema::positions_key)) kept.metadata[*key] = database.get_metadata(*key);
  for (const auto& word : words_with_positions(database))
    for (PositionList list(database, word); list.next();) kept.positions[word][list.docid()] = list.code();
  return kept;
}

std::string faults_of(const std::string& archive) {
  const Ran checked = run({"xapian-check", archive + "/current"});
  if (checked.exit_code != 0) return checked.out + checked.err + "xapian-check failed";
  try {
    check_positions(Xapian::Database(archive + "/current"));
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

void let_a_minute_pass(const std::string& archive) {
  const auto written_last = std::filesystem::path(archive) / "current" / "iamglass";
  std::filesystem::last_write_time(written_last,
                                   std::filesystem::file_time_type::clock::now() - std::chrono::minutes(1));
}

}  // namespace morgue::testing_support
