#include "client/generation/LiveGenerations.h"

#include "client/generation/GenerationFollower.h"
#include "client/generation/GenerationMachine.h"
#include "client/generation/ResultFetcher.h"
#include "client/net/Then.h"

#include <QDir>
#include <QStandardPaths>
#include <QUuid>

namespace facet::client {

QString LiveGenerations::defaultResultsFolder()
{
    QString movies = QStandardPaths::writableLocation(QStandardPaths::MoviesLocation);
    if (movies.isEmpty())
        movies = QDir::homePath();
    return QDir(movies).filePath(QStringLiteral("Facet"));
}

LiveGenerations::LiveGenerations(HttpClient &client, GenerationStore &store, Folders folders, QObject *parent)
    : Generations(parent)
    , m_client(client)
    , m_store(store)
    , m_folders(std::move(folders))
    , m_api(client)
    , m_search(client)
{
    if (m_folders.results.isEmpty())
        m_folders.results = defaultResultsFolder();
    m_lostTimer.setSingleShot(true);
    m_lostTimer.setInterval(m_againMs);
    connect(&m_lostTimer, &QTimer::timeout, this, &LiveGenerations::findLost);
    connect(&m_search, &LostSearch::found, this, [this](const QString &key, const Generation &generation) {
        if (const EntryPtr one = entry(key); one && isLost(*one))
            adopt(key, generation);
    });
    connect(&m_search, &LostSearch::missing, this, &LiveGenerations::giveUp);
}

LiveGenerations::~LiveGenerations() = default;

void LiveGenerations::setResultsFolder(const QString &folder)
{
    m_folders.results = folder.isEmpty() ? defaultResultsFolder() : folder;
}

std::optional<GenerationRecord> LiveGenerations::find(const QString &key) const
{
    const EntryPtr found = entry(key);
    return found ? std::optional(found->record) : std::nullopt;
}

QList<GenerationRecord> LiveGenerations::running() const
{
    QList<GenerationRecord> records;
    for (const QString &key : m_order) {
        if (const EntryPtr one = entry(key); !GenerationMachine::isFinal(one->record.state))
            records.append(one->record);
    }
    return records;
}

QString LiveGenerations::keyOf(const QString &generationId) const
{
    for (const QString &key : m_order) {
        if (entry(key)->record.generation.id == generationId)
            return key;
    }
    return {};
}

LiveGenerations::EntryPtr LiveGenerations::insert(GenerationRecord record)
{
    auto made = std::make_shared<Entry>();
    made->record = std::move(record);
    m_order.append(made->record.key);
    m_entries.insert(made->record.key, made);
    return made;
}

void LiveGenerations::drop(const QString &key)
{
    if (const EntryPtr gone = m_entries.take(key)) {
        m_order.removeOne(key);
        delete gone->follower;
        delete gone->fetcher;
    }
}

QFuture<Result<void>> LiveGenerations::persist(const Entry &entry)
{
    return then(m_store.save(entry.record), this, [this](const Result<void> &saved) {
        if (!saved)
            emit storeFailed(saved.error());
        return saved;
    });
}

// ---- the turn -----------------------------------------------------------------------------------------

QString LiveGenerations::begin(const Intent &intent)
{
    GenerationRecord record;
    record.key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    record.conversationId = intent.conversationId;
    Generation &generation = record.generation;
    generation.clientRef = record.key;
    generation.agent = intent.agent;
    generation.modelId = intent.modelId;
    generation.prompt = intent.prompt;
    generation.inputs = intent.inputs;
    generation.options = intent.options;
    generation.method = intent.method;
    generation.quotedCredits = intent.quotedCredits;
    generation.covered = intent.covered;
    generation.runId = intent.runId;
    generation.createdAt = QDateTime::currentDateTimeUtc();
    const EntryPtr made = insert(std::move(record));
    persist(*made);
    emit changed(made->record.key);
    return made->record.key;
}

QFuture<Result<void>> LiveGenerations::step(const QString &key, GenerationState to)
{
    const EntryPtr found = entry(key);
    if (!found || !GenerationMachine::move(found->record, to))
        return QtFuture::makeReadyFuture(Result<void>(facet::fail(
            ErrorKind::Cancelled, tr("This was cancelled before it was sent. Nothing was taken."))));
    QFuture<Result<void>> stored = persist(*found);
    emit changed(key);
    return stored;
}

QFuture<Result<void>> LiveGenerations::uploading(const QString &key)
{
    return step(key, GenerationState::Uploading);
}

QFuture<Result<void>> LiveGenerations::submitting(const QString &key)
{
    return step(key, GenerationState::Submitting);
}

QString LiveGenerations::adopt(const QString &key, const Generation &generation)
{
    if (QString known = keyOf(generation.id); !known.isEmpty()) {
        hear(entry(known), generation);
        return known;
    }
    EntryPtr target = entry(key);
    const bool usable =
        target && target->record.generation.id.isEmpty() && !GenerationMachine::isFinal(target->record.state);
    if (!usable) {
        GenerationRecord record;
        // By its reference where that is free: heard again after a crash, it is the same record.
        record.key = generation.clientRef.isEmpty() || m_entries.contains(generation.clientRef)
            ? QUuid::createUuid().toString(QUuid::WithoutBraces)
            : generation.clientRef;
        record.conversationId = target ? target->record.conversationId : generation.threadId;
        record.state = GenerationState::Submitting;
        target = insert(std::move(record));
    } else if (target->record.state == GenerationState::Draft
        || target->record.state == GenerationState::Uploading) {
        GenerationMachine::move(target->record, GenerationState::Submitting);
    }
    hear(target, generation);
    return target->record.key;
}

void LiveGenerations::observe(const Generation &generation)
{
    if (const EntryPtr known = entry(keyOf(generation.id)))
        hear(known, generation);
}

void LiveGenerations::unsure(const QString &key, const Error &error)
{
    const EntryPtr found = entry(key);
    if (!found || !GenerationMachine::move(found->record, GenerationState::Unknown))
        return;
    found->record.error = error;
    persist(*found);
    emit changed(key);
    if (m_online)
        pickUp(found);
}

void LiveGenerations::fail(const QString &key, const Error &error)
{
    if (const EntryPtr found = entry(key))
        failNow(found, error);
}

void LiveGenerations::failNow(const EntryPtr &entry, const Error &error)
{
    if (GenerationMachine::isFinal(entry->record.state)
        || !GenerationMachine::move(entry->record, GenerationState::Failed))
        return;
    entry->record.error = error;
    ended(entry);
}

void LiveGenerations::withdraw(const QString &key)
{
    const EntryPtr found = entry(key);
    if (!found || !found->record.generation.id.isEmpty())
        return;
    drop(key);
    then(m_store.remove(key), this, [this](const Result<void> &removed) {
        if (!removed)
            emit storeFailed(removed.error());
    });
    emit withdrawn(key);
    emit changed(key); // nothing runs for it any more
}

// ---- what the service says ----------------------------------------------------------------------------

void LiveGenerations::hear(const EntryPtr &entry, const Generation &said)
{
    const GenerationState before = entry->record.state;
    const bool newId = entry->record.generation.id != said.id;
    if (!GenerationMachine::hear(entry->record, said))
        return;
    const QString key = entry->record.key;
    const GenerationState now = entry->record.state;
    if (GenerationMachine::isFinal(now))
        return ended(entry);
    const bool isStep = before != now || newId;
    // Progress alone is not worth a write: the service has it.
    if (isStep) {
        then(persist(*entry), this, [this, key](const Result<void> &) {
            // Also when it could not be stored: what the service has made is paid for.
            if (const EntryPtr still = this->entry(key); still && m_online)
                pickUp(still);
        });
    }
    emit changed(key);
}

void LiveGenerations::ended(const EntryPtr &entry)
{
    const QString key = entry->record.key;
    entry->cancelWanted = false;
    if (entry->follower)
        entry->follower->deleteLater();
    entry->follower = nullptr;
    persist(*entry);
    emit changed(key);
    emit balanceMayHaveChanged();
}

void LiveGenerations::pickUp(const EntryPtr &entry)
{
    if (entry->cancelWanted && !entry->record.generation.id.isEmpty())
        askToCancel(entry);
    switch (entry->record.state) {
    case GenerationState::Queued:
    case GenerationState::Running:
        return follow(entry);
    case GenerationState::Submitting:
    case GenerationState::Unknown:
        if (!entry->record.generation.id.isEmpty())
            return follow(entry);
        if (isLost(*entry))
            findLost();
        return;
    case GenerationState::Downloading:
        return fetch(entry);
    case GenerationState::Draft:
    case GenerationState::Uploading:
    case GenerationState::Done:
    case GenerationState::Failed:
    case GenerationState::Cancelled:
        return;
    }
}

/// One request failed while the service as a whole is there: nobody will say serviceReady() again.
void LiveGenerations::pickUpLater(const QString &key)
{
    QTimer::singleShot(m_againMs, this, [this, key] {
        if (const EntryPtr still = entry(key); still && m_online)
            pickUp(still);
    });
}

void LiveGenerations::follow(const EntryPtr &entry)
{
    const QString key = entry->record.key;
    if (!entry->follower) {
        entry->follower = new GenerationFollower(m_client, entry->record.generation.id, this);
        connect(entry->follower, &GenerationFollower::said, this, [this, key](const Generation &said) {
            if (const EntryPtr still = this->entry(key))
                hear(still, said);
        });
        connect(entry->follower, &GenerationFollower::lost, this, [this, key](const Error &error) {
            const EntryPtr still = this->entry(key);
            if (!still || !GenerationMachine::move(still->record, GenerationState::Unknown))
                return;
            still->record.error = error;
            persist(*still);
            emit changed(key);
            pickUpLater(key);
        });
        connect(entry->follower, &GenerationFollower::gone, this, [this, key](const Error &error) {
            if (const EntryPtr still = this->entry(key)) {
                Error gone = error;
                gone.sentence =
                    tr("The service no longer knows this generation, so what it took is not known here. "
                       "Your ledger says it. Generate it again.");
                failNow(still, gone);
            }
        });
    }
    entry->follower->start();
}

// ---- the queue ----------------------------------------------------------------------------------------

QFuture<Result<void>> LiveGenerations::move(const QString &key, const QString &beforeKey)
{
    const EntryPtr found = entry(key);
    const EntryPtr before = entry(beforeKey);
    const bool known = found && !found->record.generation.id.isEmpty();
    const bool beforeKnown = beforeKey.isEmpty() || (before && !before->record.generation.id.isEmpty());
    if (!known || !beforeKnown)
        return QtFuture::makeReadyFuture(Result<void>(facet::fail(
            ErrorKind::Service, tr("The service does not have this yet. Try again in a moment."))));
    const auto other = before ? std::optional(before->record.generation.id) : std::nullopt;
    return then(m_api.move(found->record.generation.id, other), this,
        [this, key](const Result<Generation> &answer) -> Result<void> {
            if (!answer)
                return tl::unexpected(answer.error());
            if (const EntryPtr still = entry(key))
                hear(still, *answer);
            return {};
        });
}

// ---- cancel -------------------------------------------------------------------------------------------

void LiveGenerations::cancel(const QString &key)
{
    const EntryPtr found = entry(key);
    if (!found)
        return;
    switch (found->record.state) {
    case GenerationState::Draft:
    case GenerationState::Uploading:
        // Nothing was sent that could cost anything.
        GenerationMachine::move(found->record, GenerationState::Cancelled);
        return ended(found);
    case GenerationState::Submitting:
    case GenerationState::Queued:
    case GenerationState::Running:
    case GenerationState::Unknown:
        found->cancelWanted = true;
        if (!found->record.generation.id.isEmpty())
            askToCancel(found);
        return; // otherwise as soon as its id is known
    case GenerationState::Downloading:
    case GenerationState::Done:
    case GenerationState::Failed:
    case GenerationState::Cancelled:
        return; // it is made, or it has ended
    }
}

void LiveGenerations::askToCancel(const EntryPtr &entry)
{
    const QString key = entry->record.key;
    entry->cancelWanted = false;
    then(m_api.cancel(entry->record.generation.id), this, [this, key](const Result<Generation> &answer) {
        const EntryPtr still = this->entry(key);
        if (!still || GenerationMachine::isFinal(still->record.state))
            return;
        if (answer)
            return hear(still, *answer);
        still->record.error = answer.error();
        // Asked for again as soon as the service is back.
        still->cancelWanted = HttpClient::isTransient(answer.error());
        emit changed(key);
    });
}

} // namespace facet::client
