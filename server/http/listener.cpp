// SPDX-License-Identifier: GPL-3.0-or-later
// The house of the sessions: one I/O thread that accepts, sweeps and routes, workers behind a queue, and the
// drain.
#include "server/http/listener.h"

#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>
#include <deque>
#include <exception>
#include <unordered_map>
#include <utility>
#include <vector>

#include "server/http/entrance.h"
#include "server/http/parking.h"
#include "server/http/session.h"
#include "server/http/workers.h"

namespace morgue::http {

namespace asio = boost::asio;
using boost::system::error_code;
using namespace std::chrono_literals;

namespace {

constexpr auto sweep_every = 250ms;

void raise_open_files_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

Response overloaded() {
  return to_response({.status = 503,
                      .code = "queue_full",
                      .detail = "more requests are waiting than can be answered soon",
                      .hint = "try again in a second",
                      .retry_after = 1});
}

}  // namespace

class Listener::House final : public http::House {
 public:
  House(const std::vector<Endpoint>&, const Limits&, unsigned workers, Service);
  ~House();

  const std::string& address(std::size_t entrance) const { return entrances_.at(entrance).address(); }
  Load load() const;
  void stop_on_signals();
  void run();
  void stop();

  void serve(Session&, Request) override;
  bool give_up(Session&) override;
  void make_more(Session&) override;
  void end_stream(Session&) override;
  void became_idle(Session&) override;
  void finished(const Exchange&) override;
  void closed(Session&) override;
  bool draining() const override { return draining_; }
  std::size_t body_bytes(const Request& request) const override {
    return service_.body_bytes ? service_.body_bytes(request) : limits_.body_bytes;
  }
  bool lend_for_body(std::size_t bytes) override;
  void give_back(std::size_t bytes) override { lent_ -= bytes; }

 private:
  void start_workers();
  Workers::Calls calls();
  void serve_until_empty();
  void accept();
  void welcome(Socket, std::size_t entrance);
  bool is_full() const { return sessions_.size() >= limits_.connections; }
  void sweep();
  std::vector<std::shared_ptr<Session>> all() const;
  void answer(std::uint64_t session, Workers::Done);
  void go_on(std::uint64_t session, Workers::Part);
  void park(Session&, Response);
  void await_signal();
  void await_hang_up();
  void drain();
  void close_all();
  void leave_when_empty();
  template <class F>
  void with(std::uint64_t session, F&& use);

