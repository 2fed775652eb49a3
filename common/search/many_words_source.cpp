// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/many_words_source.h"

#include <algorithm>
#include <utility>

#include "common/index/positions/position_code.h"
#include "common/index/positions/position_list.h"

namespace morgue {

namespace {

/// Gathers the articles of all words at once, rather than go through so many lists in step.
class ManyWordsSource : public Xapian::PostingSource {
 public:
  ManyWordsSource(Field field, std::vector<std::string> forms) : field_(field), forms_(std::move(forms)) {}

  void init(const Xapian::Database& database) override {
    docid_ = 0;
    found_ = 0;
    has_.assign(database.get_lastdocid() + 1, false);
    for (const auto& form : forms_)
      for (PositionList list(database, form); list.next();)
        if (list.docid() < has_.size() && !has_[list.docid()] && stands_in(field_, list.code())) {
          has_[list.docid()] = true;
          ++found_;
        }
  }
  PostingSource* clone() const override { return new ManyWordsSource(field_, forms_); }
  Xapian::doccount get_termfreq_min() const override { return found_; }
  Xapian::doccount get_termfreq_est() const override { return found_; }
  Xapian::doccount get_termfreq_max() const override { return found_; }

  void next(double) override { find_from(docid_ + 1); }
  void skip_to(Xapian::docid wanted, double) override {
    if (wanted > docid_) find_from(wanted);
  }
  bool check(Xapian::docid wanted, double) override {
    docid_ = wanted;
    return at_end() || has_[docid_];
  }
  bool at_end() const override { return docid_ >= has_.size(); }
  Xapian::docid get_docid() const override { return docid_; }
  std::string get_description() const override { return "ManyWordsSource"; }

 private:
  void find_from(Xapian::docid wanted) {
    docid_ = static_cast<Xapian::docid>(
        std::find(has_.begin() + std::min<std::ptrdiff_t>(wanted, std::ssize(has_)), has_.end(), true) -
        has_.begin());
  }

  const Field field_;
  const std::vector<std::string> forms_;
  std::vector<bool> has_;  // by docid
  Xapian::doccount found_ = 0;
  Xapian::docid docid_ = 0;
};

}  // namespace

Xapian::Query of_many_words(Field field, std::vector<std::string> forms) {
  return Xapian::Query((new ManyWordsSource(field, std::move(forms)))->release());
}

}  // namespace morgue
