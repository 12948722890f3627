#include "service/uploads/ContentCheck.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace facet::service;

/// Videos and recordings that are uploaded: known by their bytes, whole or refused, within limits.
class TestMedia : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    /// Written by ffmpeg, an implementation that is not ours.
    QString make(const QString &name, const QStringList &arguments)
    {
        const QString path = m_dir.filePath(name);
        QProcess ffmpeg;
        ffmpeg.start(QStringLiteral("ffmpeg"),
            QStringList{ QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y") } + arguments
                + QStringList{ path });
        return ffmpeg.waitForFinished(60'000) && ffmpeg.exitCode() == 0 ? path : QString();
    }
    static QStringList words(const char *text) { return QString::fromLatin1(text).split(u' '); }

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("ffmpeg")).isEmpty())
            QSKIP("ffmpeg is not installed");
    }

    void kinds_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("mime");
        QTest::addColumn<QSize>("size");
        const auto row = [](const char *name, const char *arguments, const char *mime, QSize size) {
            QTest::newRow(name) << QString::fromLatin1(name) << words(arguments) << QString::fromLatin1(mime)
                                << size;
        };
        const QSize wide(320, 180);
#define PICTURES "-f lavfi -i testsrc=size=320x180:rate=24:duration=1.5"
#define TONE "-f lavfi -i sine=frequency=440:duration=1.5"
        row("a.mp4", PICTURES " " TONE " -c:v libx264 -pix_fmt yuv420p -c:a aac -shortest", "video/mp4",
            wide);
        row("fast.mp4", PICTURES " -c:v libx264 -pix_fmt yuv420p -movflags +faststart", "video/mp4", wide);
        row("a.mov", PICTURES " -c:v libx264 -pix_fmt yuv420p", "video/quicktime", wide);
        row("a.webm", PICTURES " -c:v libvpx -b:v 200k", "video/webm", wide);
        row("a.m4a", TONE " -c:a aac", "audio/mp4", {});
        row("a.wav", TONE, "audio/wav", {});
        row("a.mp3", TONE " -c:a libmp3lame", "audio/mpeg", {});
        row("a.ogg", TONE " -c:a libvorbis", "audio/ogg", {});
        row("opus.ogg", TONE " -c:a libopus", "audio/ogg", {});
    }

    void kinds()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, arguments);
        const QString path = make(name, arguments);
        QVERIFY(!path.isEmpty());
        // The name says nothing: only the bytes count.
        const QString renamed = path + QStringLiteral(".txt");
        QVERIFY(QFile::rename(path, renamed));
        const auto verdict = checkContent(renamed, {}, 100'000'000);
        QVERIFY(std::holds_alternative<ContentFacts>(verdict));
        const auto &facts = std::get<ContentFacts>(verdict);
        QTEST(facts.mime, "mime");
        QFETCH(QSize, size);
        QCOMPARE(facts.width, std::max(0, size.width()));
        QCOMPARE(facts.height, std::max(0, size.height()));
        QVERIFY(facts.durationS);
        QVERIFY2(std::abs(*facts.durationS - 1.5) < 0.15, qPrintable(QString::number(*facts.durationS)));
        // The same, cut in the middle. An MP3 plays up to there.
        QFile file(renamed);
        QVERIFY(file.resize(file.size() / 2));
        const auto half = checkContent(renamed, {}, 100'000'000);
        if (facts.mime != QLatin1String("audio/mpeg"))
            QCOMPARE(std::get<ContentFault>(half), ContentFault::Damaged);
        // Too many pixels.
        if (facts.width > 0) {
            const QString again = make(name, arguments);
            QCOMPARE(std::get<ContentFault>(checkContent(again, {}, 1000)), ContentFault::TooManyPixels);
        }
    }

    void turnedVideosAreUpright()
    {
        const QString flat =
            make(QStringLiteral("flat.mp4"), words(PICTURES " -c:v libx264 -pix_fmt yuv420p"));
        const QString turned = make(QStringLiteral("turned.mp4"),
            { QStringLiteral("-i"), flat, QStringLiteral("-c"), QStringLiteral("copy"),
                QStringLiteral("-metadata:s:v"), QStringLiteral("rotate=90") });
        const auto verdict = checkContent(turned, {}, 100'000'000);
        const auto &facts = std::get<ContentFacts>(verdict);
        QCOMPARE(QSize(facts.width, facts.height), QSize(180, 320));
    }

    void tooLong()
    {
        const QString path =
            make(QStringLiteral("long.wav"), words("-f lavfi -i anullsrc=r=8000:cl=mono -t 601 -c:a pcm_u8"));
        QCOMPARE(std::get<ContentFault>(checkContent(path, {}, 1000)), ContentFault::TooLong);
    }

    void whatIsNoneOfThese_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("#!/bin/sh\necho nothing to see here\n").repeated(9);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << QByteArray("RIFF");
        QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'></svg>");
        QTest::newRow("playlist") << QByteArray("#EXTM3U\nhttp://127.0.0.1/a.mp4\n");
        QTest::newRow("matroska") << QByteArray("\x1A\x45\xDF\xA3\x8B\x42\x82\x88matroska", 15)
                + QByteArray(64, '\0');
        QTest::newRow("sync without a second frame")
            << QByteArray("\xFF\xFB\x90\x00", 4) + QByteArray(4000, 'x');
    }

    void whatIsNoneOfThese()
    {
        QFETCH(QByteArray, bytes);
        const QString path = m_dir.filePath(QStringLiteral("none"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
        file.close();
        QCOMPARE(std::get<ContentFault>(checkContent(path, {}, 1000)), ContentFault::NotTaken);
    }

    /// Bytes that claim anything must not lead outside of the file.
    void survivesGarbageBehindATrueBeginning()
    {
        const QByteArray heads[] = { QByteArray("\0\0\0\x18"
                                                "ftypisom\0\0\0\0isommp42",
                                         24),
            QByteArray(
                "\x1A\x45\xDF\xA3\x87\x42\x82\x84webm\x18\x53\x80\x67\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 24),
            QByteArray("RIFF\xFF\xFF\xFF\x7FWAVEfmt \x10\0\0\0", 20),
            QByteArray("OggS\0\2\0\0\0\0\0\0\0\0\0\0", 16),
            QByteArray("ID3\4\0\0\x7F\x7F\x7F\x7F\0\0\0\0\0\0", 16) };
        quint32 seed = 1;
        for (const QByteArray &head : heads) {
            for (int round = 0; round < 40; ++round) {
                QByteArray bytes = head;
                for (int i = 0; i < 300; ++i) {
                    seed = seed * 1664525 + 1013904223;
                    bytes += static_cast<char>(seed >> 24);
                }
                const QString path = m_dir.filePath(QStringLiteral("garbage"));
                QFile file(path);
                QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
                file.write(bytes);
                file.close();
                (void)checkContent(path, {}, 1000); // under the sanitizers this is the whole point
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestMedia)
#include "tst_service_media.moc"
