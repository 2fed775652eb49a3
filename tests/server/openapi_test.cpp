// SPDX-License-Identifier: GPL-3.0-or-later
// The document against the table; answers are held against the document by tests/end_to_end/openapi_walk.
#include "server/openapi.h"

#include <gtest/gtest.h>

#include <set>

#include "server/route_table.h"

namespace morgue {
namespace {

using Json = nlohmann::ordered_json;

TEST(OpenApi, DescribesEveryRouteAndParameterOfTheTable) {
  const auto document = openapi("https://archive.example.org");
  EXPECT_EQ(document["servers"][0]["url"], "https://archive.example.org");
  EXPECT_FALSE(document.contains("x-parameters"));
  for (const auto& route : routes()) {
    SCOPED_TRACE(route.path);
    const auto& path = document["paths"].at(std::string(route.path));
    const auto& operation = path.contains("get") ? path["get"] : path.at("post");
    EXPECT_NE(operation["summary"], "");
    std::set<std::string> described;
    if (operation.contains("parameters"))
      for (const auto& parameter : operation["parameters"]) {
        EXPECT_TRUE(described.insert(parameter["name"].get<std::string>()).second) << parameter;
        EXPECT_NE(parameter["description"], "");
      }
    for (const auto& shape : route.parameters)
      EXPECT_TRUE(described.contains(std::string(shape.name))) << shape.name;
    EXPECT_EQ(described.contains("facets"), route.takes_search);
  }
}

void check_references(const Json& json, const Json& schemas) {
  if (json.is_object() && json.contains("$ref")) {
    const std::string name = json["$ref"];
    EXPECT_TRUE(schemas.contains(name.substr(name.rfind('/') + 1))) << name;
  }
  if (json.is_structured())
    for (const auto& part : json) check_references(part, schemas);
}

TEST(OpenApi, NamesOnlySchemasThatAreThere) {
  const auto document = openapi("");
  EXPECT_FALSE(document.contains("servers"));
  check_references(document, document["components"]["schemas"]);
}

TEST(OpenApi, TellsWhatAParameterMayBe) {
  const auto document = openapi("");
  for (const auto& parameter : document["paths"]["/v1/search"]["get"]["parameters"]) {
    if (parameter["name"] == "limit") {
      EXPECT_EQ(parameter["schema"],
                (Json{{"type", "integer"}, {"minimum", 0}, {"maximum", 100}, {"default", 10}}));
    }
    if (parameter["name"] == "sort") {
      EXPECT_EQ(parameter["schema"]["enum"], (Json{"relevance", "newest", "oldest", "added"}));
    }
  }
}

}  // namespace
}  // namespace morgue
