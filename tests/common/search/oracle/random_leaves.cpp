// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/search/oracle/random_leaves.h"

#include <algorithm>
#include <chrono>

#include "tests/common/search/oracle/random_articles.h"

namespace morgue::oracle {

using testing_support::joined;
namespace {

std::vector<std::string> cut_at_space(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text + " ") {
    if (c != ' ' && c != '\n') {
      word += c;
      continue;
    }
    if (!word.empty()) words.push_back(word);
    word.clear();
  }
  return words;
}

/// Characters, without the signs at the end.
std::vector<std::string> characters_of(const std::string& word) {
  std::vector<std::string> characters;
  for (const char c : word) {
    const bool begins = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (begins || characters.empty()) characters.emplace_back();
    characters.back() += c;
  }
  while (!characters.empty() && (characters.back() == "." || characters.back() == ",")) characters.pop_back();
  return characters;
}

std::string together(const std::vector<std::string>& characters, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) text += characters[i];
  return text;
}

std::size_t days_since(const char* day) {
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return static_cast<std::size_t>((today - *parse_day_span(day)->first).count());
}

}  // namespace

// Words

RandomLeaves::Words RandomLeaves::text_of_an_article() {
  const Article& article = chance_.of(articles_);
  const auto text = cut_at_space(chance_.one_in(3) ? article.title : article.body);
  return text.empty() ? Words{chance_.of(words())} : text;
}

std::string RandomLeaves::run_of_words(std::size_t count) {
  const auto text = text_of_an_article();
  const auto from = chance_.below(text.size());
  std::string run;
  for (auto i = from; i < std::min(text.size(), from + count); ++i) run += (i > from ? " " : "") + text[i];
  return run;
}

std::string RandomLeaves::word() { return chance_.of(words()); }

std::string RandomLeaves::text_field() {
  return chance_.of({"title:", "headline:", "intitle:", "body:", "text:", "person:", "people:", "persons:",
                     "author:", "byline:"});
}

std::string RandomLeaves::quoted(const std::string& words) {
  switch (chance_.below(10)) {
    case 0: return "“" + words + "”";
    case 1: return "«" + words + "»";
    case 2: return "„" + words + "“";
    case 3: return "「" + words + "」";
    case 4: return "＂" + words + "＂";
    default: return "\"" + words + "\"";
  }
}

std::string RandomLeaves::phrase() {
  return quoted(chance_.one_in(3) ? joined({word(), " ", word()}) : run_of_words(chance_.between(1, 4)));
}

std::string RandomLeaves::phrase_with_patterns() {
  auto text = cut_at_space(run_of_words(4));
  if (text.size() < 3) text = {word(), word(), word()};
  auto& inner = text[chance_.below(text.size())];
  inner = chance_.one_in(3) ? pattern(inner) : "*";
  std::string run;
  for (const auto& each : text) run += (run.empty() ? "" : " ") + each;
  return quoted(run);
}

std::string RandomLeaves::literal() {
  return joined({chance_.one_in(3) ? text_field() : "", chance_.of({"=\"", "exact:\""}),
                 chance_.one_in(3) ? word() : run_of_words(chance_.between(1, 3)), "\""});
}

std::string RandomLeaves::window() {
  return joined({quoted(run_of_words(chance_.between(2, 3))), "~",
                 chance_.one_in(10) ? "150" : std::to_string(chance_.below(5))});
}

std::string RandomLeaves::wildcard(const std::string& word) {
  auto characters = characters_of(word);
  if (characters.size() < 3) characters = characters_of("ferry");
  const auto size = characters.size(), at = chance_.between(1, size - 2);
  switch (chance_.below(5)) {
    case 0: return "*" + together(characters, std::min(at, size - 2), size);
    case 1: return together(characters, 0, at) + "*" + together(characters, at + 1, size);
    case 2: return together(characters, 0, at) + "?" + together(characters, at + 1, size);
    case 3: return together(characters, 0, 1) + "*" + together(characters, size - 1, size);
    default: return together(characters, 0, at + 1) + "*";
  }
}

std::string RandomLeaves::fuzzy(const std::string& word) {
  auto characters = characters_of(word);
  if (characters.size() < 3) characters = characters_of("harbour");
  const auto at = chance_.below(characters.size() - 1);
  switch (chance_.below(3)) {
    case 0: std::swap(characters[at], characters[at + 1]); break;
    case 1: characters.erase(characters.begin() + static_cast<std::ptrdiff_t>(at)); break;
    default: characters[at] = "a";
  }
  return together(characters, 0, characters.size()) + chance_.of({"~", "~1", "~2", "~2"});
}

std::string RandomLeaves::pattern(const std::string& word) {
  return chance_.one_in(2) ? wildcard(word) : fuzzy(word);
}

// Distances

std::string RandomLeaves::side(const Words& text, std::size_t at) {
  const auto& here = text[at];
  switch (chance_.below(8)) {
    case 0: return quoted(at + 1 < text.size() ? here + " " + text[at + 1] : here);
    case 1: return wildcard(here);
    case 2: return fuzzy(here);
    case 3: return joined({"(", here, chance_.of({" OR ", " | "}), word(), ")"});
    case 4: return joined({"(", quoted(word()), " OR ", pattern(here), ")"});
    default: return here;
  }
}

