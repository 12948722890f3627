#pragma once

#include "client/sequence/Sequence.h"
#include "domain/Error.h"

namespace facet::client {

class Conversations;
class Database;
class Generations;

/// The sequence of the open conversation, in the profile's database.
class StoredSequence : public Sequence {
    Q_OBJECT
public:
    StoredSequence(Database &database, Conversations &conversations, Generations &generations,
        QObject *parent = nullptr);

signals:
    void storeFailed(const facet::Error &error);

protected:
    void save() override;

private:
    void openCurrent();

    Database &m_database;
    Conversations &m_conversations;
    Generations &m_generations;
    QString m_conversation; ///< whose clips these are
};

} // namespace facet::client
