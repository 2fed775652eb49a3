// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wire/xml_text.h"

#include "common/text/fold.h"

namespace morgue {
namespace {

bool is_refused_control(char sign) {
  return static_cast<unsigned char>(sign) < 0x20 && sign != '\t' && sign != '\n' && sign != '\r';
}

// U+FFFE and U+FFFF.
bool is_no_character(std::string_view at) {
  return at.starts_with("\xEF\xBF\xBE") || at.starts_with("\xEF\xBF\xBF");
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  const auto whole = valid_utf8(text);
  const std::string_view given = whole;
  std::string xml;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const char sign = given[i];
    if (sign == '&') xml += "&amp;";
    else if (sign == '<') xml += "&lt;";
    else if (sign == '>') xml += "&gt;";
    else if (sign == '"') xml += "&quot;";
    else if (is_refused_control(sign)) xml += "\uFFFD";
    else if (is_no_character(given.substr(i))) xml += "\uFFFD", i += 2;
    else xml += sign;
  }
  return xml;
}

std::string xml_element(std::string_view name, XmlAttributes attributes, std::string_view text) {
  std::string xml = "<";
  xml += name;
  for (const auto& [attribute, value] : attributes)
    xml.append(" ").append(attribute).append("=\"").append(xml_escaped(value)).append("\"");
  if (text.empty()) return xml + "/>\n";
  return xml.append(">").append(xml_escaped(text)).append("</").append(name).append(">\n");
}

}  // namespace morgue
