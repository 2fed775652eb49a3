// SPDX-License-Identifier: GPL-3.0-or-later
// How a program gets its options: command line > environment (MORGUE_…) > configuration file > default, and
// how it ends with an error. Knows nothing of searching or indexing.
//
//   ProgramOptions declared("morgue-index", "INPUT...", options.archive);
//   declared.add()("quiet", po::bool_switch(&options.quiet), "say nothing but errors");
//   declared.take_rest_as(options.inputs);
//   if (const auto text = declared.read(argc, argv)) return print(*text);
#pragma once

#include <boost/program_options.hpp>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/options/manual.h"

namespace morgue {

/// "0.1.0"
std::string_view version();

/// The options of one program. --archive, --config, --help, --version, --manual and --completion are always
/// among them.
class ProgramOptions {
 public:
  /// `arguments` follows "[options]" in the usage line. What is declared is written where its po::value
  /// points to.
  ProgramOptions(std::string program, std::string arguments, std::string& archive);

  /// Boost's way of declaring. An option --max-lease can also be given as MORGUE_MAX_LEASE or `max-lease = …`
  /// in the file.
  boost::program_options::options_description_easy_init add() { return own_.add_options(); }

  /// Where the arguments without a dash go, in order; without this call there may be none.
  void take_rest_as(std::vector<std::string>&);

  /// A further hint for an option nobody knows, say, how to search for a word that begins with a dash.
  void set_hint_for_unknown(std::string hint) { hint_for_unknown_ = std::move(hint); }

  /// What the manual page tells beside the options; its examples also stand under --help.
  void describe(Manual manual) { manual_ = std::move(manual); }

  /// What is to be printed instead of running (for --help, --version, --manual and --completion), else
  /// nullopt and all is read. Throws Error(usage) that names the option, variable or file, with the nearest
  /// known option as a hint.
  std::optional<std::string> read(int argc, const char* const* argv);

  std::string help() const;
  std::string manual() const;

 private:
  using Values = boost::program_options::variables_map;

  void read_command_line(int argc, const char* const* argv, Values&) const;
  void read_environment(Values&) const;
  void read_file(const std::string& path, Values&) const;
  std::string hint_for(std::string_view unknown) const;
  std::vector<OptionText> option_texts() const;

  std::string program_;
  std::string arguments_;
  std::string hint_for_unknown_;
  Manual manual_;
  boost::program_options::options_description own_;           // also in the environment and the file
  boost::program_options::options_description command_line_;  // only on the command line
  boost::program_options::options_description hidden_;        // the arguments without a dash
  boost::program_options::positional_options_description rest_;
};

/// Throws Error(usage) for a value that is none of the choices, naming the nearest.
void check_choice(std::string_view option, std::string_view value,
                  const std::vector<std::string_view>& choices);

/// Runs the program; what it throws becomes "program: what\n  hint" on stderr and the exit code 2.
int run_program(const std::string& program, const std::function<int()>& run);

}  // namespace morgue
