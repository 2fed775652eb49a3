// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/compaction.h"

#include <xapian.h>

#include <algorithm>

#include "common/index/schema.h"
#include "common/index/xapian_errors.h"

namespace morgue {

void compact(const std::filesystem::path& generation, const std::filesystem::path& into) {
  with_xapian_errors("cannot copy " + generation.string(), [&] {
    Xapian::Database(generation.string()).compact(into.string(), Xapian::DBCOMPACT_NO_RENUMBER);
  });
}

void copy_by_documents(const std::filesystem::path& generation, const std::filesystem::path& into) {
  with_xapian_errors("cannot copy " + generation.string(), [&] {
    const Xapian::Database from(generation.string());
    Xapian::WritableDatabase to(into.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    for (auto at = from.postlist_begin(""); at != from.postlist_end(""); ++at)
      to.replace_document(*at, from.get_document(*at));
    for (auto key = from.metadata_keys_begin(); key != from.metadata_keys_end(); ++key)
      to.set_metadata(*key, from.get_metadata(*key));
    for (auto key = from.synonym_keys_begin(); key != from.synonym_keys_end(); ++key)
      for (auto form = from.synonyms_begin(*key); form != from.synonyms_end(*key); ++form)
        to.add_synonym(*key, *form);
    to.commit();
  });
}

bool has_bound_among(const std::filesystem::path& generation, const std::vector<std::string>& ids) {
  return with_xapian_errors("cannot read " + generation.string(), [&] {
    const Xapian::Database database(generation.string());
    const std::string first = database.get_value_lower_bound(schema::id_slot);
    const std::string last = database.get_value_upper_bound(schema::id_slot);
    return std::any_of(ids.begin(), ids.end(), [&](const auto& id) { return id == first || id == last; });
  });
}

}  // namespace morgue
