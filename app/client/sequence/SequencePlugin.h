#pragma once

#include "client/media/FrameReader.h"
#include "client/media/SoundReader.h"
#include "client/sequence/ExportPlan.h"

#include <QMap>
#include <QtPlugin>

#include <atomic>
#include <functional>

namespace facet::client {

/// What libfacet_sequence gives out: FFmpeg's muxer and encoders. It does disk work on the thread that calls.
class SequencePlugin {
public:
    virtual ~SequencePlugin() = default;

    /// Looks at every packet of every clip. Errors: File (missing, damaged), Unsupported.
    virtual Result<ExportPlan> plan(const QStringList &paths, const std::atomic_bool &stop) const = 0;

    struct Job {
        ExportPlan plan;
        QString path; ///< written under exactly this name; the caller gives it the real one
        QMap<QString, QString> tags;
        FrameReader *frames = nullptr; ///< Encode: the clips as one
        VideoInfo info; ///< of `frames`
        SoundReader *sound = nullptr; ///< the clips' sound as one; null: none
        std::function<void(double)> progress; ///< 0..1
        const std::atomic_bool *stop = nullptr;
    };
    /// Errors: Cancelled, File (disk full, not writable), Unsupported. What was written is gone then.
    virtual Result<void> write(const Job &job) const = 0;
    /// Reads the file again from end to end. The error says what is not as planned.
    virtual Result<void> verify(const QString &path, const ExportPlan &plan) const = 0;
};

} // namespace facet::client

Q_DECLARE_INTERFACE(facet::client::SequencePlugin, "facet.SequencePlugin/1")
