// SPDX-License-Identifier: GPL-3.0-or-later
// Converts by ICU; names of encodings as the WHATWG's Encoding Standard understands them.
#include "indexer/pages/page_charset.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <regex>

#include "common/text/characters.h"
#include "common/text/fold.h"

namespace morgue {
namespace {

constexpr std::size_t head = 4096;  // bytes in which a charset must be declared

struct Mark {
  std::string_view bytes;
  const char* encoding;
};

constexpr std::array byte_marks{Mark{"\xEF\xBB\xBF", "UTF-8"}, Mark{"\xFF\xFE", "UTF-16LE"},
                                Mark{"\xFE\xFF", "UTF-16BE"}};

struct Name {
  std::string_view label;
  const char* encoding;  // ICU's name of what browsers take it for
};

constexpr std::array usual_names{Name{"iso-8859-1", "windows-1252"},
                                 Name{"latin1", "windows-1252"},
                                 Name{"us-ascii", "windows-1252"},
                                 Name{"ascii", "windows-1252"},
                                 Name{"iso-8859-9", "windows-1254"},
                                 Name{"gb2312", "gb18030"},
                                 Name{"gbk", "gb18030"},
                                 Name{"euc-kr", "windows-949"},
                                 Name{"ks_c_5601-1987", "windows-949"},
                                 Name{"shift_jis", "windows-31j"},
                                 Name{"sjis", "windows-31j"},
                                 Name{"x-sjis", "windows-31j"},
                                 Name{"tis-620", "windows-874"},
                                 Name{"iso-8859-11", "windows-874"}};

struct Utf8Count {
  std::size_t characters = 0;  // beyond ASCII
  std::size_t broken = 0;
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    const bool is_ascii = static_cast<unsigned char>(bytes[at]) < 0x80;
    const bool is_broken =
        next_character(bytes, at) == 0xFFFD && bytes.substr(begin, at - begin) != "\xEF\xBF\xBD";
    if (is_broken) ++count.broken;
    else if (!is_ascii) ++count.characters;
  }
  return count;
}

/// Text in another encoding is hardly ever UTF-8 by chance; a cut or a slip makes a few bytes broken.
bool is_utf8(const Utf8Count& count) { return count.characters > 0 && count.broken * 20 <= count.characters; }

std::string declared_encoding(std::string_view bytes) {
  static const std::regex charset(R"re((?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.+-]+))re",
                                  std::regex::icase);
  std::cmatch match;
  const auto* end = bytes.data() + std::min(bytes.size(), head);
  if (!std::regex_search(bytes.data(), end, match, charset)) return {};
  auto label = match[1].str();
  std::transform(label.begin(), label.end(), label.begin(), [](unsigned char c) { return std::tolower(c); });
  for (const auto& name : usual_names)
    if (name.label == label) return name.encoding;
  return label.starts_with("utf-16") ? "utf-8" : label;  // it could not have been read
}

std::string converted(std::string_view bytes, const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding.c_str(), &status),
                                                                     ucnv_close);
  if (U_FAILURE(status)) return converted(bytes, "windows-1252");
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(),
                                status);
  if (U_FAILURE(status)) return valid_utf8(bytes);
  std::string result;
  text.toUTF8String(result);
  return result;
}

std::string in_utf8(std::string_view bytes) {
  for (const auto& mark : byte_marks)
    if (bytes.starts_with(mark.bytes)) return converted(bytes.substr(mark.bytes.size()), mark.encoding);
  const auto count = count_utf8(bytes);
  if (is_utf8(count)) return valid_utf8(bytes);
  const auto declared = declared_encoding(bytes);
  if (!declared.empty()) return converted(bytes, declared);
  return count.broken == 0 ? std::string(bytes) : converted(bytes, "windows-1252");
}

}  // namespace

std::string page_as_utf8(std::string_view bytes) {
  auto text = in_utf8(bytes);
  std::replace(text.begin(), text.end(), '\0', ' ');
  return text;
}

}  // namespace morgue
