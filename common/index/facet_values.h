// SPDX-License-Identifier: GPL-3.0-or-later
// The values of one article in one facet as the bytes of a slot, both ways. Knows nothing of documents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue {

/// Each value's length in bytes, seven bits a byte, the lowest first, the eighth set where more follow; then
/// the value.
std::string to_facet_values(const std::vector<std::string>& values);

/// Views into the bytes. Throws Error(storage) for bytes that are not ours.
std::vector<std::string_view> from_facet_values(std::string_view bytes);

}  // namespace morgue
