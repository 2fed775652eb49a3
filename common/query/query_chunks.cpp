// SPDX-License-Identifier: GPL-3.0-or-later
// How far the pieces of a query reach: a chunk, a quotation, a value. Knows nothing of what they mean.
#include "common/query/query_chunks.h"

namespace morgue {

bool at_end_of_chunk(const Cursor& cursor) {
  return cursor.at_end() || cursor.at_space() || is_one_of(U"()|", cursor.peek()) ||
         cursor.starts_with("&&") || cursor.at_opening_quote();
}

Signs take_chunk(Cursor& cursor) {
  Signs signs;
  while (!at_end_of_chunk(cursor)) signs.push_back(cursor.take_sign());
  return signs;
}

Quotation take_quotation(Cursor& cursor) {
  Quotation quotation;
  const char32_t opening = cursor.take();
  while (!cursor.at_end() && !cursor.at_closing_quote(opening)) quotation.signs.push_back(cursor.take_sign());
  quotation.closed = !cursor.at_end();
  if (quotation.closed) cursor.take();
  return quotation;
}

Signs take_exact_value(Cursor& cursor) {
  Signs signs;
  std::size_t open = 0;
  while (!cursor.at_end() && !cursor.at_space()) {
    if (cursor.peek() == U'(') ++open;
    if (cursor.peek() == U')' && open-- == 0) break;
    signs.push_back(cursor.take_sign());
  }
  return signs;
}

Signs take_date(Cursor& cursor) {
  Cursor close = cursor;
  while (!close.at_end() && !is_one_of(U"]}", close.peek())) close.take();
  if (!is_one_of(U"[{", cursor.peek()) || close.at_end()) return take_chunk(cursor);
  Signs signs;
  while (cursor.at() <= close.at()) signs.push_back(cursor.take_sign());
  return signs;
}

}  // namespace morgue
