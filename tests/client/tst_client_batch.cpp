#include "client/batch/BatchCsv.h"
#include "client/batch/BatchDraft.h"
#include "client/batch/CsvTable.h"
#include "client/media/ImageIntake.h"
#include "tests/support/FakeSession.h"

#include <QElapsedTimer>
#include <QImage>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace facet;
using namespace facet::client;

namespace {

using Fields = QList<QStringList>;

Fields fieldsOf(const QByteArray &bytes)
{
    Fields all;
    const auto table = CsvTable::read(bytes);
    for (const CsvTable::Record &record : table.value_or(CsvTable{}).records)
        all.append(record.fields);
    return all;
}

} // namespace

/// Batches before they are sent: files as programs write them, and what is said of each line.
class TestBatch : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<test::FakeSession> m_session;
    std::unique_ptr<ImageIntake> m_intake;
    std::unique_ptr<BatchDraft> m_draft;
    SystemClock m_clock;

    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile out(m_dir->filePath(name));
        if (!out.open(QIODevice::WriteOnly))
            qFatal("no room");
        out.write(bytes);
        return out.fileName();
    }
    QString picture(const QString &name)
    {
        QImage image(64, 36, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        image.save(m_dir->filePath(name));
        return m_dir->filePath(name);
    }
    void draft(const QList<BatchWish> &wishes, TurnRequest base = {})
    {
        base.conversationId = u"harbor"_qs;
        m_draft = std::make_unique<BatchDraft>(BatchDraft::Needs{ *m_session, *m_intake, m_clock }, base);
        QVERIFY(m_draft->setWishes(wishes, m_dir->path()));
        QTRY_VERIFY(m_draft->isReady());
    }
    static BatchWish wish(const QString &prompt, const QString &model = {}, const QString &seconds = {},
        const QString &resolution = {}, const QString &start = {}, const QString &end = {})
    {
        return { 1, prompt, model, seconds, resolution, start, end };
    }
    const BatchDraftLine &line(int row = 0) const { return m_draft->lines().at(row); }
    std::optional<BatchProblem::Kind> problem(int row = 0) const
    {
        return line(row).problem ? std::optional(line(row).problem->kind) : std::nullopt;
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_session = std::make_unique<test::FakeSession>();
        m_intake = std::make_unique<ImageIntake>(m_dir->filePath(u"attachments"_qs));
    }
    void cleanup()
    {
        m_draft.reset();
        m_intake.reset();
    }

    // ---- RFC 4180 ----

    void quotesCommasAndBreaksInsideOfFields()
    {
        // The examples of RFC 4180, section 2.
        QCOMPARE(fieldsOf("aaa,bbb,ccc\r\nzzz,yyy,xxx"),
            (Fields{ { u"aaa"_qs, u"bbb"_qs, u"ccc"_qs }, { u"zzz"_qs, u"yyy"_qs, u"xxx"_qs } }));
        QCOMPARE(fieldsOf("\"aaa\",\"b CRLF\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx\r\n"),
            (Fields{ { u"aaa"_qs, u"b CRLF\r\nbb"_qs, u"ccc"_qs }, { u"zzz"_qs, u"yyy"_qs, u"xxx"_qs } }));
        QCOMPARE(fieldsOf("\"aaa\",\"b\"\"bb\",\"c,c\""), (Fields{ { u"aaa"_qs, u"b\"bb"_qs, u"c,c"_qs } }));
        QCOMPARE(fieldsOf("a,,\r\n"), (Fields{ { u"a"_qs, QString(), QString() } }));
        QCOMPARE(fieldsOf(" a , b \n"), (Fields{ { u" a "_qs, u" b "_qs } })); // spaces are part of a field
        QCOMPARE(
            fieldsOf("a\rb\nc\r\n\r\n\nd"), (Fields{ { u"a"_qs }, { u"b"_qs }, { u"c"_qs }, { u"d"_qs } }));
        QCOMPARE(fieldsOf("\"\",x"), (Fields{ { QString(), u"x"_qs } }));
        QCOMPARE(fieldsOf(""), Fields());
    }

    void theLineOfEachRecordIsItsOwn()
    {
        const auto table = CsvTable::read("a\r\n\"b\r\nb\rb\nb\"\r\n\r\nc");
        QVERIFY(table);
        QList<int> lines;
        for (const CsvTable::Record &record : table->records)
            lines.append(record.line);
        QCOMPARE(lines, (QList<int>{ 1, 2, 7 }));
    }

    void semicolonsAndTabs()
    {
        QCOMPARE(fieldsOf("prompt;model\n\"a, b\";x\n"),
            (Fields{ { u"prompt"_qs, u"model"_qs }, { u"a, b"_qs, u"x"_qs } }));
        QCOMPARE(fieldsOf("prompt\tmodel\na, b\tx\n"),
            (Fields{ { u"prompt"_qs, u"model"_qs }, { u"a, b"_qs, u"x"_qs } }));
    }

    void koreanInEveryEncodingThatProgramsWrite()
    {
        const QString text = u"프롬프트,모델\r\n똠방각하가 걷는다,Kling 3.0\r\n"_qs; // 똠 is in CP949 only
        const Fields wanted{ { u"프롬프트"_qs, u"모델"_qs }, { u"똠방각하가 걷는다"_qs, u"Kling 3.0"_qs } };
        QCOMPARE(fieldsOf(text.toUtf8()), wanted);
        QCOMPARE(fieldsOf("\xef\xbb\xbf" + text.toUtf8()), wanted);
        QByteArray wide("\xff\xfe", 2);
        for (const QChar c : text) {
            wide.append(static_cast<char>(c.unicode() & 0xff));
            wide.append(static_cast<char>(c.unicode() >> 8));
        }
        QCOMPARE(fieldsOf(wide), wanted);
        QByteArray cp949("\xc7\xc1\xb7\xd2\xc7\xc1\xc6\xae,\xb8\xf0\xb5\xa8\r\n"
                         "\x8c\x63\xb9\xe6\xb0\xa2\xc7\xcf\xb0\xa1 \xb0\xc8\xb4\xc2\xb4\xd9,Kling 3.0\r\n");
        QCOMPARE(fieldsOf(cp949), wanted);
        QVERIFY(CsvTable::read(cp949)->fromCp949);
        QVERIFY(!CsvTable::read(text.toUtf8())->fromCp949);
    }

    void whatCannotBeReadIsSaid()
    {
        const auto open = CsvTable::read("a\nb,\"never ends\nc\n");
        QVERIFY(!open);
        QCOMPARE(open.error().code, u"csv_quote"_qs);
        QVERIFY(open.error().sentence.contains(u"2"_qs)); // on which line
        const auto letters = CsvTable::read(QByteArray("a\n\xff\xff\xff\xff\n", 7));
        QVERIFY(!letters);
        QCOMPARE(letters.error().code, u"csv_encoding"_qs);
    }

    // ---- the columns ----

    void columnsInAnyOrderAndLanguage()
    {
        const auto csv = BatchCsv::read(file(u"list.csv"_qs,
            "Seconds,PROMPT,시작,end,note,모델,해상도\r\n10,\"a fox, red\",a.png,b.png,mine,Kling 3.0,1080p\r\n"));
        QVERIFY(csv);
        QCOMPARE(csv->wishes.size(), 1);
        const BatchWish &wish = csv->wishes.constFirst();
        QCOMPARE(wish.prompt, u"a fox, red"_qs);
        QCOMPARE(wish.seconds, u"10"_qs);
        QCOMPARE(wish.start, u"a.png"_qs);
        QCOMPARE(wish.end, u"b.png"_qs);
        QCOMPARE(wish.model, u"Kling 3.0"_qs);
        QCOMPARE(wish.resolution, u"1080p"_qs);
        QCOMPARE(wish.number, 2);
        QCOMPARE(csv->unknownColumns, QStringList{ u"note"_qs }); // said
        QCOMPARE(csv->folder, QFileInfo(m_dir->path()).absoluteFilePath());
    }

    void aListOfPromptsNeedsNoHeading()
    {
        const auto csv = BatchCsv::read(file(u"list.csv"_qs, "a fox\n\"a boat, at night\"\n"));
        QVERIFY(csv);
        QCOMPARE(csv->wishes.size(), 2);
        QCOMPARE(csv->wishes.at(1).prompt, u"a boat, at night"_qs);
        const auto several = BatchCsv::read(file(u"other.csv"_qs, "a fox,kling-3.0\n"));
        QVERIFY(!several);
        QVERIFY(several.error().sentence.contains(u"prompt, model, seconds"_qs));
        QVERIFY(!BatchCsv::read(m_dir->filePath(u"nowhere.csv"_qs)));
        QVERIFY(!BatchCsv::read(file(u"empty.csv"_qs, "")));
        QVERIFY(!BatchCsv::read(file(u"heading.csv"_qs, "prompt,model\n")));
    }

    void aDroppedFileIsKnownByItsName()
    {
        QMimeData drop;
        drop.setUrls({ QUrl::fromLocalFile(u"/a/list.CSV"_qs) });
        QCOMPARE(BatchCsv::fileIn(&drop), u"/a/list.CSV"_qs);
        drop.setUrls({ QUrl::fromLocalFile(u"/a/picture.png"_qs) });
        QVERIFY(BatchCsv::fileIn(&drop).isEmpty());
        drop.setUrls({ QUrl(u"https://example.test/list.csv"_qs) });
        QVERIFY(BatchCsv::fileIn(&drop).isEmpty());
        QVERIFY(BatchCsv::fileIn(nullptr).isEmpty());
    }

    // ---- the lines ----

    void aMessageLineByLine()
    {
        const QString text = u"a fox\n\n  a boat  \n \n등대"_qs;
        QCOMPARE(BatchDraft::promptsIn(text), 3);
        QCOMPARE(BatchDraft::promptsIn(u"one"_qs), 1);
        QCOMPARE(BatchDraft::promptsIn(QString()), 0);
        const QList<BatchWish> wishes = BatchDraft::wishesIn(text);
        QCOMPARE(wishes.size(), 3);
        QCOMPARE(wishes.at(1).prompt, u"a boat"_qs);
        QCOMPARE(wishes.at(1).number, 3);
        QCOMPARE(wishes.at(2).number, 5);
    }

    void eachLineHasItsQuoteAndTheSumIsTheirs()
    {
        draft({ wish(u"a fox"_qs), wish(u"a boat"_qs, u"Kling 3.0"_qs),
            wish(u"a kite"_qs, u"kling-3.0"_qs, u"10"_qs, u"1080P"_qs) });
        for (int row = 0; row < 3; ++row)
            QVERIFY2(!problem(row), QByteArray::number(row).constData());
        QCOMPARE(line(0).turn.quote.totalCredits, std::optional<Credits>(33));
        QCOMPARE(line(1).turn.quote.totalCredits, std::optional<Credits>(145)); // ceil(28.965518 × 5)
        QCOMPARE(line(2).turn.quote.totalCredits, std::optional<Credits>(580)); // × 10 s × 2 for 1080p
        const BatchTotal total = m_draft->total();
        QCOMPARE(total.lines, 3);
        QCOMPARE(total.credits, std::optional<Credits>(758));
        QCOMPARE(total.covered, 0);
        m_draft->setIncluded(2, false);
        QCOMPARE(m_draft->total().credits, std::optional<Credits>(178));
        QCOMPARE(m_draft->total().leftOut, 1);
        QCOMPARE(m_draft->turns().size(), 2);
    }

    void picturesOfALineAreRead()
    {
        picture(u"a.png"_qs);
        const QString elsewhere = picture(u"b.png"_qs);
        draft({ wish(u"a fox"_qs, {}, {}, {}, u"a.png"_qs, elsewhere),
            wish(u"a boat"_qs, {}, {}, {}, u"a.png"_qs) });
        QVERIFY(!problem(0));
        QCOMPARE(line(0).turn.attachments.size(), 2);
        QVERIFY(line(0).turn.quote.covered); // Premium: start and end frame (PRODUCT rule 2)
        QCOMPARE(m_draft->total().credits, std::optional<Credits>(0));
        QCOMPARE(m_draft->total().covered, 2);
        QSet<QString> ids;
        for (const TurnRequest &turn : m_draft->turns()) {
            ids.insert(turn.messageId);
            for (const Attachment &attachment : turn.attachments)
                ids.insert(attachment.id);
        }
        QCOMPARE(ids.size(), 5); // two messages, three attachments, each with an id of its own
    }

    void whatTheMessageHasIsForEveryLine()
    {
        TurnRequest base;
        base.agent = AgentVersion::V2;
        base.modelId = u"kling-3.0"_qs;
        base.options.durationS = 10;
        Attachment start;
        start.role = InputRole::StartFrame;
        start.state = Attachment::State::Ready;
        start.path = picture(u"a.png"_qs);
        base.attachments = { start };
        draft({ wish(u"a fox"_qs), wish(u"a boat"_qs, u"automatic"_qs),
                  wish(u"a kite"_qs, u"carat-video"_qs, u"5 s"_qs) },
            base);
        QCOMPARE(line(0).turn.quote.modelId, u"kling-3.0"_qs);
        QCOMPARE(line(0).turn.options.durationS, std::optional(10));
        QCOMPARE(line(0).turn.attachments.size(), 1);
        QVERIFY(!line(1).turn.modelId);
        QCOMPARE(line(1).turn.quote.modelId, u"seedance-2.0-fast"_qs); // Agent 2.0's own
        QCOMPARE(line(2).turn.options.durationS, std::optional(5));
        QCOMPARE(line(2).turn.quote.conversationCredits, 4);
    }

    void problemsAreSaidPerLineAndSkipped()
    {
        file(u"broken.png"_qs, "no picture");
        draft({ wish(u"a fox"_qs, u"Pika 9"_qs), wish(u"a fox"_qs, {}, u"60"_qs),
            wish(u"a fox"_qs, {}, u"soon"_qs), wish(u"a fox"_qs, {}, u"7"_qs),
            wish(u"a fox"_qs, {}, {}, u"8K"_qs), wish(u"a fox"_qs, {}, {}, {}, u"missing.png"_qs),
            wish(u"a fox"_qs, {}, {}, {}, u"broken.png"_qs), wish(QString()), wish(u"안녕하세요"_qs),
            wish(u"Draw a red fox and animate it"_qs), wish(u"a boat"_qs) });
        using Kind = BatchProblem::Kind;
        QCOMPARE(problem(0), std::optional(Kind::UnknownModel));
        QCOMPARE(problem(1), std::optional(Kind::TooLong));
        QCOMPARE(problem(2), std::optional(Kind::BadSeconds));
        QCOMPARE(problem(3), std::optional(Kind::BadSeconds));
        QCOMPARE(problem(4), std::optional(Kind::UnknownResolution));
        QCOMPARE(problem(5), std::optional(Kind::MissingFile));
        QCOMPARE(line(5).problem->written, u"missing.png"_qs);
        QCOMPARE(problem(6), std::optional(Kind::UnreadableFile));
        QVERIFY(line(6).problem->error);
        QCOMPARE(problem(7), std::optional(Kind::NoPrompt));
        QCOMPARE(problem(8), std::optional(Kind::NothingToMake));
        QVERIFY(problem(9) == Kind::SeveralSteps || problem(9) == Kind::CannotBeSent
            || problem(9) == Kind::NothingToMake);
        QVERIFY(!problem(10));
        QCOMPARE(m_draft->total().problems, 10);
        QCOMPARE(m_draft->total().lines, 1);
        QCOMPARE(m_draft->turns().size(), 1);
        QCOMPARE(m_draft->turns().constFirst().text, u"a boat"_qs);
    }

    void problemsAreMended()
    {
        const QString good = picture(u"good.png"_qs);
        draft({ wish(u"a fox"_qs, u"kling"_qs), wish(u"a fox"_qs, {}, u"60"_qs),
            wish(u"a fox"_qs, {}, u"7"_qs), wish(u"a fox"_qs, {}, {}, u"4K"_qs),
            wish(u"a fox"_qs, {}, {}, {}, u"missing.png"_qs), wish(u"a fox"_qs, u"Pika 9"_qs) });
        QCOMPARE(line(0).problem->fix, std::optional(u"kling-3.0"_qs));
        for (int row = 0; row < 6; ++row) {
            QVERIFY(problem(row));
            if (row == 4)
                m_draft->useFile(row, good);
            else
                m_draft->fix(row);
        }
        QTRY_VERIFY(m_draft->isReady());
        for (int row = 0; row < 6; ++row)
            QVERIFY2(!problem(row), QByteArray::number(row).constData());
        QCOMPARE(line(0).turn.modelId, std::optional(u"kling-3.0"_qs));
        QCOMPARE(line(1).turn.options.durationS, std::optional(15)); // the longest (PRODUCT rule 1)
        QCOMPARE(line(2).turn.options.durationS, std::optional(10)); // the next longer
        QCOMPARE(line(3).turn.options.resolution, std::optional(u"1080p"_qs));
        QCOMPARE(line(4).turn.attachments.size(), 1);
        QVERIFY(!line(5).turn.modelId); // Automatic
        QCOMPARE(m_draft->total().lines, 6);
    }

    void aBalanceThatIsTooLowIsNoProblemOfALine()
    {
        m_session->accountNow.balance.credits = 40;
        draft({ wish(u"a fox"_qs), wish(u"a boat"_qs, u"kling-3.0"_qs) });
        QVERIFY(!problem(0));
        QVERIFY(!problem(1));
        QCOMPARE(m_draft->total().credits, std::optional<Credits>(178));
    }

    void anotherPlanIsPricedAnew()
    {
        picture(u"a.png"_qs);
        draft({ wish(u"a fox"_qs, {}, {}, {}, u"a.png"_qs) });
        QCOMPARE(m_draft->total().credits, std::optional<Credits>(0));
        m_session->accountNow.benefits.clear();
        m_session->sayAccount();
        QTRY_COMPARE(m_draft->total().credits, std::optional<Credits>(33));
    }

    void aThousandLinesNeverStopTheWindow()
    {
        QList<BatchWish> wishes;
        for (int i = 0; i < BatchDraft::mostLines; ++i)
            wishes.append(
                wish(QStringLiteral("shot %1: a boat leaves the harbour at dawn, slow push in").arg(i)));
        BatchDraft draft({ *m_session, *m_intake, m_clock }, {});
        QVERIFY(draft.setWishes(wishes));
        QVERIFY(!draft.isReady()); // not at once, but bit by bit
        QSignalSpy ready(&draft, &BatchDraft::changed);
        QTRY_VERIFY_WITH_TIMEOUT(draft.isReady(), 20000);
        QCOMPARE(draft.total().lines, 1000);
        wishes.append(wish(u"one more"_qs));
        const auto refused = draft.setWishes(wishes);
        QVERIFY(!refused);
        QVERIFY(refused.error().sentence.contains(u"1001"_qs));
        QCOMPARE(draft.lines().size(), 1000); // nothing is dropped
    }
};

QTEST_GUILESS_MAIN(TestBatch)
#include "tst_client_batch.moc"
