// SPDX-License-Identifier: GPL-3.0-or-later
// The table of first bytes. Knows no articles.
#include "indexer/inputs/unreadable_kinds.h"

#include <algorithm>
#include <array>

namespace morgue {
namespace {

using namespace std::string_view_literals;

struct Kind {
  std::string_view beginning;
  std::string_view code;
  std::string_view name;
  std::string_view hint;
};

constexpr std::string_view unpack = "unpack it first";
constexpr std::string_view take_text_out = "take its text out first, for example with pdftotext or pandoc";
constexpr std::string_view no_text = "give the page or the text itself";

// The first that fits: UTF-32's mark begins as UTF-16's does.
constexpr std::array unreadable_kinds{
    Kind{"\xFF\xFE\0\0"sv, "bad_encoding", "UTF-32", "convert it with iconv -f UTF-32 -t UTF-8"},
    Kind{"\0\0\xFE\xFF"sv, "bad_encoding", "UTF-32", "convert it with iconv -f UTF-32 -t UTF-8"},
    Kind{"\xFF\xFE"sv, "bad_encoding", "UTF-16", "convert it with iconv -f UTF-16 -t UTF-8"},
    Kind{"\xFE\xFF"sv, "bad_encoding", "UTF-16", "convert it with iconv -f UTF-16 -t UTF-8"},
    Kind{"{\0"sv, "bad_encoding", "UTF-16", "convert it with iconv -f UTF-16LE -t UTF-8"},
    Kind{"[\0"sv, "bad_encoding", "UTF-16", "convert it with iconv -f UTF-16LE -t UTF-8"},
    Kind{"\0{"sv, "bad_encoding", "UTF-16", "convert it with iconv -f UTF-16BE -t UTF-8"},
    Kind{"\0["sv, "bad_encoding", "UTF-16", "convert it with iconv -f UTF-16BE -t UTF-8"},
    Kind{"\xFD\x37zXZ\0"sv, "unknown_compression", "packed with xz", unpack},
    Kind{"\x04\x22\x4D\x18"sv, "unknown_compression", "packed with lz4", unpack},
    Kind{"PK\x03\x04"sv, "unknown_compression", "a zip archive", unpack},
    Kind{"7z\xBC\xAF\x27\x1C"sv, "unknown_compression", "packed with 7-Zip", unpack},
    Kind{"Rar!"sv, "unknown_compression", "packed with RAR", unpack},
    Kind{"%PDF-"sv, "not_text", "a PDF", take_text_out},
    Kind{"{\\rtf"sv, "not_text", "RTF", take_text_out},
    Kind{"\xD0\xCF\x11\xE0"sv, "not_text", "an Office document", take_text_out},
    Kind{"\xFF\xD8\xFF"sv, "not_text", "a JPEG image", no_text},
    Kind{"\x89PNG"sv, "not_text", "a PNG image", no_text},
    Kind{"GIF8"sv, "not_text", "a GIF image", no_text},
};

}  // namespace

std::optional<Fault> fault_of_kind(std::string_view beginning, const std::string& input) {
  const auto* kind = std::find_if(unreadable_kinds.begin(), unreadable_kinds.end(),
                                  [&](const Kind& k) { return beginning.starts_with(k.beginning); });
  if (kind == unreadable_kinds.end()) return std::nullopt;
  return Fault{
      {input, 1, 0},
      "",
      std::string(kind->code),
      "the input is " + std::string(kind->name) + (kind->code == "bad_encoding" ? ", not UTF-8" : ""),
      std::string(kind->hint)};
}

}  // namespace morgue
