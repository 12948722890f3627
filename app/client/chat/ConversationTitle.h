#pragma once

#include "client/composer/Composer.h"

namespace facet::client {

/// What a conversation is called by its first message: its first line, at most 48 characters, cut between
/// words where there are any. A message of pictures alone is called by the first one's file name.
QString conversationTitle(const TurnRequest &first);

} // namespace facet::client
