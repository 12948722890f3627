#include "client/library/Snippet.h"
#include "client/store/ConversationStore.h"
#include "client/store/SearchRows.h"
#include "client/store/SearchTerms.h"
#include "tests/client/support/ProfileWorld.h"

#include <QSqlQuery>
#include <QTest>

using namespace facet;
using namespace facet::client;
using facet::test::await;
using facet::test::ProfileWorld;

class TestSearch : public QObject {
    Q_OBJECT

    std::unique_ptr<ProfileWorld> m_world;

    QStringList found(const QString &text, const QString &conversation = {}, int most = 100)
    {
        const auto answer = await(m_world->search->messages(text, conversation, most));
        if (!answer)
            qFatal("%s", qPrintable(answer.error().detail));
        QStringList ids;
        for (const SearchHit &hit : answer->hits)
            ids.append(hit.itemId);
        return ids;
    }
    int count(const QString &sqlText)
    {
        return await(m_world->database->run([sqlText](QSqlDatabase &connection) -> Result<int> {
            auto query = sql(connection, sqlText);
            if (!query)
                return tl::unexpected(query.error());
            return query->next() ? query->value(0).toInt() : -1;
        })).value();
    }

private slots:
    void init() { m_world = std::make_unique<ProfileWorld>(); }

    void whatIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("terms");
        QTest::newRow("nothing") << u"   "_qs << QStringList();
        QTest::newRow("words") << u" Gull  HARBOR "_qs << QStringList{ u"gull"_qs, u"harbor"_qs };
        QTest::newRow("twice") << u"gull Gull"_qs << QStringList{ u"gull"_qs };
        QTest::newRow("phrase") << u"a \"slow  push\" in"_qs
                                << QStringList{ u"a"_qs, u"slow push"_qs, u"in"_qs };
        QTest::newRow("curly quotes") << u"“slow push”"_qs << QStringList{ u"slow push"_qs };
        QTest::newRow("a quote alone") << u"5\" screen"_qs << QStringList{ u"5"_qs, u"screen"_qs };
        QTest::newRow("empty quotes") << u"\"\" fox"_qs << QStringList{ u"fox"_qs };
        QTest::newRow("operators") << u"AND OR* -no (NEAR) col:x ^y"_qs
                                   << QStringList{ u"and"_qs, u"or*"_qs, u"-no"_qs, u"(near)"_qs, u"col:x"_qs,
                                          u"^y"_qs };
        QTest::newRow("decomposed Hangul")
            << u"바다"_qs.normalized(QString::NormalizationForm_D) << QStringList{ u"바다"_qs };
    }
    void whatIsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, terms);
        QCOMPARE(SearchTerms::of(typed).all, terms);
    }

    void findsParts_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("ids");
        const QStringList none;
        QTest::newRow("a word") << u"harbor"_qs << QStringList{ u"en"_qs };
        QTest::newRow("part of a word") << u"arbo"_qs << QStringList{ u"en"_qs };
        QTest::newRow("other case") << u"HARBOR"_qs << QStringList{ u"en"_qs };
        QTest::newRow("two words, any order") << u"dawn gull"_qs << QStringList{ u"en"_qs };
        QTest::newRow("one of two is missing") << u"dawn fox"_qs << none;
        QTest::newRow("a phrase") << u"\"gull crosses\""_qs << QStringList{ u"en"_qs };
        QTest::newRow("a phrase in another order") << u"\"crosses gull\""_qs << none;
        QTest::newRow("over a line break") << u"\"dawn a gull\""_qs << QStringList{ u"en"_qs };
        QTest::newRow("the agent's words") << u"kettle"_qs << QStringList{ u"agent"_qs };
        QTest::newRow("Korean, three letters") << u"갈매기"_qs << QStringList{ u"ko"_qs };
        QTest::newRow("Korean, inside of a word") << u"매기가"_qs << QStringList{ u"ko"_qs };
        QTest::newRow("Korean, two letters") << u"바다"_qs << QStringList{ u"ko2"_qs, u"ko"_qs };
        QTest::newRow("Korean, two letters at the very end") << u"여우"_qs << QStringList{ u"ko2"_qs };
        QTest::newRow("Korean, the last letter") << u"우"_qs << QStringList{ u"ko2"_qs };
        QTest::newRow("Korean, one letter") << u"새"_qs << QStringList{ u"ko"_qs };
        QTest::newRow("Korean, two words") << u"바다 갈매기"_qs << QStringList{ u"ko"_qs };
        QTest::newRow("decomposed") << u"갈매기"_qs.normalized(QString::NormalizationForm_D)
                                    << QStringList{ u"ko"_qs };
        QTest::newRow("two letters") << u"we"_qs << QStringList{ u"odd"_qs };
        QTest::newRow("one letter that is nowhere") << u"ㅋ"_qs << none;
        QTest::newRow("two letters that are nowhere") << u"zq"_qs << none;
        QTest::newRow("a word that operates elsewhere") << u"NOT"_qs << QStringList{ u"odd"_qs };
        QTest::newRow("a star") << u"5*"_qs << QStringList{ u"odd"_qs };
        QTest::newRow("a single quote") << u"it's"_qs << QStringList{ u"odd"_qs };
        QTest::newRow("percent") << u"100%"_qs << QStringList{ u"odd"_qs };
        QTest::newRow("underscore is itself") << u"i_'s"_qs << none;
        QTest::newRow("hyphen") << u"push-in"_qs << QStringList{ u"odd"_qs };
        QTest::newRow("unbalanced") << u"\"harbor"_qs << QStringList{ u"en"_qs };
        QTest::newRow("only quotes") << u"\"\"\""_qs << none;
        QTest::newRow("brackets") << u"(fox"_qs << QStringList{ u"odd"_qs };
        QTest::newRow("beyond the first plane") << u"🦊"_qs << QStringList{ u"ko2"_qs };
        QTest::newRow("three of them") << u"🦊🦊🦊"_qs << QStringList{ u"ko2"_qs };
    }
    void findsParts()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, ids);
        m_world->say(u"c1"_qs, u"en"_qs, u"The Harbor at dawn\nA gull crosses the frame"_qs);
        m_world->say(u"c1"_qs, u"agent"_qs, u"She puts the kettle on."_qs, TranscriptItem::Kind::AgentText);
        m_world->say(u"c2"_qs, u"ko"_qs, u"새벽 바다 위로 갈매기가 천천히 날아간다"_qs);
        m_world->say(u"c2"_qs, u"ko2"_qs, u"🦊🦊🦊 바다를 보는 여우"_qs);
        m_world->say(
            u"c3"_qs, u"odd"_qs, u"It's NOT 100% sure: push-in, 5* (fox) if we AND they OR nobody"_qs);
        QCOMPARE(found(typed), ids);
    }

    void letterThatManyWordsHave()
    {
        // More different pairs than one query of the index takes, so the text itself is looked through.
        for (int i = 0; i < 200; ++i)
            m_world->say(u"c1"_qs, u"m%1"_qs.arg(i), u"꽃%1 seen"_qs.arg(QChar(0xAC00 + 28 * i)));
        m_world->say(u"c1"_qs, u"without"_qs, u"nothing of it"_qs);
        QCOMPARE(found(u"꽃"_qs, {}, 300).size(), 200);
        QCOMPARE(found(u"꽃"_qs, {}, 300).constFirst(), u"m199"_qs);
        QCOMPARE(found(u"꽃 see"_qs, {}, 300).size(), 200);
        QCOMPARE(found(u"꽃 other"_qs, {}, 300), QStringList());
        QCOMPARE(found(u"꽃"_qs, {}, 5).size(), 5);
    }

    void newestFirstAndNoMoreThanAskedFor()
    {
        for (int i = 0; i < 12; ++i)
            m_world->say(i % 2 ? u"odd"_qs : u"even"_qs, u"m%1"_qs.arg(i), u"a gull, number %1"_qs.arg(i));
        const auto answer = await(m_world->search->messages(u"gull"_qs, {}, 10));
        QCOMPARE(answer->hits.size(), 10);
        QVERIFY(answer->more);
        QCOMPARE(answer->hits.constFirst().itemId, u"m11"_qs);
        QCOMPARE(answer->hits.constFirst().conversationTitle, u"Chat odd"_qs);
        QCOMPARE(answer->hits.constFirst().who, SearchHit::Who::User);
        const auto all = await(m_world->search->messages(u"gull"_qs, u"even"_qs, 10));
        QCOMPARE(all->hits.size(), 6);
        QVERIFY(!all->more);
    }

    void changedAndDeletedMessages()
    {
        m_world->say(u"c1"_qs, u"m"_qs, u"She puts the ket"_qs, TranscriptItem::Kind::AgentText);
        QCOMPARE(found(u"kettle"_qs), QStringList());
        m_world->say(u"c1"_qs, u"m"_qs, u"She puts the kettle on"_qs, TranscriptItem::Kind::AgentText);
        QCOMPARE(found(u"kettle"_qs), QStringList{ u"m"_qs });
        m_world->say(u"c1"_qs, u"m"_qs, u"Somebody else"_qs, TranscriptItem::Kind::AgentText);
        QCOMPARE(found(u"kettle"_qs), QStringList());
        QVERIFY(await(m_world->database->run([](QSqlDatabase &connection) {
            return execSql(connection, u"DELETE FROM conversations WHERE id = 'c1'"_qs);
        })));
        QCOMPARE(found(u"somebody"_qs), QStringList());
        // Nothing of them stays behind in the index.
        QCOMPARE(count(u"SELECT COUNT(*) FROM message_terms"_qs), 0);
    }

    void theRowOfAHit()
    {
        m_world->say(u"c1"_qs, u"a"_qs, u"one"_qs);
        m_world->say(u"c2"_qs, u"x"_qs, u"elsewhere"_qs);
        m_world->say(u"c1"_qs, u"b"_qs, u"two"_qs);
        QCOMPARE(await(m_world->search->rowOf(u"b"_qs)).value(), 1);
        QCOMPARE(await(m_world->search->rowOf(u"x"_qs)).value(), 0);
        QCOMPARE(await(m_world->search->rowOf(u"gone"_qs)).value(), -1);
    }

    void snippets()
    {
        const QString text =
            u"The camera stays where it is while the light comes up over the roofs, and then a Gull crosses "
            "the frame from left to right.\nSomewhere a door falls shut and the gull is gone for good."_qs;
        const Snippet snippet = Snippet::of(text, SearchTerms::of(u"gull"_qs), 80);
        QVERIFY(snippet.text.startsWith(u'…'));
        QVERIFY(snippet.text.endsWith(u'…'));
        QVERIFY(snippet.text.size() <= 82);
        QCOMPARE(snippet.marks.size(), 1);
        QCOMPARE(snippet.text.mid(snippet.marks.at(0).start, snippet.marks.at(0).length), u"Gull"_qs);

        const Snippet whole = Snippet::of(u"새벽 바다\n갈매기"_qs, SearchTerms::of(u"바다 갈매 매기"_qs));
        QCOMPARE(whole.text, u"새벽 바다 갈매기"_qs);
        QCOMPARE(whole.marks, (QList<SearchHit::Mark>{ { 3, 2 }, { 6, 3 } }));
        QCOMPARE(Snippet::of(u"nothing"_qs, SearchTerms::of(u"fox"_qs)).text, u"nothing"_qs);
    }

    void conversationsByTitleOrMessage()
    {
        m_world->say(u"harbour"_qs, u"a"_qs, u"one boat"_qs);
        m_world->say(
            u"other"_qs, u"b"_qs, u"the agent knows the harbour"_qs, TranscriptItem::Kind::AgentText);
        m_world->say(u"third"_qs, u"c"_qs, u"nothing"_qs);
        ConversationStore store(m_world->database.get());
        QCOMPARE(
            await(store.containing(u"harbour"_qs)).value(), (QSet<QString>{ u"harbour"_qs, u"other"_qs }));
        QCOMPARE(await(store.containing(u"chat"_qs))->size(), 3);
    }

    void anOlderProfileIsTakenOver()
    {
        const QString path = m_world->dir.filePath(u"facet.db"_qs);
        m_world->search.reset();
        m_world->library.reset();
        m_world->backlog.reset();
        m_world->database.reset();
        QVERIFY(QFile::remove(path));
        {
            QSqlDatabase old = QSqlDatabase::addDatabase(u"QSQLITE"_qs, u"old"_qs);
            old.setDatabaseName(path);
            QVERIFY(old.open());
            QFile script(QStringLiteral(FACET_FIXTURES "/profile/form2.sql"));
            QVERIFY(script.open(QIODevice::ReadOnly));
            const QStringList statements = QString::fromUtf8(script.readAll()).split(u";\n"_qs);
            for (const QString &statement : statements) {
                if (statement.trimmed().isEmpty())
                    continue;
                QSqlQuery query(old);
                QVERIFY2(query.exec(statement), qPrintable(statement));
            }
            old.close();
        }
        QSqlDatabase::removeDatabase(u"old"_qs);
        m_world->restart();
        QVERIFY(await(m_world->database->open()));
        QCOMPARE(found(u"harbour"_qs), QStringList()); // the start does not wait for it
        QVERIFY(!m_world->search->isComplete());
        // What comes in meanwhile is found, and stays when the rest is added.
        m_world->say(u"c1"_qs, u"new"_qs, u"The harbour again"_qs);
        QCOMPARE(found(u"harbour"_qs), QStringList{ u"new"_qs });
        m_world->library->start();
        m_world->backlog->start();
        QTRY_VERIFY(m_world->search->isComplete());
        QCOMPARE(found(u"harbour"_qs), (QStringList{ u"new"_qs, u"m1"_qs }));
        QCOMPARE(found(u"gull"_qs), QStringList{ u"m2"_qs });
        QCOMPARE(found(u"여우"_qs), QStringList{ u"m4"_qs });
        // And the results of then are in the library.
        QTRY_COMPARE(m_world->listed(), (QStringList{ u"a3"_qs, u"a2"_qs, u"a1"_qs }));
        const auto result = m_world->library->result(2);
        QCOMPARE(result->filePath, u"/videos/pier.mp4"_qs);
        QCOMPARE(result->posterPath, u"/posters/a1.poster"_qs);
        QCOMPARE(result->credits, std::optional<Credits>(66));
        QCOMPARE(result->durationS, std::optional<double>(5));
        QCOMPARE(result->conversationTitle, u"Harbour at dawn"_qs);
        QVERIFY(result->draft);
        // The message that asked for it is part of what is searched.
        LibraryFilter filter;
        filter.text = u"boat"_qs;
        m_world->library->setFilter(filter);
        QTRY_COMPARE(m_world->listed(), (QStringList{ u"a2"_qs, u"a1"_qs }));

        // The next start has nothing left to do.
        m_world->restart();
        m_world->backlog->start();
        QTRY_VERIFY(m_world->search->isComplete());
        QCOMPARE(found(u"harbour"_qs), (QStringList{ u"new"_qs, u"m1"_qs }));
    }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_client_search.moc"
