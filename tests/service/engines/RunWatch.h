#pragma once

#include "service/engines/Engine.h"

#include <QElapsedTimer>
#include <QTest>

#include <vector>

namespace facet::test {

/// Collects what a run says until it finishes.
class RunWatch : public QObject {
    Q_OBJECT
public:
    explicit RunWatch(service::EngineRun &run)
    {
        connect(&run, &service::EngineRun::progressed, this,
            [this](const service::EngineProgress &p) { progress.push_back(p); });
        connect(&run, &service::EngineRun::finished, this, [this](const Result<service::EngineOutput> &o) {
            outputs.push_back(o);
            finishedAfterMs = clock.elapsed();
        });
        clock.start();
    }

    bool wait(int ms = 120'000)
    {
        return QTest::qWaitFor([this] { return !outputs.empty(); }, ms);
    }
    bool reached(const QString &stage) const { return !progress.empty() && progress.back().stage == stage; }

    std::vector<service::EngineProgress> progress;
    std::vector<Result<service::EngineOutput>> outputs;
    QElapsedTimer clock;
    qint64 finishedAfterMs = -1;
};

} // namespace facet::test
