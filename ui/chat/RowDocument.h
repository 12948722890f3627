#pragma once

#include "client/chat/Transcript.h"
#include "ui/theme/Theme.h"

#include <QTextDocument>

#include <memory>

namespace facet::ui {

/// Whether a row has words of its own on the screen, which can be selected and searched: messages and
/// answers.
bool hasText(client::TranscriptItem::Kind kind);

/// The words of a row that hasText(): a message as it was typed, an answer's Markdown (SafeMarkdown).
std::shared_ptr<QTextDocument> makeRowDocument(const client::TranscriptItem &item, const Theme &theme);

} // namespace facet::ui
