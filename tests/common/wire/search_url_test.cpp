// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of reading and writing searches as parameters.
#include "common/wire/search_url.h"

#include <gmock/gmock.h>

namespace morgue {
namespace {

SearchRequest read(const Parameters& parameters) { return to_search_request(parameters, Unknown::refused); }

/// "message / hint", or "taken".
std::string refusal(const Parameters& parameters, const std::vector<std::string_view>& also = {}) {
  try {
    to_search_request(parameters, Unknown::refused, also);
    return "taken";
  } catch (const BadParameter& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_EQ(error.parameter(), parameters.back().first);
    return error.what() + (" / " + error.hint());
  }
}

Day day(int year, unsigned month, unsigned day_of_month) {
  return std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} /
                               std::chrono::day{day_of_month}};
}

TEST(SearchUrl, WritesOnlyWhatDiffersFromTheDefaultsInAFixedOrder) {
  EXPECT_EQ(to_search_url({}), "");
  SearchRequest request;
  request.strict = true;
  request.query = "lavrov -troops & \"sea\"";
  request.order = Order::newest;
  request.in = {Field::title, Field::person};
  request.filters = {{Field::tag, {"war"}, {}}, {Field::source, {"Daily Courier", "B"}, {"C"}}};
  request.published = {day(2021, 3, 1), day(2021, 6, 30)};
  EXPECT_EQ(to_search_url(request),
            "q=lavrov%20-troops%20%26%20%22sea%22&in=title,people&from=2021-03-01&to=2021-06-30"
            "&source=Daily%20Courier&source=B&-source=C&tag=war&sort=newest&strict=1");
}

TEST(SearchUrl, TakesEmptyValuesForAbsentOnes) {
  EXPECT_EQ(read({{"q", ""}, {"limit", ""}, {"from", ""}, {"source", ""}, {"strict", ""}, {"whatever", ""}}),
            SearchRequest{});
  EXPECT_EQ(read({{"q", ""}, {"q", "sea"}}).query, "sea");
  EXPECT_EQ(read({{"in", ","}, {"fields", ",,"}}), SearchRequest{});
}

TEST(SearchUrl, CollectsRepeatedAndListedValues) {
  const auto request = read({{"lang", "en"},
                             {"-source", "C"},
                             {"in", "body,title"},
                             {"source", "A"},
                             {"in", "title,people"},
                             {"source", "B"},
                             {"fields", "title,url"},
                             {"fields", "title"}});
  EXPECT_EQ(request.filters,
            (std::vector<ValueFilter>{{Field::source, {"A", "B"}, {"C"}}, {Field::lang, {"en"}, {}}}));
  EXPECT_THAT(request.in, testing::ElementsAre(Field::body, Field::title, Field::person));
  EXPECT_THAT(request.return_keys, testing::ElementsAre("title", "url"));
}

TEST(SearchUrl, TakesWholeSpansForDatesAndTurnsReversedOnesRound) {
  const struct {
    const char* from;
    const char* to;
    DaySpan days;
  } cases[] = {
      {"2021-03", "2021-06", {day(2021, 3, 1), day(2021, 6, 30)}},
      {"2021", "", {day(2021, 1, 1), {}}},
      {"", "2020", {{}, day(2020, 12, 31)}},
      {"20210715", "2021-07-15", {day(2021, 7, 15), day(2021, 7, 15)}},
      {"2021-07", "2020", {day(2020, 1, 1), day(2021, 7, 31)}},
      {"2021-07-15", "2021-07", {day(2021, 7, 15), day(2021, 7, 31)}},
      {"2021-07", "2021-07-15", {day(2021, 7, 1), day(2021, 7, 15)}},
  };
  for (const auto& c : cases)
    EXPECT_EQ(read({{"from", c.from}, {"to", c.to}}).published, c.days) << c.from << " to " << c.to;
}

TEST(SearchUrl, ReadsEveryName) {
  EXPECT_EQ(read({{"sort", "relevance"}}).order, Order::relevance);
  EXPECT_EQ(read({{"sort", "newest"}}).order, Order::newest);
  EXPECT_EQ(read({{"sort", "oldest"}}).order, Order::oldest);
  EXPECT_EQ(read({{"sort", "added"}}).order, Order::added);
  EXPECT_EQ(read({{"match", "any"}}).match, MatchMode::any);
  EXPECT_EQ(read({{"match", "all"}}).match, MatchMode::all);
  for (const auto* on : {"1", "true"}) EXPECT_TRUE(read({{"strict", on}}).strict) << on;
  for (const auto* off : {"0", "false"}) EXPECT_FALSE(read({{"strict", off}}).strict) << off;
  EXPECT_EQ(read({{"limit", "0"}}).limit, 0u);
}

