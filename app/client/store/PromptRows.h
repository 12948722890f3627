#pragma once

#include "client/composer/PromptHistory.h"

#include <QSqlDatabase>

namespace facet::client {

/// The newest `limit` prompts that were asked before `last` (empty: of all), newest first.
Result<QList<PastPrompt>> promptsBefore(
    QSqlDatabase &connection, const std::optional<PastPrompt> &last, int limit);

/// The newest `limit` that contain every one of `words`, which are folded (foldedForSearch).
Result<QList<PastPrompt>> promptsWith(QSqlDatabase &connection, const QStringList &words, int limit);

} // namespace facet::client
