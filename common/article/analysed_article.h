// SPDX-License-Identifier: GPL-3.0-or-later
// An article taken apart into its words, names, values and day: the one way from an article to what is
// searched. Index, matcher and snippets read only this. Knows nothing of queries or Xapian.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/article.h"
#include "common/article/fields.h"
#include "common/text/lexicon.h"
#include "common/text/tokenizer.h"
#include "common/timestamp.h"

namespace morgue {

struct AnalysedText {
  std::string_view text;
  std::vector<Token> tokens;  // all, or those that may be of wanted forms
};

/// Points into the article it was made of, which must outlive it.
struct AnalysedArticle {
  const Article* article = nullptr;
  std::shared_ptr<Lexicon> lexicon;  // shared by the analyser and the articles it has taken apart
  std::string language;              // stemmed in; "" is not stemmed
  AnalysedText title;
  AnalysedText body;
  std::vector<AnalysedText> people;
  std::vector<AnalysedText> authors;
  std::optional<Timestamp> date;
  std::optional<Day> day;  // of `date`, in the archive's zone
  std::optional<std::int64_t>
      moment;  // by which it is sorted: of a whole day its first second in the archive's zone
  std::optional<Day> added_day;
  std::optional<std::int64_t> added_moment;

  /// The texts of a field whose words are searched; Field::any is not one of them.
  std::vector<const AnalysedText*> texts(Field) const;
};

/// The values of a field by which an article is found as a whole (source, tag, id …), as they are compared:
/// folded for whole_value, plain for exact; a language with its prefixes ("en-GB": "en-gb", "en"), a site
/// with its parents; a person by the key of the name that stands in the article for the person.
std::vector<std::string> values_of(const Article&, Field);
/// The values of source, section, tag, lang or person as they are written, each once, in the article's order:
/// compared_value of them are values_of.
std::vector<std::string> written_values_of(const Article&, Field);
/// A value in a query, as values_of gives it.
std::string compared_value(Field, std::string_view value);

/// Not thread-safe: one per thread. The lexicon is begun anew between articles when it has more than so many
/// written words.
class Analyser {
 public:
  static constexpr std::size_t bytes_of_word = 300;  // with tables that have just doubled
  static constexpr std::size_t default_largest_lexicon = 1'000'000;

  explicit Analyser(const std::string& time_zone = "UTC",
                    std::size_t largest_lexicon = default_largest_lexicon);

  AnalysedArticle analyse(const Article&);
  /// With at least those tokens whose forms are wanted.
  AnalysedArticle analyse(const Article&, const WantedForms&);
  const TimeZone& zone() const { return zone_; }

 private:
  AnalysedArticle analyse(const Article&, const WantedForms*);

  TimeZone zone_;
  std::size_t largest_lexicon_;
  std::shared_ptr<Lexicon> lexicon_;
};

}  // namespace morgue
