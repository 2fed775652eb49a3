// SPDX-License-Identifier: GPL-3.0-or-later
// Turns articles into lists of postings by term, and every document's list of terms. A sink of ArticleTerms.
// Knows nothing of files but the runs it writes.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/article/analysed_article.h"
#include "common/index/bulk/arena.h"
#include "common/index/bulk/chunks.h"
#include "common/index/bulk/deflater.h"
#include "common/index/bulk/document_file.h"
#include "common/index/bulk/postlist_writer.h"
#include "common/index/bulk/run_file.h"
#include "common/index/schema.h"
#include "common/index/stem_forms.h"
#include "common/text/short_texts.h"

namespace morgue {

/// Not thread-safe: one per thread.
class Inverter {
 public:
  /// Docids must increase. Throws Error(bad_input) for what ArticleTerms refuses and for what Xapian's 32
  /// bits cannot count; nothing of the article is then taken.
  void add(std::uint32_t docid, const AnalysedArticle&);

  /// Memory that is held until the run is written, and what writing it takes.
  std::size_t bytes() const;
  bool is_empty() const { return documents_.size() == 0; }

  /// Of all that was added.
  const StatisticsBySlot& statistics() const { return statistics_; }
  const std::set<std::string>& languages() const { return languages_; }

  /// Writes what was gathered as a run and, by document, the tags of its terms and slots; begins anew.
  void write_run(const std::string& path, FileWriter& termlists);

  // As ArticleTerms tells it.
  void coming(FormId form) const {
    if (form < forms_.size()) __builtin_prefetch(&forms_[form], 1);
  }
  void word(FormId, std::uint32_t position);
  void field_word(Field, FormId);
  void author_word(FormId, std::uint32_t position);
  void stem(Field, FormId, std::uint32_t weight);
  void written(std::string_view slice, FormId);
  void term(std::string_view, std::uint32_t weight);
  void value(std::uint32_t slot, std::string_view bytes);

 private:
  using ListId = std::uint32_t;
  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
  static constexpr ListId no_list = static_cast<ListId>(-2);
  static constexpr std::size_t word_fields = 5;  // any, title, body, person, author
  using ListOfId = std::array<std::vector<ListId>, word_fields>;

  /// Of a word in the vocabulary the payload is its position code, and wdf 1 says that authors' names alone
  /// have it.
  struct alignas(64) List {  // a line of the processor's cache
    std::string_view key;
    ByteList postings;
    std::uint32_t count = 0;
    std::uint32_t last = 0;  // docid
    std::uint64_t sum = 0;   // of wdfs
  };
  /// A term of the present article.
  struct Entry {
    ListId list = none;
    std::uint32_t wdf = 0;
    std::uint32_t first = none;  // of its positions, in positions_
    std::uint32_t last = none;
    bool is_term = true;  // not so of a word in the vocabulary
  };
  struct Position {
    std::uint32_t position;
    std::uint32_t next;
  };
  struct Touch {
    std::uint32_t article = 0;
    std::uint32_t entry = 0;
  };
  /// All that is asked of a form without a field, for every word of every article, in one place.
  struct FormLists {
    std::uint32_t article = 0;  // whose entries these are:
    std::uint32_t word = none;
    std::uint32_t stem = none;
    ListId word_list = none;
    ListId stem_list = none;
    std::uint32_t stem_language = 0;  // of the list
    bool has_positions = false;
  };
  struct Weighted {
    ListId list;  // later: its rank
    std::uint32_t wdf;
  };
  struct Document {
    std::uint32_t docid;
    std::uint32_t length;
    Weighted* terms;  // in the arena
    std::uint32_t term_count;
    std::string_view slots;
  };

  void begin(const AnalysedArticle&);
  void forget_lists();
  ListId list_of(std::string_view term);
  ListId list_of_word(Field, FormId);
  ListId list_of_stem(Field, FormId);
  ListId list_of_written(std::string_view slice, FormId);
  FormLists& lists_of(FormId);
  std::uint32_t entry_of(ListId);
  bool begin_word(FormLists&, FormId, bool is_by_author);
  void add_position(const FormLists&, std::uint32_t position);
  std::string_view position_code(const Entry&);
  void append(List&, std::uint32_t docid, std::uint32_t wdf, std::string_view payload);
  void append_short(List&, std::uint32_t docid, const Entry&);
  static void count(List&, std::uint32_t docid, std::uint32_t wdf);
  std::uint32_t length_of_article() const;
  void keep_stem_forms();
  void keep_values(Document&);
  void keep_entries(Document&);
  std::vector<ListId> lists_in_order() const;
  void write_words(RunWriter&, const std::vector<ListId>& order) const;
  void write_values(RunWriter&) const;
  void write_stem_forms(RunWriter&);
  void write_termlists(FileWriter&, const std::vector<ListId>& order);
  void rank(Weighted* first, Weighted* last, const std::vector<std::uint32_t>& rank_of);
  void clear();

  StatisticsBySlot statistics_;
  std::set<std::string> languages_;
  Arena arena_;
  Chunks<List> lists_;
  Chunks<Touch> touched_;  // by ListId
  IdOfText list_of_term_;
  std::unordered_map<std::uint32_t, List> values_;  // by slot
  List lengths_;
  StemFormsGatherer stem_forms_;
  std::vector<std::string_view> new_stem_forms_;  // keys of ListKind::stem_form
  Chunks<Document> documents_;

  // What a lexicon's ids mean here; of one lexicon.
  std::shared_ptr<Lexicon> lexicon_;
  ListOfId words_;
  struct StemLists {
    std::uint32_t language = 0;  // its number here, from 1
    ListOfId of_stem;
  };
  std::unordered_map<std::string, StemLists> stems_by_language_;
  std::vector<FormLists> forms_;
  IdOfShortText list_of_written_;  // no_list for a slice without a written term

  // The present article.
  std::uint32_t article_ = 0;
  const AnalysedArticle* analysed_ = nullptr;
  LanguageStems* language_stems_ = nullptr;
  StemLists* stems_ = nullptr;
  std::vector<Entry> entries_;
  std::vector<Position> positions_;
  std::vector<std::pair<std::uint32_t, std::string>> slots_;
  std::vector<std::uint32_t> gathered_;
  std::string tag_;
  std::string posting_;
  std::vector<Weighted> spare_;  // for sorting
  Deflater deflater_;
};

}  // namespace morgue
