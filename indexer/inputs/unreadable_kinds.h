// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs whose first bytes say that they are none of ours. Knows no articles.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/inputs/article_sink.h"

namespace morgue {

/// The fault of an input that begins like this: another encoding than UTF-8, another compression than ours.
std::optional<Fault> fault_of_kind(std::string_view beginning, const std::string& input);

}  // namespace morgue
