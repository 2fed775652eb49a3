// SPDX-License-Identifier: GPL-3.0-or-later
// The names that can stand before a colon, looked up exactly and nearly. Knows nothing of what follows the
// colon.
#include "common/query/query_fields.h"

#include <algorithm>
#include <vector>

#include "common/text/fold.h"
#include "common/text/nearest.h"

namespace morgue {
namespace {

constexpr std::array date_names{
    FieldName{"after", Field::date, FieldKind::date, Asks::after},
    FieldName{"before", Field::date, FieldKind::date, Asks::before},
    FieldName{"last", Field::date, FieldKind::date, Asks::last},
};

std::vector<std::string_view> known_names() {
  std::vector<std::string_view> names;
  for (const auto& field : fields) {
    names.push_back(field.name);
    for (const auto alias : field.aliases)
      if (!alias.empty()) names.push_back(alias);
  }
  for (const auto& name : date_names) names.push_back(name.name);
  return names;
}

}  // namespace

std::optional<FieldName> field_named(std::string_view written) {
  const std::string name = fold(written);
  if (const auto* found = find_field(name)) return FieldName{found->name, found->field, found->kind};
  const auto* found = std::ranges::find(date_names, std::string_view(name), &FieldName::name);
  return found == date_names.end() ? std::nullopt : std::optional(*found);
}

std::string nearest_field_name(std::string_view written) {
  constexpr std::size_t longest_name = 32;
  return written.size() > longest_name ? "" : nearest(fold(written), known_names());
}

}  // namespace morgue
