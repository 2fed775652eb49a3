// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/pages/hostile_page.h"
namespace morgue {
void refuse_hostile_page(std::string_view) {}
}  // namespace morgue
