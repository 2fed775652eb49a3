// SPDX-License-Identifier: GPL-3.0-or-later
// By hand: prometheus-cpp would bring a second HTTP server and curl to every build for these few lines.
#include "server/metrics.h"

#include <algorithm>
#include <cstdio>

namespace morgue {
namespace {

std::string number(double value) {
  std::array<char, 32> text{};
  const auto size = std::snprintf(text.data(), text.size(), "%.9g", value);
  return {text.data(), static_cast<std::size_t>(size)};
}

void describe(std::string& to, std::string_view name, std::string_view type, std::string_view help) {
  to.append("# HELP ").append(name).append(" ").append(help).append("\n");
  to.append("# TYPE ").append(name).append(" ").append(type).append("\n");
}

void write(std::string& to, std::string_view name, std::string_view labels, const std::string& value) {
  to.append(name);
  if (!labels.empty()) to.append("{").append(labels).append("}");
  to.append(" ").append(value).append("\n");
}

void gauge(std::string& to, std::string_view name, std::string_view help, std::uint64_t value) {
  describe(to, name, "gauge", help);
  write(to, name, "", std::to_string(value));
}

void counter(std::string& to, std::string_view name, std::string_view help, std::uint64_t value) {
  describe(to, name, "counter", help);
  write(to, name, "", std::to_string(value));
}

std::string label(std::string_view name, std::string_view value) {
  return std::string(name) + "=\"" + std::string(value) + "\"";
}

double seconds(std::chrono::nanoseconds time) { return std::chrono::duration<double>(time).count(); }

}  // namespace

void Histogram::observe(double value) {
  const auto bound = std::lower_bound(bounds.begin(), bounds.end(), value);
  ++counts_.at(static_cast<std::size_t>(bound - bounds.begin()));
  sum_ += value;
}

void Histogram::write(std::string& to, std::string_view name, std::string_view own_label) const {
  const auto bucket = std::string(name) + "_bucket";
  const auto labels = [&](const std::string& bound) {
    return std::string(own_label) + "," + label("le", bound);
  };
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < bounds.size(); ++i)
    morgue::write(to, bucket, labels(number(bounds[i])), std::to_string(count += counts_[i]));
  count += counts_.back();
  morgue::write(to, bucket, labels("+Inf"), std::to_string(count));
  morgue::write(to, std::string(name) + "_sum", own_label, number(sum_));
  morgue::write(to, std::string(name) + "_count", own_label, std::to_string(count));
}

void Metrics::count(std::string_view route, const http::Exchange& exchange) {
  const std::lock_guard lock(mutex_);
  const std::string name(route.empty() ? "none" : route);
  ++requests_[{name, exchange.status}];
  took_[name].observe(seconds(exchange.took));
  if (exchange.worked.count() > 0) phases_[queue].observe(seconds(exchange.waited));
  bytes_ += exchange.bytes;
  if (!exchange.is_whole) ++cut_;
}

void Metrics::observe(const Phases& phases, std::chrono::nanoseconds all) {
  const std::lock_guard lock(mutex_);
  const auto rest = all - phases.parse - phases.match - phases.snippets;
  phases_[parse].observe(seconds(phases.parse));
  phases_[match].observe(seconds(phases.match));
  phases_[snippets].observe(seconds(phases.snippets));
  phases_[render].observe(std::max(seconds(rest), 0.));
}

std::string Metrics::text(const http::Load& load, const ArchiveStatus& archive) const {
  const std::lock_guard lock(mutex_);
  std::string text;
  describe(text, "morgue_requests_total", "counter",
           "Requests by route and status; 0: the client left first.");
  for (const auto& [key, count] : requests_)
    write(text, "morgue_requests_total",
          label("route", key.first) + "," + label("status", std::to_string(key.second)),
          std::to_string(count));
  describe(text, "morgue_request_seconds", "histogram", "From a request's last byte to its answer's last.");
  for (const auto& [route, histogram] : took_)
    histogram.write(text, "morgue_request_seconds", label("route", route));
  describe(text, "morgue_phase_seconds", "histogram", "Where the time of requests that need a worker goes.");
  for (std::size_t i = 0; i < phases_.size(); ++i)
    phases_.at(i).write(text, "morgue_phase_seconds", label("phase", phase_names.at(i)));
  counter(text, "morgue_sent_bytes_total", "Bytes of answers, heads included.", bytes_);
  counter(text, "morgue_cut_answers_total", "Answers that did not reach their client whole.", cut_);
  gauge(text, "morgue_connections", "Connections that are open.", load.connections);
  describe(text, "morgue_queue_length", "gauge", "Requests that wait for a worker.");
  write(text, "morgue_queue_length", label("lane", "search"), std::to_string(load.waiting));
  write(text, "morgue_queue_length", label("lane", "suggest"), std::to_string(load.waiting_quick));
  gauge(text, "morgue_archive_open", "1 when the archive can be read.", archive.is_open ? 1 : 0);
  gauge(text, "morgue_articles", "Articles in the archive.", archive.articles);
  describe(text, "morgue_generation", "gauge", "1; the label names what is being read.");
  if (!archive.generation.empty())
    write(text, "morgue_generation", label("generation", archive.generation), "1");
  counter(text, "morgue_reopened_total", "Commits and swaps that were seen.", archive.reopened);
  return text;
}

}  // namespace morgue
