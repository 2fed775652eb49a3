// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/options/manual.h"

#include <algorithm>
#include <array>

namespace morgue {
namespace {

std::string replaced(std::string_view text, char sign, std::string_view by) {
  std::string result;
  for (const char each : text) {
    if (each == sign) result += by;
    else result += each;
  }
  return result;
}

/// Text that roff shows as it is, also where it begins a line.
std::string roff(std::string_view text) {
  const auto escaped = replaced(replaced(replaced(text, '\\', "\\e"), '-', "\\-"), '\'', "\\(aq");
  return escaped.starts_with('.') ? "\\&" + escaped : escaped;
}

std::string sentence(std::string_view text) {
  std::string with_stop = roff(text);
  if (!with_stop.ends_with('.')) with_stop += '.';
  return with_stop;
}

std::string option_page(const OptionText& option) {
  std::string page = ".TP\n";
  if (!option.letter.empty()) page += "\\fB" + roff("-" + option.letter) + "\\fR, ";
  page += "\\fB" + roff("--" + option.name) + "\\fR";
  if (!option.value.empty()) page += " \\fI" + roff(option.value) + "\\fR";
  return page + "\n" + sentence(option.description) + "\n";
}

std::vector<std::string> choices(const OptionText& option) {
  std::vector<std::string> values;
  if (option.value.find('|') == std::string::npos) return values;
  for (std::size_t begin = 0; begin <= option.value.size();) {
    const auto end = std::min(option.value.find('|', begin), option.value.size());
    values.push_back(option.value.substr(begin, end - begin));
    begin = end + 1;
  }
  return values;
}

std::string joined_by_spaces(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

std::string in_quotes(std::string_view text) { return "'" + replaced(text, '\'', "'\\''") + "'"; }

std::string name_for_a_function(const std::string& program) { return "_" + replaced(program, '-', "_"); }

std::string for_bash(const std::string& program, const std::vector<OptionText>& options) {
  std::vector<std::string> names;
  std::string cases;
  for (const auto& option : options) {
    names.push_back("--" + option.name);
    const auto values = choices(option);
    const auto letter = option.letter.empty() ? "" : "|-" + option.letter;
    if (!values.empty())
      cases += "    --" + option.name + letter + ") COMPREPLY=($(compgen -W " +
               in_quotes(joined_by_spaces(values)) + " -- \"$word\")); return ;;\n";
  }
  const auto function = name_for_a_function(program);
  return "# bash completion of " + program + "\n" + function + "() {\n" +
         "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n  COMPREPLY=()\n" +
         "  case $before in\n" + cases + "    *) ;;\n  esac\n" +
         "  if [[ $word == -* ]]; then COMPREPLY=($(compgen -W " + in_quotes(joined_by_spaces(names)) +
         " -- \"$word\"))\n  else COMPREPLY=($(compgen -f -- \"$word\")); fi\n}\n" +
         "complete -o filenames -F " + function + " " + program + "\n";
}

std::string for_zsh(const std::string& program, const std::vector<OptionText>& options) {
  std::string script = "#compdef " + program + "\n_arguments -s \\\n";
  for (const auto& option : options) {
    const auto told = replaced(replaced(replaced(option.description, '[', "("), ']', ")"), ':', ",");
    const auto values = choices(option);
    std::string value;
    if (!values.empty()) value = ":" + option.name + ":(" + joined_by_spaces(values) + ")";
    else if (!option.value.empty()) value = ":" + option.value + ":_files";
    const auto rest = "[" + told + "]" + value;
    if (!option.letter.empty()) script += "  " + in_quotes("*-" + option.letter + rest) + " \\\n";
    script += "  " + in_quotes("*--" + option.name + rest) + " \\\n";
  }
  return script + "  '*:argument:_files'\n";
}

std::string for_fish(const std::string& program, const std::vector<OptionText>& options) {
  std::string script;
  for (const auto& option : options) {
    script += "complete -c " + program + " -l " + option.name;
    if (!option.letter.empty()) script += " -s " + option.letter;
    if (!option.value.empty()) script += " -r";
    if (const auto values = choices(option); !values.empty())
      script += " -f -a " + in_quotes(joined_by_spaces(values));
    script += " -d " + in_quotes(option.description) + "\n";
  }
  return script;
}

struct Shell {
  std::string_view name;
  std::string (*script)(const std::string& program, const std::vector<OptionText>&);
};

constexpr std::array shells{Shell{"bash", for_bash}, Shell{"zsh", for_zsh}, Shell{"fish", for_fish}};

}  // namespace

std::string examples_text(const Manual& manual) {
  if (manual.examples.empty()) return "";
  std::string text = "\nExamples:\n";
  for (const auto& example : manual.examples)
    text += "  " + example.command + "\n      " + example.what + "\n";
  return text;
}

std::string manual_page(const std::string& program, const std::string& arguments, const Manual& manual,
                        const std::vector<OptionText>& options) {
  auto title = program;
  std::ranges::transform(title, title.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c; });
  std::string page = ".TH " + roff(title) + " 1\n.SH NAME\n" + roff(program) + " \\- " +
                     roff(manual.summary) + "\n.SH SYNOPSIS\n\\fB" + roff(program) + "\\fR [options] " +
                     roff(arguments) + "\n.SH DESCRIPTION\n";
  for (const auto& paragraph : manual.description) page += ".PP\n" + roff(paragraph) + "\n";
  page += ".SH OPTIONS\n";
  for (const auto& option : options) page += option_page(option);
  page +=
      ".SH ENVIRONMENT\nAn option \\fB\\-\\-some\\-name\\fR can also be given as \\fBMORGUE_SOME_NAME\\fR, "
      "or as \\fBsome\\-name = value\\fR in the file named by \\fB\\-\\-config\\fR. The command line goes "
      "before the environment, and that before the file.\n.SH EXIT STATUS\n";
  for (const auto& [code, meaning] : manual.exit_codes)
    page += ".TP\n\\fB" + roff(code) + "\\fR\n" + sentence(meaning) + "\n";
  page += ".SH EXAMPLES\n";
  for (const auto& example : manual.examples)
    page += ".PP\n" + sentence(example.what) + "\n.PP\n.RS 4\n.nf\n" + roff(example.command) + "\n.fi\n.RE\n";
  return page;
}

std::vector<std::string_view> completed_shells() {
  std::vector<std::string_view> names;
  for (const auto& shell : shells) names.push_back(shell.name);
  return names;
}

std::string completion(std::string_view shell, const std::string& program,
                       const std::vector<OptionText>& options) {
  const auto* const found = std::ranges::find(shells, shell, &Shell::name);
  return found == shells.end() ? "" : found->script(program, options);
}

}  // namespace morgue
