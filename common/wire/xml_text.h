// SPDX-License-Identifier: GPL-3.0-or-later
// Elements of XML as text. Knows no vocabulary.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace morgue {

using XmlAttributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// Escaped; what XML 1.0 cannot hold becomes U+FFFD.
std::string xml_escaped(std::string_view text);

/// <name a="…">text</name> and a line break; <name a="…"/> without text. Attributes and text are escaped.
std::string xml_element(std::string_view name, XmlAttributes attributes, std::string_view text = "");

}  // namespace morgue
