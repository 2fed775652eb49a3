// SPDX-License-Identifier: GPL-3.0-or-later
// people_score ARTICLES.jsonl [LABELS.tsv] [--judged CORRECTIONS.tsv] [--errors]: how well persons are
// recognised. The persons of an article are those of its label lines (see reuters_labels.tsv), or without
// labels its own `people`. A found person counts where a labelled one of the same article has the same
// surname and, strictly, the same given name; each label is met once. Titles and suffixes in a label are not
// of the name; a label of one word has no given name, and strictly only a found person of one word meets it.
// --judged corrects the article's own people (see gum_wikinews_judged.tsv). --errors prints what was missed
// and what was wrong.
#include <algorithm>
#include <array>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "common/people/recogniser.h"
#include "common/people/word_kinds.h"
#include "common/text/fold.h"

namespace morgue {
namespace {

using Name = std::vector<std::string>;                        // folded words
using Labels = std::map<std::string, std::set<std::string>>;  // persons by article

struct Counts {
  std::size_t found = 0, labelled = 0, right = 0;
};

bool is_behind_a_name(const std::string& word) {
  constexpr std::array<std::string_view, 12> words{"jr", "sr", "ii", "iii", "iv",  "qc",
                                                   "kc", "sc", "mp", "md",  "phd", "us"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

Name name_of(const std::string& text) {
  Name name;
  std::string clean = fold(text);
  for (const char sign : {'.', '-'})
    std::replace(clean.begin(), clean.end(), sign, ' ');  // labels lose hyphens
  std::istringstream words(clean);
  for (std::string word; words >> word;) {
    std::erase(word, ',');
    if (!word.empty() && !is_behind_a_name(word)) name.push_back(word);
  }
  for (std::size_t i = name.size(); i-- > 0;)
    if (name.size() - i > 1 && is(kinds_of(name[i]), title | role) && !is(kinds_of(name[i]), surname_too)) {
      name.erase(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      break;
    }
  return name;
}

bool has_same_surname(const Name& found, const Name& labelled) {
  return !found.empty() && !labelled.empty() && found.back() == labelled.back();
}

bool is_same(const Name& found, const Name& labelled) {
  return has_same_surname(found, labelled) && (found.size() == 1) == (labelled.size() == 1) &&
         (found.front() == labelled.front() ||
          std::find(labelled.begin(), labelled.end() - 1, found.front()) != labelled.end() - 1);
}

Labels read_labels(const std::string& path) {
  Labels labels;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    auto& persons = labels[line.substr(0, line.find('\t'))];
    if (const auto tab = line.rfind('\t'); tab != std::string::npos) persons.insert(line.substr(tab + 1));
  }
  return labels;
}

/// By article and name: whether it is a person there.
using Corrections = std::map<std::pair<std::string, std::string>, bool>;

Corrections read_corrections(const std::string& path) {
  Corrections corrections;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto first = line.find('\t');
    corrections[{line.substr(0, first), line.substr(first + 3)}] = line.at(first + 1) == '+';
  }
  return corrections;
}

void correct(std::vector<std::string>& people, const std::string& article, const Corrections& corrections) {
  for (const auto& [at, is_person] : corrections) {
    if (at.first != article) continue;
    std::erase(people, at.second);
    if (is_person) people.push_back(at.second);
  }
}

std::vector<std::string> labelled_people(const nlohmann::json& article, const Labels& labels) {
  if (labels.empty()) return article.value("people", std::vector<std::string>{});
  const auto& persons = labels.at(article.at("id"));
  return {persons.begin(), persons.end()};
}

template <class Same>
Counts compare(const std::vector<std::string>& found, const std::vector<std::string>& labelled,
               const Same& same, std::ostream* errors) {
  Counts counts{found.size(), labelled.size(), 0};
  std::vector<bool> met(labelled.size());
  for (const auto& person : found) {
    std::size_t i = 0;
    while (i < labelled.size() && (met[i] || !same(name_of(person), name_of(labelled[i])))) ++i;
    if (i < labelled.size()) ++counts.right;
    if (i < labelled.size()) met[i] = true;
    else if (errors != nullptr) *errors << "  wrong:  " << person << "\n";
  }
  for (std::size_t i = 0; i < labelled.size(); ++i)
    if (!met[i] && errors != nullptr) *errors << "  missed: " << labelled[i] << "\n";
  return counts;
}

void add(Counts& sum, const Counts& counts) {
  sum.found += counts.found;
  sum.labelled += counts.labelled;
  sum.right += counts.right;
}

void print(const char* name, const Counts& counts) {
  const double precision =
      counts.found == 0 ? 0 : static_cast<double>(counts.right) / static_cast<double>(counts.found);
  const double recall =
      counts.labelled == 0 ? 0 : static_cast<double>(counts.right) / static_cast<double>(counts.labelled);
  const double f1 = counts.right == 0 ? 0 : 2 * precision * recall / (precision + recall);
  std::cout << std::fixed << std::setprecision(3) << std::left << std::setw(12) << name << "precision "
            << precision << "  recall " << recall << "  F1 " << f1 << "  (" << counts.right << " right of "
            << counts.found << " found and " << counts.labelled << " labelled)\n";
}

int measure(const std::string& articles, const std::string& labels_path, const Corrections& corrections,
            bool show_errors) {
  std::ifstream file(articles);
  if (!file) {
    std::cerr << "people_score: the data set " << articles << " is missing, nothing was measured\n";
    return 2;
  }
  const Labels labels = labels_path.empty() ? Labels{} : read_labels(labels_path);
  if (!labels_path.empty() && labels.empty()) {
    std::cerr << "people_score: there are no labels in " << labels_path << "\n";
    return 2;
  }
  Counts strict;
  Counts by_surname;
  std::size_t count = 0;
  for (std::string line; std::getline(file, line);) {
    const auto article = nlohmann::json::parse(line);
    if (!labels.empty() && !labels.contains(article.at("id"))) continue;
    ++count;
    const auto found = recognised_people(article.value("title", ""), article.value("body", ""));
    auto labelled = labelled_people(article, labels);
    correct(labelled, article.at("id"), corrections);
    std::ostringstream errors;
    add(strict, compare(found, labelled, is_same, &errors));
    add(by_surname, compare(found, labelled, has_same_surname, nullptr));
    if (show_errors && !errors.str().empty())
      std::cout << article.at("id").get<std::string>() << "\n" << errors.str();
  }
  std::cout << count << " articles\n";
  print("strict", strict);
  print("by surname", by_surname);
  return labels.empty() || count == labels.size() ? 0 : 1;
}

}  // namespace
}  // namespace morgue

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool show_errors = std::erase(arguments, "--errors") > 0;
  morgue::Corrections corrections;
  const auto judged = std::find(arguments.begin(), arguments.end(), "--judged");
  if (judged != arguments.end() && judged + 1 != arguments.end()) {
    corrections = morgue::read_corrections(*(judged + 1));
    arguments.erase(judged, judged + 2);
  }
  if (arguments.empty() || arguments.size() > 2) {
    std::cerr << "usage: people_score ARTICLES.jsonl [LABELS.tsv] [--judged CORRECTIONS.tsv] [--errors]\n";
    return 2;
  }
  return morgue::measure(arguments[0], arguments.size() == 2 ? arguments[1] : "", corrections, show_errors);
}
