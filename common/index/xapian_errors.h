// SPDX-License-Identifier: GPL-3.0-or-later
// Xapian's exceptions become ours here and nowhere else.
#pragma once

#include <xapian.h>

#include <string>

#include "common/error.h"

namespace morgue {

/// Error(storage), or what fits better, with what can be done.
Error to_error(const Xapian::Error&, const std::string& doing);

/// Runs the function and turns what Xapian throws into Error; DatabaseModifiedError passes, for those who
/// retry.
template <class Function>
auto with_xapian_errors(const std::string& doing, Function&& function) -> decltype(function()) {
  try {
    return function();
  } catch (const Xapian::DatabaseModifiedError&) {
    throw;
  } catch (const Xapian::Error& error) {
    throw to_error(error, doing);
  }
}

}  // namespace morgue
