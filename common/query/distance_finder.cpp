// SPDX-License-Identifier: GPL-3.0-or-later
// Where the words of a Near or a Window occur in a text such that they take part. Knows nothing of fields.
#include "common/query/distance_finder.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/query/word_window.h"

namespace morgue {
namespace {

Extent extent_of(const Place& place) { return {place.first, place.last}; }

Extents extents_of(const std::vector<LeafPlaces>& leaves) {
  Extents extents;
  for (const auto& leaf : leaves)
    for (const auto& place : leaf.places) extents.push_back(extent_of(place));
  std::ranges::sort(extents);
  const auto twice = std::ranges::unique(extents);
  extents.erase(twice.begin(), twice.end());
  return extents;
}

void keep_only(const Extents& extents, std::vector<Place>& places) {
  std::erase_if(places,
                [&](const Place& place) { return !std::ranges::binary_search(extents, extent_of(place)); });
}

}  // namespace

NearFinder::NearFinder(const Near& near, const AnalysedArticle& article) { write_out(near, article); }

void NearFinder::write_out(const Near& near, const AnalysedArticle& article) {
  if (const auto* left = std::get_if<Near>(&near.sides[0].is)) write_out(*left, article);
  else sides_.push_back(leaves_of(near.sides[0], article));
  sides_.push_back(leaves_of(near.sides[1], article));
  steps_.push_back({near.unit, near.distance, near.ordered});
}

std::vector<NearFinder::Leaf> NearFinder::leaves_of(const Node& side, const AnalysedArticle& article) {
  std::vector<Leaf> leaves;
  std::visit(overloaded{
                 [&](const Word& word) {
                   leaves.push_back({leaves_++, finder_of(word, article)});
                 },
                 [&](const Phrase& phrase) {
                   leaves.push_back({leaves_++, finder_of(phrase, article)});
                 },
                 [&](const Or& either) {
                   for (const auto& child : either.children)
                     std::ranges::move(leaves_of(child, article), std::back_inserter(leaves));
                 },
                 [](const auto&) {},
             },
             side.is);
  return leaves;
}

std::vector<LeafPlaces> NearFinder::places_of(const std::vector<Leaf>& side, const AnalysedText& text) const {
  std::vector<LeafPlaces> found;
  for (const auto& leaf : side) {
    found.push_back({leaf.number, {}});
    leaf.find(text, false, found.back().places);
  }
  return found;
}

std::vector<LeafPlaces> NearFinder::find(const AnalysedText& text, const Boundaries& boundaries) const {
  std::vector<std::vector<LeafPlaces>> sides;
  std::vector<Extents> extents;
  for (const auto& side : sides_) {
    sides.push_back(places_of(side, text));
    extents.push_back(extents_of(sides.back()));
    if (extents.back().empty()) return {};
  }
  const auto near = taking_part(extents, steps_, boundaries);
  std::vector<LeafPlaces> found;
  for (std::size_t side = 0; side < sides.size(); ++side)
    for (auto& leaf : sides[side]) {
      keep_only(near[side], leaf.places);
      if (!leaf.places.empty()) found.push_back(std::move(leaf));
    }
  return found;
}

WindowFinder::WindowFinder(const Window& window, const AnalysedArticle& article)
    : width_(window.slack + window.terms.size() - 2) {
  const auto& terms = window.terms;
  for (auto term = terms.begin(); term != terms.end(); ++term) {
    if (std::find(terms.begin(), term, *term) != term) continue;
    const auto times = std::count(term, terms.end(), *term);
    terms_.push_back({finder_of(*term, article), static_cast<std::size_t>(times)});
  }
}

std::vector<Place> WindowFinder::find(const AnalysedText& text) const {
  std::vector<WindowTerm> window;
  std::vector<LeafPlaces> found;
  for (const auto& term : terms_) {
    found.emplace_back();
    term.find(text, false, found.back().places);
    if (found.back().places.empty()) return {};
    window.push_back({extents_of({found.back()}), term.times});
  }
  const auto within = in_one_window(window, width_);
  std::vector<Place> places;
  for (std::size_t term = 0; term < terms_.size(); ++term) {
    keep_only(within[term], found[term].places);
    std::ranges::move(found[term].places, std::back_inserter(places));
  }
  return places;
}

}  // namespace morgue
