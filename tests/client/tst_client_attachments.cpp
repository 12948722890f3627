#include "client/net/HttpClient.h"
#include "support/ComposerWorld.h"
#include "support/SamplePictures.h"
#include "tests/support/Await.h"
#include "tests/support/NumberedVideo.h"
#include "tests/support/ScriptedServer.h"

#include <QColor>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QMimeData>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>

using namespace facet;
using namespace facet::client;
using namespace facet::test;

namespace {

QByteArray bytesAt(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

/// What is attached to a message: its use, its order, its pixels, where it came from, and what a model does
/// not take.
class TestAttachments : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeSession> m_session;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<ComposerWorld> m_world;
    QSslConfiguration m_before;

    LiveComposer &composer() { return m_world->composer; }
    void start()
    {
        m_world.reset();
        m_world = std::make_unique<ComposerWorld>(m_dir->path(), *m_session, m_http.get());
        QTRY_VERIFY(m_world->isOpen());
    }
    bool allReady()
    {
        const auto all = composer().attachments() + composer().keptAside();
        return std::all_of(
            all.begin(), all.end(), [](const Attachment &a) { return a.state == Attachment::State::Ready; });
    }
    QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile out(m_dir->filePath(name));
        if (!out.open(QIODevice::WriteOnly))
            qFatal("no room");
        out.write(bytes);
        return out.fileName();
    }
    void attach(InputRole role, const QString &name, QSize size = { 40, 20 })
    {
        composer().attachFile(role, file(name, encoded(twoColours(size), "png")));
        QTRY_VERIFY(allReady());
    }
    QStringList names(const QList<Attachment> &of) const
    {
        QStringList all;
        for (const Attachment &a : of)
            all.append(a.fileName);
        return all;
    }
    QString idOf(const QString &name)
    {
        const auto all = composer().attachments() + composer().keptAside();
        for (const Attachment &a : all) {
            if (a.fileName == name)
                return a.id;
        }
        return {};
    }
    Attachment one(const QString &id)
    {
        const auto all = composer().attachments() + composer().keptAside();
        for (const Attachment &a : all) {
            if (a.id == id)
                return a;
        }
        return {};
    }
    void setLimits(const QString &modelId, qint64 pixels, qint64 bytes = 64 << 20)
    {
        QList<Model> models = m_session->catalogueNow.models();
        for (Model &model : models) {
            if (model.id == modelId) {
                model.inputs.images.maxPixels = pixels;
                model.inputs.images.maxBytes = bytes;
            }
        }
        m_session->catalogueNow = Catalogue(models);
        m_session->sayCatalogue();
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_session = std::make_unique<FakeSession>();
        QList<Model> models = m_session->catalogueNow.models();
        models.append(toolModel(u"lip-sync"_qs, u"Lip Sync"_qs, { Method::Audio, Method::Video }, true));
        models.append(toolModel(u"upscale"_qs, u"Upscale"_qs, { Method::Image, Method::Video }, false));
        m_session->catalogueNow = Catalogue(models);
        m_server = std::make_unique<ScriptedServer>();
        m_before = QSslConfiguration::defaultConfiguration();
        QSslConfiguration trusting = m_before;
        trusting.addCaCertificate(m_server->certificate().certificate);
        QSslConfiguration::setDefaultConfiguration(trusting);
        m_http = std::make_unique<HttpClient>();
        start();
    }
    void cleanup()
    {
        m_world.reset();
        m_http.reset();
        QSslConfiguration::setDefaultConfiguration(m_before);
    }

    void referencesAreReordered()
    {
        for (const char *name : { "a.png", "b.png", "c.png" })
            attach(InputRole::Reference, QString::fromLatin1(name));
        attach(InputRole::StartFrame, u"start.png"_qs);
        composer().move(idOf(u"c.png"_qs), 0);
        QCOMPARE(names(composer().attachments()),
            (QStringList{ u"c.png"_qs, u"a.png"_qs, u"b.png"_qs, u"start.png"_qs }));
        composer().move(idOf(u"c.png"_qs), 99);
        composer().move(idOf(u"a.png"_qs), -5);
        QCOMPARE(names(composer().attachments()),
            (QStringList{ u"a.png"_qs, u"b.png"_qs, u"c.png"_qs, u"start.png"_qs }));
        composer().move(idOf(u"b.png"_qs), 2);
        // The order is on disk, and what is sent has it.
        QTest::qWait(0);
        m_world->composer.setText(u"x"_qs);
        start();
        QTRY_COMPARE(names(composer().attachments()),
            (QStringList{ u"a.png"_qs, u"c.png"_qs, u"b.png"_qs, u"start.png"_qs }));
        QCOMPARE(names(composer().take().attachments).mid(0, 3),
            (QStringList{ u"a.png"_qs, u"c.png"_qs, u"b.png"_qs }));
    }

