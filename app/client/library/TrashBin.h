#pragma once

#include "client/composer/Clock.h"
#include "client/library/Library.h"
#include "client/library/Trash.h"
#include "client/net/Strand.h"
#include "client/store/Database.h"
#include "client/store/ResultRows.h"

#include <QTimer>

namespace facet::client {

class Generations;

/// Deleting results, and taking it back. A result leaves the list before its file is touched, and what the
/// trash says of it is written down file by file: whatever happens in between, the file is in one of the two
/// places and undo finds it, also after a restart, for ten minutes.
class TrashBin : public QObject {
    Q_OBJECT
public:
    struct Needs {
        Database &database;
        Generations &generations;
        std::shared_ptr<Trash> trash; ///< used on a thread of its own
        Clock &clock;
    };
    explicit TrashBin(Needs needs, QObject *parent = nullptr);

    static constexpr int undoMs = 10 * 60 * 1000;

    /// Reads what can be undone, and lets go of the rest.
    void start();
    int undoable() const { return static_cast<int>(m_last.size()); }
    QFuture<Result<Library::Trashed>> take(const QVector<qint64> &numbers);
    QFuture<Result<int>> undo();

signals:
    void undoableChanged();
    /// Results left the list, or came back.
    void changed();
    void failed(const facet::Error &error);

private:
    struct Taking;
    struct PuttingBack;

    void takeNext(const std::shared_ptr<Taking> &taking);
    void putBackNext(const std::shared_ptr<PuttingBack> &putting);
    void readLast();

    Needs m_needs;
    Strand m_strand;
    QList<TrashedResult> m_last; ///< what undo() brings back
    QTimer m_lapse;
};

} // namespace facet::client
