// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers for properties.
#pragma once

#include <rapidcheck.h>

namespace morgue {

/// Of [from, to), as likely at the start of a run as at its end.
inline int number(int from, int to) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(from, to)); }

}  // namespace morgue
