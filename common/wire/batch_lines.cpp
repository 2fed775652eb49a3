// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wire/batch_lines.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "common/text/fold.h"

namespace morgue {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t longest_beginning = 200;  // bytes

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\v\f") == std::string_view::npos; }

std::optional<BatchLine> read_line(std::istream& stream) {
  BatchLine line;
  int byte = stream.get();
  if (byte == std::istream::traits_type::eof()) return std::nullopt;
  for (; byte != std::istream::traits_type::eof() && byte != '\n'; byte = stream.get()) {
    if (line.text.size() < longest_batch_line) line.text += static_cast<char>(byte);
    ++line.bytes;
  }
  if (line.bytes == line.text.size() && line.text.ends_with('\r')) line.text.pop_back(), --line.bytes;
  return line;
}

Error bad_line(const BatchLine& line, const std::string& problem, const std::string& hint) {
  return Error(ErrorKind::bad_input, "line " + std::to_string(line.number) + " " + problem, hint);
}

void check_text(const BatchLine& line) {
  if (line.bytes > line.text.size())
    throw bad_line(line, "has " + std::to_string(line.bytes) + " bytes",
                   "a line may have " + std::to_string(longest_batch_line));
  if (line.text.find('\0') != std::string::npos)
    throw bad_line(line, "has a NUL byte", "take it out: tr -d '\\000'");
  if (valid_utf8(line.text) != line.text)
    throw bad_line(line, "is not text in UTF-8", "convert it: iconv -f LATIN1 -t UTF-8");
}

void add_parameter(Parameters& parameters, const BatchLine& line, const std::string& name,
                   const nlohmann::json& value) {
  if (value.is_null()) return;
  if (value.is_array())
    for (const auto& each : value) add_parameter(parameters, line, name, each);
  else if (value.is_string()) parameters.emplace_back(name, value.get<std::string>());
  else if (value.is_boolean()) parameters.emplace_back(name, value.get<bool>() ? "1" : "0");
  else if (value.is_number()) parameters.emplace_back(name, value.dump());
  else throw bad_line(line, "has an object as " + name, "give text, a number or a list of texts");
}

Parameters parameters_in(const BatchLine& line) {
  const auto json = nlohmann::json::parse(line.text, nullptr, false);
  if (!json.is_object())
    throw bad_line(line, "is no JSON object", R"(write {"q":"lavrov","from":"2021"}, each on one line)");
  Parameters parameters;
  for (const auto& [name, value] : json.items()) add_parameter(parameters, line, name, value);
  return parameters;
}

}  // namespace

std::optional<BatchLine> BatchLines::next() {
  while (auto line = read_line(stream_)) {
    line->number = ++read_;
    if (read_ == 1 && line->text.starts_with(byte_order_mark)) {
      line->text.erase(0, byte_order_mark.size());
      line->bytes -= byte_order_mark.size();
    }
    if (!is_blank(line->text) || line->bytes > line->text.size()) return line;
  }
  return std::nullopt;
}

SearchRequest to_search_request(const BatchLine& line, LineFormat format, const Parameters& common) {
  check_text(line);
  auto parameters = format == LineFormat::json ? parameters_in(line) : Parameters{{"q", line.text}};
  const auto own = parameters;
  std::ranges::copy_if(common, std::back_inserter(parameters), [&](const auto& parameter) {
    return std::ranges::find(own, parameter.first, &Parameters::value_type::first) == own.end();
  });
  return to_search_request(parameters, Unknown::refused);
}

std::string beginning(const BatchLine& line) {
  auto text = line.text.substr(0, longest_beginning);
  while (text.size() < line.text.size() && !text.empty() && (line.text[text.size()] & 0xC0) == 0x80)
    text.pop_back();
  text = valid_utf8(text);
  std::ranges::replace(text, '\0', ' ');
  return text.size() < line.text.size() ? text + "…" : text;
}

}  // namespace morgue
