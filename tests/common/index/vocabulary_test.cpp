// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of the vocabulary: what it counts, and how forms are chosen from it.
#include "common/index/vocabulary.h"

#include <gmock/gmock.h>

#include <map>
#include <random>
#include <set>

#include "common/article/analysed_article.h"
#include "common/error.h"
#include "common/index/archive_reader.h"
#include "common/index/archive_writer.h"
#include "tests/common/index/short_article.h"
#include "tests/common/index/temporary_directory.h"

namespace morgue {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing_support::TemporaryDirectory;

constexpr std::size_t no_end = 1000;

bool anything(std::string_view) { return true; }

std::string shown(std::string_view form, const WordCount& count) {
  const std::string alone = count.by_authors_alone > 0 ? "+" + std::to_string(count.by_authors_alone) : "";
  return std::string(form) + " " + std::to_string(count.articles) + alone;
}

class VocabularyTest : public ::testing::Test {
 protected:
  std::string path() const { return (directory_ / "archive").string(); }
  ArchiveWriter writer() const { return ArchiveWriter(path(), {.between_commits = 0ms}); }
  ArchiveReader reader() const { return ArchiveReader(path()); }

  template <class... Articles>
  void write(const Articles&... these) const {
    ArchiveWriter open = writer();
    (open.put(these, 0), ...);
    open.commit();
  }

  // "form count", by form; "form count+count" where there are articles with it in authors' names alone
  static std::vector<std::string> words_of(ArchiveReader& reader) {
    const Vocabulary& vocabulary = reader.vocabulary();
    std::vector<std::string> words;
    for (std::size_t i = 0; i < vocabulary.size(); ++i)
      words.push_back(shown(vocabulary.form(i), vocabulary.count(i)));
    return words;
  }
  std::vector<std::string> words() const {
    ArchiveReader open = reader();
    return words_of(open);
  }

  // With a prefix and without one it is the same question.
  Forms forms(const std::string& prefix, std::size_t most,
              const std::function<bool(std::string_view)>& fits = anything) const {
    ArchiveReader open = reader();
    const auto begins_and_fits = [&](std::string_view form) {
      return form.starts_with(prefix) && fits(form);
    };
    const Forms found = fitting_forms(open, prefix, fits, most);
    EXPECT_EQ(found, fitting_forms(open, "", begins_and_fits, most)) << prefix;
    return found;
  }

