#pragma once

#include "client/composer/Clock.h"
#include "client/library/HistoryBacklog.h"
#include "client/library/LiveLibrary.h"
#include "client/library/LiveSearch.h"
#include "client/library/Trash.h"
#include "client/store/GenerationRecords.h"
#include "client/store/MessageRows.h"
#include "client/store/Sql.h"
#include "client/store/TurnStore.h"
#include "tests/support/Await.h"
#include "tests/support/FakeGenerations.h"
#include "tests/support/FakeSession.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

/// A profile with conversations, messages and results, as the stores write them.
namespace facet::test {

class ClockAt : public client::Clock {
public:
    QDateTime now() const override { return at; }
    QDateTime at{ QDate(2026, 11, 23), QTime(12, 0), Qt::UTC };
};

/// A folder as the trash; refuses what its name is told to.
class FolderTrash : public client::Trash {
public:
    explicit FolderTrash(QString folder)
        : m_folder(std::move(folder))
    {
        QDir().mkpath(m_folder);
    }
    Result<QString> take(const QString &filePath) override
    {
        if (!refuses.isEmpty() && filePath.contains(refuses))
            return fail(ErrorKind::File, QStringLiteral("The trash does not take %1.").arg(filePath));
        const QString there = m_folder + u'/' + QFileInfo(filePath).fileName();
        if (!QFile::rename(filePath, there))
            return fail(ErrorKind::File, QStringLiteral("not moved"));
        return there;
    }
    Result<QString> putBack(const QString &trashPath, const QString &filePath) override
    {
        if (!QFile::rename(trashPath, filePath))
            return fail(ErrorKind::File, QStringLiteral("It is no longer in the trash."));
        return filePath;
    }
    QString refuses;

private:
    QString m_folder;
};

/// Starts over the same files with restart().
struct ProfileWorld {
    ProfileWorld() { restart(); }

    void restart()
    {
        library.reset();
        search.reset();
        backlog.reset();
        database.reset();
        database = std::make_unique<client::Database>(dir.filePath(QStringLiteral("facet.db")));
        backlog = std::make_unique<client::HistoryBacklog>(*database);
        search = std::make_unique<client::LiveSearch>(*database, *backlog);
        library = std::make_unique<client::LiveLibrary>(
            client::LiveLibrary::Needs{ *database, session, generations, *backlog, trash, clock });
    }

    /// A message as a turn leaves it; the conversation is made with the first.
    void say(const QString &conversation, const QString &id, const QString &text,
        client::TranscriptItem::Kind kind = client::TranscriptItem::Kind::User)
    {
        client::StoredItem stored{ conversation, QStringLiteral("run-") + id, ++position * 1000, {} };
        stored.item.id = id;
        stored.item.kind = kind;
        stored.item.at = clock.at;
        stored.item.text = text;
        const auto done = await(database->run([stored](QSqlDatabase &connection) -> Result<void> {
            auto made = client::execSql(connection,
                QStringLiteral("INSERT OR IGNORE INTO conversations (id, title, search, created_at, "
                               "updated_at) VALUES (?, ?, ?, 0, 0)"),
                { stored.conversationId, QStringLiteral("Chat ") + stored.conversationId,
                    QStringLiteral("chat ") + stored.conversationId });
            return made ? client::putItem(connection, stored) : made;
        }));
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }

    /// A finished generation of `takes` files, which are there.
    client::GenerationRecord made(const QString &key, int takes = 1, ModelKind kind = ModelKind::Video)
    {
        client::GenerationRecord record;
        record.key = key;
        record.conversationId = QStringLiteral("c1");
        record.state = client::GenerationState::Done;
        Generation &g = record.generation;
        g.id = QStringLiteral("gen-") + key;
        g.modelId = kind == ModelKind::Image ? QStringLiteral("seedream-4.5") : QStringLiteral("carat-video");
        g.prompt = QStringLiteral("prompt of ") + key;
        g.status = GenerationStatus::Succeeded;
        g.chargedCredits = 33;
        g.createdAt = clock.at;
        QDir().mkpath(dir.filePath(QStringLiteral("videos")));
        for (int take = 0; take < takes; ++take) {
            Asset asset;
            asset.id = QStringLiteral("%1-%2").arg(key).arg(take);
            asset.kind = kind;
            asset.mime = kind == ModelKind::Image ? QStringLiteral("image/png") : QStringLiteral("video/mp4");
            asset.width = 1280;
            asset.height = 720;
            if (kind != ModelKind::Image)
                asset.durationS = 5;
            g.assets.append(asset);
            const QString path = dir.filePath(
                QStringLiteral("videos/%1.%2")
                    .arg(asset.id, kind == ModelKind::Image ? QStringLiteral("png") : QStringLiteral("mp4")));
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly))
                qFatal("%s", qPrintable(path));
            file.write(QByteArray(1000, 'x'));
            record.assets.append({ asset.id, path, {}, 1000, {} });
        }
        return record;
    }
    void save(const client::GenerationRecord &record)
    {
        const auto done = await(client::GenerationRecords(database.get()).save(record));
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    client::GenerationRecord saved(const QString &key, int takes = 1, ModelKind kind = ModelKind::Video)
    {
        const client::GenerationRecord record = made(key, takes, kind);
        save(record);
        return record;
    }

    QStringList listed() const ///< asset ids, in order
    {
        QStringList ids;
        for (int row = 0; row < library->rowCount(); ++row) {
            const auto result = library->result(row);
            ids.append(result ? result->assetId : QStringLiteral("…"));
        }
        return ids;
    }

    QTemporaryDir dir;
    ClockAt clock;
    FakeSession session;
    FakeGenerations generations;
    std::shared_ptr<FolderTrash> trash = std::make_shared<FolderTrash>(dir.filePath(QStringLiteral("trash")));
    std::unique_ptr<client::Database> database;
    std::unique_ptr<client::HistoryBacklog> backlog;
    std::unique_ptr<client::LiveSearch> search;
    std::unique_ptr<client::LiveLibrary> library;
    qint64 position = 0;
};

} // namespace facet::test
