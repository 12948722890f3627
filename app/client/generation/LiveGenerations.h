#pragma once

#include "client/api/GenerationApi.h"
#include "client/generation/GenerationStore.h"
#include "client/generation/Generations.h"
#include "client/generation/LostSearch.h"
#include "client/net/Strand.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <functional>

namespace facet::client {

class GenerationFollower;
class ResultFetcher;

/// Generations over a service and a store. All changes of state go through GenerationMachine; each is saved
/// before the network hears of it, and what could not be finished is taken up at the next start.
class LiveGenerations : public Generations {
    Q_OBJECT
public:
    struct Folders {
        QString results; ///< empty: defaultResultsFolder()
        QString posters; ///< under the profile
    };
    /// What a turn is going to ask for, as far as it is known before it is sent.
    struct Intent {
        QString conversationId;
        AgentVersion agent = AgentVersion::V1;
        QString modelId;
        QString prompt;
        QList<InputRef> inputs = {};
        Options options = {};
        Method method = Method::Text;
        Credits quotedCredits = 0;
        bool covered = false;
        QString runId = {};
    };

    LiveGenerations(HttpClient &client, GenerationStore &store, Folders folders, QObject *parent = nullptr);
    ~LiveGenerations() override;

    /// Videos/Facet, wherever this user's videos are; in the home folder where that is not known.
    static QString defaultResultsFolder();

    std::optional<GenerationRecord> find(const QString &key) const override;
    QList<GenerationRecord> running() const override;
    void cancel(const QString &key) override;
    void fetchAgain(const QString &key) override;
    void fileMoved(const QString &key, const QString &assetId, const QString &filePath) override;
    QFuture<Result<void>> move(const QString &key, const QString &beforeKey) override;

    /// Loads what was not finished. What can be asked of the service waits for serviceReady().
    void start();
    /// The service answers: asks it about everything unfinished, follows and fetches.
    void serviceReady();
    /// The service is gone: what had been sent becomes Unknown until serviceReady().
    void serviceLost(const Error &error);

    void setResultsFolder(const QString &folder);
    QString resultsFolder() const { return m_folders.results; }
    /// How files are called from now on (NameTemplate).
    void setNamePattern(const QString &pattern) { m_namePattern = pattern; }
    /// What people call a model, by its id; noted in files, and part of their names.
    void setModelNames(std::function<QString(const QString &)> names) { m_modelNames = std::move(names); }
    /// How long a generation that the service has not heard of is looked for before it counts as never sent.
    void setLostAfter(int ms) { m_lostAfterMs = ms; }
    /// Until what failed on its own, with the service still there, is tried again.
    void setAgainAfter(int ms)
    {
        m_againMs = ms;
        m_lostTimer.setInterval(ms);
    }

    // What ChatRunner tells.

    /// A turn that will make something: a record in Draft. The answer is its key, which is also the run's
    /// client_ref and Idempotency-Key.
    QString begin(const Intent &intent);
    /// Resolved once the step is on disk; only then may the network hear of it. Errors: File (not stored:
    /// do not send), Cancelled (cancelled meanwhile).
    QFuture<Result<void>> uploading(const QString &key);
    QFuture<Result<void>> submitting(const QString &key);
    /// The run's activity tells which generation it became. When `key` already stands for another one (a
    /// run that makes several), a new record in the same conversation is made. The answer is the key of the
    /// record that stands for `generation`.
    QString adopt(const QString &key, const Generation &generation);
    /// A later word on a generation that was adopted; ignored when it is not known.
    void observe(const Generation &generation);
    /// The line was cut while it was being sent: nobody knows whether it arrived.
    void unsure(const QString &key, const Error &error);
    /// It came to nothing, for this reason.
    void fail(const QString &key, const Error &error);
    /// It came to no generation, and that is all right: only talk, or the user said Stop.
    void withdraw(const QString &key);
    /// The key of the record of a service's generation; empty: none.
    QString keyOf(const QString &generationId) const;

signals:
    /// A generation ended, so the balance may have moved.
    void balanceMayHaveChanged();
    /// A step could not be stored.
    void storeFailed(const facet::Error &error);
    /// begun, then came to nothing: the row disappears.
    void withdrawn(const QString &key);

private:
    struct Entry {
        GenerationRecord record;
        GenerationFollower *follower = nullptr;
        ResultFetcher *fetcher = nullptr;
        bool cancelWanted = false;
        QSet<QString> tagging; ///< assets whose file is here, and is about to say how it was made
        QSet<QString> tagged;
        bool restored = false; ///< of an earlier start: its file may be here already
    };
    using EntryPtr = std::shared_ptr<Entry>;

    EntryPtr entry(const QString &key) const { return m_entries.value(key); }
    EntryPtr insert(GenerationRecord record);
    void drop(const QString &key);
    QFuture<Result<void>> persist(const Entry &entry);
    QFuture<Result<void>> step(const QString &key, GenerationState to);
    void hear(const EntryPtr &entry, const Generation &said);
    /// Whatever is the next thing to do for it.
    void pickUp(const EntryPtr &entry);
    void pickUpLater(const QString &key);
    void follow(const EntryPtr &entry);
    void fetch(const EntryPtr &entry);
    QFuture<Result<void>> assetChanged(const QString &key, const QString &assetId,
        const std::function<void(LocalAsset &)> &change, bool save);
    /// Its file is here and known to be: notes in it how it was made (TagFile.h).
    void tagFile(const QString &key, const QString &assetId);
    QString modelName(const Entry &entry) const;
    void assetFailed(const QString &key, const QString &assetId, const Error &error);
    void settle(const EntryPtr &entry);
    void askToCancel(const EntryPtr &entry);
    void failNow(const EntryPtr &entry, const Error &error);
    void ended(const EntryPtr &entry);
    bool isLost(const Entry &entry) const;
    void findLost();
    void giveUp(const QStringList &keys);

    HttpClient &m_client;
    GenerationStore &m_store;
    Folders m_folders;
    GenerationApi m_api;
    LostSearch m_search;
    QHash<QString, EntryPtr> m_entries;
    QStringList m_order; ///< keys, oldest first
    QString m_namePattern;
    std::function<QString(const QString &)> m_modelNames;
    Strand m_tagging;
    QTimer m_lostTimer;
    int m_lostAfterMs = 60000;
    int m_againMs = 5000;
    bool m_loaded = false;
    bool m_online = false;
};

} // namespace facet::client