    void anotherUseForAPicture()
    {
        attach(InputRole::Reference, u"a.png"_qs);
        attach(InputRole::StartFrame, u"start.png"_qs);
        composer().setRole(idOf(u"a.png"_qs), InputRole::StartFrame);
        QCOMPARE(composer().attachmentFor(InputRole::StartFrame)->fileName, u"a.png"_qs);
        // What stood there is not lost.
        QCOMPARE(composer().attachmentFor(InputRole::Reference)->fileName, u"start.png"_qs);
        composer().setRole(idOf(u"a.png"_qs), InputRole::EndFrame);
        QVERIFY(!composer().attachmentFor(InputRole::StartFrame));
        composer().setRole(idOf(u"a.png"_qs), InputRole::Audio); // a picture is no voice
        QCOMPARE(composer().attachmentFor(InputRole::EndFrame)->fileName, u"a.png"_qs);
    }

    void whatAModelDoesNotTakeIsKeptAsideAndComesBack()
    {
        attach(InputRole::StartFrame, u"start.png"_qs);
        attach(InputRole::Reference, u"one.png"_qs);
        attach(InputRole::Reference, u"two.png"_qs);
        composer().setText(u"sharper"_qs);
        QSignalSpy changed(&composer(), &Composer::attachmentsChanged);
        composer().pickModel(u"upscale"_qs); // takes one reference image
        QVERIFY(!changed.isEmpty());
        QCOMPARE(names(composer().attachments()), QStringList{ u"one.png"_qs });
        QCOMPARE(names(composer().keptAside()), (QStringList{ u"start.png"_qs, u"two.png"_qs }));
        QVERIFY(composer().canSend());
        QCOMPARE(composer().quote().method, Method::Image);
        // Through a restart.
        start();
        QTRY_COMPARE(names(composer().keptAside()), (QStringList{ u"start.png"_qs, u"two.png"_qs }));
        QCOMPARE(names(composer().attachments()), QStringList{ u"one.png"_qs });
        // And back with a model that takes them, each for what it was.
        composer().pickModel(u"kling-3.0"_qs);
        QVERIFY(composer().keptAside().isEmpty());
        QCOMPARE(composer().attachments().size(), 3);
        QCOMPARE(composer().attachmentFor(InputRole::StartFrame)->fileName, u"start.png"_qs);
    }

    void whatIsSentLeavesWhatIsKeptAside()
    {
        attach(InputRole::Reference, u"one.png"_qs);
        attach(InputRole::Reference, u"two.png"_qs);
        composer().pickModel(u"upscale"_qs);
        composer().setText(u"sharper"_qs);
        QCOMPARE(names(composer().take().attachments), QStringList{ u"one.png"_qs });
        QVERIFY(composer().attachments().isEmpty());
        QCOMPARE(names(composer().keptAside()), QStringList{ u"two.png"_qs });
        QVERIFY(!composer().canSend()); // nothing to send is left
        composer().bringBack(idOf(u"two.png"_qs));
        QCOMPARE(names(composer().attachments()), QStringList{ u"two.png"_qs });
    }

    void whatIsBroughtBackAndDoesNotFitIsSaid()
    {
        attach(InputRole::Reference, u"one.png"_qs);
        attach(InputRole::Reference, u"two.png"_qs);
        composer().pickModel(u"upscale"_qs);
        composer().setText(u"sharper"_qs);
        QVERIFY(composer().quote().sendable);
        composer().bringBack(idOf(u"two.png"_qs));
        QCOMPARE(composer().attachments().size(), 2);
        QCOMPARE(composer().quote().blockedBy, std::optional(Blocker::UnsupportedInput));
    }

