#include "client/generation/ResultFetcher.h"

#include "client/api/AssetApi.h"
#include "client/generation/NameTemplate.h"
#include "client/generation/ResultName.h"

#include <QCryptographicHash>

namespace facet::client {

ResultFetcher::ResultFetcher(HttpClient &client, Folders folders, Names names, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_folders(std::move(folders))
    , m_names(std::move(names))
{
}

void ResultFetcher::fetch(const GenerationRecord &record, bool again)
{
    if (isBusy())
        return;
    m_again = again;
    m_generation = record.generation;
    m_waiting.clear();
    for (int take = 0; take < m_generation.assets.size(); ++take) {
        const Asset &asset = m_generation.assets.at(take);
        for (const LocalAsset &local : record.assets) {
            if (local.assetId != asset.id)
                continue;
            if (local.filePath.isEmpty())
                m_waiting.append(take);
            if (local.posterPath.isEmpty() && !m_folders.posters.isEmpty() && asset.kind != ModelKind::Audio)
                fetchPoster(asset);
        }
    }
    next();
}

void ResultFetcher::next()
{
    if (m_waiting.isEmpty()) {
        emit idle();
        return;
    }
    const int take = m_waiting.takeFirst();
    const Asset asset = m_generation.assets.at(take);
    const NameTemplate name(m_names.pattern);
    Download::Target target;
    target.url = AssetApi::contentUrl(asset.id);
    target.folder = m_folders.results;
    target.baseName = name.baseName(NameTemplate::factsOf(m_generation, take, m_names.modelName));
    target.plainFirst = name.tellsTakes();
    target.suffix = suffixFor(asset.mime);
    target.tag = asset.id;
    if (asset.bytes > 0)
        target.bytes = asset.bytes;
    target.sha256 = asset.sha256;
    target.takeExisting = m_again;
    m_download = new Download(m_client, target, this);
    connect(m_download, &Download::progress, this,
        [this, id = asset.id](qint64 bytes, qint64) { emit received(id, bytes); });
    connect(m_download, &Download::finished, this, [this, id = asset.id](const Result<QString> &path) {
        m_download->deleteLater();
        m_download.clear();
        const QPointer<ResultFetcher> self(this);
        if (path)
            emit arrived(id, *path);
        else
            emit failed(id, path.error());
        if (self)
            next();
    });
    m_download->start();
}

/// A poster is a convenience: without it the card draws its own.
void ResultFetcher::fetchPoster(const Asset &asset)
{
    Download::Target target;
    target.url = AssetApi::posterUrl(asset.id);
    target.folder = m_folders.posters;
    target.baseName = QString::fromLatin1(
        QCryptographicHash::hash(asset.id.toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
    target.suffix = QStringLiteral("poster");
    target.tag = asset.id + QStringLiteral("/poster");
    target.numbered = false;
    auto *download = new Download(m_client, target, this);
    connect(
        download, &Download::finished, this, [this, download, id = asset.id](const Result<QString> &path) {
            download->deleteLater();
            if (path)
                emit posterArrived(id, *path);
        });
    download->start();
}

} // namespace facet::client
