// SPDX-License-Identifier: GPL-3.0-or-later
// Declares the options and reads their values by the same rules as a URL's parameters. Knows no archive.
#include "terminal/options.h"

#include <algorithm>
#include <vector>

#include "common/error.h"
#include "common/options/program_options.h"
#include "common/wire/search_url.h"
#include "terminal/formats.h"

namespace po = boost::program_options;

namespace morgue {
namespace {

constexpr const char* hint_for_words =
    "a query word that begins with a dash goes after two dashes: morgue-search -- lavrov -troops";

/// The options as they are typed.
struct Typed {
  std::vector<std::string> words;
  std::string limit = "10";
  std::string offset, cursor, match, sort, from, to;
  std::string facet_size, timeline, threads;
  std::vector<std::string> people, sources, sections, tags, languages, fields, facets;
  bool strict = false;
};

Manual manual() {
  return {
      "search an archive of articles",
      {"Words all have to be there; the language has OR, -word, \"phrases\", NEAR/5, wild*, fields as in "
       "title:fog, dates as in date:2021-07 and more. Whatever is typed is understood as well as possible; "
       "--explain shows how, and --strict refuses what needs a repair.",
       "Results go to standard output, what is to be said about them to standard error. A query word that "
       "begins with a dash goes after two dashes."},
      {{"0", "something was found"},
       {"1", "nothing was found"},
       {"2", "an error; for a batch: in any of its rows"}},
      {{"morgue-search -a morgue-archive lavrov '\"central asia\"'",
        "the best matches, with the words in bold"},
       {"morgue-search -a morgue-archive -c -- ferry -strike",
        "how many articles have the one and not the other"},
       {"morgue-search -a morgue-archive -n 0 -f csv ferry > ferry.csv",
        "every match into a table, newest first"},
       {"morgue-search -a morgue-archive -n 0 -f jsonl --fields title,published --from 2021 ferry",
        "certain keys of every match since 2021, a line of JSON each"},
       {"morgue-search -a morgue-archive --facets person,source fog",
        "who is in the articles, and whose they are"},
       {"morgue-search -a morgue-archive --timeline year ferry", "when it was written about"},
       {"printf 'ferry\\nfog\\n' | morgue-search -a morgue-archive --batch -",
        "a row for each of many queries"},
       {"morgue-search --server http://127.0.0.1:8080 ferry", "the same of a server instead of an archive"}}};
}

void declare(ProgramOptions& declared, Options& options, Typed& typed) {
  const auto text = [](std::string& value, const char* shown) {
    return po::value(&value)->value_name(shown);
  };
  const auto texts = [](std::vector<std::string>& values) {
    return po::value(&values)->value_name("NAME")->composing();
  };
  const auto take_article = [&](const std::string& id) { options.article = id; };
  auto* article = po::value<std::string>()->value_name("ID")->notifier(take_article);
  const auto take_batch = [&](const std::string& file) { options.batch = file; };
  auto* batch = po::value<std::string>()->value_name("FILE")->notifier(take_batch);
  const auto take_similar = [&](const std::string& id) { options.similar = id; };
  auto* similar = po::value<std::string>()->value_name("ID")->notifier(take_similar);
  declared.add()("limit,n", text(typed.limit, "N")->default_value("10"), "how many results; 0: all")(
      "offset", text(typed.offset, "N"), "pass over so many results first")(
      "cursor", text(typed.cursor, "CURSOR"), "go on after the last result of an earlier answer")(
      "match", text(typed.match, "all|any"), "whether all the words are needed or any of them")(
      "sort", text(typed.sort, "relevance|newest|oldest|added"), "what comes first (relevance)")(
      "from", text(typed.from, "DATE"), "only articles of that day, month or year and later")(
      "to", text(typed.to, "DATE"), "only articles of that day, month or year and earlier")(
      "person", texts(typed.people), "only about this person, in any form of the name; repeatable")(
      "source", texts(typed.sources), "only from this source; repeatable, any of them")(
      "section", texts(typed.sections), "only in this section; repeatable")(
      "tag", texts(typed.tags), "only with this tag; repeatable")("lang", texts(typed.languages),
                                                                  "only in this language; repeatable")(
      "format,f", text(options.format, "text|json|jsonl|csv|ids"),
      "text (the default), json, jsonl, csv or ids; with --batch csv (the default) or jsonl. All results "
      "(-n 0) as jsonl or csv come newest first unless --sort says otherwise")(
      "fields", po::value(&typed.fields)->value_name("A,B,C"),
      "the article keys that json and jsonl show; the columns of csv")(
      "raw", po::bool_switch(&options.raw), "also on a terminal, replace nothing that could steer it")(
      "count,c", po::bool_switch(&options.count), "only the number of matches")(
      "explain", po::bool_switch(&options.explain), "how the query is understood, without searching")(
      "facets", po::value(&typed.facets)->value_name("A,B,C"),
      "only how many matches have each person, source, section, tag, lang or date")(
      "facet-size", text(typed.facet_size, "N"), "how many values of a facet (10)")(
      "timeline", text(typed.timeline, "year|month|day"),
      "only how many matches each year, month or day has")(
      "similar", similar, "articles like this one, and what they have in common, instead of searching")(
      "copies", po::bool_switch(&options.copies), "near copies too, with --similar")(
      "article", article, "show this article as JSON instead of searching")(
      "batch", batch,
      "a query a line ('-': standard input): a row for each with its total, the first and "
      "last day, the first result")("threads", text(typed.threads, "N"),
                                    "threads that answer a batch (all cores)")(
      "server", text(options.server, "URL"), "ask this morgue-server instead of a local archive")(
      "strict", po::bool_switch(&typed.strict), "refuse a query that needs a repair");
  declared.take_rest_as(typed.words);
  declared.describe(manual());
  declared.set_hint_for_unknown(hint_for_words);
}

bool is_number(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_format(std::string_view text) {
  const auto names = format_names();
  return std::find(names.begin(), names.end(), text) != names.end();
}

bool is_path(std::string_view text) { return text.starts_with('/') || text.starts_with('.'); }

/// Whether "-army" would be read as "-a rmy" though it is most likely a word of the query.
bool is_a_word_with_a_dash(std::string_view argument) {
  if (argument.size() < 3 || argument[0] != '-' || argument[1] == '-') return false;
  const auto value = argument.substr(2);
  switch (argument[1]) {
    case 'n': return !is_number(value);
    case 'f': return !is_format(value);
    case 'a': return !is_path(value);
    case 'c': return true;
    default: return false;  // no such option: refused as unknown
  }
}

void check_for_words_with_a_dash(int argc, const char* const* argv) {
  for (int i = 1; i < argc && std::string_view(argv[i]) != "--"; ++i) {
    if (is_a_word_with_a_dash(argv[i]))
      throw Error(ErrorKind::usage, std::string(argv[i]) + " looks like an option",
                  "long options begin with two dashes; " + std::string(hint_for_words));
  }
}

std::string joined_by_spaces(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

Parameters to_parameters(const Typed& typed) {
  Parameters parameters{{"q", joined_by_spaces(typed.words)},
                        {"offset", typed.offset},
                        {"cursor", typed.cursor},
                        {"match", typed.match},
                        {"sort", typed.sort},
                        {"from", typed.from},
                        {"to", typed.to}};
  const auto add = [&](const char* name, const std::vector<std::string>& values) {
    for (const auto& value : values) parameters.emplace_back(name, value);
  };
  add("person", typed.people);
  add("source", typed.sources);
  add("section", typed.sections);
  add("tag", typed.tags);
  add("lang", typed.languages);
  add("fields", typed.fields);
  add("facets", typed.facets);
  parameters.emplace_back("facet_size", typed.facet_size);
  parameters.emplace_back("interval", typed.timeline);
  if (typed.strict) parameters.emplace_back("strict", "1");
  return parameters;
}

std::string option_of(const std::string& parameter) {
  if (parameter == "interval") return "--timeline";
  if (parameter == "facet_size") return "--facet-size";
  return "--" + parameter;
}

SearchRequest to_request(const Typed& typed) {
  try {
    auto request = to_search_request(to_parameters(typed), Unknown::refused);
    request.limit = number_of("limit", typed.limit, 0, largest_offset, request.limit);
    return request;
  } catch (const BadParameter& error) {
    const auto option = option_of(error.parameter());
    const auto hint = error.example().empty() ? error.hint() : "try " + option + " " + error.example();
    throw Error(error.kind(), option + " " + error.problem(), hint);
  }
}

std::size_t threads_in(const Typed& typed) {
  constexpr std::size_t most_threads = 1024;
  if (typed.threads.empty()) return 0;
  try {
    return number_of("threads", typed.threads, 1, most_threads, 2);
  } catch (const BadParameter& error) {
    throw Error(ErrorKind::usage, "--threads " + error.problem(), "try --threads " + error.example());
  }
}

void check_batch(const Options& options) {
  if (options.format != "csv" && options.format != "jsonl")
    throw Error(ErrorKind::usage, "there are no rows of a batch as " + options.format, "try --format csv");
  if (!options.request.query.empty())
    throw Error(ErrorKind::usage, "--batch takes its queries from the file, and no other",
                "leave one of them out");
  if (options.count || options.facets || options.timeline || options.article || options.similar ||
      options.explain)
    throw Error(ErrorKind::usage, "--batch tells each query's total and takes no other kind of answer",
                "leave one of them out");
  if (!options.request.return_keys.empty())
    throw Error(ErrorKind::usage, "--fields has no meaning for --batch", "leave it out");
}

void check_similar(const Options& options) {
  if (options.copies && !options.similar)
    throw Error(ErrorKind::usage, "--copies has a meaning with --similar only", "add --similar ID");
  if (!options.similar) return;
  if (options.count || options.facets || options.timeline || options.explain || options.article ||
      !options.request.query.empty())
    throw Error(ErrorKind::usage,
                "--similar takes no query and no --count, --facets, --timeline, --explain or --article",
                "leave one of them out; --from, --to and --source and its like go with it");
}

void check_together(const Options& options) {
  if (options.batch) return check_batch(options);
  check_similar(options);
  if (options.count + options.facets + options.timeline > 1)
    throw Error(ErrorKind::usage, "only one of --count, --facets and --timeline can be shown",
                "ask once for each; --facets date counts by month beside other facets");
  if ((options.facets || options.timeline) && options.format != "text" && options.format != "json")
    throw Error(ErrorKind::usage, "there are no facets as " + options.format, "try --format json");
  if (options.article && (options.count || !options.request.query.empty()))
    throw Error(ErrorKind::usage, "--article shows one article and takes no query and no --count",
                "leave one of them out");
  if (options.explain && (options.count || options.article))
    throw Error(ErrorKind::usage, "--explain does not search and takes no --count and no --article",
                "leave one of them out");
  if (options.explain && options.format != "text" && options.format != "json")
    throw Error(ErrorKind::usage, "--explain has no format " + options.format, "try --format json");
  const bool shows_keys = options.format.starts_with("json") || options.format == "csv";
  if (!options.request.return_keys.empty() && !shows_keys && !options.count)
    throw Error(ErrorKind::usage, "--fields has no meaning for --format " + options.format,
                "try --format json");
}

}  // namespace

std::optional<std::string> read_options(int argc, const char* const* argv, Options& options) {
  Typed typed;
  ProgramOptions declared("morgue-search", "QUERY...", options.archive);
  declare(declared, options, typed);
  check_for_words_with_a_dash(argc, argv);
  if (auto text = declared.read(argc, argv)) return text;
  if (options.format.empty()) options.format = options.batch ? "csv" : "text";
  check_choice("format", options.format, format_names());
  options.request = to_request(typed);
  options.threads = threads_in(typed);
  const bool takes_all_away =
      options.request.limit == 0 && (options.format == "jsonl" || options.format == "csv");
  if (takes_all_away && typed.sort.empty()) options.request.order = Order::newest;
  options.facets = !options.request.facets.empty();
  options.timeline = !typed.timeline.empty();
  check_together(options);
  return std::nullopt;
}

}  // namespace morgue
