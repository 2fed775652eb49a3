// SPDX-License-Identifier: GPL-3.0-or-later
// The templates and assets that are built into the program. Knows nothing of what is in them.
#pragma once

#include <span>
#include <string_view>

namespace morgue {

struct EmbeddedFile {
  std::string_view name;  // "templates/search.mustache"
  std::string_view content;
};

/// Generated at build from the real files.
std::span<const EmbeddedFile> embedded_files();

/// nullptr where there is no such file.
inline const EmbeddedFile* find_embedded(std::string_view name) {
  for (const auto& file : embedded_files())
    if (file.name == name) return &file;
  return nullptr;
}

}  // namespace morgue
