// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/options/manual.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/error.h"
#include "common/options/program_options.h"

namespace morgue {
namespace {

using testing::HasSubstr;

Manual told() {
  return {"look for things",
          {".Looks.", "It's a back\\slash."},
          {{"0", "found"}, {"2", "an error."}},
          {{"morgue-find -n 3 'old fog'", "three of them"}}};
}

std::string read(std::vector<const char*> arguments) {
  std::string archive, format, words;
  std::vector<std::string> rest;
  bool loud = false;
  ProgramOptions declared("morgue-find", "WORD...", archive);
  namespace po = boost::program_options;
  declared.add()("format,f", po::value(&format)->value_name("text|json")->default_value("text"),
                 "how it's shown")("loud", po::bool_switch(&loud), "say more: [all]")(
      "words", po::value(&words)->value_name("FILE"), "a file.");
  declared.take_rest_as(rest);
  declared.describe(told());
  arguments.insert(arguments.begin(), "morgue-find");
  return declared.read(static_cast<int>(arguments.size()), arguments.data()).value();
}

TEST(Manual, IsAPageOfTheOptionsAsTheyAreDeclared) {
  const auto page = read({"--manual"});
  for (const auto* part :
       {".TH MORGUE\\-FIND 1\n.SH NAME\nmorgue\\-find \\- look for things\n",
        "\\fBmorgue\\-find\\fR [options] WORD...\n", ".PP\n\\&.Looks.\n.PP\nIt\\(aqs a back\\eslash.\n",
        ".TP\n\\fB\\-f\\fR, \\fB\\-\\-format\\fR \\fItext|json\\fR\nhow it\\(aqs shown.\n",
        ".TP\n\\fB\\-\\-loud\\fR\nsay more: [all].\n", ".TP\n\\fB\\-\\-words\\fR \\fIFILE\\fR\na file.\n",
        "\\fB\\-\\-version\\fR\n", ".TP\n\\fB2\\fR\nan error.\n",
        ".nf\nmorgue\\-find \\-n 3 \\(aqold fog\\(aq\n.fi\n"})
    EXPECT_THAT(page, HasSubstr(part));
  EXPECT_THAT(read({"--help"}),
              HasSubstr("\nExamples:\n  morgue-find -n 3 'old fog'\n      three of them\n"));
}

TEST(Manual, CompletesOptionsAndTheirValuesInEachShell) {
  EXPECT_THAT(read({"--completion", "bash"}), HasSubstr("--format|-f) COMPREPLY=($(compgen -W 'text json'"));
  EXPECT_THAT(read({"--completion", "bash"}), HasSubstr("'--archive --format --loud --words --config"));
  const auto zsh = read({"--completion", "zsh"});
  EXPECT_THAT(zsh, HasSubstr("#compdef morgue-find\n"));
  EXPECT_THAT(zsh, HasSubstr("'*-f[how it'\\''s shown]:format:(text json)'"));
  EXPECT_THAT(zsh, HasSubstr("'*--loud[say more, (all)]'"));
  EXPECT_THAT(zsh, HasSubstr("'*--words[a file.]:FILE:_files'"));
  const auto fish = read({"--completion", "fish"});
  EXPECT_THAT(
      fish,
      HasSubstr("complete -c morgue-find -l format -s f -r -f -a 'text json' -d 'how it'\\''s shown'\n"));
  EXPECT_THAT(fish, HasSubstr("complete -c morgue-find -l loud -d 'say more: [all]'\n"));
  EXPECT_THROW(read({"--completion", "tcsh"}), Error);
}

}  // namespace
}  // namespace morgue
