#include "client/library/FilesExport.h"
#include "client/library/FreeName.h"
#include "client/library/SystemTrash.h"
#include "client/store/ResultRows.h"
#include "tests/client/support/ProfileWorld.h"

#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace facet;
using namespace facet::client;
using facet::test::await;
using facet::test::ProfileWorld;

class TestLibrary : public QObject {
    Q_OBJECT

    std::unique_ptr<ProfileWorld> m_world;
    LiveLibrary &library() { return *m_world->library; }
    qint64 numberOf(const QString &assetId)
    {
        return library().numberAt(static_cast<int>(m_world->listed().indexOf(assetId)));
    }

    /// Six results that differ in everything that can be filtered.
    void fill()
    {
        using F = std::function<void(GenerationRecord &)>;
        int day = 0;
        const auto add = [&](const QString &key, ModelKind kind, const F &change) {
            GenerationRecord record = m_world->made(key, 1, kind);
            record.generation.createdAt = m_world->clock.at.addDays(-day++);
            change(record);
            m_world->save(record);
        };
        add(u"a"_qs, ModelKind::Video, [](GenerationRecord &r) {
            r.generation.prompt = u"A gull over the harbor"_qs;
            r.generation.draft = true;
        });
        add(u"b"_qs, ModelKind::Video, [](GenerationRecord &r) {
            r.generation.modelId = u"kling-3.0"_qs;
            r.generation.method = Method::Image;
            r.generation.chargedCredits = 145;
            r.generation.assets[0].durationS = 10;
        });
        add(u"c"_qs, ModelKind::Image, [](GenerationRecord &r) {
            r.generation.prompt = u"갈매기 한 마리"_qs;
            r.generation.chargedCredits = 14;
            r.generation.agent = AgentVersion::V2;
        });
        add(u"d"_qs, ModelKind::Audio, [](GenerationRecord &r) {
            r.generation.chargedCredits = 0;
            r.generation.covered = true;
            r.generation.assets[0].durationS = 30;
            r.conversationId = u"c2"_qs;
        });
        add(u"e"_qs, ModelKind::Video, [](GenerationRecord &r) {
            r.generation.method = Method::StartEnd;
            r.generation.chargedCredits.reset();
        });
        m_world->say(u"c2"_qs, u"m"_qs, u"hello"_qs);
    }

private slots:
    void init() { m_world = std::make_unique<ProfileWorld>(); }

    void listsNewestFirstAndFollows()
    {
        fill();
        library().start();
        QTRY_COMPARE(library().rowCount(), 5);
        QTRY_COMPARE(
            m_world->listed(), (QStringList{ u"a-0"_qs, u"b-0"_qs, u"c-0"_qs, u"d-0"_qs, u"e-0"_qs }));
        QCOMPARE(library().total(), 5);
        QCOMPARE(library().result(0)->modelName, u"Carat Video (LTX 2.3)"_qs);
        QCOMPARE(library().models().size(), 3);

        // A new one comes in at the top, and nothing is reset.
        QSignalSpy resets(&library(), &QAbstractItemModel::modelReset);
        m_world->clock.at = m_world->clock.at.addSecs(60);
        const GenerationRecord fresh = m_world->saved(u"new"_qs, 2);
        m_world->generations.say(fresh);
        QTRY_COMPARE(library().rowCount(), 7);
        QTRY_COMPARE(m_world->listed().mid(0, 3), (QStringList{ u"new-1"_qs, u"new-0"_qs, u"a-0"_qs }));
        QCOMPARE(resets.count(), 0);
    }

    void runningOnesAreNotInIt()
    {
        GenerationRecord record = m_world->made(u"running"_qs);
        record.state = GenerationState::Running;
        record.assets.clear();
        record.generation.assets.clear();
        m_world->save(record);
        m_world->saved(u"done"_qs);
        library().start();
        QTRY_COMPARE(m_world->listed(), QStringList{ u"done-0"_qs });
    }