    void twoFramesOfOneKindNeverMeet()
    {
        attach(InputRole::StartFrame, u"old.png"_qs);
        composer().pickModel(u"upscale"_qs);
        QCOMPARE(names(composer().keptAside()), QStringList{ u"old.png"_qs });
        attach(InputRole::StartFrame, u"new.png"_qs);
        composer().pickModel(std::nullopt);
        QCOMPARE(names(composer().attachments()), QStringList{ u"new.png"_qs });
        QCOMPARE(names(composer().keptAside()), QStringList{ u"old.png"_qs });
        composer().bringBack(idOf(u"old.png"_qs));
        QCOMPARE(composer().attachmentFor(InputRole::StartFrame)->fileName, u"old.png"_qs);
        QCOMPARE(composer().attachmentFor(InputRole::Reference)->fileName, u"new.png"_qs);
    }

    void videosAndSoundsAreAttachedByTheirContent()
    {
        NumberedVideo video;
        video.sineSeconds = 2.5;
        const QString clip = m_dir->filePath(u"clip.mp4"_qs);
        QVERIFY(video.write(clip));
        const QString voice = m_dir->filePath(u"voice.wav"_qs);
        QVERIFY(runFfmpeg({ u"-f"_qs, u"lavfi"_qs, u"-i"_qs, u"sine=duration=1.5"_qs, voice }));
        composer().pickModel(u"lip-sync"_qs);
        composer().attachFile(InputRole::Reference, clip); // whatever was asked
        composer().attachFile(InputRole::StartFrame, voice);
        QTRY_VERIFY_WITH_TIMEOUT(allReady(), 20000);
        const auto video2 = composer().attachmentFor(InputRole::Video);
        const auto sound = composer().attachmentFor(InputRole::Audio);
        QVERIFY(video2 && sound);
        QCOMPARE(video2->mime, u"video/mp4"_qs);
        QCOMPARE(video2->size, QSize(192, 108));
        QVERIFY2(qAbs(video2->durationMs - 2500) < 100, qPrintable(QString::number(video2->durationMs)));
        QVERIFY(!video2->thumbnail.isNull());
        QCOMPARE(bytesAt(video2->path), bytesAt(clip));
        QCOMPARE(video2->sha256, sha256Of(bytesAt(clip)));
        QCOMPARE(sound->mime, u"audio/wav"_qs);
        QVERIFY(qAbs(sound->durationMs - 1500) < 60);
        QVERIFY(composer().quote().sendable);
        QCOMPARE(composer().quote().method, Method::Audio);
        // Another model: both aside; and back, with length and picture, through a restart.
        composer().pickModel(u"kling-3.0"_qs);
        QCOMPARE(composer().keptAside().size(), 2);
        start();
        QTRY_COMPARE(composer().keptAside().size(), 2);
        composer().pickModel(u"lip-sync"_qs);
        QCOMPARE(composer().attachments().size(), 2);
        QCOMPARE(composer().attachmentFor(InputRole::Audio)->durationMs, sound->durationMs);
    }

    void mediaThatIsNotTakenIsSaid()
    {
        QSignalSpy refused(&composer(), &Composer::refused);
        const QString voice = m_dir->filePath(u"voice.wav"_qs);
        QVERIFY(runFfmpeg({ u"-f"_qs, u"lavfi"_qs, u"-i"_qs, u"sine=duration=1.5"_qs, voice }));
        const QByteArray whole = bytesAt(voice);
        composer().attachFile(InputRole::Audio, file(u"cut.mp4"_qs, whole.left(20)));
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY(composer().attachments().isEmpty());
        composer().attachFile(InputRole::Audio, file(u"notes.wav"_qs, "just some words, not a sound at all"));
        QTRY_COMPARE(refused.size(), 2);
        QVERIFY(refused.constLast().constFirst().value<Error>().sentence.contains(u"WAV"_qs));
        m_session->serviceNow.uploadBytes = 1000;
        composer().attachFile(InputRole::Audio, voice);
        QTRY_COMPARE(refused.size(), 3);
        const Error error = refused.constLast().constFirst().value<Error>();
        QCOMPARE(error.code, u"too_large"_qs);
        QVERIFY(error.sentence.contains(u"voice.wav"_qs));
        m_session->serviceNow.uploadBytes = 64 << 20;
        IntakeLimits limits;
        limits.longestMediaMs = 1000;
        m_world->intake.setLimits(limits);
        composer().attachFile(InputRole::Audio, voice);
        QTRY_COMPARE(refused.size(), 4);
        QCOMPARE(refused.constLast().constFirst().value<Error>().code, u"too_long"_qs);
    }

