// SPDX-License-Identifier: GPL-3.0-or-later
// Reads options by Boost.Program_options from their three places. Knows nothing of searching or indexing.
#include "common/options/program_options.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "common/error.h"
#include "common/text/nearest.h"

namespace po = boost::program_options;

namespace morgue {
namespace {

constexpr const char* rest_name = "the rest";  // not to be typed as an option

std::string variable_for(const std::string& option) {
  std::string name = "MORGUE_" + option;
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return c == '-' ? '_' : static_cast<char>(std::toupper(c)); });
  return name;
}

std::optional<std::string> variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

std::string without_dashes(std::string_view name) {
  const auto start = name.find_first_not_of('-');
  return start == std::string_view::npos ? "" : std::string(name.substr(start));
}

std::string without_value(const std::string& option) { return option.substr(0, option.find('=')); }

/// Boost shows "NAME (=default)", and for a switch nothing.
std::string value_name(const po::option_description& option) {
  if (option.semantic()->max_tokens() == 0) return "";
  const auto shown = option.format_parameter();
  return shown.substr(0, shown.find(" (="));
}

std::string joined_by_commas(const std::vector<std::string_view>& words) {
  std::string result;
  for (const auto word : words) result.append(result.empty() ? "" : ", ").append(word);
  return result;
}

}  // namespace

std::string_view version() { return MORGUE_VERSION; }

ProgramOptions::ProgramOptions(std::string program, std::string arguments, std::string& archive)
    : program_(std::move(program)),
      arguments_(std::move(arguments)),
      own_("Options"),
      command_line_("General") {
  add()("archive,a", po::value(&archive)->value_name("DIR")->default_value("./morgue-archive"),
        "the archive");
  command_line_.add_options()("config", po::value<std::string>()->value_name("FILE"),
                              "options as `name = value` lines")("help", "this text")(
      "version", "the version")("manual", "the manual page, in roff: program --manual | man -l -")(
      "completion", po::value<std::string>()->value_name("bash|zsh|fish"),
      "a script by which this shell completes the options");
}

void ProgramOptions::take_rest_as(std::vector<std::string>& rest) {
  hidden_.add_options()(rest_name, po::value(&rest));
  rest_.add(rest_name, -1);
}

std::optional<std::string> ProgramOptions::read(int argc, const char* const* argv) {
  Values values;
  read_command_line(argc, argv, values);
  if (values.count("help")) return help();
  if (values.count("version")) return program_ + " " + std::string(version()) + "\n";
  if (values.count("manual")) return manual();
  if (values.count("completion")) {
    const auto shell = values["completion"].as<std::string>();
    check_choice("completion", shell, completed_shells());
    return completion(shell, program_, option_texts());
  }
  read_environment(values);
  if (values.count("config")) read_file(values["config"].as<std::string>(), values);
  else if (const auto path = variable(variable_for("config"))) read_file(*path, values);
  po::notify(values);
  return std::nullopt;
}

void ProgramOptions::read_command_line(int argc, const char* const* argv, Values& values) const {
  po::options_description all;
  all.add(own_).add(command_line_).add(hidden_);
  const auto style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  try {
    po::store(po::command_line_parser(argc, argv).options(all).positional(rest_).style(style).run(), values);
  } catch (const po::unknown_option& error) {
    const auto name = without_value(error.get_option_name());
    throw Error(ErrorKind::usage, "unknown option: " + name, hint_for(name));
  } catch (const po::too_many_positional_options_error&) {
    throw Error(ErrorKind::usage, "there are arguments too many",
                "usage: " + program_ + " [options] " + arguments_);
  } catch (const po::error& error) {
    throw Error(ErrorKind::usage, error.what(), "see " + program_ + " --help");
  }
}

void ProgramOptions::read_environment(Values& values) const {
  for (const auto& option : own_.options()) {
    const auto name = variable_for(option->long_name());
    const auto value = variable(name);
    if (!value) continue;
    po::parsed_options parsed(&own_);
    parsed.options.emplace_back(option->long_name(), std::vector{*value});
    try {
      po::store(parsed, values);
    } catch (const po::error& error) {
      throw Error(ErrorKind::usage, "environment variable " + name + ": " + error.what(),
                  "see " + program_ + " --help");
    }
  }
}

void ProgramOptions::read_file(const std::string& path, Values& values) const {
  std::ifstream file(path);
  if (!file)
    throw Error(ErrorKind::usage, "cannot read the configuration file " + path,
                "give a file of `name = value` lines");
  try {
    po::store(po::parse_config_file(file, own_), values);
  } catch (const po::unknown_option& error) {
    throw Error(ErrorKind::usage, path + ": unknown option: " + error.get_option_name(),
                hint_for(error.get_option_name()));
  } catch (const po::error& error) {
    throw Error(ErrorKind::usage, path + ": " + error.what(), "see " + program_ + " --help");
  }
}

std::string ProgramOptions::hint_for(std::string_view unknown) const {
  std::vector<std::string_view> known;
  for (const auto* options : {&own_, &command_line_})
    for (const auto& option : options->options()) known.emplace_back(option->long_name());
  const auto name = nearest(without_dashes(unknown), known);
  auto hint = name.empty() ? "see " + program_ + " --help" : "did you mean --" + name + "?";
  if (!hint_for_unknown_.empty()) hint += "; " + hint_for_unknown_;
  return hint;
}

std::string ProgramOptions::help() const {
  std::ostringstream text;
  text << "usage: " << program_ << " [options] " << arguments_ << "\n\n" << own_ << "\n" << command_line_;
  text << "\nAn option --some-name can also be given as MORGUE_SOME_NAME in the environment\n"
          "or as `some-name = value` in the file named by --config.\n"
       << examples_text(manual_);
  return text.str();
}

std::string ProgramOptions::manual() const {
  return manual_page(program_, arguments_, manual_, option_texts());
}

std::vector<OptionText> ProgramOptions::option_texts() const {
  std::vector<OptionText> texts;
  for (const auto* options : {&own_, &command_line_})
    for (const auto& option : options->options()) {
      const auto letter = option->canonical_display_name(po::command_line_style::allow_dash_for_short);
      const bool has_letter = letter.size() == 2 && letter[1] != '-';
      texts.push_back({option->long_name(), has_letter ? letter.substr(1) : "", value_name(*option),
                       option->description()});
    }
  return texts;
}

void check_choice(std::string_view option, std::string_view value,
                  const std::vector<std::string_view>& choices) {
  if (std::find(choices.begin(), choices.end(), value) != choices.end()) return;
  const auto name = nearest(value, choices);
  throw Error(
      ErrorKind::usage, "--" + std::string(option) + " cannot be \"" + std::string(value) + "\"",
      (name.empty() ? "" : "did you mean " + name + "? ") + ("it is one of " + joined_by_commas(choices)));
}

int run_program(const std::string& program, const std::function<int()>& run) {
  try {
    return run();
  } catch (const Error& error) {
    std::cerr << program << ": " << error.what() << "\n";
    if (!error.hint().empty()) std::cerr << "  " << error.hint() << "\n";
  } catch (const std::exception& error) {
    std::cerr << program << ": " << error.what() << "\n";
  }
  return 2;
}

}  // namespace morgue
