#include "client/chat/StoredConversations.h"
#include "client/chat/StoredTranscript.h"
#include "client/store/Sql.h"
#include "tests/support/Await.h"
#include "tests/support/FakeGenerations.h"
#include "tests/support/FakeSession.h"
#include "tests/support/LongConversation.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace facet;
using namespace facet::client;
using namespace facet::test;

/// A conversation of which only parts are held.
class TestClientTranscript : public QObject {
    Q_OBJECT

    static constexpr int rows = 3000;
    static constexpr int patience = 60'000; ///< ms; a disk that others use as well may take its time

    QTemporaryDir m_written; ///< where the conversation was written, once
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<MessageStore> m_messages;
    std::unique_ptr<FakeGenerations> m_generations;
    std::unique_ptr<FakeSession> m_session;
    std::unique_ptr<StoredConversations> m_conversations;
    std::unique_ptr<StoredTranscript> m_transcript;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    static StoredItem said(int row, const QString &text)
    {
        StoredItem stored{ u"long"_qs, u"run-live"_qs, LongConversation::position(row), {} };
        stored.item.id = LongConversation::itemId(row);
        stored.item.kind = TranscriptItem::Kind::AgentText;
        stored.item.text = text;
        return stored;
    }
    void execute(const QString &statement)
    {
        const auto done =
            m_database->run([statement](QSqlDatabase &connection) { return execSql(connection, statement); });
        QVERIFY(await(done, patience));
    }
    /// Every place is known.
    bool isKnown() const { return m_transcript->kind(0) == TranscriptItem::Kind::User; }

private slots:
    void initTestCase()
    {
        Database database(m_written.filePath(u"facet.db"_qs));
        LongConversation conversation;
        conversation.rows = rows;
        const auto written =
            database.run([conversation](QSqlDatabase &connection) { return conversation.write(connection); });
        QVERIFY(await(written, patience));
    }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        const QString path = m_dir->filePath(u"facet.db"_qs);
        QVERIFY(QFile::copy(m_written.filePath(u"facet.db"_qs), path));
        m_database = std::make_unique<Database>(path);
        m_messages = std::make_unique<MessageStore>(m_database.get());
        m_generations = std::make_unique<FakeGenerations>();
        m_session = std::make_unique<FakeSession>();
        m_conversations =
            std::make_unique<StoredConversations>(m_database.get(), *m_messages, *m_generations, *m_session);
        m_transcript = std::make_unique<StoredTranscript>(*m_messages, *m_conversations, *m_generations);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_transcript.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        m_conversations->start();
        m_conversations->open(u"long"_qs);
        QTRY_COMPARE(m_transcript->conversationId(), u"long"_qs);
    }
    void cleanup()
    {
        m_tester.reset();
        m_transcript.reset();
        m_conversations.reset();
        m_messages.reset();
        m_database.reset();
    }

    void opensAtItsEnd()
    {
        QCOMPARE(m_transcript->rowCount(), rows);
        QVERIFY(m_transcript->isRead(rows - 1));
        QCOMPARE(m_transcript->item(rows - 1).text, LongConversation::text(rows - 1));
        QVERIFY(!m_transcript->isRead(10));
        QVERIFY(m_transcript->item(10).id.isEmpty());
        QTRY_VERIFY(isKnown());
        QCOMPARE(m_transcript->kind(3), TranscriptItem::Kind::Generation);
        QCOMPARE(m_transcript->kind(5), TranscriptItem::Kind::AgentText);
        QVERIFY(!m_transcript->isRead(3)); // its place and kind only
    }

    void rowsAreReadWhenTheyAreLookedAt()
    {
        QSignalSpy changed(m_transcript.get(), &QAbstractItemModel::dataChanged);
        m_transcript->prepare(1000, 1010);
        QTRY_VERIFY(m_transcript->isRead(1003) && m_transcript->isRead(1010));
        QVERIFY(!changed.isEmpty());
        QCOMPARE(m_transcript->item(1000).text, LongConversation::text(1000));
        QCOMPARE(m_transcript->item(1003).generation.key, LongConversation::generationKey(1003));
        QCOMPARE(m_transcript->item(1003).generation.generation.chargedCredits, std::optional<Credits>(145));
        QVERIFY(!m_transcript->isRead(200));
        QCOMPARE(m_transcript->rowCount(), rows);
    }

    void onlySomeAreHeld()
    {
        QTRY_VERIFY(isKnown());
        for (int row = 0; row < rows - 100; row += 90) {
            m_transcript->prepare(row, row + 20);
            QTRY_VERIFY(m_transcript->isRead(row) && m_transcript->isRead(row + 20));
            QVERIFY2(
                m_transcript->readCount() < 1200, qPrintable(QString::number(m_transcript->readCount())));
        }
        QVERIFY(!m_transcript->isRead(10)); // let go of
        QVERIFY(m_transcript->isRead(rows - 1)); // the end never
    }

    void whatWasAskedForLastIsRead()
    {
        QTRY_VERIFY(isKnown());
        for (int row = 0; row < 2500; row += 10)
            m_transcript->prepare(row, row + 9); // as a scroll bar that is dragged
        QTRY_VERIFY(m_transcript->isRead(2490) && m_transcript->isRead(2499));
        QVERIFY(!m_transcript->isRead(1200));
    }

    void aRowThatWasNotReadChanges()
    {
        QTRY_VERIFY(isKnown());
        m_messages->announce(said(501, u"another word"_qs));
        QCOMPARE(m_transcript->rowCount(), rows);
        QVERIFY(m_transcript->isRead(501));
        QCOMPARE(m_transcript->item(501).text, u"another word"_qs);
        m_messages->announce(said(501, u"and another"_qs));
        QCOMPARE(m_transcript->item(501).text, u"and another"_qs);
        QCOMPARE(m_transcript->rowCount(), rows);
    }

    void whatIsNewComesAtTheEnd()
    {
        m_messages->announce(said(rows, u"new"_qs)); // while the places are still being read
        QCOMPARE(m_transcript->rowCount(), rows + 1);
        QCOMPARE(m_transcript->item(rows).text, u"new"_qs);
        QTRY_VERIFY(isKnown());
        QCOMPARE(m_transcript->rowCount(), rows + 1);
    }

    void aRowInTheMiddleIsNew()
    {
        StoredItem between = said(100, u"between"_qs);
        between.item.id = u"between"_qs;
        between.position += 5;
        m_messages->announce(between); // perhaps before it is known where that is
        QTRY_COMPARE(m_transcript->rowCount(), rows + 1);
        QTRY_VERIFY(isKnown());
        QTRY_COMPARE(m_transcript->item(101).text, u"between"_qs);
    }

    void aRowThatIsGoneGoesWhenItIsLookedAt()
    {
        QTRY_VERIFY(isKnown());
        execute(u"DELETE FROM messages WHERE id = 'row-700'"_qs);
        m_messages->announceRemoved(u"long"_qs, u"row-700"_qs); // nobody had read it
        m_transcript->prepare(690, 710);
        QTRY_COMPARE(m_transcript->rowCount(), rows - 1);
        QCOMPARE(m_transcript->item(700).id, LongConversation::itemId(701));
    }

    void aCardMovesToItsPlace()
    {
        StoredItem card = said(rows + 900, {});
        card.item.id = u"generation/k"_qs;
        m_messages->announce(card);
        m_messages->announce(said(rows, u"here it is"_qs));
        m_messages->announce(said(rows + 2, u"and more"_qs));
        card.position = LongConversation::position(rows + 1);
        m_messages->announce(card);
        QCOMPARE(m_transcript->rowCount(), rows + 3);
        QCOMPARE(m_transcript->item(rows + 1).id, u"generation/k"_qs);
    }

    void aGenerationIsFoundWhereverItIs()
    {
        QCOMPARE(await(m_transcript->rowOfGeneration(LongConversation::generationKey(1003))), 1003);
        QCOMPARE(await(m_transcript->rowOfGeneration(u"key-2983"_qs)), 2983);
        QCOMPARE(await(m_transcript->rowOfGeneration(u"of another"_qs)), -1);
    }

    void textsOfRowsThatWereNotRead()
    {
        QTRY_VERIFY(isKnown());
        const auto texts = await(m_transcript->texts(0, rows - 1));
        QVERIFY(texts);
        QCOMPARE(texts->size(), rows - rows / 20); // a video says nothing
        QCOMPARE(texts->at(0), LongConversation::text(0));
        QCOMPARE(texts->constLast(), LongConversation::text(rows - 1));
    }

    void aWordIsFoundInAllRows_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::newRow("as written") << u"등대지기"_qs;
        QTest::newRow("a part of it") << u"대지"_qs;
        QTest::newRow("in parts of syllables") << u"등대지기"_qs.normalized(QString::NormalizationForm_D);
    }
    void aWordIsFoundInAllRows()
    {
        QFETCH(QString, wanted);
        TranscriptSearch &search = m_transcript->search();
        search.setText(wanted);
        QTRY_VERIFY(search.isDone());
        QTRY_COMPARE(search.row(0), 0);
        QCOMPARE(search.count(), 3);
        QCOMPARE(search.row(1), 1000);
        QCOMPARE(search.row(2), 2000);
        QCOMPARE(search.row(3), -1);
        QCOMPARE(search.firstFrom(1000), 1);
        QCOMPARE(search.firstFrom(1001), 2);
        QCOMPARE(search.firstFrom(2001), 3);
        search.setText({});
        QCOMPARE(search.count(), 0);
    }

    void caseAndMarksDoNotMatter()
    {
        TranscriptSearch &search = m_transcript->search();
        search.setText(u"THE 5-SECOND MOVE"_qs); // "the **5-second** move"
        QTRY_VERIFY(search.isDone());
        QVERIFY(search.count() > 300);
        search.setText(u"100% sure_not"_qs);
        QTRY_VERIFY(search.isDone());
        QCOMPARE(search.count(), 0);
    }

    void theSearchFollowsWhatGoesOn()
    {
        QTRY_VERIFY(isKnown());
        TranscriptSearch &search = m_transcript->search();
        search.setText(u"등대지기"_qs);
        QTRY_COMPARE(search.count(), 3);
        m_messages->announce(said(rows, u"the 등대"_qs));
        QCOMPARE(search.count(), 3);
        m_messages->announce(said(rows, u"the 등대지기"_qs)); // as it streams in
        QCOMPARE(search.count(), 4);
        QCOMPARE(search.row(3), rows);
        m_messages->announceRemoved(u"long"_qs, LongConversation::itemId(rows));
        QCOMPARE(search.count(), 3);
        m_conversations->openNew();
        QTRY_COMPARE(m_transcript->rowCount(), 0);
        QVERIFY(search.text().isEmpty());
        QCOMPARE(search.count(), 0);
    }

    void whatAnAgentIsTold()
    {
        const auto before = await(m_messages->before(u"long"_qs, LongConversation::itemId(2010), 20));
        QVERIFY(before);
        QCOMPARE(before->said.size(), 20);
        QCOMPARE(before->said.constLast().item.id, LongConversation::itemId(2009));
        // Without the videos at 1983 and 2003.
        QCOMPARE(before->said.constFirst().item.id, LongConversation::itemId(1989));
        QVERIFY(before->openQuestions.isEmpty());
    }

    void theOrderHasItsIndexes()
    {
        const auto indexes = await(m_database->run([](QSqlDatabase &connection) -> Result<QStringList> {
            auto query = sql(connection,
                u"SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'messages'"_qs);
            QStringList names;
            while (query && query->next())
                names.append(query->value(0).toString());
            return names;
        }));
        QVERIFY(indexes->contains(u"messages_in_order"_qs));
        QVERIFY(indexes->contains(u"messages_by_run"_qs));
        QVERIFY(!indexes->contains(u"messages_of"_qs));
    }
};

QTEST_GUILESS_MAIN(TestClientTranscript)
#include "tst_client_transcript.moc"
