// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the numbers of a run.
#include "indexer/summary.h"

#include <array>
#include <cmath>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>

namespace morgue {
namespace {

struct Count {
  const char* name;
  std::uint64_t Summary::*member;
};

constexpr std::array in_words{
    Count{"added", &Summary::added},
    Count{"replaced", &Summary::replaced},
    Count{"unchanged", &Summary::unchanged},
    Count{"older", &Summary::older},
    Count{"removed", &Summary::removed},
    Count{"rejected", &Summary::rejected},
    Count{"with a suspect date", &Summary::suspect_dates},
};

std::string counts_in_words(const Summary& summary) {
  std::string words;
  for (const auto& [name, member] : in_words)
    if (summary.*member > 0)
      words += (words.empty() ? "" : ", ") + std::to_string(summary.*member) + " " + name;
  return words.empty() ? "nothing changed" : words;
}

}  // namespace

std::string number_of_articles(std::uint64_t articles) {
  return std::to_string(articles) + (articles == 1 ? " article" : " articles");
}

std::string summary_text(const Summary& summary, const std::string& archive, bool is_dry_run) {
  std::ostringstream text;
  text << (is_dry_run ? "dry run, nothing written: " : "") << counts_in_words(summary) << "; ";
  if (!is_dry_run) text << number_of_articles(summary.articles) << " in " << archive << "; ";
  text << std::fixed << std::setprecision(1) << static_cast<double>(summary.bytes) / 1e6 << " MB read in "
       << summary.seconds << " s" << (summary.in_bulk ? ", built in bulk" : "");
  return text.str();
}

std::string summary_json(const Summary& summary) {
  const nlohmann::ordered_json json{
      {"added", summary.added},
      {"replaced", summary.replaced},
      {"unchanged", summary.unchanged},
      {"older", summary.older},
      {"removed", summary.removed},
      {"rejected", summary.rejected},
      {"suspect_dates", summary.suspect_dates},
      {"articles", summary.articles},
      {"bytes", summary.bytes},
      {"seconds", std::round(summary.seconds * 1000) / 1000},
  };
  return json.dump();
}

}  // namespace morgue
