// SPDX-License-Identifier: GPL-3.0-or-later
// Articles of few words, so that random queries meet them; among these every oddity the tokenizer rules on.
#pragma once

#include <string>
#include <vector>

#include "common/article/article.h"
#include "tests/support/chance.h"

namespace morgue::oracle {

using testing_support::Chance;

const std::vector<std::string>& words();
const std::vector<std::string>& names();

/// Named id0, id1 …, each taken at a moment of its own.
std::vector<Article> random_articles(Chance&, std::size_t count);

}  // namespace morgue::oracle