std::string RandomLeaves::distance() {
  const auto words = chance_.one_in(10) ? "150" : std::to_string(chance_.between(1, 6));
  switch (chance_.below(12)) {
    case 0: return " ADJ/" + words + " ";
    case 1: return " pre/" + words + " ";
    case 2: return " ADJ ";
    case 3: return " w/" + words + " ";
    case 4: return " W/" + words + " ";
    case 5: return " NEAR ";
    case 6:
    case 7: return chance_.of({" w/s ", " W/S "});
    case 8:
    case 9: return chance_.of({" w/p ", " W/P "});
    default: return " NEAR/" + words + " ";
  }
}

std::string RandomLeaves::nearness() {
  const auto text = text_of_an_article();
  const auto from = chance_.below(text.size());
  const auto nearby = [&] { return std::min(text.size() - 1, from + chance_.below(6)); };
  std::string all = side(text, from);
  for (std::size_t n = chance_.one_in(3) ? 2 : 1; n > 0; --n) all += distance() + side(text, nearby());
  return chance_.one_in(3)
             ? joined({chance_.of({"", "title:", "body:", "person:", "author:"}), "(", all, ")"})
             : all;
}

// Fields

std::string RandomLeaves::name_group() {
  const auto field = chance_.of({"person:", "people:", "author:", "byline:"});
  const auto name = chance_.of(names());
  switch (chance_.below(5)) {
    case 0: return joined({field, "(", name, " -lavrov)"});
    case 1: return joined({field, "(anna OR ", name, ")"});
    case 2: return joined({field, quoted(name)});
    case 3: return joined({field, "(sergey NEAR/1 ", name, ")"});
    default: return joined({field, "(", name, ")"});
  }
}

std::string RandomLeaves::value() {
  switch (chance_.below(16)) {
    case 0: return chance_.of({"source:\"The Gazette\"", "source:gazette", "source:ECHO"});
    case 1: return chance_.of({"source:*gazette", "source:\"the *\"", "source:ec*", "source:*"});
    case 2: return chance_.of({"section:world", "section:\"sport & spiel\"", "section:w*"});
    case 3: return chance_.of({"tag:two", "topic:\"Tag One\"", "keyword:economie"});
    case 4: return chance_.of({"tag:t*", "tag:*", "topic:*o*", "place:*york", "section:*"});
    case 5: return chance_.of({"place:zurich", "place:\"New York\"", "place:York"});
    case 6: return chance_.of({"lang:en", "lang:en-gb", "language:fr", "lang:de", "lang:e*"});
    case 7: return chance_.of({"site:example.org", "domain:news.example.org", "site:example.net"});
    case 8: return joined({"id:id", std::to_string(chance_.below(articles_.size()))});
    case 9:
      return chance_.of(
          {"url:news.example.org/0", "url:https://news.example.org/1", "url:http://www.example.org/a?b=c"});
    default: return name_group();
  }
}

std::string RandomLeaves::date() {
  switch (chance_.below(13)) {
    case 0: return chance_.of({"date:2020", "date:2020-01", "date:2021-07-15", "date:20210716"});
    case 1: return chance_.of({"date:2019..2020-01-05", "date:2020-01-15..2021-07", "date:..2020"});
    case 2: return chance_.of({"date:>=2020-01-15", "date:>2020-01-15", "date:<2020-02", "date:<=2020"});
    case 3: return chance_.of({"date:[2020-01 TO 2020-03]", "date:{2020-01-01 TO 2021-07-16}"});
    case 4: return chance_.of({"after:2020-02", "before:2021-07-15", "after:2020-01-15", "date:2020-02.."});
    case 5: return chance_.of({"date:none", "-date:none"});
    case 6: return chance_.of({"date:>=2020-01-15T12:00:00Z", "after:2020-12-31T23:59:59Z", "last:9999h"});
    case 7: return joined({"last:", std::to_string(days_since("2020-12-31")), "d"});
    case 8: return joined({"added:>=2026-05-", std::to_string(chance_.between(10, 28))});
    case 9: return chance_.of({"added:2026-05", "added:2026-05-20", "added:2026-05-12..2026-05-19"});
    case 10:
    case 11: return joined({"added:>=2026-05-", std::to_string(chance_.between(10, 28)), "T12:00:00Z"});
    default: return chance_.of({"date:none", "date:2021", "-date:2021", "date:none"});
  }
}

std::string RandomLeaves::leaf() {
  switch (chance_.below(24)) {
    case 0:
    case 1: return joined({text_field(), word()});
    case 2: return joined({text_field(), phrase()});
    case 3:
    case 4: return phrase();
    case 5: return phrase_with_patterns();
    case 6: return literal();
    case 7: return window();
    case 8: return wildcard(word());
    case 9: return joined({text_field(), pattern(word())});
    case 10: return fuzzy(word());
    case 11:
    case 12:
    case 13: return nearness();
    case 14:
    case 15:
    case 16:
    case 17: return value();
    case 18:
    case 19: return date();
    case 20: return chance_.one_in(3) ? "*:*" : word();
    default: return word();
  }
}

}  // namespace morgue::oracle