  const TemporaryDirectory directory_;
};

TEST_F(VocabularyTest, CountsTheArticlesOfEveryForm) {
  Article ferry = article_of("a", "Ferries stop, ferries sail.");
  ferry.title = "Ferries of Lee";
  ferry.people = {"Ann Lee"};
  ferry.authors = {"Jo Lee", "Stop Gray"};
  write(ferry, article_of("b", "A ferry stops. FERRIES!"));
  EXPECT_THAT(words(), ElementsAre("a 1", "ann 1", "ferries 2", "ferry 1", "gray 0+1", "jo 0+1", "lee 1",
                                   "of 1", "sail 1", "stop 1", "stops 1"));
}

TEST_F(VocabularyTest, HasElidedAndJoinedFormsAndFoldedOnes) {
  write(article_of("a", "l'Élysée F-16 Straße"));
  EXPECT_THAT(words(), ElementsAre("16 1", "elysee 1", "f 1", "f16 1", "lelysee 1", "strasse 1"));
}

TEST_F(VocabularyTest, CountsAReplacedArticleAsItIsNow) {
  Article first = article_of("a", "one two three");
  first.authors = {"Jo Three"};
  write(first, article_of("b", "two"));
  Article second = article_of("a", "two four");
  second.authors = {"Jo"};
  write(second);
  EXPECT_THAT(words(), ElementsAre("four 1", "jo 0+1", "two 2"));
  write(second, article_of("b", "two"));  // unchanged both
  EXPECT_THAT(words(), ElementsAre("four 1", "jo 0+1", "two 2"));
}

TEST_F(VocabularyTest, ForgetsARemovedArticle) {
  Article article = article_of("a", "one two");
  article.authors = {"Jo One"};
  write(article, article_of("b", "two three"));
  ArchiveWriter open = writer();
  open.remove("a");
  open.commit();
  EXPECT_THAT(words(), ElementsAre("three 1", "two 1"));
  open.remove("b");
  open.remove("b");
  open.commit();
  EXPECT_THAT(words(), IsEmpty());
}

TEST_F(VocabularyTest, AddsUpWhatHappensToAnArticleBetweenTwoCommits) {
  ArchiveWriter open = writer();
  open.put(article_of("a", "one two"), 0);
  open.put(article_of("a", "two three"), 0);
  open.put(article_of("b", "one"), 0);
  open.remove("b");
  open.commit();
  EXPECT_THAT(words(), ElementsAre("three 1", "two 1"));
}

// As words_of, from the articles themselves.
std::vector<std::string> words_in(const std::map<std::string, Article>& articles) {
  std::map<std::string, WordCount> counts;
  Analyser analyser;
  for (const auto& [id, article] : articles) {
    const AnalysedArticle analysed = analyser.analyse(article);
    const auto forms_in = [&](std::initializer_list<Field> fields) {
      std::set<std::string> forms;
      for (const Field field : fields)
        for (const auto* text : analysed.texts(field))
          for (const auto& token : text->tokens) forms.emplace(analysed.lexicon->form(token.form));
      return forms;
    };
    const auto searched = forms_in({Field::title, Field::body, Field::person});
    for (const auto& form : searched) ++counts[form].articles;
    for (const auto& form : forms_in({Field::author}))
      if (!searched.contains(form)) ++counts[form].by_authors_alone;
  }
  std::vector<std::string> words;
  for (const auto& [form, count] : counts) words.push_back(shown(form, count));
  return words;
}

void expect_same_when_asked_singly(ArchiveReader& reader) {
  const Vocabulary& vocabulary = reader.vocabulary();
  for (std::size_t i = 0; i < vocabulary.size(); ++i) {
    const std::string form(vocabulary.form(i));
    EXPECT_EQ(reader.articles_with_word(form), vocabulary.count(i)) << form;
    for (const auto& other : {form + "0", form.substr(0, form.size() - 1), "w" + form})
      if (!other.empty() && !vocabulary.has(other)) {
        EXPECT_EQ(reader.articles_with_word(other), WordCount{}) << other;
      }
  }
}

TEST_F(VocabularyTest, AgreesWithTheArticlesWhateverHappened) {
  for (const std::size_t different : {8u, 3000u}) {
    const std::vector<std::string> odd{"ann", "bo", "cy", "dee", "x-ray", "l'ami", "McKay", "7"};
    std::mt19937 random(1);
    const auto any_words = [&](std::size_t most) {
      std::string text;
      for (auto count = random() % most; count > 0; --count)
        if (const auto i = random() % different; i < odd.size()) text += odd[i] + " ";
        else text += "w" + std::to_string(i * 7919) + " ";
      return text;
    };
    std::map<std::string, Article> articles;
    ArchiveWriter open = writer();
    for (int change = 0; change < 400; ++change) {
      Article article =
          article_of(std::to_string(random() % 20), any_words(std::min<std::size_t>(different, 100)));
      article.title = any_words(4);
      article.people = {any_words(4), any_words(4)};
      article.authors = {any_words(4)};
      if (random() % 3 == 0) {
        open.remove(article.id);
        articles.erase(article.id);
      } else {
        open.put(article, 0);
        articles[article.id] = article;
      }
      if (random() % 10 != 0) continue;
      open.commit();
      ArchiveReader reading = reader();
      ASSERT_EQ(words_of(reading), words_in(articles)) << different << " " << change;
      expect_same_when_asked_singly(reading);
    }
    for (const auto& [id, article] : articles) open.remove(id);
    open.commit();
    EXPECT_THAT(words(), IsEmpty());
  }
}

TEST_F(VocabularyTest, LiesInTheSameBlocksWhateverCameWhen) {
  const auto blocks_in = [&] {
    const Xapian::Database database((directory_ / "archive" / "current").string());
    std::map<std::string, std::string> blocks;
    for (auto key = database.metadata_keys_begin(vocabulary_keys());
         key != database.metadata_keys_end(vocabulary_keys()); ++key)
      blocks[*key] = database.get_metadata(*key);
    return blocks;
  };
  const auto article = [](int from, int to) {
    std::string text;
    for (int i = from; i < to; ++i) text.append(std::to_string(i)).push_back(' ');
    return article_of(std::to_string(from), text);
  };
  write(article(0, 5000));
  const auto at_once = blocks_in();
  EXPECT_GT(at_once.size(), 20u);
  ArchiveWriter open = writer();
  open.remove("0");
  for (const int from : {4000, 1000, 3000, 5000, 0, 2000}) {
    open.put(article(from, from + 1000), 0);
    open.commit();
  }
  EXPECT_NE(blocks_in(), at_once);
  open.remove("5000");
  open.commit();
  EXPECT_EQ(blocks_in(), at_once);
}

TEST_F(VocabularyTest, KeepsStepWithItsArticlesWhenNothingIsCommitted) {
  write(article_of("a", "one two"));
  {
    ArchiveWriter open = writer();
    open.put(article_of("b", "two"), 0);
    open.remove("a");
  }
  EXPECT_THAT(words(), ElementsAre("one 1", "two 1"));
}

TEST_F(VocabularyTest, CountsNothingOfAnArticleThatCannotBeTaken) {
  ArchiveWriter open = writer();
  Article endless = article_of("endless", "endless");
  endless.people.assign(20'000, "a");
  EXPECT_THROW(open.put(endless, 0), Error);
  open.put(article_of("a", "one"), 0);
  open.commit();
  EXPECT_THAT(words(), ElementsAre("one 1"));
}

TEST_F(VocabularyTest, LeavesOutLongForms) {
  const std::string longest(longest_vocabulary_form, 'x');
  Article article = article_of("a", longest + " y" + longest + " " + std::string(1000, 'z'));
  article.authors = {longest + "y " + std::string(241, 'w') + " " + std::string(1000, 'v')};
  write(article);
  EXPECT_THAT(words(), ElementsAre(longest + " 1"));
  EXPECT_THAT(forms(longest, no_end).forms, ElementsAre(longest));
  EXPECT_THAT(forms(longest + std::string(1000, 'x'), no_end).forms, IsEmpty());
  ArchiveReader open = reader();
  EXPECT_EQ(open.articles_with_word("y" + longest).articles, 1);
  EXPECT_EQ(open.articles_with_word("z" + longest).articles, 0);
  write(article_of("a", "gone"));
  EXPECT_THAT(words(), ElementsAre("gone 1"));
}

TEST_F(VocabularyTest, GivesTheFormsThatBeginAndFit) {
  write(article_of("a", "la Lavrov lavrovs law kazakhstan стан станция"));
  EXPECT_THAT(forms("lav", no_end).forms, ElementsAre("lavrov", "lavrovs"));
  EXPECT_THAT(forms("la", no_end).forms, ElementsAre("la", "lavrov", "lavrovs", "law"));
  EXPECT_THAT(forms("lavrovs", no_end).forms, ElementsAre("lavrovs"));
  EXPECT_THAT(forms("ста", no_end).forms, ElementsAre("стан", "станция"));
  EXPECT_THAT(forms("z", no_end).forms, IsEmpty());
  EXPECT_THAT(forms("", no_end, [](auto form) { return form.ends_with("stan"); }).forms,
              ElementsAre("kazakhstan"));
  EXPECT_THAT(forms("la", no_end, [](auto form) { return form.size() == 3; }).forms, ElementsAre("law"));
}

TEST_F(VocabularyTest, KeepsTheFormsOfMostArticlesAndTheFirstOfEquals) {
  write(article_of("1", "oa ob oc od oe"), article_of("2", "ob od of"), article_of("3", "od xa"));
  struct Row {
    std::size_t most;
    Forms expected;
  };
  for (const auto& row : {Row{0, {{}, true}}, Row{1, {{"od"}, true}}, Row{2, {{"ob", "od"}, true}},
                          Row{3, {{"oa", "ob", "od"}, true}}, Row{5, {{"oa", "ob", "oc", "od", "oe"}, true}},
                          Row{6, {{"oa", "ob", "oc", "od", "oe", "of"}, false}}})
    EXPECT_EQ(forms("o", row.most), row.expected) << row.most;
}

TEST_F(VocabularyTest, FindsNothingInAnEmptyArchive) {
  const ArchiveWriter open = writer();
  EXPECT_EQ(forms("a", no_end), Forms{});
  EXPECT_EQ(forms("", no_end), Forms{});
}

TEST_F(VocabularyTest, StaysWithAReaderUntilItFollows) {
  write(article_of("a", "one"));
  ArchiveReader open = reader();
  EXPECT_THAT(words_of(open), ElementsAre("one 1"));
  const Vocabulary* const read = &open.vocabulary();
  write(article_of("b", "one two"));
  EXPECT_EQ(&open.vocabulary(), read);
  EXPECT_THAT(words_of(open), ElementsAre("one 1"));
  EXPECT_THAT(fitting_forms(open, "t", anything, no_end).forms, IsEmpty());
  EXPECT_TRUE(open.follow());
  EXPECT_THAT(words_of(open), ElementsAre("one 2", "two 1"));
  EXPECT_THAT(fitting_forms(open, "t", anything, no_end).forms, ElementsAre("two"));
}

TEST_F(VocabularyTest, SaysWhenABlockIsDamaged) {
  write(article_of("a", "one"));
  {
    Xapian::WritableDatabase database((directory_ / "archive" / "current").string(), Xapian::DB_OPEN);
    database.set_metadata(last_vocabulary_key(), "\x05\x01");
    database.commit();
  }
  ArchiveReader open = reader();
  EXPECT_THROW(open.vocabulary(), Error);
  EXPECT_THROW(fitting_forms(open, "o", anything, no_end), Error);
}

}  // namespace
}  // namespace morgue
