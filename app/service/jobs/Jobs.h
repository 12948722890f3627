#pragma once

#include "contract/Codecs.h"
#include "domain/Generation.h"
#include "service/api/Problems.h"
#include "service/api/ServiceData.h"
#include "service/engines/Engine.h"
#include "service/jobs/JobLimits.h"
#include "service/store/Clock.h"
#include "service/store/StoredFile.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <map>
#include <memory>
#include <vector>

namespace facet::service {

class EngineRegistry;
class GenerationTable;
class SubmissionCheck;
struct GenerationRow;
class Ledger;
class QuoteService;
class Settlement;
class Store;
class TakeRun;
struct RunningGeneration;

/// A generation to make.
struct Submission {
    contract::GenerationBody body; ///< options left out take the model's defaults
    QString runId; ///< of the agent run that asks; empty without one
    bool korean = false; ///< language of text that the engine writes, and of its errors
    QString follows = {}; ///< starts with the first result of this generation; ends when that has none
    InputRole takesAs = InputRole::Reference; ///< what that result is for
};

/// The life of every generation: queued → running → succeeded | failed | cancelled. Credits are held at
/// submission, taken for what was delivered, and given back for the rest (PRODUCT rule 7). Each step is in
/// the database, together with its rows of the ledger, before anybody hears of it. What a stop of the service
/// interrupts is continued by resume().
///
/// As many generations run at once as the plan says; the others wait in the order they came, 50 at most, or
/// in the one that move() has made. Takes of the running ones share the machine: `engineJobsAtOnce` of them
/// are rendered at a time, and a running generation whose turn has not come says so with stage "waiting". One
/// that follows another is queued with its credits held, and says "waiting_for_step" until that one's result
/// is there. Main thread only.
class Jobs : public QObject {
    Q_OBJECT
public:
    struct Needs {
        Store &store;
        const Clock &clock;
        Ledger &ledger;
        QuoteService &quotes;
        const ServiceData &data;
        EngineRegistry &engines;
        const UploadFiles &uploads;
        QString dataDir; ///< results go to DIR/assets
    };

    Jobs(const Needs &needs, const JobLimits &limits, QObject *parent = nullptr);
    ~Jobs() override;

    /// Checks, prices, holds and queues. In one transaction, or as a part of the caller's. Problems:
    /// not_found (model), unsupported_input, unsupported_option, too_long, price_changed,
    /// insufficient_credits, too_many_running, engine_unavailable.
    Outcome<Generation> submit(const Submission &submission);
    /// Stops it and gives back what is not delivered. A final one is answered as it is; unknown: not_found.
    Outcome<Generation> cancel(const QString &id);

    /// Has it begun before `before`, or after all others without one. Of what waits only: queued, or begun
    /// with nothing rendered yet. Any other is answered as it is; when `before` does not wait, it becomes the
    /// next. Unknown ones: not_found.
    Outcome<Generation> move(const QString &id, const std::optional<QString> &before);

    std::optional<Generation> find(const QString &id) const;
    /// The one that was submitted with this reference, for a client that lost the answer.
    std::optional<Generation> findByClientRef(const QString &clientRef) const;
    /// Newest first; `threadId` empty: of every conversation.
    Outcome<contract::Page<Generation>> list(
        const QString &cursor, int limit, const QString &threadId = {}) const;
    /// Not final yet, oldest first.
    QList<Generation> unfinished() const;
    bool hasFinishedVideo(const QString &threadId) const;

    Concurrency concurrency() const; ///< the plan's limit, and how many run now
    const AssetFiles &assetFiles() const;

    /// Takes up what was queued or running when the service last stopped.
    Result<void> resume();
    /// Stops the engines within 2 s without changing any generation: resume() continues them.
    void suspend();

signals:
    /// Something of the generation, as find() shows it, has changed. At most ten times a second for progress.
    void changed(const QString &id);

private:
    /// What find() shows: the row, and for a running one where it stands.
    Generation shown(const GenerationRow &row) const;
    int rendering() const;

    void schedule();
    void advance();
    bool begin(const GenerationRow &row);
    void render(RunningGeneration &running);
    void takeProgressed(qint64 seq, const EngineProgress &progress);
    void takeFinished(qint64 seq, int take, const Result<EngineOutput> &output);
    void announce(const QString &id, bool atOnce);
    void announceFollowers(const QString &id);
    void announcePlaces();
    std::vector<RunningGeneration *> runningInOrder() const;
    /// Ids of what waits, the next one first.
    const QStringList &waiting() const;
    Result<void> reorder(const QStringList &wanted);

    Needs m_needs;
    JobLimits m_limits;
    std::unique_ptr<GenerationTable> m_table;
    std::unique_ptr<SubmissionCheck> m_check;
    std::unique_ptr<Settlement> m_settlement;
    std::map<qint64, std::unique_ptr<RunningGeneration>> m_running; ///< by order of submission
    std::vector<std::unique_ptr<TakeRun>> m_stopping; ///< cancelled, not yet ended
    mutable std::optional<QStringList> m_waiting; ///< empty: to be read again
    QStringList m_placesSaid; ///< as waiting() was when it was last announced
    QSet<QString> m_dirty; ///< changed() is due for these
    QTimer m_announce;
    bool m_scheduled = false;
    bool m_suspended = false;
};

} // namespace facet::service
