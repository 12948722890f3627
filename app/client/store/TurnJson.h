#pragma once

#include "client/composer/Composer.h"

namespace facet::client {

/// What a turn asked for besides its text and attachments, as kept in the database: agent, model, options
/// and the quote that was on screen.
QString turnToText(const TurnRequest &turn);
/// What cannot be read takes its default.
TurnRequest turnFromText(const QString &text);

} // namespace facet::client