    void filters_data()
    {
        QTest::addColumn<LibraryFilter>("filter");
        QTest::addColumn<QStringList>("ids");
        const auto row = [](const char *name, const std::function<void(LibraryFilter &)> &set,
                             const QStringList &ids) {
            LibraryFilter filter;
            set(filter);
            QTest::newRow(name) << filter << ids;
        };
        row("model", [](LibraryFilter &f) { f.modelId = u"kling-3.0"_qs; }, { u"b-0"_qs });
        row("method", [](LibraryFilter &f) { f.method = Method::StartEnd; }, { u"e-0"_qs });
        row("kind", [](LibraryFilter &f) { f.kind = ModelKind::Image; }, { u"c-0"_qs });
        row("agent", [](LibraryFilter &f) { f.agent = AgentVersion::V2; }, { u"c-0"_qs });
        row("draft", [](LibraryFilter &f) { f.draft = true; }, { u"a-0"_qs });
        row("not a draft, video",
            [](LibraryFilter &f) {
                f.draft = false;
                f.kind = ModelKind::Video;
            },
            { u"b-0"_qs, u"e-0"_qs });
        row("day",
            [](LibraryFilter &f) {
                f.days = { QDate(2026, 11, 21), QDate(2026, 11, 22) };
            },
            { u"b-0"_qs, u"c-0"_qs });
        row("until", [](LibraryFilter &f) { f.days.to = QDate(2026, 11, 20); }, { u"d-0"_qs, u"e-0"_qs });
        row("at least", [](LibraryFilter &f) { f.leastCredits = 33; }, { u"a-0"_qs, u"b-0"_qs });
        row("nothing taken", [](LibraryFilter &f) { f.mostCredits = 0; }, { u"d-0"_qs });
        row("word", [](LibraryFilter &f) { f.text = u"GULL"_qs; }, { u"a-0"_qs });
        row("Korean", [](LibraryFilter &f) { f.text = u"매기"_qs; }, { u"c-0"_qs });
        row("one letter", [](LibraryFilter &f) { f.text = u"갈"_qs; }, { u"c-0"_qs });
        row("model's name", [](LibraryFilter &f) { f.text = u"kling prompt"_qs; }, { u"b-0"_qs });
        row("conversation's title", [](LibraryFilter &f) { f.text = u"chat c2"_qs; }, { u"d-0"_qs });
        row("operators are words", [](LibraryFilter &f) { f.text = u"gull OR fox"_qs; }, {});
        row("percent is itself", [](LibraryFilter &f) { f.text = u"%"_qs; }, {});
    }
    void filters()
    {
        QFETCH(LibraryFilter, filter);
        QFETCH(QStringList, ids);
        fill();
        library().start();
        QTRY_COMPARE(library().rowCount(), 5);
        library().setFilter(filter);
        QTRY_COMPARE(m_world->listed(), ids);
        QCOMPARE(library().total(), 5);
        library().setFilter({});
        QTRY_COMPARE(library().rowCount(), 5);
    }

    void orders_data()
    {
        QTest::addColumn<LibrarySort>("sort");
        QTest::addColumn<QString>("order");
        QTest::newRow("newest") << LibrarySort::Newest << u"abcde"_qs;
        QTest::newRow("oldest") << LibrarySort::Oldest << u"edcba"_qs;
        QTest::newRow("most credits") << LibrarySort::MostCredits << u"bacde"_qs;
        QTest::newRow("fewest credits") << LibrarySort::FewestCredits << u"dcabe"_qs;
        QTest::newRow("longest") << LibrarySort::Longest << u"dbaec"_qs;
        QTest::newRow("shortest") << LibrarySort::Shortest << u"aebdc"_qs;
    }
    void orders()
    {
        QFETCH(LibrarySort, sort);
        QFETCH(QString, order);
        fill();
        library().setSort(sort);
        library().start();
        const auto shown = [this] {
            QString letters;
            for (const QString &id : m_world->listed())
                letters += id.at(0);
            return letters;
        };
        QTRY_COMPARE(shown(), order);
    }

