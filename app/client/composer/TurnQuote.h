#pragma once

#include "client/composer/Composer.h"
#include "contract/Codecs.h"

#include <QDateTime>

namespace facet::client {

class Session;

/// What sending `turn` at `now` takes, by the rules of app/domain and what the session last heard: an
/// estimate for one that is not in the composer.
Quote quoteOf(const TurnRequest &turn, const Session &session, const QDateTime &now);

/// The same question for the service (POST /v1/quotes).
contract::QuoteBody quoteBodyOf(const TurnRequest &turn);

} // namespace facet::client
