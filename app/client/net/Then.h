#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

#include <memory>
#include <type_traits>

namespace facet::client {

/// Calls `function(result)` in the thread of `context` (the caller's own) once `future` has its result. The
/// answer is the future of what it returns.
///
/// Instead of QFuture::then(context, …), which in Qt 6.4 asserts, or touches a dead object, when the context
/// is gone before the future is finished. Here nothing is called then, and the returned future is cancelled.
template <typename T, typename Function>
auto then(const QFuture<T> &future, QObject *context, Function function)
    -> QFuture<std::invoke_result_t<Function &, const T &>>
{
    using R = std::invoke_result_t<Function &, const T &>;
    auto promise = std::make_shared<QPromise<R>>();
    promise->start();
    QFuture<R> next = promise->future();
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher,
        [watcher, promise = std::move(promise), function = std::move(function)]() mutable {
            watcher->deleteLater();
            const QFuture<T> done = watcher->future();
            if (done.resultCount() == 0)
                return; // cancelled: the promise goes with this connection
            if constexpr (std::is_void_v<R>)
                function(done.result());
            else
                promise->addResult(function(done.result()));
            promise->finish();
        });
    watcher->setFuture(future);
    return next;
}

} // namespace facet::client
