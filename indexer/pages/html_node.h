// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of one node of an HTML tree: attributes, text. Knows nothing of articles.
#pragma once

#include <string>
#include <string_view>

#include "indexer/html/elements.h"

struct _xmlNode;

namespace morgue {

/// Of an element, in lower case; "" for a node without a name.
std::string_view name_of(const _xmlNode&);

/// Comments and the like are dropped.
Break break_of(const _xmlNode&);

/// "" where there is none.
std::string attribute_of(const _xmlNode&, const char* name);

/// All text below the node, white space collapsed; of the first 1,000 nodes.
std::string text_below(const _xmlNode&);

/// The text below the node as it stands, for scripts.
std::string content_of(const _xmlNode&);

/// The node after this one in the order of the page, below `top`; nullptr at the end. Below a node that is
/// not entered it does not go.
const _xmlNode* next_node(const _xmlNode* node, const _xmlNode& top, bool enters = true);

}  // namespace morgue
