// The part of LiveGenerations that brings results here.
#include "client/generation/GenerationMachine.h"
#include "client/generation/LiveGenerations.h"
#include "client/generation/ResultFetcher.h"
#include "client/net/Then.h"
#include "client/tags/TagFile.h"

#include <QFileInfo>

namespace facet::client {

void LiveGenerations::fetch(const EntryPtr &entry)
{
    const QString key = entry->record.key;
    if (entry->fetcher && entry->fetcher->isBusy())
        return;
    delete entry->fetcher;
    entry->fetcher = new ResultFetcher(
        m_client, { m_folders.results, m_folders.posters }, { m_namePattern, modelName(*entry) }, this);
    connect(
        entry->fetcher, &ResultFetcher::received, this, [this, key](const QString &assetId, qint64 bytes) {
            assetChanged(
                key, assetId, [bytes](LocalAsset &asset) { asset.received = bytes; }, false);
        });
    connect(entry->fetcher, &ResultFetcher::arrived, this,
        [this, key](const QString &assetId, const QString &path) {
            if (const EntryPtr still = this->entry(key))
                still->tagging.insert(assetId);
            const QFuture<Result<void>> stored = assetChanged(
                key, assetId,
                [&path](LocalAsset &asset) {
                    asset.filePath = path;
                    asset.received = QFileInfo(path).size();
                    asset.error.reset();
                },
                true);
            // Only then: until it is on disk where the file lies, it is found again by the service's sha256.
            then(stored, this, [this, key, assetId](const Result<void> &) { tagFile(key, assetId); });
        });
    connect(entry->fetcher, &ResultFetcher::failed, this,
        [this, key](const QString &assetId, const Error &error) { assetFailed(key, assetId, error); });
    connect(entry->fetcher, &ResultFetcher::posterArrived, this,
        [this, key](const QString &assetId, const QString &path) {
            assetChanged(
                key, assetId, [&path](LocalAsset &asset) { asset.posterPath = path; }, true);
        });
    connect(entry->fetcher, &ResultFetcher::idle, this, [this, key] {
        if (const EntryPtr still = this->entry(key))
            settle(still);
    });
    for (LocalAsset &asset : entry->record.assets) {
        asset.error.reset();
        if (!asset.filePath.isEmpty() && !entry->tagged.contains(asset.assetId)) { // the program ended in between
            entry->tagging.insert(asset.assetId);
            tagFile(key, asset.assetId);
        }
    }
    entry->fetcher->fetch(entry->record, entry->restored);
}

QString LiveGenerations::modelName(const Entry &entry) const
{
    return m_modelNames ? m_modelNames(entry.record.generation.modelId) : QString();
}

void LiveGenerations::tagFile(const QString &key, const QString &assetId)
{
    const EntryPtr found = entry(key);
    if (!found)
        return;
    const QList<LocalAsset> &assets = found->record.assets;
    const auto at = std::find_if(
        assets.begin(), assets.end(), [&assetId](const LocalAsset &one) { return one.assetId == assetId; });
    if (at == assets.end() || at->filePath.isEmpty())
        return;
    const int take = static_cast<int>(at - assets.begin());
    const ResultTags tags = ResultTags::of(found->record.generation, take, modelName(*found));
    then(m_tagging.run([path = at->filePath, tags] { return writeTags(path, tags); }), this,
        [this, key, assetId](const Result<TaggedFile> &tagged) {
            // A disk that is full leaves the file as it was: whole, and only less talkative.
            if (tagged)
                m_store.noteFile(assetId, tagged->sha256, tagged->bytes);
            if (const EntryPtr still = entry(key)) {
                still->tagging.remove(assetId);
                still->tagged.insert(assetId);
                settle(still);
            }
        });
}

QFuture<Result<void>> LiveGenerations::assetChanged(
    const QString &key, const QString &assetId, const std::function<void(LocalAsset &)> &change, bool save)
{
    QFuture<Result<void>> stored = QtFuture::makeReadyFuture(Result<void>());
    const EntryPtr found = entry(key);
    if (!found)
        return stored;
    for (LocalAsset &asset : found->record.assets) {
        if (asset.assetId == assetId)
            change(asset);
    }
    if (save)
        stored = persist(*found);
    emit changed(key);
    return stored;
}

void LiveGenerations::assetFailed(const QString &key, const QString &assetId, const Error &error)
{
    const EntryPtr found = entry(key);
    if (!found)
        return;
    if (error.code == QLatin1String("not_found")) {
        Error lost = error;
        lost.sentence = tr("The service no longer has this result. Generate it again.");
        return failNow(found, lost);
    }
    assetChanged(
        key, assetId, [&error](LocalAsset &asset) { asset.error = error; }, true);
}

void LiveGenerations::settle(const EntryPtr &entry)
{
    if (entry->record.state != GenerationState::Downloading)
        return;
    for (const LocalAsset &asset : std::as_const(entry->record.assets)) {
        if (asset.filePath.isEmpty() || entry->tagging.contains(asset.assetId))
            return; // its error says why; fetchAgain() or the next serviceReady() goes on
    }
    if (!GenerationMachine::move(entry->record, GenerationState::Done))
        return;
    const QString key = entry->record.key;
    then(persist(*entry), this, [this, key](const Result<void> &) { emit finished(key); });
    emit changed(key);
    emit balanceMayHaveChanged();
}

void LiveGenerations::fetchAgain(const QString &key)
{
    const EntryPtr found = entry(key);
    if (!found) {
        then(m_store.load(key), this, [this, key](const Result<std::optional<GenerationRecord>> &loaded) {
            if (!loaded) {
                emit storeFailed(loaded.error());
                return;
            }
            if (!*loaded || entry(key))
                return;
            insert(**loaded)->restored = true;
            fetchAgain(key);
        });
        return;
    }
    for (LocalAsset &asset : found->record.assets) {
        if (!asset.filePath.isEmpty() && !QFileInfo::exists(asset.filePath)) {
            asset.filePath.clear();
            found->tagged.remove(asset.assetId);
            asset.received = 0;
            GenerationMachine::move(found->record, GenerationState::Downloading);
        }
    }
    if (found->record.state != GenerationState::Downloading)
        return;
    then(persist(*found), this, [this, key](const Result<void> &) {
        if (const EntryPtr still = entry(key))
            fetch(still);
    });
    emit changed(key);
}

void LiveGenerations::fileMoved(const QString &key, const QString &assetId, const QString &filePath)
{
    assetChanged(
        key, assetId, [&filePath](LocalAsset &asset) { asset.filePath = filePath; }, false);
}

} // namespace facet::client