TEST(SearchUrl, RefusesWhatItCannotRead) {
  const struct {
    const char* name;
    const char* value;
    const char* refusal;
  } cases[] = {
      {"limit", "ten", "limit is not a number: ten / try limit=10"},
      {"limit", "101", "limit is over 100: 101 / try limit=100"},
      {"limit", "-1", "limit is under 0: -1 / try limit=0"},
      {"offset", "1e3", "offset is not a number: 1e3 / try offset=0"},
      {"offset", "1000000001", "offset is over 1000000000: 1000000001 / try offset=1000000000"},
      {"snippets", "101", "snippets is over 100: 101 / try snippets=100"},
      {"snippet_length", "9", "snippet_length is under 10: 9 / try snippet_length=10"},
      {"sort", "newst", "sort is not one of relevance, newest, oldest, added: newst / try sort=newest"},
      {"match", "some", "match is not one of all, any: some / try match=all"},
      {"in", "title,boddy", "in is not one of title, body, people: boddy / try in=body"},
      {"facets", "person,sorce",
       "facets is not one of person, source, section, tag, lang, date: sorce / try facets=source"},
      {"interval", "week", "interval is not one of year, month, day: week / try interval=year"},
      {"from", "yesterday", "from is not a date: yesterday / try from=2021-07-15"},
      {"to", "2021-02-30", "to is not a date: 2021-02-30 / try to=2021-07-15"},
      {"strict", "yes", "strict is not one of 1, 0, true, false: yes / try strict=1"},
      {"sorce", "x", "sorce is not a known parameter / did you mean source?"},
      {"limti", "x", "limti is not a known parameter / did you mean limit?"},
      {"prety", "1", "prety is not a known parameter / did you mean pretty?"},
  };
  for (const auto& c : cases) EXPECT_EQ(refusal({{c.name, c.value}}, {"pretty"}), c.refusal);
  EXPECT_THAT(refusal({{"fields", "id,titel"}}), testing::AllOf(testing::HasSubstr("embargoed: titel"),
                                                                testing::EndsWith("/ try fields=title")));
  EXPECT_THAT(refusal({{"utm_source", "x"}}),
              testing::StartsWith("utm_source is not a known parameter / known are q, in, from, to, person"));
  EXPECT_EQ(refusal({{"limit", "5"}, {"limit", "5"}}), "limit is given more than once / give it once");
}

TEST(SearchUrl, SaysWhatIsNotUtf8WithoutBreakingItsOwnMessage) {
  EXPECT_EQ(refusal({{"limit", "\xFF"}}), "limit is not a number: \uFFFD / try limit=10");
  try {
    read({{"\xC3\x28", "1"}});
    FAIL() << "was taken";
  } catch (const BadParameter& error) {
    EXPECT_EQ(error.parameter(), "\uFFFD(");
  }
}

TEST(SearchUrl, LetsTheRouteTakeFurtherNames) {
  EXPECT_EQ(refusal({{"q", "x"}, {"pretty", "1"}}, {"pretty"}), "taken");
}

TEST(SearchUrl, PassesOverUnknownNamesOnPages) {
  const auto request = to_search_request({{"utm_source", "mail"}, {"q", "sea"}}, Unknown::ignored);
  EXPECT_EQ(request.query, "sea");
  EXPECT_THROW(to_search_request({{"limit", "ten"}}, Unknown::ignored), BadParameter);
}

TEST(PercentEncode, KeepsOnlyWhatMeansNothingInAUrl) {
  const struct {
    std::string text;
    const char* expected;
  } cases[] = {
      {"", ""},
      {"aZ09-._~,:*", "aZ09-._~,:*"},
      {"a b", "a%20b"},
      {"a+b&c=d#e%f", "a%2Bb%26c%3Dd%23e%25f"},
      {"Ø", "%C3%98"},
      {"\"<'>/?;@()", "%22%3C%27%3E%2F%3F%3B%40%28%29"},
      {std::string("\0\x7F\xFF", 3), "%00%7F%FF"},
  };
  for (const auto& c : cases) EXPECT_EQ(percent_encode(c.text), c.expected);
}

}  // namespace
}  // namespace morgue
