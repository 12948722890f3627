#include "client/store/Database.h"
#include "client/store/Migrations.h"
#include "client/store/Sql.h"
#include "tests/support/Await.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

using namespace facet;
using namespace facet::client;
using facet::test::await;

namespace {

QFuture<Result<void>> put(Database &database, const QString &name, const QString &value)
{
    return database.run([name, value](QSqlDatabase &connection) {
        return execSql(
            connection, u"INSERT OR REPLACE INTO remembered (name, value) VALUES (?, ?)"_qs, { name, value });
    });
}

Result<QString> get(Database &database, const QString &name)
{
    return await(database.run([name](QSqlDatabase &connection) -> Result<QString> {
        auto query = sql(connection, u"SELECT value FROM remembered WHERE name = ?"_qs, { name });
        if (!query)
            return tl::unexpected(query.error());
        return query->next() ? query->value(0).toString() : QString();
    }));
}

} // namespace

class TestDatabase : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    QString path() const { return m_dir->filePath(u"profile/facet.db"_qs); }
    QStringList files() const { return QDir(m_dir->filePath(u"profile"_qs)).entryList(QDir::Files); }

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void firstStartMakesEverything()
    {
        Database database(path());
        const auto opened = await(database.open());
        QVERIFY(opened);
        QVERIFY(!opened->notice);
        QVERIFY(await(put(database, u"a"_qs, u"1"_qs)));
        QCOMPARE(get(database, u"a"_qs).value(), u"1"_qs);
        const auto mode = await(database.run([](QSqlDatabase &connection) -> Result<QString> {
            auto query = sql(connection, u"PRAGMA journal_mode"_qs);
            return query && query->next() ? query->value(0).toString() : QString();
        }));
        QCOMPARE(mode.value(), u"wal"_qs);
    }

    void worksOffTheCallersThread()
    {
        Database database(path());
        QThread *here = QThread::currentThread();
        const auto elsewhere = await(database.run(
            [here](QSqlDatabase &) -> Result<bool> { return QThread::currentThread() != here; }));
        QVERIFY(elsewhere.value());
        QElapsedTimer timer;
        timer.start();
        const auto slow = database.run([](QSqlDatabase &) -> Result<void> {
            QThread::msleep(200);
            return {};
        });
        QVERIFY(timer.elapsed() < 100); // asking is no waiting
        await(slow);
    }

    void whatWasAskedForIsDoneBeforeTheEnd()
    {
        {
            Database database(path());
            for (int n = 0; n < 50; ++n)
                put(database, QString::number(n), u"kept"_qs);
        }
        Database database(path());
        QCOMPARE(get(database, u"49"_qs).value(), u"kept"_qs);
    }

    void aFailedJobLeavesNothing()
    {
        Database database(path());
        const auto failed = await(database.run([](QSqlDatabase &connection) -> Result<void> {
            if (auto done = execSql(connection, u"INSERT INTO remembered VALUES ('half', 'done')"_qs); !done)
                return done;
            return execSql(connection, u"INSERT INTO no_such_table VALUES (1)"_qs);
        }));
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::File);
        QVERIFY(!failed.error().sentence.isEmpty());
        QVERIFY(failed.error().detail.contains(u"no_such_table"_qs));
        QCOMPARE(get(database, u"half"_qs).value(), QString());
    }

    void aNewerProfileIsRefusedAndLeftAlone()
    {
        {
            Database database(path());
            QVERIFY(await(put(database, u"a"_qs, u"1"_qs)));
            QVERIFY(await(database.run([](QSqlDatabase &connection) {
                return execSql(connection, u"PRAGMA user_version = %1"_qs.arg(newestSchema() + 1));
            })));
        }
        {
            Database database(path());
            const auto opened = await(database.open());
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, u"newer_profile"_qs);
            QVERIFY(opened.error().sentence.contains(u"Update Facet"_qs));
            const auto refused = await(put(database, u"a"_qs, u"2"_qs));
            QVERIFY(!refused);
            QCOMPARE(refused.error(), opened.error());
        }
        QCOMPARE(files().filter(u"damaged"_qs).size(), 0);
    }

    void aDamagedFileIsMovedAsideAndKept_data()
    {
        QTest::addColumn<bool>("noDatabaseAtAll");
        QTest::newRow("no database at all") << true;
        QTest::newRow("damaged inside") << false;
    }
    void aDamagedFileIsMovedAsideAndKept()
    {
        QFETCH(bool, noDatabaseAtAll);
        {
            Database database(path());
            for (int n = 0; n < 200; ++n)
                put(database, QString::number(n), QString(200, u'x'));
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        if (noDatabaseAtAll) {
            QVERIFY(file.resize(0));
            file.write(QByteArray(20000, 'z'));
        } else { // the header is fine, pages behind it are not
            file.seek(4096);
            file.write(QByteArray(static_cast<int>(file.size()) - 4096, '\xab'));
        }
        file.close();
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray damaged = file.readAll();
        file.close();

        Database database(path());
        const auto opened = await(database.open());
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        QVERIFY(opened->notice);
        QCOMPARE(opened->notice->code, u"history_moved_aside"_qs);
        const QStringList kept = files().filter(u"damaged"_qs);
        QVERIFY(!kept.isEmpty());
        QVERIFY(opened->notice->sentence.contains(kept.constFirst()));
        QFile keptFile(m_dir->filePath(u"profile/"_qs + kept.constFirst()));
        QVERIFY(keptFile.open(QIODevice::ReadOnly));
        QCOMPARE(keptFile.readAll(), damaged);
        QVERIFY(await(put(database, u"new"_qs, u"1"_qs)));
    }

    void aFolderThatCannotBeMade()
    {
        QFile occupied(m_dir->filePath(u"profile"_qs));
        QVERIFY(occupied.open(QIODevice::WriteOnly));
        Database database(path());
        const auto opened = await(database.open());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::File);
        QVERIFY(opened.error().sentence.contains(u"profile"_qs));
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_client_database.moc"
