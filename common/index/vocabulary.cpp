// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping the vocabulary with every article, and choosing from it.
#include "common/index/vocabulary.h"

#include <algorithm>
#include <list>
#include <map>

#include "common/index/archive_reader.h"
#include "common/index/xapian_errors.h"

namespace morgue {

namespace {

bool has_prefix(std::string_view term) { return term.front() >= 'A' && term.front() <= 'Z'; }

bool is_in_more_articles(const VocabularyWord& one, const VocabularyWord& other) {
  if (one.count.all() != other.count.all()) return one.count.all() > other.count.all();
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
    if (fits(form)) words.push_back({std::string(form), vocabulary.count(i)});
  }
  return words;
}

std::vector<VocabularyWord> fitting_words(Shards shards, std::string_view prefix, const Fits& fits) {
  std::vector<VocabularyWord> words;
  for_each_word(shards, prefix, [&](const VocabularyWord& word) {
    if (fits(word.form)) words.push_back(word);
  });
  return words;
}

}  // namespace

bool is_in_vocabulary(std::string_view form) {
  return !form.empty() && form.size() <= longest_vocabulary_form;
}

bool is_form_of_vocabulary(std::string_view term) { return is_in_vocabulary(term) && !has_prefix(term); }

void for_each_word(Shards shards, std::string_view prefix,
                   const std::function<void(const VocabularyWord&)>& take) {
  std::list<VocabularyCursor> cursors;
  for (const auto& shard : shards)
    if (!cursors.emplace_back(shard).skip_to(prefix)) cursors.pop_back();
  const auto is_past = [&](const VocabularyCursor& cursor) { return !cursor.form().starts_with(prefix); };
  std::erase_if(cursors, is_past);
  VocabularyWord word;
  while (!cursors.empty()) {
    word.form = std::ranges::min_element(cursors, {}, &VocabularyCursor::form)->form();
    word.count = {};
    std::erase_if(cursors, [&](VocabularyCursor& cursor) {
      if (cursor.form() != word.form) return false;
      word.count += cursor.count();
      return !cursor.next() || is_past(cursor);
    });
    take(word);
  }
}

Vocabulary::Vocabulary(Shards shards) {
  for_each_word(shards, {}, [&](const VocabularyWord& word) {
    words_.push_back({.begin = static_cast<std::uint32_t>(text_.size()),
                      .length = static_cast<std::uint32_t>(word.form.size()),
                      .count = word.count});
    text_ += word.form;
  });
  text_.shrink_to_fit();
  words_.shrink_to_fit();
}

bool Vocabulary::has(std::string_view form) const {
  const auto text_of = [&](const Word& word) {
    return std::string_view(text_).substr(word.begin, word.length);
  };
  return std::ranges::binary_search(words_, form, {}, text_of);
}

Forms fitting_forms(ArchiveReader& reader, std::string_view prefix, const Fits& fits, std::size_t most) {
  if (prefix.empty()) return most_frequent(fitting_in(reader.vocabulary(), fits), most);
  return with_xapian_errors("cannot read the archive's words", [&] {
    return most_frequent(fitting_words(reader.shards(), prefix, fits), most);
  });
}

WordCount count_of_word(const Xapian::Database& database, std::string_view form) {
  VocabularyCursor cursor(database);
  return cursor.skip_to(form) && cursor.form() == form ? cursor.count() : WordCount{};
}

WordCount VocabularyWriter::sum(const WordCount& count, const Change& change) {
  const auto changed = [](std::uint32_t number, std::int64_t by) {
    return static_cast<std::uint32_t>(std::max<std::int64_t>(number + by, 0));
  };
  return {changed(count.articles, change.articles), changed(count.by_authors_alone, change.by_authors_alone)};
}

// A block whose last word is gone goes on into the next one.
void VocabularyWriter::write(Xapian::WritableDatabase& database) {
  const std::map<std::string, Change> in_order(changes_.begin(), changes_.end());
  auto change = in_order.begin();
  std::map<std::string, std::string> blocks;  // by key; "" is no more
  VocabularyBlockBuilder builder(
      [&](const std::string& key, const std::string& block) { blocks[key] = block; });
  const auto add_new_before = [&](const std::string& form) {
    for (; change != in_order.end() && change->first < form; ++change)
      builder.add(change->first, sum({}, change->second));
  };
  auto key = database.metadata_keys_begin(vocabulary_keys());
  const auto no_key = database.metadata_keys_end(vocabulary_keys());
  while (change != in_order.end() || builder.has_begun()) {
    if (key != no_key && !builder.has_begun()) key.skip_to(vocabulary_key(change->first));
    if (key == no_key) break;
    const std::string bytes = database.get_metadata(*key);
    blocks[*key].clear();
    for (VocabularyBlock block(bytes); block.next();) {
      add_new_before(block.form());
      const bool is_changed = change != in_order.end() && change->first == block.form();
      builder.add(block.form(), is_changed ? sum(block.count(), (change++)->second) : block.count());
    }
    if (*key == last_vocabulary_key()) break;
    ++key;
  }
  for (; change != in_order.end(); ++change) builder.add(change->first, sum({}, change->second));
  builder.finish();
  for (const auto& [changed, block] : blocks) database.set_metadata(changed, block);
  changes_.clear();
}

}  // namespace morgue
