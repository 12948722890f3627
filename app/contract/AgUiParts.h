#pragma once

#include "contract/AgUi.h"
#include "contract/Reader.h"

/// AG-UI content parts, shared by messages and tool results.
namespace facet::contract {

Json partJson(const ContentPart &part);

/// A text, or a list of parts. A part of a kind that is not known becomes ContentPart::Type::Other.
QList<ContentPart> readContent(Reader &reader, const char *key);

/// The texts of `parts`, one after the other.
QString plainText(const QList<ContentPart> &parts);

} // namespace facet::contract
