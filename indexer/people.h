// SPDX-License-Identifier: GPL-3.0-or-later
// The people of an article that names none. Knows nothing of inputs and archives.
#pragma once

#include "common/article/article.h"

namespace morgue {

/// Gives an English article without people those recognised in its title and body, and says so in
/// people_recognised. The language must be known by then; in another one, or none, nothing is guessed.
void add_people(Article&);

}  // namespace morgue
