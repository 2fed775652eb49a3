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
#include <filesystem>
#include <unordered_map>
#include <utility>
#include <vector>

#include "server/http/acceptor.h"
#include "server/http/session.h"
#include "server/http/workers.h"

namespace morgue::http {

namespace asio = boost::asio;
using boost::system::error_code;
using namespace std::chrono_literals;

namespace {

constexpr auto sweep_every = 250ms;
constexpr auto pause_without_descriptors = 100ms;

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

bool is_out_of_descriptors(error_code failure) {
  return failure == asio::error::no_descriptors ||
         failure == boost::system::errc::too_many_files_open_in_system ||
         failure == asio::error::no_buffer_space || failure == asio::error::no_memory;
}

}  // namespace

class Listener::House final : public http::House {
 public:
  House(const Endpoint&, const Limits&, unsigned workers, Service);
  ~House();

  const std::string& address() const { return address_; }
  void stop_on_signals();
  void run();
  void stop();

  void serve(Session&, Request) override;
  bool give_up(Session&) override;
  void make_more(Session& session) override { workers_->make_more(session.id()); }
  void end_stream(Session& session) override { workers_->end_stream(session.id()); }
  void became_idle(Session&) override;
  void closed(Session&) override;
  bool draining() const override { return draining_; }
  bool lend_for_body(std::size_t bytes) override;
  void give_back(std::size_t bytes) override { lent_ -= bytes; }

 private:
  void start_workers();
  void serve_until_empty();
  void accept();
  void accept_later();
  void welcome(Socket);
  bool is_full() const { return sessions_.size() >= limits_.connections; }
  void sweep();
  std::vector<std::shared_ptr<Session>> all() const;
  void answer(std::uint64_t session, Response, bool is_stream = false);
  void go_on(std::uint64_t session, Workers::Part);
  void park(Session&);
  void await_parked();
  void answer_parked();
  void await_signal();
  void drain();
  void close_all();
  void leave_when_empty();

  struct Parked {
    Clock::time_point until;
    std::uint64_t session;
  };

