#pragma once

#include "client/sequence/SequencePlugin.h"

#include <QObject>

namespace facet::client::sequence {

/// What is loaded with the first export.
class FfmpegSequence : public QObject, public SequencePlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "facet.SequencePlugin/1")
    Q_INTERFACES(facet::client::SequencePlugin)
public:
    FfmpegSequence();

    Result<ExportPlan> plan(const QStringList &paths, const std::atomic_bool &stop) const override;
    Result<void> write(const Job &job) const override;
    Result<void> verify(const QString &path, const ExportPlan &plan) const override;
};

} // namespace facet::client::sequence
