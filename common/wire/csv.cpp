// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wire/csv.h"

#include "common/text/fold.h"

namespace morgue {
namespace {

bool is_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@").find(cell.front()) != std::string_view::npos;
}

std::string in_quotes(std::string_view cell) {
  std::string text = "\"";
  for (const char sign : cell) text.append(sign == '"' ? 2 : 1, sign);
  return text + "\"";
}

std::string written(std::string_view given, Formulas formulas) {
  auto cell = valid_utf8(given);
  if (formulas == Formulas::disarmed && is_formula(cell)) cell.insert(0, 1, '\'');
  return cell.find_first_of("\",\r\n") == std::string::npos ? cell : in_quotes(cell);
}

}  // namespace

std::string csv_row(const std::vector<std::string>& cells, Formulas formulas) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) row += ',';
    row += written(cells[i], formulas);
  }
  return row + "\r\n";
}

}  // namespace morgue
