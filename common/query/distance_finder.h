// SPDX-License-Identifier: GPL-3.0-or-later
// Where the words of a Near or a Window occur in a text such that they take part. Knows nothing of fields.
#pragma once

#include <cstdint>
#include <vector>

#include "common/query/leaf_finder.h"
#include "common/query/nearness.h"
#include "common/query/query.h"

namespace morgue {

/// Occurrences of a word or phrase; the leaves of a Near are numbered left to right from 0.
struct LeafPlaces {
  std::uint32_t leaf = 0;
  std::vector<Place> places;
};

/// A Near written out: a side is one or more leaves, and each step joins a side to all before it.
class NearFinder {
 public:
  /// Both must outlive the finder.
  NearFinder(const Near&, const AnalysedArticle&);

  const std::vector<NearStep>& steps() const { return steps_; }
  std::uint32_t leaves() const { return leaves_; }

  /// The occurrences that take part, by leaf; empty where the Near does not hold in this text.
  std::vector<LeafPlaces> find(const AnalysedText&, const Boundaries&) const;

 private:
  struct Leaf {
    std::uint32_t number;
    LeafFinder find;
  };

  void write_out(const Near&, const AnalysedArticle&);
  std::vector<Leaf> leaves_of(const Node& side, const AnalysedArticle&);
  std::vector<LeafPlaces> places_of(const std::vector<Leaf>& side, const AnalysedText&) const;

  std::vector<std::vector<Leaf>> sides_;
  std::vector<NearStep> steps_;
  std::uint32_t leaves_ = 0;
};

class WindowFinder {
 public:
  /// Both must outlive the finder.
  WindowFinder(const Window&, const AnalysedArticle&);

  /// The occurrences that take part, of all terms; empty where the Window does not hold in this text.
  std::vector<Place> find(const AnalysedText&) const;

 private:
  struct CountedTerm {
    LeafFinder find;
    std::size_t times;
  };

  std::vector<CountedTerm> terms_;  // each different one once
  std::size_t width_;
};

}  // namespace morgue
