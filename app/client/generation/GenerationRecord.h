#pragma once

#include "domain/Error.h"
#include "domain/Generation.h"

#include <QMetaType>

namespace facet::client {

/// Where a generation stands for this program (ARCHITECTURE "Ways of working"): each step is on disk before
/// the network hears of it.
enum class GenerationState {
    Draft,
    Uploading,
    Submitting,
    Queued,
    Running,
    Downloading,
    Done,
    Failed,
    Cancelled,
    Unknown, ///< sent, and the service could not be asked yet what became of it
};

struct LocalAsset {
    QString assetId;
    QString filePath; ///< in the results folder; empty until verified and renamed
    QString posterPath; ///< under the profile; empty until fetched
    qint64 received = 0; ///< bytes
    std::optional<Error> error; ///< the download stopped: disk full, damaged, …
};

struct GenerationRecord {
    QString key; ///< the local id; known before the service gives one
    QString conversationId;
    GenerationState state = GenerationState::Draft;
    Generation generation; ///< as the service last said
    QList<LocalAsset> assets;
    std::optional<Error> error;
};

} // namespace facet::client

Q_DECLARE_METATYPE(facet::client::GenerationRecord)
