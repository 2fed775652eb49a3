// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of reading the options of morgue-search.
#include "terminal/options.h"

#include <gmock/gmock.h>

#include <cstdlib>

#include "common/error.h"

namespace morgue {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

Options read(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "morgue-search");
  Options options;
  const auto text = read_options(static_cast<int>(arguments.size()), arguments.data(), options);
  EXPECT_EQ(text, std::nullopt);
  return options;
}

/// "message / hint", or "taken".
std::string refusal(const std::vector<const char*>& arguments) {
  try {
    read(arguments);
    return "taken";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    return error.what() + (" / " + error.hint());
  }
}

Day day(int year, unsigned month, unsigned day_of_month) {
  return std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} /
                               std::chrono::day{day_of_month}};
}

TEST(TerminalOptions, AreASearchOfTheUsualArchiveWithoutAny) {
  const auto options = read({});
  EXPECT_EQ(options.archive, "./morgue-archive");
  EXPECT_EQ(options.request, SearchRequest{});
  EXPECT_EQ(options.format, "text");
  EXPECT_FALSE(options.count);
  EXPECT_FALSE(options.explain);
  EXPECT_EQ(options.article, std::nullopt);
}

TEST(TerminalOptions, JoinTheArgumentsBySpacesWithoutMakingPhrases) {
  EXPECT_EQ(read({"lavrov", "troops near", "\"sea"}).request.query, "lavrov troops near \"sea");
  EXPECT_EQ(read({"--", "lavrov", "-troops", "--help"}).request.query, "lavrov -troops --help");
  EXPECT_EQ(read({"", "sea"}).request.query, "sea");
}

TEST(TerminalOptions, AreReadIntoTheRequest) {
  const auto options = read({"-a",       "/archives/x", "-n",        "250",      "--offset=20",
                             "--match",  "any",         "--sort",    "newest",   "--from",
                             "2021-03",  "--to",        "2021-06",   "--source", "Daily Courier",
                             "--source", "B",           "--section", "World",    "--tag",
                             "war",      "--lang",      "en",        "-f",       "json",
                             "--fields", "title,url",   "--strict",  "sea"});
  SearchRequest expected;
  expected.query = "sea";
  expected.limit = 250;
  expected.offset = 20;
  expected.match = MatchMode::any;
  expected.order = Order::newest;
  expected.published = {day(2021, 3, 1), day(2021, 6, 30)};
  expected.filters = {{Field::source, {"Daily Courier", "B"}, {}},
                      {Field::section, {"World"}, {}},
                      {Field::tag, {"war"}, {}},
                      {Field::lang, {"en"}, {}}};
  expected.return_keys = {"title", "url"};
  expected.strict = true;
  EXPECT_EQ(options.request, expected);
  EXPECT_EQ(options.archive, "/archives/x");
  EXPECT_EQ(options.format, "json");
}

TEST(TerminalOptions, TakeValuesRightBehindAShortName) {
  EXPECT_EQ(read({"-n5", "sea"}).request.limit, 5u);
  EXPECT_EQ(read({"-n0"}).request.limit, 0u);
  EXPECT_EQ(read({"-fids"}).format, "ids");
  EXPECT_EQ(read({"-a/archives/x"}).archive, "/archives/x");
  EXPECT_EQ(read({"-a./x"}).archive, "./x");
}

TEST(TerminalOptions, CountOrShowOneArticle) {
  EXPECT_TRUE(read({"-c", "sea"}).count);
  EXPECT_TRUE(read({"--count", "--fields", "id", "sea"}).count);
  EXPECT_EQ(read({"--article", "tag:x,2021:1"}).article, "tag:x,2021:1");
  EXPECT_EQ(read({"--similar", "tag:x,2021:1", "--to", "2020", "--copies"}).similar, "tag:x,2021:1");
  EXPECT_EQ(read({"--article", ""}).article, "");
}

TEST(TerminalOptions, CountByFacetsOrOverTime) {
  const auto facets = read({"fog", "--facets", "person,date", "--facet-size", "3", "--person", "Ann Lee"});
  EXPECT_TRUE(facets.facets);
  EXPECT_EQ(facets.request.facets, (std::vector<Field>{Field::person, Field::date}));
  EXPECT_EQ(facets.request.facet_size, 3u);
  EXPECT_EQ(facets.request.filters, (std::vector<ValueFilter>{{Field::person, {"Ann Lee"}, {}}}));
  const auto timeline = read({"fog", "--timeline", "year"});
  EXPECT_TRUE(timeline.timeline);
  EXPECT_EQ(timeline.request.interval, Interval::year);
  EXPECT_EQ(refusal({"--timeline", "week"}),
            "--timeline is not one of year, month, day: week / try --timeline year");
  EXPECT_THAT(refusal({"--facets", "person", "--count"}),
              StartsWith("only one of --count, --facets and --timeline"));
  EXPECT_THAT(refusal({"--facets", "person", "-f", "ids"}), StartsWith("there are no facets as ids"));
}

TEST(TerminalOptions, AreAlsoReadFromTheEnvironment) {
  setenv("MORGUE_ARCHIVE", "/archives/env", 1);
  setenv("MORGUE_LIMIT", "7", 1);
  const auto options = read({});
  const auto flagged = read({"-a", "/archives/flag", "--limit", "8"});
  unsetenv("MORGUE_ARCHIVE");
  unsetenv("MORGUE_LIMIT");
  EXPECT_EQ(options.archive, "/archives/env");
  EXPECT_EQ(options.request.limit, 7u);
  EXPECT_EQ(flagged.archive, "/archives/flag");
  EXPECT_EQ(flagged.request.limit, 8u);
}

