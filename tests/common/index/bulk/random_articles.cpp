// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/index/bulk/random_articles.h"

namespace morgue::testing_support {

namespace {

const std::vector<std::string> known_words{
    "ferry",     "ferries",  "Ferry's", "the",       "US",       "us",       "U.S.",    "McKay",
    "O’Brien",   "F-16",     "F16",     "e-mail",    "l'Élysée", "Straße",   "STRASSE", "café",
    "naïve",     "Erdoğan",  "Москва",  "москвы",    "Україна",  "Αθήνα",    "القاهرة", "ירושלים",
    "दिल्ली",     "กรุงเทพ",   "東京都",  "서울",      "北京",     "1,000",    "3.5",     "9/11",
    "2020-2021", "AT&T",     "😀",       "a\u0301",   "ﬁnance",   "ｄｅｌｌ", "´",       "ŉ",
    "\u00ad",    "x\u200dy", "qu'il",   "dell'arte", "a-ـ",      "ـ-x",      "ـ1",      "l'ـ"};
const std::vector<std::string> languages{"en", "en-GB", "fr", "de", "ru", "ar", "zh", "tlh", ""};
const std::vector<std::string> dates{"2019-12-31", "2020-02-29T10:00:00+05:00", "1843-07-01", "nonsense", "",
                                     "2999-01-01"};

}  // namespace

std::string RandomArticles::word() {
  switch (below(12)) {
    case 0: return "w" + std::to_string(below(100'000));
    case 1: return std::string(1 + below(12), static_cast<char>('a' + below(26)));
    case 2: return one_in(20) ? std::string(150 + below(200), static_cast<char>('a' + below(3))) : "short";
    default: return known_words[below(known_words.size())];
  }
}

std::string RandomArticles::text(std::size_t longest) {
  std::string words;
  for (std::size_t n = below(longest + 1); n > 0; --n) {
    words += word();
    words += one_in(9) ? ". " : one_in(30) ? "\n\n" : " ";
  }
  return words;
}

std::vector<std::string> RandomArticles::texts(std::size_t most, std::size_t longest) {
  std::vector<std::string> all;
  for (std::size_t n = below(most + 1); n > 0; --n)
    if (auto each = text(longest); !each.empty()) all.push_back(std::move(each));
  return all;
}

Article RandomArticles::next(std::size_t number) {
  Article article;
  article.id = "id" + std::to_string(number);
  if (one_in(30)) article.id += std::string(below(300), 'i');
  article.title = text(8);
  if (one_in(40)) article.title.clear();
  article.body = text(one_in(50) ? 8000 : one_in(4) ? 300 : 40);
  if (one_in(20)) article.body = "\u00ad";  // no word at all
  if (article.title.empty() && article.body.empty()) article.body = "x";
  article.people = texts(3, 3);
  article.authors = texts(2, 3);
  article.tags = texts(3, 2);
  if (one_in(10)) article.tags.push_back(std::string("a\0b", 3) + std::string(below(300), '\0'));
  article.places = texts(1, 1);
  article.source = text(2);
  article.section = text(1);
  article.language = languages[below(languages.size())];
  article.published = dates[below(dates.size())];
  article.updated = dates[below(dates.size())];
  if (one_in(2)) article.url = "https://news.example.org/" + std::to_string(below(50));
  if (one_in(3)) article.other = {{"desk", text(4)}};
  if (one_in(60)) article.other = {{"long", std::string(20'000 + below(100'000), 'x')}};
  return article;
}

}  // namespace morgue::testing_support