  // Workers go first, for they post to io_; sessions go before io_, for their sockets are registered with it.
  const Endpoint endpoint_;
  const Limits limits_;
  const unsigned worker_count_;
  const Service service_;
  asio::io_context io_{1};
  Acceptor acceptor_;
  const std::string address_;  // kept, for the acceptor is closed by the drain
  asio::signal_set signals_{io_};
  asio::steady_timer sweep_timer_{io_};
  asio::steady_timer accept_timer_{io_};
  asio::steady_timer park_timer_{io_};
  std::unordered_map<std::uint64_t, std::shared_ptr<Session>> sessions_;
  boost::intrusive::list<Session, boost::intrusive::constant_time_size<false>> idle_;  // longest first
  std::deque<Parked> parked_;                                                          // soonest first
  std::uint64_t next_id_ = 1;
  std::size_t lent_ = 0;
  bool accepting_ = false;
  bool awaiting_parked_ = false;
  bool draining_ = false;
  Clock::time_point drain_deadline_ = Clock::time_point::max();
  std::exception_ptr broken_;
  std::unique_ptr<Workers> workers_;
};

Listener::House::House(const Endpoint& endpoint, const Limits& limits, unsigned workers, Service service)
    : endpoint_(endpoint),
      limits_(limits),
      worker_count_(workers),
      service_(std::move(service)),
      acceptor_(open_acceptor(io_, endpoint)),
      address_(address_of(acceptor_, endpoint)) {
  std::signal(SIGPIPE, SIG_IGN);
  raise_open_files_limit();
}

Listener::House::~House() {
  draining_ = true;
  workers_.reset();
  close_all();
}

void Listener::House::start_workers() {
  workers_ = std::make_unique<Workers>(
      worker_count_, Workers::Room{.waiting = limits_.queue, .streams = limits_.streams},
      Workers::Calls{.make_handle = service_.worker,
                     .done =
                         [this](std::uint64_t session, Response response, bool is_stream) {
                           asio::post(io_, [this, session, made = std::move(response), is_stream]() mutable {
                             answer(session, std::move(made), is_stream);
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
                     .report = service_.report});
}

void Listener::House::run() {
  start_workers();
  accept();
  sweep();
  serve_until_empty();
  workers_.reset();
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
  if (accepting_ || draining_ || (is_full() && idle_.empty())) return;
  accepting_ = true;
  acceptor_.async_accept([this](error_code failure, Socket socket) {
    if (is_out_of_descriptors(failure)) return accept_later();
    accepting_ = false;
    if (!failure && !draining_) welcome(std::move(socket));
    accept();
  });
}

void Listener::House::accept_later() {
  accept_timer_.expires_after(pause_without_descriptors);
  accept_timer_.async_wait([this](error_code) {
    accepting_ = false;
    accept();
  });
}

void Listener::House::welcome(Socket socket) {
  if (is_full() && !idle_.empty()) idle_.front().shared_from_this()->close();
  error_code not_tcp;
  socket.set_option(asio::ip::tcp::no_delay(true), not_tcp);
  const auto session = std::make_shared<Session>(next_id_++, std::move(socket), limits_, *this);
  sessions_.emplace(session->id(), session);
  session->start();
}

void Listener::House::became_idle(Session& session) {
  idle_.push_back(session);
  if (!accepting_) asio::post(io_, [this] { accept(); });
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
  if (service_.at_once)
    if (auto response = guarded(service_.at_once, request, service_.report))
      return (void)session.answer(std::move(*response));
  if (!workers_->offer({session.id(), std::move(request)})) park(session);
}

bool Listener::House::give_up(Session& session) {
  if (!workers_->withdraw(session.id())) return false;
  session.answer(overloaded());
  return true;
}

void Listener::House::answer(std::uint64_t session, Response response, bool is_stream) {
  const auto found = sessions_.find(session);
  const auto still_here = found == sessions_.end() ? nullptr : found->second;
  if (still_here && still_here->answer(std::move(response), is_stream)) return;
  if (is_stream) workers_->end_stream(session);
}

void Listener::House::go_on(std::uint64_t session, Workers::Part part) {
  const auto found = sessions_.find(session);
  if (found == sessions_.end()) return;
  const auto still_here = found->second;
  if (part.has_failed) still_here->break_off();
  else still_here->go_on(std::move(part.bytes), part.is_last);
}

void Listener::House::park(Session& session) {
  session.park();
  parked_.push_back({Clock::now() + limits_.park_time, session.id()});
  await_parked();
}

void Listener::House::await_parked() {
  if (parked_.empty() || std::exchange(awaiting_parked_, true)) return;
  park_timer_.expires_at(parked_.front().until);
  park_timer_.async_wait([this](error_code) {
    awaiting_parked_ = false;
    answer_parked();
    await_parked();
  });
}

void Listener::House::answer_parked() {
  const auto now = Clock::now();
  while (!parked_.empty() && parked_.front().until <= now) {
    const auto session = parked_.front().session;
    parked_.pop_front();
    answer(session, overloaded());
  }
}

bool Listener::House::lend_for_body(std::size_t bytes) {
  if (lent_ + bytes > limits_.all_bodies_bytes) return false;
  lent_ += bytes;
  return true;
}

void Listener::House::closed(Session& session) {
  sessions_.erase(session.id());
  if (workers_ && !workers_->withdraw(session.id())) workers_->end_stream(session.id());
  leave_when_empty();
  accept();
}

void Listener::House::stop_on_signals() {
  signals_.add(SIGTERM);
  signals_.add(SIGINT);
  await_signal();
}

void Listener::House::await_signal() {
  signals_.async_wait([this](error_code cancelled, int) {
    if (cancelled) return;
    if (draining_) return close_all();
    drain();
    if (!sessions_.empty()) await_signal();
  });
}

void Listener::House::stop() {
  asio::post(io_, [this] { drain(); });
}

void Listener::House::drain() {
  if (std::exchange(draining_, true)) return;
  drain_deadline_ = Clock::now() + limits_.drain_time;
  error_code ignored;
  acceptor_.close(ignored);
  std::error_code gone_already;
  if (endpoint_.is_unix()) std::filesystem::remove(endpoint_.socket_path, gone_already);
  for (const auto& session : all()) session->drain();
  leave_when_empty();
}

void Listener::House::close_all() {
  for (const auto& session : all()) session->close();
}

void Listener::House::leave_when_empty() {
  if (!draining_ || !sessions_.empty()) return;
  for (auto* timer : {&sweep_timer_, &accept_timer_, &park_timer_}) timer->cancel();
  error_code ignored;
  signals_.cancel(ignored);
}

Listener::Listener(const Endpoint& endpoint, const Limits& limits, unsigned workers, Service service)
    : house_(std::make_unique<House>(endpoint, limits, workers, std::move(service))) {}
Listener::~Listener() = default;

std::string Listener::address() const { return house_->address(); }
void Listener::stop_on_signals() { house_->stop_on_signals(); }
void Listener::run() { house_->run(); }
void Listener::stop() { house_->stop(); }

}  // namespace morgue::http
