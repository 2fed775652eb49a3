// SPDX-License-Identifier: GPL-3.0-or-later
// The names that can stand before a colon: the fields and their aliases, and after: before: last:.
// Knows nothing of what follows the colon.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/article/fields.h"

namespace morgue {

enum class Asks { within, after, before, last };

struct FieldName {
  std::string_view name;
  Field field;
  FieldKind kind;
  Asks asks = Asks::within;
  bool operator==(const FieldName&) const = default;
};

/// In any case. `name` is the canonical one.
std::optional<FieldName> field_named(std::string_view written);

/// The known name at most two letters away, "" if there is none.
std::string nearest_field_name(std::string_view written);

}  // namespace morgue