  // Workers go first, for they post to io_; sessions go before io_, for their sockets are registered with it.
  const Limits limits_;
  const unsigned worker_count_;
  const Service service_;
  asio::io_context io_{1};
  std::deque<Entrance> entrances_;
  asio::signal_set signals_{io_};
  asio::signal_set hang_ups_{io_};
  asio::steady_timer sweep_timer_{io_};
  Parking parking_;
  std::unordered_map<std::uint64_t, std::shared_ptr<Session>> sessions_;
  boost::intrusive::list<Session, boost::intrusive::constant_time_size<false>> idle_;  // longest first
  std::uint64_t next_id_ = 1;
  std::size_t lent_ = 0;
  bool draining_ = false;
  Clock::time_point drain_deadline_ = Clock::time_point::max();
  std::exception_ptr broken_;
  std::deque<Workers> lanes_;  // the first for all; the second, if there is one, for quick requests
};

Listener::House::House(const std::vector<Endpoint>& endpoints, const Limits& limits, unsigned workers,
                       Service service)
    : limits_(limits),
      worker_count_(workers),
      service_(std::move(service)),
      parking_(io_, limits.park_time, limits.queue_time, [this](std::uint64_t session, Response response) {
        with(session, [&](Session& parked) { parked.answer(std::move(response)); });
      }) {
  for (const auto& endpoint : endpoints) entrances_.emplace_back(io_, endpoint);
  std::signal(SIGPIPE, SIG_IGN);
  raise_open_files_limit();
}

Listener::House::~House() {
  draining_ = true;
  lanes_.clear();
  close_all();
}

/// A session that is still there stays until it has been used.
template <class F>
void Listener::House::with(std::uint64_t session, F&& use) {
  const auto found = sessions_.find(session);
  if (found == sessions_.end()) return;
  const auto still_here = found->second;
  use(*still_here);
}

Workers::Calls Listener::House::calls() {
  return {.make_handle = service_.worker,
          .done =
              [this](std::uint64_t session, Workers::Done done) {
                asio::post(io_, [this, session, made = std::move(done)]() mutable {
                  answer(session, std::move(made));
                });
              },
          .made_more =
              [this](std::uint64_t session, Workers::Part part) {
                asio::post(io_, [this, session, made = std::move(part)]() mutable {
                  go_on(session, std::move(made));
                });
              },
          .broken =
              [this](std::exception_ptr failure) {
                asio::post(io_, [this, failure] {
                  broken_ = failure;
                  drain();
                  close_all();
                });
              },
          .report = service_.report};
}

void Listener::House::start_workers() {
  const Workers::Room room{.waiting = limits_.queue, .streams = limits_.streams};
  lanes_.emplace_back(worker_count_, room, calls());
  if (service_.is_quick) lanes_.emplace_back(1, room, calls());
}

Load Listener::House::load() const {
  Load load{.connections = sessions_.size()};
  if (!lanes_.empty()) load.waiting = lanes_.front().waiting();
  if (lanes_.size() > 1) load.waiting_quick = lanes_.back().waiting();
  return load;
}

void Listener::House::run() {
  start_workers();
  accept();
  sweep();
  serve_until_empty();
  lanes_.clear();
  close_all();
  if (broken_) std::rethrow_exception(broken_);
}

// What a handler throws (out of memory, say) must not cost the server; the sweep closes the connection later.
void Listener::House::serve_until_empty() {
  for (;;) {
    try {
      io_.run();
      return;
    } catch (const std::exception& failure) {
      if (service_.report) service_.report(failure.what());
    }
  }
}

// With every place taken and no idle session to make room, newcomers wait in the kernel's queue.
void Listener::House::accept() {
  if (draining_ || (is_full() && idle_.empty())) return;
  for (std::size_t i = 0; i < entrances_.size(); ++i)
    entrances_[i].take_one([this, i](Socket socket) {
      if (socket.is_open() && !draining_) welcome(std::move(socket), i);
      accept();
    });
}

void Listener::House::welcome(Socket socket, std::size_t entrance) {
  if (is_full() && !idle_.empty()) idle_.front().shared_from_this()->close();
  error_code not_tcp;
  socket.set_option(asio::ip::tcp::no_delay(true), not_tcp);
  const auto session = std::make_shared<Session>(next_id_++, std::move(socket), entrance, limits_, *this);
  sessions_.emplace(session->id(), session);
  session->start();
}

void Listener::House::became_idle(Session& session) {
  idle_.push_back(session);
  if (is_full()) asio::post(io_, [this] { accept(); });
}

std::vector<std::shared_ptr<Session>> Listener::House::all() const {
  std::vector<std::shared_ptr<Session>> sessions;
  sessions.reserve(sessions_.size());
  for (const auto& [id, session] : sessions_) sessions.push_back(session);
  return sessions;
}

void Listener::House::sweep() {
  if (draining_ && sessions_.empty()) return;
  sweep_timer_.expires_after(sweep_every);
  sweep_timer_.async_wait([this](error_code cancelled) {
    if (!cancelled) sweep();
  });
  const auto now = Clock::now();
  if (now >= drain_deadline_) close_all();
  for (const auto& session : all()) session->sweep(now);
  accept();
}

void Listener::House::serve(Session& session, Request request) {
  if (service_.at_once) {
    if (auto response = guarded(service_.at_once, request, service_.report)) {
      const bool is_refusal = response->status == 429 || response->status == 503;
      return is_refusal ? park(session, *std::move(response)) : (void)session.answer(*std::move(response));
    }
  }
  auto& lane = lanes_.size() > 1 && service_.is_quick(request) ? lanes_.back() : lanes_.front();
  if (!lane.offer({session.id(), std::move(request)})) park(session, overloaded());
}

bool Listener::House::give_up(Session& session) {
  for (auto& lane : lanes_) {
    if (!lane.withdraw(session.id())) continue;
    session.answer(overloaded());
    return true;
  }
  return false;
}

void Listener::House::make_more(Session& session) {
  for (auto& lane : lanes_) lane.make_more(session.id());
}

void Listener::House::end_stream(Session& session) {
  for (auto& lane : lanes_) lane.end_stream(session.id());
}

void Listener::House::answer(std::uint64_t session, Workers::Done done) {
  bool is_taken = false;
  with(session, [&](Session& waiting) {
    waiting.note_times(done.waited, done.worked);
    is_taken = waiting.answer(std::move(done.response), done.is_stream);
  });
  if (!is_taken && done.is_stream)
    for (auto& lane : lanes_) lane.end_stream(session);
}

void Listener::House::go_on(std::uint64_t session, Workers::Part part) {
  with(session, [&](Session& reader) {
    if (part.has_failed) reader.break_off();
    else reader.go_on(std::move(part.bytes), part.is_last);
  });
}

void Listener::House::park(Session& session, Response response) {
  session.park();
  parking_.hold(session.id(), std::move(response));
}

bool Listener::House::lend_for_body(std::size_t bytes) {
  if (lent_ + bytes > limits_.all_bodies_bytes) return false;
  lent_ += bytes;
  return true;
}

void Listener::House::finished(const Exchange& exchange) {
  if (service_.finished) succeeds([&] { service_.finished(exchange); }, service_.report);
}

void Listener::House::closed(Session& session) {
  sessions_.erase(session.id());
  for (auto& lane : lanes_) lane.forget(session.id());
  leave_when_empty();
  if (!draining_) asio::post(io_, [this] { accept(); });
}

void Listener::House::stop_on_signals() {
  signals_.add(SIGTERM);
  signals_.add(SIGINT);
  hang_ups_.add(SIGHUP);
  await_signal();
  await_hang_up();
}

void Listener::House::await_signal() {
  signals_.async_wait([this](error_code cancelled, int) {
    if (cancelled) return;
    if (draining_) return close_all();
    drain();
    if (!sessions_.empty()) await_signal();
  });
}

void Listener::House::await_hang_up() {
  hang_ups_.async_wait([this](error_code cancelled, int) {
    if (cancelled) return;
    if (service_.reopen) succeeds(service_.reopen, service_.report);
    if (!draining_) await_hang_up();
  });
}

void Listener::House::stop() {
  asio::post(io_, [this] { drain(); });
}

void Listener::House::drain() {
  if (std::exchange(draining_, true)) return;
  drain_deadline_ = Clock::now() + limits_.drain_time;
  for (auto& entrance : entrances_) entrance.close();
  for (const auto& session : all()) session->drain();
  leave_when_empty();
}

void Listener::House::close_all() {
  for (const auto& session : all()) session->close();
}

void Listener::House::leave_when_empty() {
  if (!draining_ || !sessions_.empty()) return;
  sweep_timer_.cancel();
  parking_.close();
  error_code ignored;
  for (auto* signals : {&signals_, &hang_ups_}) signals->cancel(ignored);
}

Listener::Listener(const Endpoint& endpoint, const Limits& limits, unsigned workers, Service service)
    : Listener(std::vector{endpoint}, limits, workers, std::move(service)) {}
Listener::Listener(const std::vector<Endpoint>& endpoints, const Limits& limits, unsigned workers,
                   Service service)
    : house_(std::make_unique<House>(endpoints, limits, workers, std::move(service))) {}
Listener::~Listener() = default;

std::string Listener::address(std::size_t entrance) const { return house_->address(entrance); }
Load Listener::load() const { return house_->load(); }
void Listener::stop_on_signals() { house_->stop_on_signals(); }
void Listener::run() { house_->run(); }
void Listener::stop() { house_->stop(); }

}  // namespace morgue::http
