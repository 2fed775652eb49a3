// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/order_key.h"

namespace morgue {

std::string MomentThenId::operator()(const Xapian::Document& document) const {
  return moment(document) + document.get_value(schema::id_slot);
}

std::string MomentThenId::moment(const Xapian::Document& document) const {
  std::string moment = document.get_value(slot_);
  if (direction_ == Direction::newest_first)
    for (char& byte : moment) byte = static_cast<char>(~byte);
  return (moment.empty() ? "1" : "0") + moment;
}

std::optional<Xapian::valueno> MomentThenId::descending_slot() const {
  if (direction_ == Direction::oldest_first) return std::nullopt;  // the undated would come first
  return slot_;
}

MomentThenId key_of(Order order) {
  using enum MomentThenId::Direction;
  if (order == Order::oldest) return {schema::date_slot, oldest_first};
  if (order == Order::added) return {schema::added_slot, newest_first};
  return {schema::date_slot, newest_first};
}

}  // namespace morgue
