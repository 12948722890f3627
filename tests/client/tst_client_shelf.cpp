#include "client/chat/ExportFolder.h"
#include "client/chat/StoredConversations.h"
#include "client/store/AttachmentRows.h"
#include "client/store/GenerationRecords.h"
#include "client/store/MessageStore.h"
#include "client/store/SearchRows.h"
#include "client/store/Sql.h"
#include "client/store/TurnStore.h"
#include "tests/support/Await.h"
#include "tests/support/FakeGenerations.h"
#include "tests/support/FakeSession.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace facet;
using namespace facet::client;
using facet::test::await;

namespace {

struct World {
    World(const QString &folder, test::FakeGenerations &generations, test::FakeSession &session, int undoMs)
        : database(folder + u"/facet.db"_qs)
        , messages(&database)
        , records(&database)
        , turns(&database)
        , conversations(&database, messages, generations, session)
        , tester(&conversations, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        conversations.setUndoFor(undoMs);
        conversations.start();
    }

    Database database;
    MessageStore messages;
    GenerationRecords records;
    TurnStore turns;
    StoredConversations conversations;
    QAbstractItemModelTester tester;
};

} // namespace

/// Conversations renamed, pinned, archived, deleted, brought back and exported.
class TestShelf : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<test::FakeGenerations> m_generations;
    std::unique_ptr<test::FakeSession> m_session;
    std::unique_ptr<World> m_world;
    int m_position = 0;

    StoredConversations &list() { return m_world->conversations; }

    void start(int undoMs = 60'000)
    {
        m_world.reset();
        m_world = std::make_unique<World>(m_dir->path(), *m_generations, *m_session, undoMs);
        QTRY_VERIFY(!list().currentId().isEmpty());
    }
    StoredItem item(const QString &conversation, TranscriptItem::Kind kind, const QString &text)
    {
        StoredItem stored{ conversation, {}, ++m_position, {} };
        stored.item.id = u"%1-%2"_qs.arg(conversation).arg(m_position);
        stored.item.kind = kind;
        stored.item.at = QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
        stored.item.text = text;
        return stored;
    }
    /// A turn that is over.
    void say(const QString &conversation, const QString &title, const QList<StoredItem> &items)
    {
        TurnRecord record;
        record.runId = u"run-%1"_qs.arg(++m_position);
        record.conversationId = conversation;
        record.messageId = items.first().item.id;
        record.idempotencyKey = record.runId;
        record.state = TurnRecord::State::Finished;
        QVERIFY(await(m_world->turns.begin(record, title, items)));
        m_world->messages.announceConversation(conversation);
        QTRY_VERIFY(list().isThere(conversation));
    }
    void say(const QString &conversation, const QString &title)
    {
        say(conversation, title, { item(conversation, TranscriptItem::Kind::User, title + u" prompt"_qs) });
    }
    QString titles()
    {
        QStringList all;
        for (int row = 0; row < list().rowCount(); ++row)
            all.append(list().summary(row).title);
        return all.join(u' ');
    }
    qint64 count(const QString &what)
    {
        return await(m_world->database.run([what](QSqlDatabase &connection) -> Result<qint64> {
            auto query = sql(connection, u"SELECT COUNT(*) FROM "_qs + what);
            return query && query->next() ? Result<qint64>(query->value(0).toLongLong()) : Result<qint64>(-1);
        })).value();
    }
    QByteArray fileAt(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString put(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_dir->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }
    GenerationRecord result(const QString &key, const QString &conversation, const QString &path)
    {
        GenerationRecord r;
        r.key = key;
        r.conversationId = conversation;
        r.state = GenerationState::Done;
        r.generation.id = u"gen-"_qs + key;
        r.generation.modelId = u"carat-video"_qs;
        r.generation.prompt = u"A fox"_qs;
        r.generation.status = GenerationStatus::Succeeded;
        r.generation.draft = true;
        r.generation.chargedCredits = 33;
        r.generation.createdAt = QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
        Asset asset;
        asset.id = key + u"-asset"_qs;
        asset.mime = u"video/mp4"_qs;
        r.generation.assets = { asset };
        r.assets = { { asset.id, path, {}, 0, {} } };
        return r;
    }

private slots:
    void init()
    {
        m_world.reset();
        m_position = 0;
        m_dir = std::make_unique<QTemporaryDir>();
        m_generations = std::make_unique<test::FakeGenerations>();
        m_session = std::make_unique<test::FakeSession>();
        start();
    }

    void renamedForGood()
    {
        say(u"a"_qs, u"Harbor"_qs);
        list().open(u"a"_qs);
        QSignalSpy changed(&list(), &Conversations::currentChanged);
        QVERIFY(list().setData(list().index(0), u"  항구의   새벽 "_qs, Qt::EditRole));
        QCOMPARE(titles(), u"항구의 새벽"_qs);
        QCOMPARE(list().currentTitle(), u"항구의 새벽"_qs);
        QCOMPARE(changed.count(), 1);
        list().rename(u"a"_qs, u"   "_qs); // nothing to call it by
        QCOMPARE(titles(), u"항구의 새벽"_qs);
        // What is said later does not bring the old name back, and it is found by the new one.
        say(u"a"_qs, u"Harbor"_qs);
        list().setFilter(u"새벽"_qs);
        QTRY_COMPARE(list().rowCount(), 1);
        start();
        QTRY_COMPARE(titles(), u"항구의 새벽"_qs);
    }

    void pinnedOnesStayOnTop()
    {
        for (const QString &id : { u"A"_qs, u"B"_qs, u"C"_qs })
            say(id, id);
        QTRY_COMPARE(titles(), u"C B A"_qs);
        list().setPinned(u"A"_qs, true);
        QCOMPARE(titles(), u"A C B"_qs);
        list().setPinned(u"B"_qs, true);
        QCOMPARE(titles(), u"A B C"_qs);
        say(u"B"_qs, u"B"_qs); // they keep their order, whatever is said in them
        QTRY_COMPARE(titles(), u"A B C"_qs);
        start();
        QTRY_COMPARE(titles(), u"A B C"_qs);
        list().setPinned(u"A"_qs, false);
        QTRY_COMPARE(titles(), u"B C A"_qs);
    }

    void archivedOnesAreOutOfSight()
    {
        for (const QString &id : { u"A"_qs, u"B"_qs })
            say(id, id);
        QSignalSpy changed(&list(), &Conversations::archiveChanged);
        list().setArchived(u"A"_qs, true);
        QCOMPARE(titles(), u"B"_qs);
        QCOMPARE(list().archivedCount(), 1);
        QVERIFY(changed.count() > 0);
        start();
        QTRY_COMPARE(titles(), u"B"_qs);
        list().setFilter(u"prompt"_qs); // a search looks there too
        QTRY_COMPARE(titles(), u"B A"_qs);
        list().setFilter({});
        QTRY_COMPARE(titles(), u"B"_qs);
        list().showArchived(true);
        QCOMPARE(titles(), u"A"_qs);
        list().setArchived(u"A"_qs, false); // the last one: back to the others
        QCOMPARE(titles(), u"B A"_qs);
        QVERIFY(!list().archivedShown());
        // Going on in one brings it back.
        list().setArchived(u"B"_qs, true);
        say(u"B"_qs, u"B"_qs);
        QTRY_COMPARE(titles(), u"B A"_qs);
        QCOMPARE(list().archivedCount(), 0);
    }

    void deletedAndBroughtBack()
    {
        say(u"A"_qs, u"A"_qs);
        say(u"B"_qs, u"B"_qs);
        list().setPinned(u"A"_qs, true);
        list().open(u"A"_qs);
        list().remove(u"A"_qs);
        QCOMPARE(titles(), u"B"_qs);
        QVERIFY(list().currentId() != u"A"_qs);
        QTRY_VERIFY(list().lastRemoved());
        QCOMPARE(list().lastRemoved()->title, u"A"_qs);
        QVERIFY(await(m_world->database.run([](QSqlDatabase &connection) {
            return messagesWith(connection, SearchTerms::of(u"A prompt"_qs), {}, 10);
        }))->isEmpty()); // nor found
        list().open(u"A"_qs); // there is nothing to open
        QVERIFY(list().currentId() != u"A"_qs);
        list().bringBack(u"A"_qs);
        QTRY_COMPARE(titles(), u"A B"_qs); // pinned, as it was
        QTRY_COMPARE(list().currentId(), u"A"_qs); // and open, as it was
        QCOMPARE(await(m_world->messages.load(u"A"_qs))->size(), 1);
        QVERIFY(!list().lastRemoved());
    }

    void theWayBackOutlivesARestart()
    {
        say(u"A"_qs, u"A"_qs);
        say(u"B"_qs, u"B"_qs);
        list().remove(u"A"_qs);
        list().remove(u"B"_qs);
        QTRY_VERIFY(list().lastRemoved() && list().lastRemoved()->title == u"B"_qs);
        start();
        QTRY_VERIFY(list().lastRemoved());
        QCOMPARE(list().rowCount(), 0);
        QCOMPARE(list().lastRemoved()->title, u"B"_qs);
        list().bringBack(u"B"_qs);
        QTRY_COMPARE(titles(), u"B"_qs);
        QCOMPARE(list().lastRemoved()->title, u"A"_qs);
        list().bringBack(u"A"_qs);
        QTRY_COMPARE(list().rowCount(), 2);
    }

    void onceItHasLapsedNothingIsLeftButTheResults()
    {
        const QString film = put(u"film.mp4"_qs, "film");
        QList<StoredItem> items{ item(u"A"_qs, TranscriptItem::Kind::User, u"A fox"_qs) };
        Attachment attached;
        attached.id = u"picture"_qs;
        attached.state = Attachment::State::Ready;
        attached.path = put(u"picture.png"_qs, "png");
        items[0].item.attachments = { attached };
        for (int i = 0; i < 1200; ++i) // more than one part
            items.append(item(u"A"_qs, TranscriptItem::Kind::AgentText, u"Yes"_qs));
        QVERIFY(await(m_world->records.save(result(u"done"_qs, u"A"_qs, film))));
        GenerationRecord failed = result(u"failed"_qs, u"A"_qs, {});
        failed.state = GenerationState::Failed;
        QVERIFY(await(m_world->records.save(failed)));
        say(u"A"_qs, u"A"_qs, items);
        say(u"B"_qs, u"B"_qs);
        list().remove(u"A"_qs);
        QTRY_VERIFY(list().lastRemoved());
        QCOMPARE(list().lastRemoved()->files, 1);
        QCOMPARE(count(u"messages WHERE conversation_id = 'A'"_qs), 1201); // all of it can come back

        start(0); // as if the time had passed
        QTRY_COMPARE(count(u"conversations WHERE id = 'A'"_qs), 0);
        QVERIFY(!list().lastRemoved());
        QCOMPARE(count(u"messages WHERE conversation_id = 'A'"_qs), 0);
        QCOMPARE(count(u"attachments"_qs), 0);
        QCOMPARE(count(u"runs WHERE conversation_id = 'A'"_qs), 0);
        QCOMPARE(count(u"generations WHERE conversation_id = 'A'"_qs), 1); // the one with a result
        QCOMPARE(fileAt(film), "film");
        QCOMPARE(titles(), u"B"_qs);
        QCOMPARE(await(m_world->messages.load(u"B"_qs))->size(), 1);
    }

    void whatIsUnderWayEndsFirst()
    {
        say(u"A"_qs, u"A"_qs);
        GenerationRecord running = result(u"running"_qs, u"A"_qs, {});
        running.state = GenerationState::Running;
        QVERIFY(await(m_world->records.save(running)));
        m_generations->say(running);
        list().remove(u"A"_qs);
        QTRY_VERIFY(list().lastRemoved());
        QCOMPARE(list().lastRemoved()->underWay, 1);
        start(0);
        // Asked for after the purge: the database does one thing after another.
        QTRY_VERIFY(!list().lastRemoved());
        QCOMPARE(count(u"conversations WHERE id = 'A'"_qs), 1);
        QCOMPARE(list().rowCount(), 0);
        running.state = GenerationState::Cancelled;
        QVERIFY(await(m_world->records.save(running)));
        m_generations->say(running);
        QTRY_COMPARE(count(u"conversations WHERE id = 'A'"_qs), 0);
        QCOMPARE(count(u"generations"_qs), 0);
    }

    void aDatabaseOfTheSchemaBeforeOpens()
    {
        m_world.reset();
        QTemporaryDir folder;
        const QString path = folder.filePath(u"facet.db"_qs);
        {
            // As issue 3 left it.
            QFile schema(QStringLiteral(FACET_FIXTURES "/profile/form2.sql"));
            QVERIFY(schema.open(QIODevice::ReadOnly));
            QSqlDatabase old = QSqlDatabase::addDatabase(u"QSQLITE"_qs, u"old"_qs);
            old.setDatabaseName(path);
            QVERIFY(old.open());
            const QStringList statements =
                QString::fromUtf8(schema.readAll()).split(u";\n"_qs, Qt::SkipEmptyParts);
            for (const QString &statement : statements)
                QVERIFY2(execSql(old, statement), qPrintable(statement));
        }
        QSqlDatabase::removeDatabase(u"old"_qs);
        World world(folder.path(), *m_generations, *m_session, 60'000);
        QTRY_COMPARE(world.conversations.rowCount(), 2);
        QVERIFY(!world.conversations.summary(0).isPinned());
        QVERIFY(!world.conversations.summary(0).archived);
    }

    void exportedWithItsFiles()
    {
        QList<StoredItem> items{ item(u"A"_qs, TranscriptItem::Kind::User, u"A fox"_qs),
            item(u"A"_qs, TranscriptItem::Kind::AgentText, u"Here it is."_qs),
            item(u"A"_qs, TranscriptItem::Kind::Generation, {}) };
        Attachment attached;
        attached.id = u"picture"_qs;
        attached.state = Attachment::State::Ready;
        attached.fileName = u"여우 : <그림>.PNG"_qs;
        attached.path = put(u"0f3a"_qs, "png");
        attached.mime = u"image/png"_qs;
        Attachment missing = attached;
        missing.id = u"missing"_qs;
        missing.path = m_dir->filePath(u"nowhere"_qs);
        items[0].item.attachments = { attached, missing };
        QVERIFY(await(
            m_world->records.save(result(u"k"_qs, u"A"_qs, put(u"fox.mp4"_qs, QByteArray(3 << 20, 'f'))))));
        items[2].item.generation.key = u"k"_qs;
        say(u"A"_qs, u"Fox: a / b"_qs, items);

        QTemporaryDir to;
        ExportDocument document;
        document.head = u"# Fox\n"_qs;
        document.row = [](const TranscriptItem &one, const QHash<QString, QString> &files) {
            QStringList links = files.values();
            links.sort();
            return u"%1 [%2] %3 %4\n"_qs.arg(one.text, links.join(u' '))
                .arg(static_cast<int>(one.kind))
                .arg(one.generation.generation.chargedCredits.value_or(0));
        };
        for (const QString &name : { u"fox-a-b"_qs, u"fox-a-b-2"_qs }) { // never over an earlier one
            ConversationExport *job = list().exportTo(u"A"_qs, to.path(), document);
            std::optional<Result<QString>> ended;
            connect(job, &ConversationExport::ended, job, [&](const Result<QString> &r) { ended = r; });
            QTRY_VERIFY(ended);
            QVERIFY2(*ended, *ended ? "" : qPrintable(ended->error().sentence));
            QCOMPARE(**ended, QDir(to.path()).filePath(name));
            QCOMPARE(QString::fromUtf8(fileAt(**ended + u"/conversation.md"_qs)),
                u"# Fox\nA fox [attachments/001-여우-그림.png] 0 0\n"
                "Here it is. [] 1 0\n [media/002-fox.mp4] 2 33\n"_qs);
            QCOMPARE(fileAt(**ended + u"/attachments/001-여우-그림.png"_qs), "png");
            QCOMPARE(fileAt(**ended + u"/media/002-fox.mp4"_qs).size(), 3 << 20);
        }
    }

    void aCancelledExportLeavesNothing()
    {
        QVERIFY(await(
            m_world->records.save(result(u"k"_qs, u"A"_qs, put(u"fox.mp4"_qs, QByteArray(8 << 20, 'f'))))));
        QList<StoredItem> items{ item(u"A"_qs, TranscriptItem::Kind::Generation, {}) };
        items[0].item.generation.key = u"k"_qs;
        say(u"A"_qs, u"Fox"_qs, items);
        QTemporaryDir to;
        ExportDocument document;
        document.row = [](const TranscriptItem &, const QHash<QString, QString> &) { return QString(); };
        ConversationExport *job = list().exportTo(u"A"_qs, to.path(), document);
        job->cancel();
        std::optional<Result<QString>> ended;
        connect(job, &ConversationExport::ended, job, [&](const Result<QString> &r) { ended = r; });
        QTRY_VERIFY(ended);
        QCOMPARE(ended->error().kind, ErrorKind::Cancelled);
        QVERIFY(QDir(to.path()).isEmpty());

        // A place where nothing can be written is said, and leaves nothing either.
        job = list().exportTo(u"A"_qs, to.filePath(u"no/such"_qs), document);
        ended.reset();
        connect(job, &ConversationExport::ended, job, [&](const Result<QString> &r) { ended = r; });
        QTRY_VERIFY(ended);
        QCOMPARE(ended->error().kind, ErrorKind::File);
        QVERIFY(ended->error().sentence.contains(u"Choose a folder"_qs));
    }

    void aFullDiskIsSaidAndLeavesNothing()
    {
        // /dev/full takes no byte: as a disk without room.
        if (!QFile::exists(u"/dev/full"_qs))
            QSKIP("no /dev/full on this system");
        QTemporaryDir to;
        {
            ExportFolder folder(to.path(), u"Fox"_qs);
            QVERIFY(QDir(to.path()).mkdir(u"full"_qs));
            QVERIFY(folder.open(u"conversation.md"_qs));
            const QString document = to.filePath(u"fox.part/media"_qs);
            QVERIFY(QDir().mkpath(document));
            QVERIFY(QFile::link(u"/dev/full"_qs, document + u"/001-film.mp4"_qs));
            const auto added = folder.add(put(u"film.mp4"_qs, "film"), u"film.mp4"_qs, u"media"_qs);
            QVERIFY(!added);
            QCOMPARE(added.error().kind, ErrorKind::File);
            QVERIFY(added.error().sentence.contains(u"the disk may be full"_qs));
        }
        QVERIFY(!QDir(to.path()).exists(u"fox.part"_qs));
        QVERIFY(!QDir(to.path()).exists(u"fox"_qs));
    }

    void safeNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("safe");
        QTest::newRow("plain") << u"Fox.mp4"_qs << u"fox.mp4"_qs;
        QTest::newRow("path") << u"../../etc/passwd"_qs << u"passwd"_qs;
        QTest::newRow("reserved") << u"a<b>:\"|?*.png"_qs << u"a-b.png"_qs;
        QTest::newRow("composed") << u"\u1112\u1161\u11ab.png"_qs << u"한.png"_qs;
        QTest::newRow("nothing left") << u"???.mp4"_qs << u"facet.mp4"_qs;
        QTest::newRow("no suffix") << u"picture"_qs << u"picture"_qs;
    }
    void safeNames()
    {
        QFETCH(QString, name);
        QTEST(ExportFolder::safeName(name), "safe");
    }
};

QTEST_GUILESS_MAIN(TestShelf)
#include "tst_client_shelf.moc"
