#pragma once

#include "domain/Account.h"
#include "domain/Options.h"

namespace facet {

/// A file that a request refers to: an upload or an earlier result.
struct InputRef {
    InputRole role = InputRole::Reference;
    QString uploadId; ///< one of the two is set
    QString assetId;
    friend bool operator==(const InputRef &, const InputRef &) = default;
};

struct Upload {
    QString id;
    QString sha256; ///< hex
    QString mime; ///< by content
    int width = 0; ///< pixels, upright
    int height = 0;
    std::optional<double> durationS;
    qint64 bytes = 0;
    friend bool operator==(const Upload &, const Upload &) = default;
};

struct Asset {
    QString id;
    ModelKind kind = ModelKind::Video;
    QString mime;
    qint64 bytes = 0;
    QString sha256; ///< hex
    int width = 0; ///< pixels
    int height = 0;
    std::optional<double> durationS;
    std::optional<double> fps;
    friend bool operator==(const Asset &, const Asset &) = default;
};

struct GenerationError {
    QString code;
    QString detail; ///< a sentence for people
    bool retryable = false;
    friend bool operator==(const GenerationError &, const GenerationError &) = default;
};

/// One request to one model as the service sees it (CONTRACT /v1/generations).
struct Generation {
    QString id;
    QString clientRef;
    AgentVersion agent = AgentVersion::V1;
    QString modelId;
    QString engine;
    bool draft = false; ///< made without AI on this machine
    QString prompt;
    QList<InputRef> inputs;
    Options options;
    std::optional<quint32> seed;
    Method method = Method::Text;
    GenerationStatus status = GenerationStatus::Queued;
    QString stage; ///< "queued", "reading", "motion", "rendering", "encoding", …
    std::optional<double> progress; ///< 0..1
    std::optional<double> etaS; ///< seconds; empty before there is a measured rate
    std::optional<int> queuePosition; ///< 1: the next of those that wait; empty: it does not wait
    Credits quotedCredits = 0;
    std::optional<Credits> chargedCredits; ///< empty until it is final
    bool covered = false;
    QList<Asset> assets;
    std::optional<GenerationError> error;
    QDateTime createdAt; ///< UTC
    std::optional<QDateTime> startedAt;
    std::optional<QDateTime> finishedAt;
    QString threadId;
    QString runId;

    bool isFinal() const
    {
        return status == GenerationStatus::Succeeded || status == GenerationStatus::Failed
            || status == GenerationStatus::Cancelled;
    }
    friend bool operator==(const Generation &, const Generation &) = default;
};

struct ServiceInfo {
    QString name;
    QString version;
    QString contract; ///< "1"
    QString mode; ///< "sandbox", "connected", "hosted"; "chat": an agent and nothing else
    qint64 uploadBytes = 0; ///< largest upload
    int imagesPerMessage = 0;
    QStringList features;
    /// The order of what waits can be changed (POST /v1/generations/{id}/move).
    bool ordersQueue() const { return features.contains(QLatin1String("queue_order")); }
    friend bool operator==(const ServiceInfo &, const ServiceInfo &) = default;
};

} // namespace facet
