// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/bulk/list_tables.h"

#include <algorithm>

#include "common/index/bulk/deflater.h"
#include "common/index/bulk/glass_format.h"
#include "common/index/positions/position_chunk.h"

namespace morgue {

namespace {

/// Every so many one, ever more of them left out, so that few come from the whole range.
template <class Written>
class Sample {
 public:
  void add(Written written) {
    if (seen_++ % step_ != 0) return;
    kept_.push_back(std::move(written));
    if (kept_.size() < most_sampled_terms) return;
    for (std::size_t i = 0; 2 * i < kept_.size(); ++i) std::swap(kept_[i], kept_[2 * i]);
    kept_.resize((kept_.size() + 1) / 2);
    step_ *= 2;
  }
  std::vector<Written> taken() { return std::move(kept_); }

 private:
  std::vector<Written> kept_;
  std::uint64_t seen_ = 0;
  std::uint64_t step_ = 1;
};

/// Synonyms come one by one, a term's together.
class SynonymWriter {
 public:
  explicit SynonymWriter(const std::string& path) : table_(path, glass::compress_from) {}

  void add(std::string term, std::string_view synonym) {
    if (term != term_) write();
    term_ = std::move(term);
    tag_.push_back(static_cast<char>(synonym.size() ^ glass::synonym_length_mask));
    tag_.append(synonym);
  }

  TableRoot finish() {
    write();
    return table_.finish();
  }

 private:
  void write() {
    if (tag_.empty()) return;
    const std::string_view deflated = deflater_.deflated(tag_);
    if (deflated.empty()) table_.add(term_, tag_);
    else table_.add(term_, deflated, Tag::compressed);
    tag_.clear();
  }

  TableWriter table_;
  Deflater deflater_;
  std::string term_;
  std::string tag_;
};

/// A key of ListKind::stem_form.
std::pair<std::string, std::string_view> term_and_form(std::string_view key) {
  std::string term;
  std::size_t at = 0;
  for (; key[at] != '\0' || (at + 1 < key.size() && key[at + 1] == '\xff'); ++at) {
    term.push_back(key[at]);
    if (key[at] == '\0') ++at;
  }
  return {std::move(term), key.substr(at + 1)};
}

class Writing {
 public:
  Writing(const std::string& folder, const std::vector<std::string>& runs,
          const std::map<std::string, std::string>& metadata, const StatisticsBySlot& statistics)
      : lists_(runs),
        metadata_(metadata),
        next_metadata_(metadata_.begin()),
        statistics_(statistics),
        postlist_(folder + "/postlist.glass"),
        chunks_([this](const std::string& key, const std::string& chunk) { write_metadata(key, chunk); }),
        words_([this](const std::string& key, const std::string& block) { write_metadata(key, block); }),
        synonym_(folder + "/synonym.glass") {}

  ListTables write() {
    while (lists_.next_list()) write_list();
    end_metadata();
    tables_.postlist = postlist_.finish();
    tables_.synonym = synonym_.finish();
    tables_.some_terms = some_terms_.taken();
    tables_.some_words = some_words_.taken();
    return std::move(tables_);
  }

 private:
  void write_list() {
    if (lists_.kind() > ListKind::word) end_metadata();
    switch (lists_.kind()) {
      case ListKind::position: return write_positions();
      case ListKind::word: return write_word();
      case ListKind::value: return write_values();
      case ListKind::length: return write_lengths();
      case ListKind::term: return write_term();
      case ListKind::stem_form: return write_stem_form();
    }
  }

  void write_positions() {
    chunks_.begin(lists_.key());
    while (lists_.next_posting()) chunks_.add({lists_.posting().docid, lists_.posting().payload});
    chunks_.finish();
  }

  void write_word() {
    const WordCount count = unpacked(lists_.sum());
    words_.add(lists_.key(), count);
    some_words_.add({std::string(lists_.key()), count});
  }

  void write_metadata(const std::string& name, const std::string& value) {
    write_metadata_before(&name);
    postlist_.add_metadata(name, value);
  }

  void write_metadata_before(const std::string* name) {
    for (; next_metadata_ != metadata_.end() && (!name || next_metadata_->first < *name); ++next_metadata_)
      postlist_.add_metadata(next_metadata_->first, next_metadata_->second);
  }

  void end_metadata() {
    if (metadata_are_written_) return;
    metadata_are_written_ = true;
    words_.finish();
    write_metadata_before(nullptr);
    postlist_.add_statistics(statistics_);
  }

  void write_values() {
    postlist_.begin_values(lists_.key());
    while (lists_.next_posting()) postlist_.add_value(lists_.posting().docid, lists_.posting().payload);
    postlist_.end_values();
  }

  void write_lengths() {
    postlist_.begin_lengths();
    while (lists_.next_posting()) {
      postlist_.add(lists_.posting().docid, lists_.posting().wdf);
      tables_.documents.add(lists_.posting().docid, lists_.posting().wdf);
    }
    postlist_.end_list();
  }

  void write_term() {
    postlist_.begin_term(lists_.key(), lists_.count(), lists_.sum());
    std::uint32_t last = 0;
    while (lists_.next_posting()) {
      const Posting& posting = lists_.posting();
      postlist_.add(posting.docid, posting.wdf);
      tables_.documents.greatest_wdf = std::max(tables_.documents.greatest_wdf, posting.wdf);
      last = posting.docid;
    }
    postlist_.end_list();
    some_terms_.add({std::string(lists_.key()), lists_.count(), lists_.sum(), last});
  }

  void write_stem_form() {
    auto [term, form] = term_and_form(lists_.key());
    synonym_.add(std::move(term), form);
  }

  RunMerger lists_;
  const std::map<std::string, std::string>& metadata_;
  std::map<std::string, std::string>::const_iterator next_metadata_;
  bool metadata_are_written_ = false;
  const StatisticsBySlot& statistics_;
  PostlistWriter postlist_;
  ChunkBuilder chunks_;
  VocabularyBlockBuilder words_;
  SynonymWriter synonym_;
  Sample<WrittenTerm> some_terms_;
  Sample<VocabularyWord> some_words_;
  ListTables tables_;
};

}  // namespace

ListTables write_list_tables(const std::string& folder, const std::vector<std::string>& runs,
                             const std::map<std::string, std::string>& metadata,
                             const StatisticsBySlot& statistics) {
  return Writing(folder, runs, metadata, statistics).write();
}

void merge_runs(const std::vector<std::string>& runs, const std::string& to) {
  RunMerger lists(runs);
  RunWriter run(to);
  std::string posting;
  while (lists.next_list()) {
    run.begin(lists.kind(), lists.key(), lists.count(), lists.sum());
    std::uint32_t last = 0;
    while (lists.next_posting()) {
      posting.clear();
      append_posting(posting, lists.posting().docid - last, lists.posting().wdf, lists.posting().payload);
      run.append(posting);
      last = lists.posting().docid;
    }
  }
  run.close();
}

}  // namespace morgue
