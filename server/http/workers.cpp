// SPDX-License-Identifier: GPL-3.0-or-later
// The queue and its threads.
#include "server/http/workers.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace morgue::http {
namespace {

// Under full load this keeps small requests, which the I/O thread answers, at a tenth of their latency.
void yield_to_the_io_thread() {
  constexpr int nice = 5;
  setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), nice);
}

}  // namespace

Response internal_error() {
  return to_response({.status = 500,
                      .code = "internal",
                      .detail = "the server failed to answer this request",
                      .hint = "the server's log says why"});
}

Workers::Workers(unsigned count, std::size_t most_waiting, Calls calls)
    : most_waiting_(most_waiting), calls_(std::move(calls)) {
  for (unsigned i = 0; i < std::max(count, 1U); ++i) threads_.emplace_back([this] { work(); });
}

Workers::~Workers() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    waiting_.clear();
  }
  wake_.notify_all();
}

bool Workers::offer(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= most_waiting_) return false;
    waiting_.push_back(std::move(job));
  }
  wake_.notify_one();
  return true;
}

bool Workers::withdraw(std::uint64_t session) {
  const std::lock_guard lock(mutex_);
  return std::erase_if(waiting_, [&](const Job& job) { return job.session == session; }) > 0;
}

bool Workers::next(Job& job) {
  std::unique_lock lock(mutex_);
  wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
  if (stopping_) return false;
  job = std::move(waiting_.front());
  waiting_.pop_front();
  return true;
}

void Workers::work() {
  yield_to_the_io_thread();
  Handle handle;
  try {
    handle = calls_.make_handle();
  } catch (...) {
    calls_.broken(std::current_exception());
    return;
  }
  for (Job job; next(job);) calls_.done(job.session, guarded(handle, job.request, calls_.report));
}

}  // namespace morgue::http
