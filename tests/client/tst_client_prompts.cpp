#include "client/composer/StoredPrompts.h"
#include "client/store/DraftStore.h"
#include "client/store/MessageRows.h"
#include "client/store/Migrations.h"
#include "client/store/Sql.h"
#include "tests/support/Await.h"

#include <QTemporaryDir>

using namespace facet;
using namespace facet::client;
using facet::test::await;

/// What was asked before, out of the real database.
class TestPrompts : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Database> m_database;
    int m_count = 0;

    void ask(const QString &text, const QString &conversation = u"harbor"_qs,
        TranscriptItem::Kind kind = TranscriptItem::Kind::User)
    {
        StoredItem stored;
        stored.conversationId = conversation;
        stored.position = ++m_count;
        stored.item.id = QStringLiteral("m%1").arg(m_count);
        stored.item.kind = kind;
        stored.item.at = QDateTime(QDate(2026, 11, 23), QTime(8, 0), Qt::UTC).addSecs(m_count);
        stored.item.text = text;
        const auto put = await(m_database->run([stored](QSqlDatabase &connection) -> Result<void> {
            auto done = execSql(connection,
                u"INSERT OR IGNORE INTO conversations (id, title, search, created_at, updated_at) "
                "VALUES (?, '', '', 0, 0)"_qs,
                { stored.conversationId });
            return done ? putItem(connection, stored) : done;
        }));
        QVERIFY2(put, put ? "" : qPrintable(put.error().detail));
    }
    void forget(const QString &id)
    {
        QVERIFY(
            await(m_database->run([id](QSqlDatabase &connection) { return removeItem(connection, id); })));
    }
    static QStringList texts(const Result<QList<PastPrompt>> &prompts)
    {
        QStringList all;
        for (const PastPrompt &prompt : prompts.value_or(QList<PastPrompt>{}))
            all.append(prompt.text);
        return all;
    }
    QStringList newest() { return texts(await(StoredPrompts(*m_database).before({}))); }
    QStringList found(const QString &words) { return texts(await(StoredPrompts(*m_database).find(words))); }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<Database>(m_dir->filePath(u"facet.db"_qs));
        m_count = 0;
    }
    void cleanup() { m_database.reset(); }

    void newestFirstOverAllConversationsWithoutDoubles()
    {
        ask(u"a fox"_qs);
        ask(u"a lighthouse"_qs, u"other"_qs);
        ask(u"Here it is"_qs, u"other"_qs, TranscriptItem::Kind::AgentText);
        ask(u"a boat"_qs);
        ask(u"a fox"_qs, u"third"_qs); // again: once, and now the newest
        QCOMPARE(newest(), (QStringList{ u"a fox"_qs, u"a boat"_qs, u"a lighthouse"_qs }));
    }

    void aPageAtATime()
    {
        for (int i = 0; i < 130; ++i)
            ask(QStringLiteral("prompt %1").arg(i));
        StoredPrompts prompts(*m_database);
        QStringList all;
        std::optional<PastPrompt> last;
        for (;;) {
            const auto page = await(prompts.before(last));
            QVERIFY(page);
            QVERIFY(page->size() <= PromptHistory::pageSize);
            all += texts(page);
            if (page->isEmpty())
                break;
            last = page->constLast();
        }
        QCOMPARE(all.size(), 130);
        QCOMPARE(all.constFirst(), u"prompt 129"_qs);
        QCOMPARE(all.constLast(), u"prompt 0"_qs);
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), 130);
    }

    void foundByPartsOfWordsInAnyLanguage()
    {
        ask(u"항구의 새벽, 등대가 깜박인다"_qs);
        ask(u"A Lighthouse at dawn"_qs);
        ask(u"50% slower, no_cuts"_qs);
        QCOMPARE(found(u"등대"_qs), QStringList{ u"항구의 새벽, 등대가 깜박인다"_qs });
        QCOMPARE(found(u"벽"_qs).size(), 1);
        QCOMPARE(found(u"새벽 항구"_qs).size(), 1); // all of the words, in any order
        QCOMPARE(found(u"새벽 배"_qs).size(), 0);
        // Hangul taken apart, as a Mac's file names are.
        QCOMPARE(found(u"등대"_qs.normalized(QString::NormalizationForm_D)).size(), 1);
        QCOMPARE(found(u"LIGHT"_qs), QStringList{ u"A Lighthouse at dawn"_qs });
        QCOMPARE(found(u"%"_qs), QStringList{ u"50% slower, no_cuts"_qs }); // no wildcard
        QCOMPARE(found(u"o_c"_qs).size(), 1);
        QCOMPARE(found(u"  "_qs).size(), 3);
    }

    void whatIsDeletedIsForgotten()
    {
        ask(u"a fox"_qs); // m1
        ask(u"a boat"_qs); // m2
        ask(u"a fox"_qs, u"other"_qs); // m3
        forget(u"m2"_qs);
        QCOMPARE(newest(), QStringList{ u"a fox"_qs });
        forget(u"m1"_qs);
        QCOMPARE(newest(), QStringList{ u"a fox"_qs }); // asked elsewhere as well
        QVERIFY(await(m_database->run([](QSqlDatabase &connection) {
            return execSql(connection, u"DELETE FROM conversations WHERE id = 'other'"_qs);
        })));
        QCOMPARE(newest(), QStringList());
    }

    void aDeletedChatIsNotRemembered()
    {
        ask(u"a fox"_qs);
        ask(u"a boat"_qs, u"other"_qs);
        ask(u"a fox"_qs, u"other"_qs);
        const auto setDeleted = [this](const QVariant &at) {
            return await(m_database->run([at](QSqlDatabase &connection) {
                return execSql(
                    connection, u"UPDATE conversations SET deleted_at = ? WHERE id = 'other'"_qs, { at });
            }));
        };
        QVERIFY(setDeleted(1));
        QCOMPARE(newest(), QStringList{ u"a fox"_qs });
        QCOMPARE(found(u"boat"_qs), QStringList());
        QVERIFY(setDeleted(QVariant())); // undone
        QCOMPARE(newest().size(), 2);
        QCOMPARE(found(u"boat"_qs).size(), 1);
    }

    void aProfileOfBeforeHasItsPrompts()
    {
        const QString path = m_dir->filePath(u"before.db"_qs);
        {
            auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_qs, u"before"_qs);
            connection.setDatabaseName(path);
            QVERIFY(connection.open());
            QVERIFY(migrate(connection, 2)); // the last form without a history
            const QString insert =
                u"INSERT INTO messages (position, id, conversation_id, kind, agent, at, text, search) "
                "VALUES (?, ?, 'c', ?, '1.0', ?, ?, ?)"_qs;
            QVERIFY(execSql(connection, u"INSERT INTO conversations VALUES ('c', '', '', '', 0, 0)"_qs));
            QVERIFY(execSql(connection, insert, { 1, u"1"_qs, u"user"_qs, 1000, u"a Fox"_qs, u"a fox"_qs }));
            QVERIFY(execSql(connection, insert, { 2, u"2"_qs, u"user"_qs, 2000, u"등대"_qs, u"등대"_qs }));
            QVERIFY(execSql(connection, insert, { 3, u"3"_qs, u"agent"_qs, 3000, u"Yes"_qs, QString() }));
            QVERIFY(execSql(connection, insert, { 4, u"4"_qs, u"user"_qs, 4000, u"a Fox"_qs, u"a fox"_qs }));
            QVERIFY(execSql(
                connection, u"INSERT INTO drafts VALUES ('c', 'half a thought', '2.0', NULL, '{}', 0)"_qs));
            connection.close();
        }
        QSqlDatabase::removeDatabase(u"before"_qs);
        m_database = std::make_unique<Database>(path);
        const auto opened = await(m_database->open());
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        QVERIFY(!opened->notice);
        QCOMPARE(newest(), (QStringList{ u"a Fox"_qs, u"등대"_qs }));
        QCOMPARE(found(u"FOX"_qs), QStringList{ u"a Fox"_qs });
        const auto draft = await(DraftStore(m_database.get()).load(u"c"_qs));
        QVERIFY(draft && *draft);
        QCOMPARE((*draft)->text, u"half a thought"_qs);
        QVERIFY(!(*draft)->priceWas);
    }
};

QTEST_GUILESS_MAIN(TestPrompts)
#include "tst_client_prompts.moc"
