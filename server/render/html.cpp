// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that knows the template engine.
#include "server/render/html.h"

#include <kainjow/mustache.hpp>
#include <stdexcept>

#include "server/embedded_files.h"

namespace morgue {
namespace {

namespace mustache = kainjow::mustache;

mustache::data to_data(const View& view) {
  switch (view.type()) {
    case View::value_t::object: {
      mustache::data object(mustache::data::type::object);
      for (const auto& [key, value] : view.items()) object.set(key, to_data(value));
      return object;
    }
    case View::value_t::array: {
      mustache::data list(mustache::data::type::list);
      for (const auto& item : view) list.push_back(to_data(item));
      return list;
    }
    case View::value_t::string: {
      const auto& text = view.get_ref<const std::string&>();
      return text.empty() ? mustache::data(false) : mustache::data(text);
    }
    case View::value_t::boolean: return mustache::data(view.get<bool>());
    case View::value_t::null: return mustache::data(false);
    default: return mustache::data(view.dump());
  }
}

std::string without_last_line_break(std::string_view text) {
  return std::string(text.substr(0, text.size() - (text.ends_with('\n') ? 1 : 0)));
}

/// Every template can be taken in by its file's name, which no key of a view can be.
mustache::data with_partials(mustache::data view) {
  for (const auto& file : embedded_files()) {
    const mustache::partial partial = [content = file.content] { return without_last_line_break(content); };
    view.set(std::string(file.name), partial);
  }
  return view;
}

}  // namespace

std::string html_of(std::string_view name, const View& view) {
  const auto* file = find_embedded(name);
  if (!file) throw std::logic_error("there is no " + std::string(name));
  mustache::mustache page{std::string(file->content)};
  auto html = page.render(with_partials(to_data(view)));
  if (!page.is_valid()) throw std::logic_error(std::string(name) + ": " + page.error_message());
  return html;
}

}  // namespace morgue
