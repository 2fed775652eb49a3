// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of an invented story, for pages of tests.
#pragma once

#include <string>

namespace morgue {

inline const std::string headline = "Ferry to the outer islands stays in harbour";
inline const std::string opening =
    "The ferry to the outer islands did not sail on Monday, because the wind had turned in the night, said "
    "harbour "
    "master Ingrid Solberg.";
inline const std::string middle =
    "“We will not leave the harbour before the storm is over, and nobody should ask us to,” she told "
    "reporters who had "
    "waited on the quay since dawn.";
inline const std::string short_one = "Nobody was hurt.";
inline const std::string closing =
    "Some two hundred passengers spent the night in the old customs house, where volunteers served soup and "
    "bread until "
    "the morning.";

inline std::string told(const std::string& between = "\n\n") {
  return opening + between + middle + between + short_one + between + closing;
}

}  // namespace morgue
