// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/problem_page.h"

#include "server/render/help.h"
#include "server/render/html.h"
#include "server/render/search_box.h"

namespace morgue {

std::string problem_page(const http::Problem& problem, const SearchRequest& request) {
  View view;
  view["main"] = "problem";
  view["page_title"] = http::reason_phrase(problem.status);
  view["box"] = search_box_view(request);
  view["help"] = help_view({});
  view["heading"] = http::reason_phrase(problem.status);
  view["detail"] = problem.detail;
  view["hint"] = problem.hint;
  return html_of("templates/problem.mustache", view);
}

}  // namespace morgue