    void aPictureFitsTheModelItGoesTo()
    {
        setLimits(u"kling-3.0"_qs, 5000);
        const QByteArray bytes = encoded(twoColours({ 200, 100 }), "png");
        composer().attachFile(InputRole::StartFrame, file(u"big.png"_qs, bytes));
        QTRY_VERIFY(allReady());
        const QString id = idOf(u"big.png"_qs);
        QVERIFY(!one(id).resized);
        composer().pickModel(u"kling-3.0"_qs);
        QTRY_VERIFY(allReady() && one(id).resized);
        QVERIFY(one(id).size.width() * one(id).size.height() <= 5000);
        QCOMPARE(bytesAt(one(id).original.path), bytes);
        // Another model takes all of it: all of it is sent.
        composer().pickModel(u"carat-video"_qs);
        QTRY_VERIFY(allReady() && !one(id).resized);
        QCOMPARE(one(id).sha256, sha256Of(bytes));
    }

    void aResizeIsTakenBackAndThenBlocks()
    {
        setLimits(u"carat-video"_qs, 5000);
        attach(InputRole::StartFrame, u"big.png"_qs, { 200, 100 });
        composer().setText(u"a boat"_qs);
        const QString id = idOf(u"big.png"_qs);
        QVERIFY(one(id).resized);
        QVERIFY(composer().canSend());
        composer().fitToLimits(id, false);
        QCOMPARE(one(id).state, Attachment::State::Working);
        QVERIFY(!composer().canSend());
        QTRY_VERIFY(allReady());
        QCOMPARE(one(id).size, QSize(200, 100));
        QVERIFY(composer().isTooLarge(one(id)));
        QVERIFY(!composer().canSend());
        composer().setText(u"a boat at sea"_qs); // nothing resizes it again by itself
        QTest::qWait(0);
        QCOMPARE(one(id).size, QSize(200, 100));
        composer().fitToLimits(id, true);
        QTRY_VERIFY(allReady() && one(id).resized);
        QVERIFY(composer().canSend());
    }

    void flattenedReplacedAndRestored()
    {
        const QByteArray bytes = encoded(disc({ 80, 60 }), "png");
        composer().attachFile(InputRole::StartFrame, file(u"logo.png"_qs, bytes));
        QTRY_VERIFY(allReady());
        const QString id = idOf(u"logo.png"_qs);
        QVERIFY(one(id).transparent);
        composer().flatten(id, Qt::white);
        QImage crop(30, 30, QImage::Format_ARGB32);
        crop.fill(QColor(0, 0, 255, 100));
        composer().replace(id, crop, u"Cropped."_qs); // while the first is still under way
        QTRY_VERIFY(allReady() && !one(id).work.editedPath.isEmpty());
        QCOMPARE(one(id).size, QSize(30, 30));
        QCOMPARE(one(id).work.background, u"#ffffff"_qs); // neither change is lost
        QVERIFY(!one(id).transparent);
        QCOMPARE(one(id).fileName, u"logo.png"_qs);
        QCOMPARE(one(id).role, InputRole::StartFrame);
        QVERIFY(one(id).notices.contains(u"Cropped."_qs));
        const QImage sent(one(id).path);
        QVERIFY(qBlue(sent.pixel(3, 3)) > 240 && qRed(sent.pixel(3, 3)) > 120);
        // Through a restart: the work and the original are known.
        start();
        QTRY_COMPARE(composer().attachments().size(), 1);
        QCOMPARE(one(id).original.bytes, bytes.size());
        composer().restoreOriginal(id);
        QTRY_VERIFY(allReady() && one(id).work.editedPath.isEmpty());
        QCOMPARE(one(id).sha256, sha256Of(bytes));
        QVERIFY(one(id).transparent);
    }

