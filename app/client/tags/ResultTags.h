#pragma once

#include "client/generation/GenerationRecord.h"

#include <QMap>

namespace facet::client {

/// What a file of a result says of how it was made, so that it can be made again from the file alone. It says
/// nothing of money: what a request takes is always quoted anew.
struct ResultTags {
    /// As they stand in a file: name → value, the names that facet-service's own engine writes ("title",
    /// "prompt", "model", "model_id", "seed", "generation_id", "take", "draft") and "options" (the contract's
    /// JSON), "agent", "method".
    using Words = QMap<QString, QString>;

    QString prompt;
    QString modelId;
    QString modelName; ///< as people know it; empty: not known
    std::optional<quint32> seed; ///< of this take
    Options options;
    std::optional<AgentVersion> agent;
    Method method = Method::Other;
    QString generationId; ///< the service's
    int take = 0; ///< 0-based
    bool draft = false; ///< a draft render

    static ResultTags of(const Generation &generation, int take, const QString &modelName);
    Words words() const;
    /// Empty when the words are not Facet's (neither prompt nor model). Whatever they say is bounded: text is
    /// cut and rid of control characters, figures that no request can have are left out.
    static std::optional<ResultTags> fromWords(const Words &words);

    friend bool operator==(const ResultTags &, const ResultTags &) = default;
};

} // namespace facet::client
