#pragma once

#include "client/media/Attachment.h"

namespace facet::client {

/// What a row of attachments holds beside its own columns: the original, what was done to it, its length, and
/// whether it was kept aside.
QString attachmentFactsToText(const Attachment &attachment);
/// Into `attachment`; what the text does not say stays as it is. A row of an earlier form has no text.
void readAttachmentFacts(const QString &text, Attachment &attachment);

} // namespace facet::client