    void aChangeThatFailsLeavesThePicture()
    {
        attach(InputRole::StartFrame, u"a.png"_qs);
        const QString id = idOf(u"a.png"_qs);
        QVERIFY(QFile::remove(one(id).original.path));
        QSignalSpy refused(&composer(), &Composer::refused);
        composer().flatten(id, Qt::black);
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(one(id).state, Attachment::State::Ready);
        QCOMPARE(one(id).fileName, u"a.png"_qs);
    }

    void aBrowsersDropTakesTheOriginalBytes()
    {
        const QByteArray original = encoded(twoColours({ 300, 200 }), "jpeg");
        m_server->route("GET /fox.jpg", [&](const SeenRequest &, const AnswerPtr &answer) {
            answer->send(200, original, { { "Content-Type", "image/jpeg" } });
        });
        QMimeData data; // as a browser gives a picture inside of a link
        data.setUrls({ m_server->url("/gallery/page.html") });
        data.setHtml(u"<a href='%1'><img alt=\"x\" src=\"%2\"></a>"_qs.arg(
            m_server->url("/gallery/page.html").toString(), m_server->url("/fox.jpg").toString()));
        data.setData(u"text/plain"_qs, m_server->url("/gallery/page.html").toEncoded());
        data.setImageData(twoColours({ 30, 20 }));
        QVERIFY(composer().accepts(&data));
        composer().attachMime(&data);
        QCOMPARE(composer().attachments().size(), 1);
        QVERIFY(!composer().attachments().constFirst().notices.isEmpty()); // says that it is fetched
        QTRY_VERIFY(allReady());
        QCOMPARE(composer().attachments().constFirst().sha256, sha256Of(original));
        QCOMPARE(composer().attachments().constFirst().fileName, u"fox.jpg"_qs);
        QCOMPARE(m_server->seen().size(), 1);
    }

    void theBitmapStandsInForAPage()
    {
        m_server->setHandler([](const SeenRequest &, const AnswerPtr &answer) {
            answer->send(200, "<html>no picture here</html>", { { "Content-Type", "text/html" } });
        });
        QSignalSpy refused(&composer(), &Composer::refused);
        QMimeData data;
        data.setUrls({ m_server->url("/gallery") });
        data.setImageData(twoColours({ 30, 20 }));
        composer().attachMime(&data, InputRole::EndFrame);
        QTRY_VERIFY(allReady());
        QCOMPARE(composer().attachmentFor(InputRole::EndFrame)->size, QSize(30, 20));
        QVERIFY(refused.isEmpty());
    }

