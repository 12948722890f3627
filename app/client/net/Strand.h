#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <type_traits>

namespace facet::client {

/// Runs pieces of work one after another away from the window's thread, in the order in which they were
/// given. Work that was given is done even when the strand is gone.
class Strand {
public:
    template <typename Work>
    QFuture<std::invoke_result_t<Work>> run(Work work)
    {
        using R = std::invoke_result_t<Work>;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        QFuture<R> future = promise->future();
        post([promise, work = std::move(work)]() mutable {
            if constexpr (std::is_void_v<R>)
                work();
            else
                promise->addResult(work());
            promise->finish();
        });
        return future;
    }

private:
    struct Queue {
        std::mutex mutex;
        std::deque<std::function<void()>> work;
        bool running = false;
    };

    void post(std::function<void()> work)
    {
        {
            const std::lock_guard lock(m_queue->mutex);
            m_queue->work.push_back(std::move(work));
            if (m_queue->running)
                return;
            m_queue->running = true;
        }
        QThreadPool::globalInstance()->start([queue = m_queue] {
            for (;;) {
                std::function<void()> next;
                {
                    const std::lock_guard lock(queue->mutex);
                    if (queue->work.empty()) {
                        queue->running = false;
                        return;
                    }
                    next = std::move(queue->work.front());
                    queue->work.pop_front();
                }
                next();
            }
        });
    }

    std::shared_ptr<Queue> m_queue = std::make_shared<Queue>();
};

} // namespace facet::client