TEST(TerminalOptions, HintHowToSearchForAWordThatLooksLikeAnOption) {
  for (const char* word :
       {"-troops", "-army", "-nuclear", "-football", "-china", "-x", "--troops", "-format"})
    EXPECT_THAT(refusal({"lavrov", word}),
                AllOf(HasSubstr(word), HasSubstr("morgue-search -- lavrov -troops")))
        << word;
}

TEST(TerminalOptions, NameTheNearestOfAnUnknownOne) {
  EXPECT_THAT(refusal({"--sorce", "x"}), AllOf(HasSubstr("--sorce"), HasSubstr("did you mean --source?")));
  EXPECT_THAT(refusal({"--limti", "5"}), HasSubstr("did you mean --limit?"));
}

TEST(TerminalOptions, RefuseValuesThatTheyCannotRead) {
  const struct {
    std::vector<const char*> arguments;
    const char* refusal;
  } cases[] = {
      {{"--limit", "ten"}, "--limit is not a number: ten / try --limit 10"},
      {{"--limit=-1"}, "--limit is under 0: -1 / try --limit 0"},
      {{"--offset", "1.5"}, "--offset is not a number: 1.5 / try --offset 0"},
      {{"--sort", "newst"},
       "--sort is not one of relevance, newest, oldest, added: newst / try --sort newest"},
      {{"--match", "some"}, "--match is not one of all, any: some / try --match all"},
      {{"--from", "yesterday"}, "--from is not a date: yesterday / try --from 2021-07-15"},
      {{"--similar", "x", "sea"},
       "--similar takes no query and no --count, --facets, --timeline, --explain or --article / leave one of "
       "them out; --from, --to and --source and its like go with it"},
      {{"--similar", "x", "--count"},
       "--similar takes no query and no --count, --facets, --timeline, --explain or --article / leave one of "
       "them out; --from, --to and --source and its like go with it"},
      {{"--copies", "sea"}, "--copies has a meaning with --similar only / add --similar ID"},
      {{"--article", "x", "sea"},
       "--article shows one article and takes no query and no --count / leave one of them out"},
      {{"--explain", "--count", "sea"},
       "--explain does not search and takes no --count and no --article / leave one of them out"},
      {{"--explain", "-f", "ids", "sea"}, "--explain has no format ids / try --format json"},
      {{"--fields", "title"}, "--fields has no meaning for --format text / try --format json"},
  };
  for (const auto& c : cases) EXPECT_EQ(refusal(c.arguments), c.refusal);
  EXPECT_THAT(refusal({"--format", "jsn"}), HasSubstr("did you mean json?"));
  EXPECT_THAT(refusal({"-f", "json", "--fields", "titel"}),
              StartsWith("--fields is not one of id, title, body"));
}

TEST(TerminalOptions, PrintHelpAndVersion) {
  for (const auto& [option, text] :
       {std::pair{"--help", "usage: morgue-search"}, {"--version", "morgue-search "}}) {
    const char* arguments[] = {"morgue-search", option};
    Options options;
    EXPECT_THAT(read_options(2, arguments, options).value_or(""), StartsWith(text));
  }
}

TEST(TerminalOptions, TakeAllAwayNewestFirstUnlessTheyAreSorted) {
  EXPECT_EQ(read({"-n", "0", "-f", "jsonl", "sea"}).request.order, Order::newest);
  EXPECT_EQ(read({"-n", "0", "-f", "csv", "sea"}).request.order, Order::newest);
  EXPECT_EQ(read({"-n", "0", "-f", "csv", "--sort", "relevance", "sea"}).request.order, Order::relevance);
  EXPECT_EQ(read({"-n", "0", "-f", "ids", "sea"}).request.order, Order::relevance);
  EXPECT_EQ(read({"-n", "5", "-f", "csv", "sea"}).request.order, Order::relevance);
  EXPECT_EQ(read({"-f", "csv", "--fields", "title,id", "sea"}).request.return_keys.size(), 2u);
  EXPECT_EQ(read({"--cursor", "abc", "sea"}).request.cursor, "abc");
}

TEST(TerminalOptions, AreOfABatch) {
  const auto options =
      read({"--batch", "queries.txt", "--from", "2021", "--threads", "3", "--server", "http://x"});
  EXPECT_EQ(options.batch, "queries.txt");
  EXPECT_EQ(options.format, "csv");
  EXPECT_EQ(options.threads, 3u);
  EXPECT_EQ(options.server, "http://x");
  EXPECT_EQ(options.request.published.first, day(2021, 1, 1));
  EXPECT_EQ(read({"--batch", "-", "-f", "jsonl"}).format, "jsonl");
}

TEST(TerminalOptions, RefuseWhatABatchCannotBe) {
  EXPECT_THAT(refusal({"--batch", "-", "-f", "ids"}),
              HasSubstr("no rows of a batch as ids / try --format csv"));
  EXPECT_THAT(refusal({"--batch", "-", "ferry"}), HasSubstr("takes its queries from the file"));
  EXPECT_THAT(refusal({"--batch", "-", "-c"}), HasSubstr("no other kind of answer"));
  EXPECT_THAT(refusal({"--batch", "-", "--fields", "id"}), HasSubstr("--fields has no meaning"));
  EXPECT_THAT(refusal({"--batch", "-", "--threads", "0"}), HasSubstr("--threads is under 1"));
  EXPECT_THAT(refusal({"--cursor", "abc", "--offset", "3"}), HasSubstr("--cursor goes without an offset"));
}

}  // namespace
}  // namespace morgue
