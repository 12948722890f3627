#pragma once

#include "client/sequence/SequenceExporter.h"

#include <QPointer>

namespace facet::ui::test {

class FakeExport : public client::SequenceExport {
public:
    using SequenceExport::SequenceExport;
    void cancel() override { ++cancels; }
    int cancels = 0;
};

/// Plans what the test says; the test moves the export on.
class FakeSequenceExporter : public client::SequenceExporter {
public:
    QFuture<Result<client::ExportPlan>> plan(const QStringList &paths) override
    {
        planned.append(paths);
        return QtFuture::makeReadyFuture(answer);
    }
    client::SequenceExport *start(
        const client::ExportPlan &plan, const Target &target, QObject *parent) override
    {
        started.append(plan);
        targets.append(target);
        current = new FakeExport(parent);
        return current;
    }

    Result<client::ExportPlan> answer = client::ExportPlan();
    QList<QStringList> planned;
    QList<client::ExportPlan> started;
    QList<Target> targets;
    QPointer<FakeExport> current;
};

} // namespace facet::ui::test
