// SPDX-License-Identifier: GPL-3.0-or-later
// The values of parameters, read from text, and what is said about those that cannot be. Knows no parameter
// by name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace morgue {

/// An Error(usage) about one parameter. Its message is the parameter's name and the problem ("is not a
/// number: ten"), its hint to try the example.
class BadParameter : public Error {
 public:
  BadParameter(std::string_view parameter, const std::string& problem, const std::string& example);
  /// For a parameter that no value would make right.
  static BadParameter with_hint(std::string_view parameter, const std::string& problem,
                                const std::string& hint);

  const std::string& parameter() const { return parameter_; }
  const std::string& problem() const { return problem_; }
  /// A value that would do; empty where none would.
  const std::string& example() const { return example_; }

 private:
  BadParameter(std::string_view parameter, const std::string& problem, const std::string& example,
               const std::string& hint);

  std::string parameter_;
  std::string problem_;
  std::string example_;
};

/// A whole number from `least` to `most`. Throws BadParameter.
std::size_t number_of(std::string_view parameter, std::string_view text, std::size_t least, std::size_t most,
                      std::size_t example);

/// Throws BadParameter with the nearest of the names unless the text is one of them.
void check_is_one_of(std::string_view parameter, std::string_view text,
                     const std::vector<std::string_view>& names);

/// The names in order, with ", " between them.
std::string listed(const std::vector<std::string_view>& names);

}  // namespace morgue
