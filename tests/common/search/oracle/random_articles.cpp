// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/search/oracle/random_articles.h"

#include <utility>

#include "tests/support/articles.h"

namespace morgue::oracle {
namespace {

constexpr std::int64_t a_day = 86'400;

std::string separator(Chance& chance) {
  switch (chance.below(40)) {
    case 0:
    case 1: return "\n\n";
    case 2:
    case 3:
    case 4:
    case 5: return ". ";
    case 6: return ", ";
    case 7: return "-";
    case 8: return " \n";
    default: return " ";
  }
}

std::string text_of(Chance& chance, std::size_t longest) {
  std::string text;
  const std::size_t count = chance.below(longest + 1);
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += separator(chance);
    text += chance.of(words());
  }
  return text;
}

std::vector<std::string> some_of(Chance& chance, const std::vector<std::string>& choices, std::size_t most) {
  std::vector<std::string> chosen;
  for (std::size_t n = chance.below(most + 1); n > 0; --n) chosen.push_back(chance.of(choices));
  return chosen;
}

void add_values(Article& article, Chance& chance) {
  article.people = some_of(chance, names(), 3);
  article.authors = some_of(chance, names(), 2);
  article.source = chance.of({"The Gazette", "gazette", "Écho", "Echo", ""});
  article.section = chance.of({"World", "world", "Sport & Spiel", ""});
  article.tags = some_of(chance, {"tag one", "two", "Économie"}, 2);
  article.places = some_of(chance, {"Zürich", "New York", "York"}, 2);
  article.language = chance.of({"en", "en-GB", "EN_us", " en", "fr", "de", "zh", "", ""});
  if (article.language.empty()) article.language_detected = chance.of({"en", "fr", ""});
  article.url = chance.of({"", "https://news.example.org/0", "https://news.example.org/1/",
                           "http://www.example.org/a?b=c", "https://other.example.net/2"});
  article.published =
      chance.of({"2019-12-31", "2020-01-01", "2020-01-15", "2020-02-29", "2020-12-31T23:59:59Z",
                 "2021-07-15T10:00:00Z", "2021-07-15T23:30:00-05:00", "2021-07-16", "nonsense", ""});
}

}  // namespace

const std::vector<std::string>& words() {
  static const std::vector<std::string> all{
      "ferry",
      "ferries",
      "harbour",
      "fog",
      "old",
      "the",
      "Lavrov",
      "Lavrov's",
      "O'Brien",
      "O’Brien",
      "obrien",
      "U.S.",
      "US",
      "us",
      "F-16",
      "F16",
      "F 16",
      "e-mail",
      "email",
      "mail",
      "l'Élysée",
      "Elysee",
      "l'avant-garde",
      "Straße",
      "strasse",
      "1,000",
      "1000",
      "3.5",
      "AT&T",
      "東京都",
      "東京",
      "Erdoğan",
      "Erdogan",
      "9/11",
      "2020-2021",
      "well-known",
      "known",
      "мой",
      "ёлка",
      "ประเทศ",
      "e\xCC\x81te\xCC\x81",
      "ﬁn",
      "été",
      std::string(80, 'x') + "y",   // too long for the vocabulary
      std::string(250, 'x') + "y",  // and for a term of Xapian's
  };
  return all;
}

const std::vector<std::string>& names() {
  static const std::vector<std::string> all{"Sergey Lavrov", "Anna Lavrov",      "Sergey Petrov",
                                            "Nessa O’Brien", "Anna-Maria Ferry", "Petrov Anna"};
  return all;
}

std::vector<Article> random_articles(Chance& chance, std::size_t count) {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) {
    std::string title = text_of(chance, 4);
    std::string body = text_of(chance, 24);
    Article each = testing_support::article("id" + std::to_string(i), std::move(title), std::move(body));
    each.body += each.title.empty() && each.body.empty() ? "x" : "";
    add_values(each, chance);
    each.taken = testing_support::test_now - static_cast<std::int64_t>(chance.below(20)) * a_day;
    articles.push_back(std::move(each));
  }
  return articles;
}

}  // namespace morgue::oracle
