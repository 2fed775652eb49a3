// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/openapi.h"

#include "common/options/program_options.h"
#include "common/wire/search_url.h"
#include "server/embedded_files.h"
#include "server/route_table.h"

namespace morgue {
namespace {

using Json = nlohmann::ordered_json;
using Kind = ParameterShape::Kind;

Json choices_schema(const ParameterShape& shape) {
  Json schema{{"type", "string"}};
  for (const auto choice : shape.choices) schema["enum"].push_back(choice);
  return schema;
}

Json value_schema(const ParameterShape& shape) {
  switch (shape.kind) {
    case Kind::number: {
      Json schema{{"type", "integer"}, {"minimum", shape.least}, {"maximum", shape.most}};
      if (!shape.by_default.empty()) schema["default"] = std::stoull(shape.by_default);
      return schema;
    }
    case Kind::date:
      return {{"type", "string"}, {"pattern", "^\\d{4}(-\\d{2}(-\\d{2})?)?"}, {"examples", {"2021-07"}}};
    case Kind::flag: return choices_schema(shape);
    case Kind::choice: {
      auto schema = choices_schema(shape);
      if (!shape.by_default.empty()) schema["default"] = shape.by_default;
      return schema;
    }
    case Kind::list: return {{"type", "array"}, {"items", choices_schema(shape)}};
    case Kind::text: break;
  }
  return {{"type", "string"}};
}

Json parameter_json(const ParameterShape& shape, const Json& descriptions) {
  Json json{{"name", shape.name}, {"in", "query"}};
  json["description"] = descriptions.at(std::string(shape.name));
  if (shape.needed) json["required"] = true;
  if (shape.kind == Kind::list) {
    json["style"] = "form";
    json["explode"] = false;
    json["schema"] = value_schema(shape);
  } else if (shape.repeatable) {
    json["schema"] = {{"type", "array"}, {"items", value_schema(shape)}};
  } else {
    json["schema"] = value_schema(shape);
  }
  return json;
}

Json parameters_json(const Route& route, const Json& descriptions) {
  auto parameters = Json::array();
  if (const auto brace = route.path.find('{'); brace != std::string_view::npos) {
    const std::string name(route.path.substr(brace + 1, route.path.size() - brace - 2));
    parameters.push_back({{"name", name},
                          {"in", "path"},
                          {"description", descriptions.at(name)},
                          {"required", true},
                          {"schema", {{"type", "string"}, {"minLength", 1}}}});
  }
  if (route.takes_search)
    for (const auto& shape : search_parameters()) parameters.push_back(parameter_json(shape, descriptions));
  for (const auto& shape : route.parameters) parameters.push_back(parameter_json(shape, descriptions));
  return parameters;
}

Json content_json(const Route& route) {
  auto content = Json::object();
  for (const auto type : route.types) {
    auto& schema = content[std::string(type)]["schema"];
    if (type == "application/json" && !route.schema.empty())
      schema["$ref"] = "#/components/schemas/" + std::string(route.schema);
    else schema["type"] = type.ends_with("+json") ? "array" : "string";
  }
  return content;
}

Json responses_json(const Route& route) {
  Json responses;
  responses["200"]["description"] = route.about;
  if (const auto content = content_json(route); !content.empty()) responses["200"]["content"] = content;
  if (route.keeping == Keeping::by_generation)
    responses["304"]["description"] = "nothing has changed since the answer with that ETag";
  responses["default"]["description"] = "a problem";
  if (route.audience == Audience::programs)
    responses["default"]["content"]["application/problem+json"]["schema"]["$ref"] =
        "#/components/schemas/Problem";
  return responses;
}

Json operation_json(const Route& route, std::string_view method, const Json& descriptions) {
  Json operation;
  operation["summary"] = route.about;
  if (auto parameters = parameters_json(route, descriptions); !parameters.empty())
    operation["parameters"] = std::move(parameters);
  if (method == "POST")
    for (const auto type : route.body_types)
      operation["requestBody"]["content"][std::string(type)]["schema"]["type"] = "string";
  operation["responses"] = responses_json(route);
  if (route.access != AccessLevel::anyone)
    operation["security"] = {Json::object(), {{"token", Json::array()}}};
  return operation;
}

}  // namespace

nlohmann::ordered_json openapi(const std::string& public_url) {
  Json document = Json::parse(find_embedded("openapi/base.json")->content);
  const Json descriptions = document["x-parameters"];
  document.erase("x-parameters");
  document["info"]["version"] = version();
  if (!public_url.empty()) document["servers"] = Json::array({Json{{"url", public_url}}});
  auto& paths = document["paths"] = Json::object();
  for (const auto& route : routes())
    for (const auto& [method, key] : {std::pair{"GET", "get"}, std::pair{"POST", "post"}})
      if (allows(route, method))
        paths[std::string(route.path)][key] = operation_json(route, method, descriptions);
  return document;
}

}  // namespace morgue
