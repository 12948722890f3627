#pragma once

#include "client/generation/GenerationRecord.h"

#include <QObject>
#include <QStringList>

namespace facet::client {

class Generations;
class Session;

/// What is being made and what waits, over all conversations, in the order of the service. The order of what
/// waits is the service's to keep; here it can be asked to change it.
class Queue : public QObject {
    Q_OBJECT
public:
    Queue(Generations &generations, Session &session, QObject *parent = nullptr);

    /// Under way: being rendered, sent, saved, or asked about; oldest first.
    const QList<GenerationRecord> &underWay() const { return m_underWay; }
    /// The next one first.
    const QList<GenerationRecord> &waiting() const { return m_waiting; }

    /// The service can put what waits in another order.
    bool canReorder() const;
    /// Lets `key` wait at `place` of waiting() (0: the next). Shown at once; `failed` when the service
    /// refuses, and then the order is what it was.
    void moveTo(const QString &key, qsizetype place);

    static bool canCancel(const GenerationRecord &record);
    /// What cancelling everything means.
    struct CancelAll {
        int count = 0;
        Credits back = 0; ///< held, and not taken by what is delivered already
        bool isLeast = false; ///< of some it is not known yet what is held
    };
    CancelAll cancelAllMeans() const;
    /// What waits first, so that nothing is begun only to be stopped.
    void cancelAll();

signals:
    /// Something of the queue is another now; once for all that changed together.
    void changed();
    void failed(const facet::Error &error);

private:
    void scheduleRefresh();
    void refresh();

    Generations &m_generations;
    Session &m_session;
    QList<GenerationRecord> m_underWay;
    QList<GenerationRecord> m_waiting;
    QStringList m_order; ///< keys of waiting(), as last shown
    int m_moving = 0; ///< moves that the service has not answered
    bool m_scheduled = false;
};

} // namespace facet::client
