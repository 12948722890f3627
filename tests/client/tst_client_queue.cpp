#include "client/generation/Queue.h"
#include "tests/support/FakeGenerations.h"
#include "tests/support/FakeSession.h"

#include <QSignalSpy>
#include <QTest>

using namespace facet;
using namespace facet::client;
using S = GenerationState;

namespace {

/// Remembers what was asked of the service, and answers what a test says.
class AskedGenerations : public test::FakeGenerations {
public:
    QList<GenerationRecord> running() const override
    {
        QList<GenerationRecord> all = FakeGenerations::running();
        std::sort(all.begin(), all.end(), [](const GenerationRecord &a, const GenerationRecord &b) {
            return a.generation.createdAt < b.generation.createdAt;
        });
        return all;
    }
    void cancel(const QString &key) override { cancelled.append(key); }
    QFuture<Result<void>> move(const QString &key, const QString &beforeKey) override
    {
        moves.append({ key, beforeKey });
        return QtFuture::makeReadyFuture(answer);
    }

    QStringList cancelled;
    QList<std::pair<QString, QString>> moves;
    Result<void> answer;
};

QStringList keysOf(const QList<GenerationRecord> &records)
{
    QStringList keys;
    for (const GenerationRecord &record : records)
        keys.append(record.key);
    return keys;
}

} // namespace

class TestQueue : public QObject {
    Q_OBJECT

    std::unique_ptr<AskedGenerations> m_generations;
    std::unique_ptr<test::FakeSession> m_session;
    std::unique_ptr<Queue> m_queue;
    int m_made = 0;

    GenerationRecord record(const char *key, S state, std::optional<int> place = {}, Credits credits = 33)
    {
        GenerationRecord r;
        r.key = QString::fromLatin1(key);
        r.state = state;
        r.generation.id = r.key;
        r.generation.quotedCredits = credits;
        r.generation.queuePosition = place;
        r.generation.createdAt = QDateTime(QDate(2026, 11, 23), QTime(12, 0, ++m_made), Qt::UTC);
        return r;
    }
    void say(const QList<GenerationRecord> &records)
    {
        QSignalSpy changed(m_queue.get(), &Queue::changed);
        for (const GenerationRecord &r : records)
            m_generations->say(r);
        QTRY_COMPARE(changed.count(), 1); // once for all of them
    }
    QString waiting() const { return keysOf(m_queue->waiting()).join(u' '); }
    QString underWay() const { return keysOf(m_queue->underWay()).join(u' '); }

private slots:
    void init()
    {
        m_queue.reset();
        m_generations = std::make_unique<AskedGenerations>();
        m_session = std::make_unique<test::FakeSession>();
        m_session->serviceNow.features = { u"queue_order"_qs };
        m_queue = std::make_unique<Queue>(*m_generations, *m_session);
    }

    void whatWaitsStandsInTheOrderOfTheService()
    {
        say({ record("a", S::Running), record("b", S::Queued, 3), record("c", S::Queued, 2),
            record("d", S::Running, 1), record("e", S::Downloading), record("f", S::Submitting),
            record("g", S::Done), record("h", S::Queued) });
        QCOMPARE(underWay(), u"a e f"_qs);
        // d was begun, but nothing of it is rendered yet; of h no place is known.
        QCOMPARE(waiting(), u"d c b h"_qs);
    }

    void aMoveIsShownAtOnceAndAskedOfTheService()
    {
        const GenerationRecord a = record("a", S::Queued, 1);
        GenerationRecord b = record("b", S::Queued, 2);
        GenerationRecord c = record("c", S::Queued, 3);
        say({ a, b, c });
        m_queue->moveTo(u"c"_qs, 0);
        QCOMPARE(waiting(), u"c a b"_qs);
        m_queue->moveTo(u"a"_qs, 7); // beyond the end
        QCOMPARE(waiting(), u"c b a"_qs);
        const QList<std::pair<QString, QString>> asked{ { u"c"_qs, u"a"_qs }, { u"a"_qs, {} } };
        QCOMPARE(m_generations->moves, asked);
        m_queue->moveTo(u"c"_qs, 0); // it is there
        m_queue->moveTo(u"x"_qs, 0); // nobody
        QCOMPARE(m_generations->moves.size(), 2);
    }

    void placesThatArriveOneAfterAnotherDoNotMakeItJump()
    {
        GenerationRecord a = record("a", S::Queued, 1);
        GenerationRecord b = record("b", S::Queued, 2);
        GenerationRecord c = record("c", S::Queued, 3);
        say({ a, b, c });
        m_queue->moveTo(u"c"_qs, 0);
        QTRY_COMPARE(waiting(), u"c a b"_qs);
        c.generation.queuePosition = 1; // a and b still say 1 and 2
        say({ c });
        QCOMPARE(waiting(), u"c a b"_qs);
        b.generation.queuePosition = 3;
        say({ b });
        QCOMPARE(waiting(), u"c a b"_qs);
        a.generation.queuePosition = 2;
        say({ a });
        QCOMPARE(waiting(), u"c a b"_qs);
    }

    void aRefusedMoveGoesBack()
    {
        say({ record("a", S::Queued, 1), record("b", S::Queued, 2) });
        m_generations->answer = facet::fail(ErrorKind::Network, u"Not reached."_qs);
        QSignalSpy failed(m_queue.get(), &Queue::failed);
        m_queue->moveTo(u"b"_qs, 0);
        QCOMPARE(waiting(), u"b a"_qs);
        QTRY_COMPARE(failed.count(), 1);
        QTRY_COMPARE(waiting(), u"a b"_qs);
    }

    void onlyWhereTheServiceKeepsAnOrder()
    {
        say({ record("a", S::Queued), record("b", S::Queued) });
        QVERIFY(m_queue->canReorder());
        m_session->sayState(Session::State::Offline);
        QVERIFY(!m_queue->canReorder());
        m_session->sayState(Session::State::Ready);
        m_session->serviceNow.features.clear();
        QVERIFY(!m_queue->canReorder());
        m_queue->moveTo(u"b"_qs, 0);
        QVERIFY(m_generations->moves.isEmpty());
        QCOMPARE(waiting(), u"a b"_qs); // in the order they came
    }

    void cancellingEverythingSaysWhatComesBack()
    {
        GenerationRecord takes = record("takes", S::Running, {}, 100);
        takes.generation.options.count = 4;
        takes.generation.assets.resize(1); // 25 of it are taken
        GenerationRecord covered = record("covered", S::Running, {}, 33);
        covered.generation.covered = true;
        say({ takes, covered, record("saved", S::Downloading), record("q1", S::Queued, 1),
            record("q2", S::Queued, 2), record("draft", S::Uploading) });
        const Queue::CancelAll all = m_queue->cancelAllMeans();
        QCOMPARE(all.count, 5); // what is saved is made and paid for
        QCOMPARE(all.back, 75 + 33 + 33);
        QVERIFY(!all.isLeast);
        m_queue->cancelAll();
        // What waits first, from its end: nothing is begun only to be stopped.
        QCOMPARE(m_generations->cancelled,
            (QStringList{ u"q2"_qs, u"q1"_qs, u"draft"_qs, u"covered"_qs, u"takes"_qs }));
        say({ record("sent", S::Submitting) });
        QVERIFY(m_queue->cancelAllMeans().isLeast); // what is held for it is not known yet
    }
};

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_client_queue.moc"
