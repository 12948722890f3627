#pragma once

#include "client/composer/PromptHistory.h"
#include "client/store/Database.h"

namespace facet::client {

/// PromptHistory out of the profile's database.
class StoredPrompts : public PromptHistory {
    Q_OBJECT
public:
    explicit StoredPrompts(Database &database, QObject *parent = nullptr);

    QFuture<Result<QList<PastPrompt>>> before(const std::optional<PastPrompt> &last) override;
    QFuture<Result<QList<PastPrompt>>> find(const QString &words) override;

private:
    Database &m_database;
};

} // namespace facet::client
