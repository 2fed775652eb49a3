// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/http_client.h"

#include <curl/curl.h>

#include <array>
#include <exception>

#include "common/error.h"

namespace morgue {
namespace {

constexpr std::string_view unix_scheme = "unix:";
constexpr long seconds_to_connect = 10;

void begin_curl() {
  static const CURLcode begun = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (begun != CURLE_OK) throw Error(ErrorKind::storage, "libcurl cannot be used");
}

bool is_known(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://") || url.starts_with(unix_scheme);
}

std::string without_last_slash(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  return url;
}

/// What an answer is taken by.
struct Taking {
  CURL* handle;
  HttpAnswer& answer;
  const std::function<void(std::string_view)>& piece;
  std::exception_ptr thrown = nullptr;

  std::size_t take(std::string_view bytes) {
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    try {
      if (piece && status == 200) piece(bytes);
      else answer.body += bytes;
      return bytes.size();
    } catch (...) {
      thrown = std::current_exception();
      return 0;
    }
  }
};

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* taking) {
  return static_cast<Taking*>(taking)->take({bytes, size * count});
}

}  // namespace

struct HttpClient::Curl {
  explicit Curl(const std::string& url) : name(url) {
    begin_curl();
    handle = curl_easy_init();
    if (!handle) throw Error(ErrorKind::storage, "libcurl cannot be used");
    const bool is_unix = url.starts_with(unix_scheme);
    base = is_unix ? "http://localhost" : without_last_slash(url);
    if (is_unix) curl_easy_setopt(handle, CURLOPT_UNIX_SOCKET_PATH, url.substr(unix_scheme.size()).c_str());
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, seconds_to_connect);
    curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, problem.data());
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take);
  }
  ~Curl() { curl_easy_cleanup(handle); }
  Curl(const Curl&) = delete;
  Curl& operator=(const Curl&) = delete;

  HttpAnswer ask(const std::string& target, const std::function<void(std::string_view)>& piece) {
    HttpAnswer answer;
    Taking taking{handle, answer, piece};
    problem[0] = '\0';
    curl_easy_setopt(handle, CURLOPT_URL, (base + target).c_str());
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &taking);
    const auto done = curl_easy_perform(handle);
    if (taking.thrown) std::rethrow_exception(taking.thrown);
    if (done != CURLE_OK)
      throw Error(ErrorKind::storage,
                  "cannot ask " + name + ": " + (problem[0] ? problem.data() : curl_easy_strerror(done)),
                  "see that a morgue-server is listening there");
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    answer.status = static_cast<int>(status);
    return answer;
  }

  CURL* handle = nullptr;
  std::string name;
  std::string base;
  std::array<char, CURL_ERROR_SIZE> problem{};
};

HttpClient::HttpClient(const std::string& url) {
  if (!is_known(url))
    throw Error(ErrorKind::usage, url + " is no address of a server", "try --server http://127.0.0.1:8080");
  curl_ = std::make_unique<Curl>(url);
}
HttpClient::~HttpClient() = default;

HttpAnswer HttpClient::get(const std::string& target) { return get(target, nullptr); }

HttpAnswer HttpClient::get(const std::string& target, const std::function<void(std::string_view)>& piece) {
  curl_easy_setopt(curl_->handle, CURLOPT_HTTPGET, 1L);
  return curl_->ask(target, piece);
}

HttpAnswer HttpClient::post(const std::string& target, const std::string& content_type,
                            const std::string& body) {
  curl_slist* const headers = curl_slist_append(nullptr, ("Content-Type: " + content_type).c_str());
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> kept(headers, curl_slist_free_all);
  curl_easy_setopt(curl_->handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
  curl_easy_setopt(curl_->handle, CURLOPT_POSTFIELDS, body.c_str());
  curl_easy_setopt(curl_->handle, CURLOPT_HTTPHEADER, headers);
  auto answer = curl_->ask(target, nullptr);
  curl_easy_setopt(curl_->handle, CURLOPT_HTTPHEADER, nullptr);
  return answer;
}

}  // namespace morgue
