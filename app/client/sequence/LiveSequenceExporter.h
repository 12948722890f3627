#pragma once

#include "client/net/Strand.h"
#include "client/sequence/SequenceExporter.h"

#include <atomic>
#include <functional>
#include <memory>

namespace facet::client {

class SequencePlugin;

/// SequenceExporter over the plugin libfacet_sequence, which is loaded with the first plan.
class LiveSequenceExporter : public SequenceExporter {
    Q_OBJECT
public:
    explicit LiveSequenceExporter(QObject *parent = nullptr);
    /// What runs is told to end.
    ~LiveSequenceExporter() override;

    QFuture<Result<ExportPlan>> plan(const QStringList &paths) override;
    SequenceExport *start(const ExportPlan &plan, const Target &target, QObject *parent) override;

    // On whatever thread they are called.
    static Result<ExportPlan> planNow(const QStringList &paths, const std::atomic_bool &stop);
    static Result<QString> exportNow(const ExportPlan &plan, const Target &target,
        const std::function<void(double)> &progress, const std::atomic_bool &stop);

private:
    static Result<const SequencePlugin *> plugin();

    Strand m_strand; ///< one export at a time
    std::shared_ptr<std::atomic_bool> m_stop; ///< of everything
};

} // namespace facet::client
