// SPDX-License-Identifier: GPL-3.0-or-later
// A sink that remembers what it was given, and ways to say that in a line.
#pragma once

#include <string>
#include <vector>

#include "indexer/inputs/article_sink.h"

namespace morgue {

class RecordingSink : public ArticleSink {
 public:
  void take(nlohmann::json article, const Place& begin) override {
    titles.push_back(article.is_object() ? article.value("title", "untitled") : article.dump());
    places.push_back(begin);
  }
  void reject(const Fault& fault) override { faults.push_back(fault); }

  /// "code@line:byte" of each fault.
  std::vector<std::string> faults_in_short() const {
    std::vector<std::string> result;
    for (const auto& fault : faults)
      result.push_back(fault.code + "@" + std::to_string(fault.place.line) + ":" +
                       std::to_string(fault.place.byte));
    return result;
  }
  /// "line:byte" of each article.
  std::vector<std::string> places_in_short() const {
    std::vector<std::string> result;
    for (const auto& place : places)
      result.push_back(std::to_string(place.line) + ":" + std::to_string(place.byte));
    return result;
  }

  std::vector<std::string> titles;
  std::vector<Place> places;
  std::vector<Fault> faults;
};

/// A list in a list in a list …
inline std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace morgue
