#include "service/store/Store.h"
#include "service/store/Transaction.h"

#include <QTemporaryDir>
#include <QTest>

using namespace facet;
using namespace facet::service;

namespace {

const QList<Migration> firstStep{ { 1, { QStringLiteral("CREATE TABLE t(a TEXT NOT NULL, b INTEGER)") } } };

qint64 count(Store &store)
{
    return store.number(QStringLiteral("SELECT COUNT(*) FROM t")).value_or(-1);
}

} // namespace

class TestStore : public QObject {
    Q_OBJECT

private slots:
    void opensWithTheDurableSettings();
    void runsEveryStepOnce();
    void refusesANewerDatabase();
    void aFailedStepLeavesNothingBehind();
    void refusesAFolderThatCannotBeMade();
    void bindsValuesAndReadsThemBack();
    void queriesNest();
    void rollsBackUnlessCommitted();
    void innerTransactionsAreUndoneAlone();
    void reportsWhatSqliteSays();
};

void TestStore::opensWithTheDurableSettings()
{
    QTemporaryDir dir;
    auto store = Store::open(dir.path());
    QVERIFY(store.has_value());
    const auto text = [](const Row &row) { return row.text(0); };
    QCOMPARE((*store)->one(QStringLiteral("PRAGMA journal_mode"), text)->value(), QStringLiteral("wal"));
    QCOMPARE((*store)->number(QStringLiteral("PRAGMA synchronous")).value(), 2); // FULL
    QCOMPARE((*store)->number(QStringLiteral("PRAGMA foreign_keys")).value(), 1);
    QVERIFY(QFile::exists(dir.filePath(QStringLiteral("facet.db"))));
}

void TestStore::runsEveryStepOnce()
{
    QTemporaryDir dir;
    {
        auto store = Store::open(dir.path(), firstStep);
        QVERIFY(store.has_value());
        QVERIFY(
            (*store)->run(QStringLiteral("INSERT INTO t(a) VALUES (?)"), QStringLiteral("kept")).has_value());
    }
    QList<Migration> steps = firstStep;
    steps.append({ 2, { QStringLiteral("ALTER TABLE t ADD COLUMN c TEXT NOT NULL DEFAULT 'new'") } });
    for (int i = 0; i < 2; ++i) {
        auto store = Store::open(dir.path(), steps);
        QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
        QCOMPARE((*store)->number(QStringLiteral("PRAGMA user_version")).value(), 2);
        const auto row = (*store)->one(
            QStringLiteral("SELECT a, c FROM t"), [](const Row &r) { return r.text(0) + u'/' + r.text(1); });
        QCOMPARE(row->value(), QStringLiteral("kept/new"));
    }
}

void TestStore::refusesANewerDatabase()
{
    QTemporaryDir dir;
    {
        QVERIFY(Store::open(dir.path(), { { 1, {} }, { 2, {} } }).has_value());
    }
    const auto store = Store::open(dir.path(), firstStep);
    QVERIFY(!store.has_value());
    QCOMPARE(store.error().kind, ErrorKind::File);
    QVERIFY(store.error().sentence.contains(QLatin1String("newer Facet")));
    QVERIFY(store.error().sentence.contains(QLatin1String("--data")));
}

void TestStore::aFailedStepLeavesNothingBehind()
{
    QTemporaryDir dir;
    const QList<Migration> broken{ { 1,
        { QStringLiteral("CREATE TABLE t(a TEXT NOT NULL, b INTEGER)"), QStringLiteral("NOT SQL") } } };
    QVERIFY(!Store::open(dir.path(), broken).has_value());
    auto store = Store::open(dir.path(), firstStep);
    QVERIFY(store.has_value());
    QCOMPARE(count(**store), 0);
}

void TestStore::refusesAFolderThatCannotBeMade()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto store = Store::open(dir.filePath(QStringLiteral("file/below")));
    QVERIFY(!store.has_value());
    QCOMPARE(store.error().kind, ErrorKind::File);
}

void TestStore::bindsValuesAndReadsThemBack()
{
    auto opened = Store::openInMemory();
    Store &store = **opened;
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(1'763'892'000'123, Qt::UTC);
    const auto read = store.one(
        QStringLiteral("SELECT ?, ?, ?, ?, ?, ?, ?"),
        [&](const Row &row) {
            return row.text(0) == QStringLiteral("'; DROP TABLE account; -- 한글")
                && row.integer(1) == 1LL << 40 && row.real(2) == 0.5 && row.time(3) == time && row.isNull(4)
                && !row.maybeText(4) && row.maybeInteger(5) == 7 && !row.isNull(6) && row.text(6).isEmpty();
        },
        QStringLiteral("'; DROP TABLE account; -- 한글"), qint64(1) << 40, 0.5, time,
        std::optional<QString>(), std::optional<qint64>(7), QString());
    QVERIFY(read.has_value());
    QVERIFY(read->value());
}

void TestStore::queriesNest()
{
    QTemporaryDir dir;
    auto store = Store::open(dir.path(), firstStep);
    for (int i = 0; i < 3; ++i)
        QVERIFY((*store)->run(QStringLiteral("INSERT INTO t(a, b) VALUES ('x', ?)"), i).has_value());
    const QString sql = QStringLiteral("SELECT b FROM t ORDER BY b");
    const auto sums = (*store)->all(sql, [&](const Row &row) {
        qint64 sum = 0;
        const auto inside = (*store)->all(sql, [](const Row &inner) { return inner.integer(0); });
        for (qint64 b : inside.value())
            sum += b;
        return row.integer(0) * 100 + sum;
    });
    QCOMPARE(sums.value(), (QList<qint64>{ 3, 103, 203 }));
}

void TestStore::rollsBackUnlessCommitted()
{
    QTemporaryDir dir;
    auto store = Store::open(dir.path(), firstStep);
    {
        Transaction transaction(**store);
        QVERIFY((*store)->run(QStringLiteral("INSERT INTO t(a) VALUES ('x')")).has_value());
        QCOMPARE(count(**store), 1);
    }
    QCOMPARE(count(**store), 0);
    {
        Transaction transaction(**store);
        QVERIFY((*store)->run(QStringLiteral("INSERT INTO t(a) VALUES ('x')")).has_value());
        QVERIFY(transaction.commit().has_value());
    }
    QCOMPARE(count(**store), 1);
}

void TestStore::innerTransactionsAreUndoneAlone()
{
    QTemporaryDir dir;
    auto store = Store::open(dir.path(), firstStep);
    const QString insert = QStringLiteral("INSERT INTO t(a) VALUES ('x')");
    {
        Transaction outer(**store);
        QVERIFY((*store)->run(insert).has_value());
        {
            Transaction inner(**store);
            QVERIFY((*store)->run(insert).has_value());
        }
        QCOMPARE(count(**store), 1);
        {
            Transaction inner(**store);
            QVERIFY((*store)->run(insert).has_value());
            QVERIFY(inner.commit().has_value());
        }
        QVERIFY(outer.commit().has_value());
    }
    QCOMPARE(count(**store), 2);
    {
        Transaction outer(**store);
        {
            Transaction inner(**store);
            QVERIFY((*store)->run(insert).has_value());
            QVERIFY(inner.commit().has_value());
        }
    }
    QCOMPARE(count(**store), 2);
}

void TestStore::reportsWhatSqliteSays()
{
    auto store = Store::openInMemory();
    const auto done = (*store)->run(QStringLiteral("INSERT INTO missing VALUES (1)"));
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().kind, ErrorKind::File);
    QVERIFY(done.error().detail.contains(QLatin1String("missing")));
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_service_store.moc"
