// SPDX-License-Identifier: GPL-3.0-or-later
// Declares and checks the options of morgue-index.
#include "indexer/options.h"

#include <charconv>

#include "common/error.h"
#include "common/options/program_options.h"
#include "common/timestamp.h"
#include "indexer/language.h"

namespace morgue {
namespace {

namespace po = boost::program_options;

constexpr std::size_t most_threads = 256;

std::size_t parse_threads(const std::string& text) {
  std::size_t threads = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, threads);
  if (read.ec == std::errc() && read.ptr == end && threads >= 1 && threads <= most_threads) return threads;
  throw Error(ErrorKind::usage, "--threads cannot be \"" + text + "\"",
              "give a number from 1 to " + std::to_string(most_threads));
}

void declare(ProgramOptions& declared, IndexerOptions& options) {
  declared.add()("remove", po::value(&options.remove)->value_name("ID"), "take an article out (repeatable)");
  declared.add()("remove-from", po::value(&options.remove_from)->value_name("FILE"),
                 "take out the articles of a file, an id a line");
  declared.add()("map", po::value(&options.map)->value_name("FILE"),
                 "where our keys are in articles of another shape: {\"title\": \"/JSON/pointer\", …}");
  declared.add()("language", po::value(&options.language)->value_name("LANG")->default_value("auto"),
                 "for articles that name none: a code, or auto");
  declared.add()("timezone", po::value(&options.time_zone)->value_name("ZONE"),
                 "whose days are meant by dates (UTC; kept in the archive)");
  declared.add()("rejects", po::value(&options.rejects)->value_name("FILE"),
                 "write every article not taken there, as JSON Lines");
  declared.add()("threads", po::value<std::string>()->value_name("N")->notifier([&](const std::string& text) {
    options.threads = parse_threads(text);
  }),
                 "how many threads take articles apart and write (all cores)");
  declared.add()("memory",
                 po::value<std::string>()->value_name("SIZE")->default_value("512M")->notifier(
                     [&](const std::string& text) { options.memory = parse_memory(text); }),
                 "for what is read and not yet written; with K, M or G");
  declared.add()("dry-run", po::bool_switch(&options.dry_run), "read and check everything, write nothing");
  declared.add()("progress", po::value(&options.progress)->value_name("WHEN")->default_value("auto"),
                 "auto, always or never");
  declared.add()("quiet", po::bool_switch(&options.quiet), "say nothing but what went wrong");
  declared.add()("json", po::bool_switch(&options.json), "the summary as one JSON object");
  declared.take_rest_as(options.inputs);
}

void check(const IndexerOptions& options) {
  check_choice("progress", options.progress, {"auto", "always", "never"});
  check_language(options.language);
  if (!options.time_zone.empty()) TimeZone zone(options.time_zone);
  if (options.inputs.empty() && options.remove.empty() && options.remove_from.empty())
    throw Error(ErrorKind::usage, "there is no input",
                "give files or folders of articles, or - for stdin; see morgue-index --help");
}

}  // namespace

ReadOptions read_options(int argc, const char* const* argv) {
  ReadOptions read;
  ProgramOptions declared("morgue-index", "INPUT...", read.options.archive);
  declare(declared, read.options);
  read.text_to_print = declared.read(argc, argv);
  if (!read.text_to_print) check(read.options);
  return read;
}

}  // namespace morgue
