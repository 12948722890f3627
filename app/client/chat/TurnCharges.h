#pragma once

#include "client/api/LedgerApi.h"
#include "client/store/TurnStore.h"

#include <QObject>
#include <QSet>

namespace facet::client {

class MessageStore;
class Session;
class TurnRun;

/// What the agent's conversation took for each turn, put beside its answer. As the service's ledger has it
/// (contract: a `conversation` row names its run), never an estimate: what the ledger does not say is not
/// said.
class TurnCharges : public QObject {
    Q_OBJECT
public:
    struct Needs {
        HttpClient &http;
        Session &session;
        Database &database;
        MessageStore &messages;
    };
    explicit TurnCharges(const Needs &needs, QObject *parent = nullptr);

    /// Asks once the service has taken the turn, and at its end if need be.
    void follow(TurnRun *run);
    /// Asks for the turns of earlier whose charge was not learnt.
    void lookUpMissing();

private:
    bool isCharged(const TurnRecord &record) const;
    void lookUp(const QStringList &runIds);
    void readPage(const QString &cursor, int pagesLeft);
    void learnt(const QString &runId, Credits credits);

    Needs m_needs;
    LedgerApi m_ledger;
    TurnStore m_turns;
    QHash<QString, TurnRun *> m_runs; ///< under way, by run id
    QSet<QString> m_wanted; ///< by the reading under way
    QSet<QString> m_next; ///< asked for meanwhile
    QHash<QString, Credits> m_found;
    bool m_reading = false;
};

} // namespace facet::client
