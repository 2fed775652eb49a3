// SPDX-License-Identifier: GPL-3.0-or-later
// What the disk refuses, as an Error(storage) that says what to do. Knows nothing of Xapian or archives.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "common/error.h"

namespace morgue {

/// `doing` is what could not be done and to what: "cannot write DIR/current". The number is an errno.
Error storage_error(const std::string& doing, int number);

/// What to do about a text that std::strerror gave; "" where there is nothing particular to say.
std::string storage_hint(std::string_view what_the_system_said);

/// Runs the function and turns what std::filesystem throws into Error(storage).
template <class Function>
auto with_file_errors(const std::string& doing, Function&& function) -> decltype(function()) {
  try {
    return function();
  } catch (const std::filesystem::filesystem_error& error) {
    throw storage_error(doing, error.code().value());
  }
}

}  // namespace morgue