    void anAddressWithoutAPictureIsSaid()
    {
        m_server->setHandler([](const SeenRequest &, const AnswerPtr &answer) {
            answer->send(200, "<html>no picture here</html>", { { "Content-Type", "text/html" } });
        });
        QSignalSpy refused(&composer(), &Composer::refused);
        composer().attachUrl(InputRole::Reference, m_server->url("/gallery"));
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.constFirst().constFirst().value<Error>().code, u"page"_qs);
        QVERIFY(composer().attachments().isEmpty());
    }

    void aFetchIsCancelledByTakingItOff()
    {
        AnswerPtr open;
        m_server->setHandler([&](const SeenRequest &, const AnswerPtr &answer) {
            open = answer;
            answer->head(200, { { "Content-Length", "100000" } });
            answer->write(encoded(twoColours({ 30, 20 }), "png"));
        });
        composer().attachUrl(InputRole::Reference, m_server->url("/slow.png"));
        QTRY_VERIFY(open);
        QVERIFY(!composer().canSend());
        composer().detach(composer().attachments().constFirst().id);
        QTRY_VERIFY(!open->isOpen());
        QVERIFY(composer().attachments().isEmpty());
    }

    void dataAddressesAndPastedAddresses()
    {
        const QByteArray bytes = encoded(twoColours({ 30, 20 }), "png");
        QMimeData inHtml;
        inHtml.setHtml(u"<img src='data:image/png;base64,%1'>"_qs.arg(QString::fromLatin1(bytes.toBase64())));
        QVERIFY(composer().accepts(&inHtml));
        composer().attachMime(&inHtml);
        QTRY_VERIFY(allReady());
        QCOMPARE(composer().attachments().constFirst().sha256, sha256Of(bytes));
        m_server->setHandler([&](const SeenRequest &, const AnswerPtr &answer) { answer->send(200, bytes); });
        QMimeData text;
        text.setText(m_server->url("/fox.png").toString());
        QVERIFY(composer().accepts(&text));
        composer().attachMime(&text);
        QTRY_VERIFY(composer().attachments().size() == 2 && allReady());
        // Words, and addresses of pages, are words.
        QMimeData words;
        words.setText(u"a fox at https://example.com/fox.png"_qs);
        QVERIFY(!composer().accepts(&words));
        QMimeData page;
        page.setText(u"https://example.com/foxes"_qs);
        QVERIFY(!composer().accepts(&page));
        // A document's text is meant, whatever pictures are in it.
        QMimeData document;
        document.setText(u"Hello"_qs);
        document.setHtml(u"Hello <img src='https://example.com/a.png'>"_qs);
        document.setImageData(twoColours({ 4, 4 }));
        QVERIFY(!composer().accepts(&document));
    }

    void aProfileOfAnEarlierFormKeepsItsPictures()
    {
        const QByteArray bytes = encoded(twoColours({ 40, 20 }), "png");
        const QString picture = file(u"old.png"_qs, bytes);
        QVERIFY(twoColours({ 40, 20 }).save(picture + u".thumb.png"_qs));
        m_world.reset();
        const QString folder = m_dir->filePath(u"earlier"_qs);
        QVERIFY(QDir().mkpath(folder));
        {
            QFile script(QStringLiteral(FACET_FIXTURES "/profile/form2.sql"));
            QVERIFY(script.open(QIODevice::ReadOnly));
            QSqlDatabase old = QSqlDatabase::addDatabase(u"QSQLITE"_qs, u"earlier"_qs);
            old.setDatabaseName(folder + u"/facet.db"_qs);
            QVERIFY(old.open());
            const QStringList lines = QString::fromUtf8(script.readAll()).split(u";\n"_qs);
            for (const QString &line : lines) {
                if (!line.trimmed().isEmpty())
                    QVERIFY2(QSqlQuery(old).exec(line), qPrintable(line));
            }
            QVERIFY(QSqlQuery(old).exec(
                u"INSERT INTO drafts VALUES ('c1', 'half', '1.0', NULL, '{}', 1700000000000)"_qs));
            QVERIFY(QSqlQuery(old).exec(
                u"INSERT INTO attachments (id, owner_kind, owner_id, position, role, file_name, path, mime, sha256, width, "
                "height, bytes, notices) VALUES ('p1', 'draft', 'c1', 0, 'start_frame', 'old.png', '%1', 'image/png', '%2', 40, "
                "20, %3, '')"_qs.arg(picture, sha256Of(bytes))
                    .arg(bytes.size())));
            old.close();
        }
        QSqlDatabase::removeDatabase(u"earlier"_qs);
        Database database(folder + u"/facet.db"_qs);
        const auto draft = await(DraftStore(&database).load(u"c1"_qs));
        QVERIFY(draft && *draft);
        QCOMPARE((*draft)->attachments.size(), 1);
        const Attachment old = (*draft)->attachments.constFirst();
        QCOMPARE(old.state, Attachment::State::Ready);
        QVERIFY(!old.isChanged() && !old.aside);
        // What was attached then can be worked on now.
        PictureWork work;
        work.maxPixels = 200;
        ImageIntake intake(folder + u"/attachments"_qs);
        const auto small = await(intake.rework(old, work));
        QVERIFY(small);
        QCOMPARE(small->size, QSize(20, 10));
        QCOMPARE(small->original.path, picture);
    }

    void leavingAConversationLosesNoWork()
    {
        attach(InputRole::StartFrame, u"a.png"_qs);
        const QString id = idOf(u"a.png"_qs);
        const QString here = composer().conversationId();
        composer().setText(u"x"_qs);
        QImage edited(10, 10, QImage::Format_RGB32);
        edited.fill(Qt::green);
        composer().replace(id, edited, u"Cropped."_qs);
        m_world->conversations.open(u"elsewhere"_qs);
        QTRY_VERIFY(composer().conversationId() != here);
        m_world->conversations.open(here);
        QTRY_COMPARE(composer().conversationId(), here);
        QTRY_VERIFY(one(id).size == QSize(10, 10));
    }
};

QTEST_MAIN(TestAttachments)
#include "tst_client_attachments.moc"
