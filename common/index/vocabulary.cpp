// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping the vocabulary with every article, and choosing from it.
#include "common/index/vocabulary.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "common/error.h"
#include "common/index/archive_reader.h"
#include "common/index/schema.h"
#include "common/index/xapian_errors.h"

namespace morgue {

namespace {

std::string form_of(const std::string& key) { return key.substr(schema::vocabulary_key.size()); }

std::uint32_t articles_with(const Xapian::Database& database, const std::string& key) {
  const std::string digits = database.get_metadata(key);
  std::uint32_t articles = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), articles);
  if (read.ptr != digits.data() + digits.size())
    throw Error(ErrorKind::storage,
                "the archive's count of articles with " + form_of(key) + " is not a number",
                "build the archive anew: morgue-index --rebuild");
  return articles;
}

bool has_prefix(std::string_view term) { return term.front() >= 'A' && term.front() <= 'Z'; }

bool is_in_more_articles(const VocabularyWord& one, const VocabularyWord& other) {
  if (one.articles != other.articles) return one.articles > other.articles;
  return one.form < other.form;
}

Forms most_frequent(std::vector<VocabularyWord> words, std::size_t most) {
  Forms chosen{.forms = {}, .cut = words.size() > most};
  if (chosen.cut) {
    const auto last = words.begin() + static_cast<std::ptrdiff_t>(most);
    std::nth_element(words.begin(), last, words.end(), is_in_more_articles);
    words.erase(last, words.end());
  }
  for (auto& word : words) chosen.forms.push_back(std::move(word.form));
  std::sort(chosen.forms.begin(), chosen.forms.end());
  return chosen;
}

using Fits = std::function<bool(std::string_view)>;

std::vector<VocabularyWord> fitting_in(const Vocabulary& vocabulary, const Fits& fits) {
  std::vector<VocabularyWord> words;
  for (std::size_t i = 0; i < vocabulary.size(); ++i) {
    const std::string_view form = vocabulary.form(i);
    if (fits(form)) words.push_back({std::string(form), vocabulary.articles(i)});
  }
  return words;
}

}  // namespace

bool is_in_vocabulary(std::string_view form) {
  return !form.empty() && form.size() <= longest_vocabulary_form;
}

bool is_form_of_vocabulary(std::string_view term) { return is_in_vocabulary(term) && !has_prefix(term); }

std::string vocabulary_key(std::string_view form) { return std::string(schema::vocabulary_key).append(form); }

std::string vocabulary_count(std::uint64_t articles) { return articles > 0 ? std::to_string(articles) : ""; }

Vocabulary::Vocabulary(const Xapian::Database& database) {
  for (auto at = database.metadata_keys_begin(vocabulary_key("")); at != database.metadata_keys_end(); ++at) {
    const std::string key = *at;
    const std::string form = form_of(key);
    words_.push_back({.begin = static_cast<std::uint32_t>(text_.size()),
                      .length = static_cast<std::uint32_t>(form.size()),
                      .articles = articles_with(database, key)});
    text_ += form;
  }
  text_.shrink_to_fit();
  words_.shrink_to_fit();
}

std::vector<VocabularyWord> fitting_words(const Xapian::Database& database, std::string_view prefix,
                                          const Fits& fits) {
  std::vector<VocabularyWord> words;
  for (auto at = database.metadata_keys_begin(vocabulary_key(prefix)); at != database.metadata_keys_end();
       ++at) {
    const std::string key = *at;
    std::string form = form_of(key);
    if (fits(form)) words.push_back({std::move(form), articles_with(database, key)});
  }
  return words;
}

Forms fitting_forms(ArchiveReader& reader, std::string_view prefix, const Fits& fits, std::size_t most) {
  if (prefix.empty()) return most_frequent(fitting_in(reader.vocabulary(), fits), most);
  return with_xapian_errors("cannot read the archive's words", [&] {
    return most_frequent(fitting_words(reader.database(), prefix, fits), most);
  });
}

std::uint32_t vocabulary_articles(const Xapian::Database& database, std::string_view form) {
  return articles_with(database, vocabulary_key(form));
}

bool vocabulary_has(const Xapian::Database& database, std::string_view form) {
  return !database.get_metadata(vocabulary_key(form)).empty();
}

// The hashed term of a long form is longer than any form of the vocabulary: see schema.h.
std::vector<std::string> vocabulary_forms(const Xapian::Document& document) {
  const std::string_view of_author = schema::word_prefix(Field::author);
  std::set<std::string> forms;
  for (auto at = document.termlist_begin(); at != document.termlist_end(); ++at) {
    std::string form = *at;
    if (has_prefix(form)) {
      if (!form.starts_with(of_author)) continue;
      form.erase(0, of_author.size());
    }
    if (is_in_vocabulary(form)) forms.insert(std::move(form));
  }
  return {forms.begin(), forms.end()};
}

void VocabularyWriter::write(Xapian::WritableDatabase& database) {
  const std::map<std::string, std::int64_t> in_key_order(changes_.begin(), changes_.end());
  for (const auto& [form, change] : in_key_order) {
    if (change == 0) continue;
    const std::string key = vocabulary_key(form);
    const std::int64_t articles = std::max<std::int64_t>(articles_with(database, key) + change, 0);
    database.set_metadata(key, vocabulary_count(static_cast<std::uint64_t>(articles)));
  }
  changes_.clear();
}

}  // namespace morgue
