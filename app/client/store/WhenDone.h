#pragma once

#include <QFuture>
#include <QFutureWatcher>

#include <utility>

namespace facet::client {

/// Calls `then` with the result of `future`, on the thread of `context`, from its event loop; never once
/// `context` is gone, and not when the future ends without a result.
///
/// Instead of QFuture::then(context, …), which until Qt 6.5 must not outlive its context: a request in flight
/// when the window closes would end the program with a failed assertion.
template <typename T, typename Then>
void whenDone(const QFuture<T> &future, QObject *context, Then then)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, context, [watcher, then = std::move(then)]() mutable {
            watcher->deleteLater();
            if (watcher->future().resultCount() > 0)
                then(watcher->result());
        });
    watcher->setFuture(future);
}

} // namespace facet::client