    void onlyWindowsOfALongListAreRead()
    {
        await(m_world->database->run([](QSqlDatabase &connection) -> Result<void> {
            for (int i = 0; i < 3000; ++i) {
                GenerationRecord record;
                record.key = u"g%1"_qs.arg(i);
                record.state = GenerationState::Done;
                record.generation.createdAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + i);
                record.generation.assets = { Asset{} };
                record.generation.assets[0].id = u"a%1"_qs.arg(i);
                record.assets = { LocalAsset{ u"a%1"_qs.arg(i), u"/x/%1.mp4"_qs.arg(i), {}, 0, {} } };
                auto done = execSql(connection,
                    u"INSERT INTO generations (key, conversation_id, state, resource, created_at, updated_at) "
                    "VALUES (?, '', 'done', '{}', 0, 0)"_qs,
                    { record.key });
                if (done)
                    done = putResults(connection, record);
                if (!done)
                    return done;
            }
            return {};
        }));
        library().start();
        QTRY_COMPARE(library().rowCount(), 3000);
        QVERIFY(library().result(0));
        QVERIFY(!library().result(2000));
        QTRY_VERIFY(library().result(2000));
        QCOMPARE(library().result(2000)->assetId, u"a999"_qs);
        QVERIFY(library().result(2030)); // with a part of what is around it
        QVERIFY(!library().result(2900));
        QCOMPARE(library().rowOf(library().numberAt(2999)), 2999);
        QCOMPARE(library().atMs(2999), 1'700'000'000'000);
    }

    void favouritesStay()
    {
        m_world->saved(u"a"_qs);
        m_world->saved(u"b"_qs);
        library().start();
        QTRY_COMPARE(library().rowCount(), 2);
        const qint64 a = numberOf(u"a-0"_qs);
        library().setFavourite({ a }, true);
        QVERIFY(library().result(library().rowOf(a))->favourite); // at once
        m_world->save(m_world->made(u"a"_qs)); // written again, as every change of a generation does
        m_world->restart();
        LibraryFilter filter;
        filter.favourites = true;
        library().setFilter(filter);
        library().start();
        QTRY_COMPARE(m_world->listed(), QStringList{ u"a-0"_qs });
        library().setFavourite({ a }, false);
        QTRY_COMPARE(library().rowCount(), 0);
    }

    void aMissingFileIsNoticedAndFetchedAgain()
    {
        const GenerationRecord record = m_world->saved(u"a"_qs, 2);
        library().start();
        QTRY_COMPARE(m_world->listed().size(), 2);
        library().look(0, 1);
        QVERIFY(QFile::remove(record.assets.at(1).filePath));
        QCOMPARE(library().result(0)->place, LibraryResult::Place::Here);
        QSignalSpy changes(&library(), &QAbstractItemModel::dataChanged);
        library().look(0, 1);
        QTRY_COMPARE(
            library().result(library().rowOf(numberOf(u"a-1"_qs)))->place, LibraryResult::Place::Missing);
        QVERIFY(!changes.isEmpty());
        QCOMPARE(library().result(library().rowOf(numberOf(u"a-0"_qs)))->place, LibraryResult::Place::Here);

        // On its way: the list says so. Here again under another name: it is there.
        GenerationRecord coming = record;
        coming.state = GenerationState::Downloading;
        coming.assets[1].filePath.clear();
        m_world->save(coming);
        m_world->generations.say(coming);
        QTRY_COMPARE(
            library().result(library().rowOf(numberOf(u"a-1"_qs)))->place, LibraryResult::Place::Coming);
        coming.assets[1].error = Error{ ErrorKind::Network, u"The line was cut."_qs, {}, {}, {}, {} };
        m_world->save(coming);
        m_world->generations.say(coming);
        QTRY_COMPARE(
            library().result(library().rowOf(numberOf(u"a-1"_qs)))->place, LibraryResult::Place::Missing);
        QCOMPARE(library().result(library().rowOf(numberOf(u"a-1"_qs)))->problem, u"The line was cut."_qs);
        m_world->save(record);
        QFile again(record.assets.at(1).filePath);
        QVERIFY(again.open(QIODevice::WriteOnly));
        m_world->generations.say(record);
        QTRY_COMPARE(
            library().result(library().rowOf(numberOf(u"a-1"_qs)))->place, LibraryResult::Place::Here);
        library().look(0, 1);
        QTest::qWait(0);
        QTRY_COMPARE(
            library().result(library().rowOf(numberOf(u"a-1"_qs)))->place, LibraryResult::Place::Here);

        // The service lost it: it is gone for good, and stays listed.
        GenerationRecord gone = coming;
        gone.state = GenerationState::Failed;
        m_world->save(gone);
        m_world->generations.say(gone);
        QTRY_COMPARE(
            library().result(library().rowOf(numberOf(u"a-1"_qs)))->place, LibraryResult::Place::Gone);
    }

    void deletedAndTakenBack()
    {
        const GenerationRecord a = m_world->saved(u"a"_qs);
        const GenerationRecord b = m_world->saved(u"b"_qs);
        library().start();
        QTRY_COMPARE(library().rowCount(), 2);
        QCOMPARE(library().undoable(), 0);
        const auto trashed = await(library().moveToTrash({ numberOf(u"a-0"_qs) }));
        QCOMPARE(trashed->moved, 1);
        QCOMPARE(trashed->running, 0);
        QVERIFY(!QFile::exists(a.assets.at(0).filePath));
        QVERIFY(QFile::exists(b.assets.at(0).filePath));
        QTRY_COMPARE(m_world->listed(), QStringList{ u"b-0"_qs });
        QTRY_COMPARE(library().undoable(), 1);
        // Whatever is written of the generation, it stays deleted.
        m_world->save(a);
        m_world->generations.say(a);

        QCOMPARE(await(library().undoTrash()).value(), 1);
        QVERIFY(QFile::exists(a.assets.at(0).filePath));
        QTRY_COMPARE(library().rowCount(), 2);
        QTRY_COMPARE(library().undoable(), 0);
    }

    void undoneAfterARestartAndNotForEver()
    {
        const GenerationRecord a = m_world->saved(u"a"_qs);
        m_world->saved(u"b"_qs);
        library().start();
        QTRY_COMPARE(library().rowCount(), 2);
        QCOMPARE(await(library().moveToTrash({ numberOf(u"a-0"_qs) }))->moved, 1);
        m_world->clock.at = m_world->clock.at.addSecs(9 * 60);
        m_world->restart();
        library().start();
        QTRY_COMPARE(library().undoable(), 1);
        QTRY_COMPARE(m_world->listed(), QStringList{ u"b-0"_qs });
        QCOMPARE(await(library().undoTrash()).value(), 1);
        QVERIFY(QFile::exists(a.assets.at(0).filePath));
        QTRY_COMPARE(library().rowCount(), 2);

        QCOMPARE(await(library().moveToTrash({ numberOf(u"a-0"_qs) }))->moved, 1);
        m_world->clock.at = m_world->clock.at.addSecs(11 * 60);
        m_world->restart();
        library().start();
        QTRY_COMPARE(m_world->listed(), QStringList{ u"b-0"_qs });
        QCOMPARE(library().undoable(), 0);
        QCOMPARE(await(library().undoTrash()).value(), 0);
        // Fetched again from its conversation: it is a result like any other.
        GenerationRecord coming = a;
        coming.assets[0].filePath.clear();
        m_world->save(coming);
        m_world->save(a);
        m_world->generations.say(a);
        QTRY_COMPARE(library().rowCount(), 2);
    }

    void twoDeletionsAreTakenBackOneByOne()
    {
        m_world->saved(u"a"_qs);
        m_world->saved(u"b"_qs);
        m_world->saved(u"c"_qs);
        library().start();
        QTRY_COMPARE(library().rowCount(), 3);
        QCOMPARE(await(library().moveToTrash({ numberOf(u"a-0"_qs) }))->moved, 1);
        m_world->clock.at = m_world->clock.at.addSecs(5);
        QTRY_COMPARE(library().rowCount(), 2);
        QCOMPARE(await(library().moveToTrash({ numberOf(u"b-0"_qs), numberOf(u"c-0"_qs) }))->moved, 2);
        QTRY_COMPARE(library().undoable(), 2);
        QCOMPARE(await(library().undoTrash()).value(), 2);
        QTRY_COMPARE(library().undoable(), 1);
        QCOMPARE(await(library().undoTrash()).value(), 1);
        QTRY_COMPARE(library().rowCount(), 3);
    }

    void whatRunsOrIsRefusedStays()
    {
        GenerationRecord coming = m_world->made(u"coming"_qs);
        coming.state = GenerationState::Downloading;
        coming.assets[0].filePath.clear();
        m_world->save(coming);
        const GenerationRecord refused = m_world->saved(u"refused"_qs);
        m_world->saved(u"fine"_qs);
        m_world->trash->refuses = u"refused"_qs;
        library().start();
        QTRY_COMPARE(library().rowCount(), 3);
        const auto trashed = await(library().moveToTrash(
            { numberOf(u"coming-0"_qs), numberOf(u"refused-0"_qs), numberOf(u"fine-0"_qs) }));
        QCOMPARE(trashed->moved, 1);
        QCOMPARE(trashed->running, 1);
        QCOMPARE(trashed->errors.size(), 1);
        QVERIFY(QFile::exists(refused.assets.at(0).filePath));
        QTRY_COMPARE(m_world->listed().size(), 2);
        QVERIFY(!m_world->listed().contains(u"fine-0"_qs));
    }

    void aMissingOneIsDeletedAsWell()
    {
        const GenerationRecord a = m_world->saved(u"a"_qs);
        QVERIFY(QFile::remove(a.assets.at(0).filePath));
        library().start();
        QTRY_COMPARE(library().rowCount(), 1);
        QCOMPARE(await(library().moveToTrash({ numberOf(u"a-0"_qs) }))->moved, 1);
        QTRY_COMPARE(library().rowCount(), 0);
        QTRY_COMPARE(library().undoable(), 1);
        QCOMPARE(await(library().undoTrash()).value(), 1);
        QTRY_COMPARE(library().rowCount(), 1);
    }

    void emptiedTrashIsSaid()
    {
        m_world->saved(u"a"_qs);
        library().start();
        QTRY_COMPARE(library().rowCount(), 1);
        QCOMPARE(await(library().moveToTrash({ numberOf(u"a-0"_qs) }))->moved, 1);
        QTRY_COMPARE(library().undoable(), 1);
        QVERIFY(QDir(m_world->dir.filePath(u"trash"_qs)).removeRecursively());
        QSignalSpy failures(&library(), &Library::failed);
        QCOMPARE(await(library().undoTrash()).value(), 1);
        QCOMPARE(failures.count(), 1);
        QTRY_COMPARE(library().rowCount(), 1); // missing, to be fetched again
    }

    void theSystemsTrash()
    {
        // The freedesktop.org trash of this user, here in a folder of its own.
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_world->dir.filePath(u"data"_qs)));
        QDir().mkpath(m_world->dir.filePath(u"data"_qs));
        const QString path = m_world->dir.filePath(u"갈매기.mp4"_qs);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("movie");
        file.close();
        SystemTrash trash;
        const auto there = trash.take(path);
        QVERIFY2(there, there ? "" : qPrintable(there.error().detail));
        QVERIFY(!QFile::exists(path));
        QVERIFY(QFile::exists(*there));
        // Something else has its name by now.
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const auto back = trash.putBack(*there, path);
        QVERIFY(back);
        QCOMPARE(*back, m_world->dir.filePath(u"갈매기 (2).mp4"_qs));
        QCOMPARE(QFileInfo(*back).size(), 5);
        QVERIFY(QDir(QFileInfo(*there).path() + u"/../info"_qs).isEmpty());
        QVERIFY(!trash.putBack(*there, path));
        qunsetenv("XDG_DATA_HOME");
    }

    void exportCopiesWithProgress()
    {
        const GenerationRecord a = m_world->saved(u"a"_qs, 2);
        const GenerationRecord b = m_world->saved(u"b"_qs);
        QVERIFY(QFile::remove(b.assets.at(0).filePath));
        library().start();
        QTRY_COMPARE(library().rowCount(), 3);
        const QString folder = m_world->dir.filePath(u"out"_qs);
        QVERIFY(QDir().mkpath(folder));
        QFile taken(folder + u"/a-0.mp4"_qs);
        QVERIFY(taken.open(QIODevice::WriteOnly));
        taken.close();
        FilesExport *copying =
            library().exportTo(folder, { numberOf(u"a-0"_qs), numberOf(u"a-1"_qs), numberOf(u"b-0"_qs) });
        QSignalSpy progress(copying, &FilesExport::progressed);
        QSignalSpy ended(copying, &FilesExport::finished);
        QTRY_COMPARE(ended.count(), 1);
        const auto outcome = ended.at(0).at(0).value<FilesExport::Outcome>();
        QCOMPARE(outcome.copied, 2);
        QCOMPARE(outcome.missing, 1);
        QVERIFY(!outcome.error);
        QCOMPARE(progress.last().at(0).toLongLong(), 2000);
        QCOMPARE(progress.last().at(1).toLongLong(), 2000);
        QCOMPARE(QDir(folder).entryList(QDir::Files),
            (QStringList{ u"a-0 (2).mp4"_qs, u"a-0.mp4"_qs, u"a-1.mp4"_qs }));
        QCOMPARE(QFileInfo(taken.fileName()).size(), 0); // what was there before is left alone
        QVERIFY(QFile::exists(a.assets.at(0).filePath));
    }

    void exportThatCannotBeWritten()
    {
        m_world->saved(u"a"_qs);
        library().start();
        QTRY_COMPARE(library().rowCount(), 1);
        FilesExport *copying =
            library().exportTo(m_world->dir.filePath(u"not/there"_qs), { numberOf(u"a-0"_qs) });
        QSignalSpy ended(copying, &FilesExport::finished);
        QTRY_COMPARE(ended.count(), 1);
        const auto outcome = ended.at(0).at(0).value<FilesExport::Outcome>();
        QCOMPARE(outcome.copied, 0);
        QCOMPARE(outcome.error->kind, ErrorKind::File);
        QVERIFY(outcome.error->sentence.contains(u"a-0.mp4"_qs));
    }

    void exportIsStopped()
    {
        m_world->saved(u"a"_qs);
        library().start();
        QTRY_COMPARE(library().rowCount(), 1);
        const QString folder = m_world->dir.filePath(u"out"_qs);
        QVERIFY(QDir().mkpath(folder));
        FilesExport *copying = library().exportTo(folder, { numberOf(u"a-0"_qs) });
        QSignalSpy ended(copying, &FilesExport::finished);
        copying->cancel();
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(ended.at(0).at(0).value<FilesExport::Outcome>().error->kind, ErrorKind::Cancelled);
        QVERIFY(QDir(folder).isEmpty());
    }

    void draggedAsFiles()
    {
        const GenerationRecord a = m_world->saved(u"a"_qs);
        const GenerationRecord b = m_world->saved(u"b"_qs);
        library().start();
        QTRY_COMPARE(library().rowCount(), 2);
        QVERIFY(QFile::remove(b.assets.at(0).filePath));
        library().look(0, 1);
        QTRY_COMPARE(
            library().result(library().rowOf(numberOf(u"b-0"_qs)))->place, LibraryResult::Place::Missing);
        const std::unique_ptr<QMimeData> data(library().mimeData({ library().index(0), library().index(1) }));
        QCOMPARE(data->urls(), QList<QUrl>{ QUrl::fromLocalFile(a.assets.at(0).filePath) });
        QVERIFY(library().flags(library().index(0)) & Qt::ItemIsDragEnabled);
    }

    void freeNames()
    {
        const QString path = m_world->dir.filePath(u"x.tar.gz"_qs);
        QCOMPARE(freeName(path), path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(freeName(path), m_world->dir.filePath(u"x.tar (2).gz"_qs));
    }
};

QTEST_GUILESS_MAIN(TestLibrary)
#include "tst_client_library.moc"
