// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of a program beside its options, and the manual page and the shells' completions made of both.
// Knows no program.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace morgue {

struct Example {
  std::string command;  // as it is typed, on one line
  std::string what;     // it does
};

struct Manual {
  std::string summary;                   // "search an archive of articles"
  std::vector<std::string> description;  // paragraphs
  std::vector<std::pair<std::string, std::string>> exit_codes;
  std::vector<Example> examples;
};

struct OptionText {
  std::string name;         // without dashes
  std::string letter;       // "" for none
  std::string value;        // how it is called, "" for a switch; "all|any" are the values there are
  std::string description;  // without a full stop
};

/// The examples as lines for --help; "" for none.
std::string examples_text(const Manual&);

/// In roff (man(7)), section 1. `arguments` follows the options in the synopsis.
std::string manual_page(const std::string& program, const std::string& arguments, const Manual&,
                        const std::vector<OptionText>&);

std::vector<std::string_view> completed_shells();

/// The script by which the shell completes the program's options, their values and files.
std::string completion(std::string_view shell, const std::string& program, const std::vector<OptionText>&);

}  // namespace morgue
