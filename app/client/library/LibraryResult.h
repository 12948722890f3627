#pragma once

#include "domain/Account.h"
#include "domain/Options.h"
#include "domain/Spending.h"

#include <QMetaType>
#include <QSize>

namespace facet::client {

/// One file that a generation made.
struct LibraryResult {
    enum class Place {
        Here, ///< as far as is known
        Coming, ///< being fetched, for the first time or again
        Missing, ///< it is no longer where it was put, or its download stopped
        Gone, ///< the service does not have it any more either
    };

    qint64 number = 0; ///< names it in Library; stays the same
    QString generationKey; ///< Generations::find, Library::record
    QString assetId;
    int take = 0; ///< its place among the generation's assets, 0-based
    QString conversationId;
    QString conversationTitle; ///< empty: the conversation is not here any more
    QString modelId;
    QString modelName; ///< the id where the catalogue does not have it (any more)
    ModelKind kind = ModelKind::Video;
    Method method = Method::Text;
    AgentVersion agent = AgentVersion::V1;
    bool draft = false;
    QDateTime at; ///< UTC, when it was asked for
    std::optional<Credits> credits; ///< what its generation took, all takes together; empty: not known
    std::optional<double> durationS;
    QSize size; ///< pixels; empty: not known, or sound
    QString resolution; ///< "720p", as asked for; empty: not said
    QString mime;
    QString prompt;
    QString filePath; ///< empty: never arrived
    QString posterPath;
    QString problem; ///< why it is not here, a sentence; may be empty
    bool favourite = false;
    Place place = Place::Here;

    friend bool operator==(const LibraryResult &, const LibraryResult &) = default;
};

/// Which results are listed. Empty members let everything through.
struct LibraryFilter {
    QString text; ///< every word: in the prompt, the message, the conversation's title or the model's name
    QString modelId;
    std::optional<Method> method;
    std::optional<ModelKind> kind;
    std::optional<AgentVersion> agent;
    SpendingRange days; ///< of the user's calendar
    std::optional<Credits> leastCredits; ///< of the whole generation; results of unknown cost do not pass
    std::optional<Credits> mostCredits;
    std::optional<bool> draft;
    bool favourites = false; ///< only these

    bool isEmpty() const { return *this == LibraryFilter{}; }
    friend bool operator==(const LibraryFilter &, const LibraryFilter &) = default;
};

/// What is not known (a price, the length of an image) comes last in every order.
enum class LibrarySort { Newest, Oldest, MostCredits, FewestCredits, Longest, Shortest };

} // namespace facet::client

Q_DECLARE_METATYPE(facet::client::LibraryResult)
