// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/snippets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace morgue {
namespace {

using Texts = std::vector<std::string>;

class Body {
 public:
  explicit Body(std::string text) : text_(std::move(text)) {}

  /// Every occurrence of the word is a span of that leaf.
  Body& mark(const std::string& word, std::uint32_t leaf) {
    for (std::size_t at = text_.find(word); at != std::string::npos; at = text_.find(word, at + 1))
      spans_.push_back({Field::body, 0, static_cast<std::uint32_t>(at),
                        static_cast<std::uint32_t>(at + word.size()), leaf});
    std::sort(spans_.begin(), spans_.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    return *this;
  }

  std::vector<Highlight> snippets(std::size_t count, std::size_t length) {
    return body_snippets(text_, spans_, count, length, lexicon_);
  }
  Texts texts(std::size_t count, std::size_t length) {
    Texts found;
    for (const Highlight& snippet : snippets(count, length)) found.push_back(marked(snippet));
    return found;
  }

  static std::string marked(const Highlight& highlight) {
    std::string marked;
    std::size_t point = 0;
    for (const char byte : highlight.text) {
      if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80) {
        for (const auto& [begin, end] : highlight.ranges) {
          if (end == point) marked += ']';
          if (begin == point) marked += '[';
        }
        ++point;
      }
      marked += byte;
    }
    if (!highlight.ranges.empty() && highlight.ranges.back().second == point) marked += ']';
    return marked;
  }

 private:
  std::string text_;
  Lexicon lexicon_;
  std::vector<Span> spans_;
};

const char* const harbour =
    "The council met on Monday. A ferry was late. Nobody minded much. The ferry reached the harbour at "
    "noon.\n\n"
    "Fog lay over the harbour. It lifted.";

TEST(Snippets, ShowTheSentenceWithMostOfTheQueryFirst) {
  EXPECT_EQ(Body(harbour).mark("ferry", 0).mark("harbour", 1).texts(1, 45),
            (Texts{"The [ferry] reached the [harbour] at noon."}));
}

TEST(Snippets, ShowPartsNotShownYetThenInTheOrderOfTheText) {
  EXPECT_EQ(Body(harbour).mark("late", 0).mark("Fog", 1).texts(2, 30),
            (Texts{"A ferry was [late].", "[Fog] lay over the harbour."}));
}

TEST(Snippets, GoOnToTheEndOfTheParagraphWhileThereIsRoom) {
  EXPECT_EQ(Body(harbour).mark("late", 0).texts(1, 60), (Texts{"A ferry was [late]. Nobody minded much."}));
  EXPECT_EQ(Body(harbour).mark("late", 0).texts(1, 500),
            (Texts{"A ferry was [late]. Nobody minded much. The ferry reached the harbour at noon."}));
}

TEST(Snippets, WithoutAMarkAreTheFirstSentences) {
  EXPECT_EQ(Body(harbour).texts(2, 50), (Texts{"The council met on Monday. A ferry was late."}));
  EXPECT_TRUE(Body("").texts(2, 50).empty());
}

TEST(Snippets, CutALongSentenceBetweenWords) {
  const std::string sentence =
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen end";
  EXPECT_EQ(Body(sentence).mark("twelve", 0).texts(1, 32), (Texts{"eleven [twelve] thirteen fourteen"}));
  EXPECT_EQ(Body(sentence).mark("two", 0).texts(1, 20), (Texts{"one [two] three four"}));
  EXPECT_EQ(Body(sentence).texts(1, 12), (Texts{"one two"}));
}

TEST(Snippets, CutChineseBetweenCharacters) {
  EXPECT_EQ(Body("东京的渡轮今天早上因为大雾没有离开港口").mark("大雾", 0).texts(1, 8),
            (Texts{"因为[大雾]没有离开"}));
}

TEST(Snippets, ShowTheBeginOfAMarkThatIsLongerThanTheyAre) {
  const std::string endless(100, 'x');
  EXPECT_EQ(Body("an endless " + endless + " word").mark(endless, 0).texts(1, 20),
            Texts{"[" + std::string(20, 'x') + "]"});
  EXPECT_EQ(Body("ferry " + endless + " word").mark(endless, 0).texts(1, 40),
            Texts{"[" + std::string(40, 'x') + "]"});
  EXPECT_EQ(Body("ferry " + endless + " word").mark("ferry", 0).texts(1, 40), Texts{"[ferry]"});
}

TEST(Snippets, BeginWhereTheySay) {
  const std::string text = "Çà et là. Un été passa.";
  const auto snippets = Body(text).mark("été", 0).snippets(1, 14);
  ASSERT_EQ(snippets.size(), 1u);
  EXPECT_EQ(snippets[0].text, "Un été passa.");
  EXPECT_EQ(snippets[0].start, 10u);
  EXPECT_EQ(snippets[0].ranges, (std::vector<std::pair<std::size_t, std::size_t>>{{3, 6}}));
}

TEST(Snippets, AreNeverLongerThanAsked) {
  const std::string endless(5'000, 'a');
  for (const std::size_t length : {1u, 7u, 200u})
    for (const auto& text : {endless, std::string(harbour), "x " + endless})
      for (const Highlight& snippet : Body(text).mark("a", 0).snippets(3, length))
        EXPECT_LE(snippet.text.size(), length) << text.substr(0, 20);
}

TEST(Snippets, DoNotRepeatThemselves) {
  const auto snippets = Body(harbour).mark("ferry", 0).mark("late", 1).mark("minded", 2).snippets(3, 500);
  EXPECT_EQ(snippets.size(), 1u);
}

TEST(WholeText, MakesOneRangeOfSpansThatOverlap) {
  const std::vector<Span> spans{
      {Field::title, 0, 0, 3, 0}, {Field::title, 0, 0, 7, 1}, {Field::title, 0, 8, 9, 0}};
  EXPECT_EQ(Body::marked(whole_text("old sea x", spans)), "[old sea] [x]");
}

}  // namespace
}  // namespace morgue
