#pragma once

#include "client/generation/GenerationRecord.h"
#include "client/net/Download.h"

namespace facet::client {

/// Brings the files of one generation here, one after another, and their posters beside them.
class ResultFetcher : public QObject {
    Q_OBJECT
public:
    struct Folders {
        QString results;
        QString posters;
    };
    /// How the files are to be called.
    struct Names {
        QString pattern; ///< NameTemplate; empty: its standard
        QString modelName; ///< empty: not known
    };

    ResultFetcher(HttpClient &client, Folders folders, Names names = {}, QObject *parent = nullptr);

    /// Fetches what `record` lacks. `again`: after a restart, or by hand: a file that is there already,
    /// whole and right, is taken instead of fetched twice.
    void fetch(const GenerationRecord &record, bool again);
    bool isBusy() const { return !m_download.isNull(); }

signals:
    void received(const QString &assetId, qint64 bytes);
    void arrived(const QString &assetId, const QString &path);
    void failed(const QString &assetId, const facet::Error &error);
    void posterArrived(const QString &assetId, const QString &path);
    /// Nothing more to fetch; each asset has arrived or failed.
    void idle();

private:
    void next();
    void fetchPoster(const Asset &asset);

    HttpClient &m_client;
    Folders m_folders;
    Names m_names;
    Generation m_generation; ///< whose files these are
    QList<int> m_waiting; ///< takes
    QPointer<Download> m_download;
    bool m_again = false;
};

} // namespace facet::client
