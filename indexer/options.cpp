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

std::chrono::seconds parse_max_lease(const std::string& text) {
  constexpr unsigned longest = 3600;
  unsigned seconds = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, seconds);
  if (read.ec == std::errc() && read.ptr == end && seconds <= longest) return std::chrono::seconds(seconds);
  throw Error(ErrorKind::usage, "--max-lease cannot be \"" + text + "\"",
              "give a number of seconds from 0 to " + std::to_string(longest));
}

Manual manual() {
  return {
      "make and change an archive of articles",
      {"Articles are read from files, folders and - for standard input: JSON, JSON Lines and saved pages, "
       "also "
       "compressed. An article with a known id replaces the earlier one; one with the same content is left "
       "alone. What cannot be taken is named by file, line and byte, and the rest goes on.",
       "A run that is interrupted leaves the archive as it was at its last commit, and the same command "
       "again "
       "does the rest."},
      {{"0", "all was taken"}, {"1", "some articles were not taken"}, {"2", "nothing was done"}},
      {{"morgue-index -a morgue-archive corpus-sample", "take all articles of a folder into an archive"},
       {"morgue-index -a morgue-archive --json corpus-sample",
        "the same again changes nothing, and says so in JSON"},
       {"morgue-index -a morgue-archive --dry-run --rejects rejects.jsonl corpus-sample",
        "only check them, and write down what would not be taken"},
       {"morgue-index -a morgue-archive --rebuild corpus-sample", "build the archive anew and swap it in"},
       {"morgue-index -a morgue-archive --rollback", "go back to the one before"}}};
}

void declare(ProgramOptions& declared, IndexerOptions& options) {
  declared.add()("rebuild", po::bool_switch(&options.rebuild),
                 "build a new archive beside the old one, from the inputs alone, and swap it in at the end");
  declared.add()("rollback", po::bool_switch(&options.rollback),
                 "go back to the archive before the last --rebuild or --strict");
  declared.add()("check", po::bool_switch(&options.check),
                 "read every block of the archive, change nothing, and say whether it is sound");
  declared.add()("remove", po::value(&options.remove)->value_name("ID"), "take an article out (repeatable)");
  declared.add()("remove-from", po::value(&options.remove_from)->value_name("FILE"),
                 "take out the articles of a file, an id a line");
  declared.add()("purge", po::value(&options.purge)->value_name("ID"),
                 "take an article out and leave no byte of it, not even for --rollback (repeatable)");
  declared.add()("map", po::value(&options.map)->value_name("FILE"),
                 "where our keys are in articles of another shape: {\"title\": \"/JSON/pointer\", …}");
  declared.add()("language", po::value(&options.language)->value_name("LANG")->default_value("auto"),
                 "for articles that name none: a code, or auto");
  declared.add()("timezone", po::value(&options.time_zone)->value_name("ZONE"),
                 "whose days are meant by dates (UTC; kept in the archive)");
  declared.add()("rejects", po::value(&options.rejects)->value_name("FILE"),
                 "write every article not taken there, as JSON Lines");
  declared.add()("strict", po::bool_switch(&options.strict),
                 "stop at the first article that cannot be taken, changing nothing");
  declared.add()("threads", po::value<std::string>()->value_name("N")->notifier([&](const std::string& text) {
    options.threads = parse_threads(text);
  }),
                 "how many threads take articles apart and write (all cores)");
  declared.add()("memory",
                 po::value<std::string>()->value_name("SIZE")->default_value("512M")->notifier(
                     [&](const std::string& text) { options.memory = parse_memory(text); }),
                 "for what is read and not yet written; with K, M or G");
  declared.add()("build", po::value(&options.build)->value_name("auto|bulk|in-place")->default_value("auto"),
                 "how the archive is written: in-place; bulk, all of it anew beside what is there; or auto, "
                 "bulk for a new archive and where the inputs are larger than the one there is");
  declared.add()("max-lease",
                 po::value<std::string>()->value_name("SECONDS")->default_value("60")->notifier(
                     [&](const std::string& text) { options.max_lease = parse_max_lease(text); }),
                 "how long to wait for exports that are under way before writing over what they read");
  declared.add()("dry-run", po::bool_switch(&options.dry_run), "read and check everything, write nothing");
  declared.add()("progress",
                 po::value(&options.progress)->value_name("auto|always|never")->default_value("auto"),
                 "auto, always or never");
  declared.add()("quiet", po::bool_switch(&options.quiet), "say nothing but what went wrong");
  declared.add()("json", po::bool_switch(&options.json), "the summary as one JSON object");
  declared.take_rest_as(options.inputs);
  declared.describe(manual());
}

bool takes_out(const IndexerOptions& options) {
  return !options.remove.empty() || !options.remove_from.empty() || !options.purge.empty();
}

Error contradiction(const std::string& message, const std::string& hint) {
  return Error(ErrorKind::usage, message, hint);
}

void check_together(const IndexerOptions& options) {
  const bool has_inputs = !options.inputs.empty();
  const bool is_done_alone = options.rollback || options.check;
  if (is_done_alone && (has_inputs || takes_out(options) || options.rebuild || options.strict ||
                        options.dry_run || (options.rollback && options.check)))
    throw contradiction(std::string(options.rollback ? "--rollback" : "--check") + " is done alone",
                        "leave out the inputs and what else is to be done");
  if (is_done_alone) return;
  if (options.rebuild && takes_out(options))
    throw contradiction("--rebuild takes the inputs alone, so there is nothing to be taken out",
                        "take articles out in a run of their own");
  if (options.dry_run && !options.purge.empty())
    throw contradiction("--purge cannot be tried out with --dry-run", "try --remove");
  if (!has_inputs && (options.rebuild || options.strict || !takes_out(options)))
    throw contradiction("there is no input",
                        "give files or folders of articles, or - for stdin; see morgue-index --help");
}

void check(const IndexerOptions& options) {
  check_choice("progress", options.progress, {"auto", "always", "never"});
  check_choice("build", options.build, {"auto", "bulk", "in-place"});
  check_language(options.language);
  if (!options.time_zone.empty()) TimeZone zone(options.time_zone);
  check_together(options);
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
