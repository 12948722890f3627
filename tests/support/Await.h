#pragma once

#include <QFuture>
#include <QTest>

namespace facet::test {

/// Runs the event loop until `future` has its result. Fails the test after `ms`.
template <typename T>
T await(QFuture<T> future, int ms = 10000)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, ms))
        qFatal("a future was not finished in time");
    return future.result();
}

} // namespace facet::test
