#include "client/tags/TagFile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QImageReader>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace facet;
using namespace facet::client;

namespace {

QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(60000);
    return process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// Every packet's time and hash: what is played.
QByteArray packetsOf(const QString &path)
{
    return run(QStringLiteral("ffprobe"),
        { QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-show_packets"),
            QStringLiteral("-show_data_hash"), QStringLiteral("md5"), QStringLiteral("-show_entries"),
            QStringLiteral("packet=stream_index,pts,dts,size,data_hash"), QStringLiteral("-of"),
            QStringLiteral("csv"), path });
}

QJsonObject probedTags(const QString &path)
{
    const QByteArray json = run(QStringLiteral("ffprobe"),
        { QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-show_entries"),
            QStringLiteral("format_tags"), QStringLiteral("-of"), QStringLiteral("json"), path });
    return QJsonDocument::fromJson(json)[QStringLiteral("format")][QStringLiteral("tags")].toObject();
}

ResultTags sample()
{
    Generation generation;
    generation.id = QStringLiteral("gen_42");
    generation.prompt =
        QStringLiteral("노을이 지는 바다 — “slow” push-in <to> the sun & back\nsecond line 🌅");
    generation.modelId = QStringLiteral("carat-video");
    generation.seed = 41872;
    generation.options.durationS = 5;
    generation.options.resolution = QStringLiteral("720p");
    generation.options.aspectRatio = QStringLiteral("16:9");
    generation.options.count = 4;
    generation.agent = AgentVersion::V2;
    generation.method = Method::StartEnd;
    generation.draft = true;
    return ResultTags::of(generation, 2, QStringLiteral("Carat Video (LTX 2.3)"));
}

} // namespace

class TagsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aFileSaysHowItWasMade_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("arguments");
        const QStringList video{ QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
            QStringLiteral("testsrc=size=192x108:rate=24:duration=1"), QStringLiteral("-f"),
            QStringLiteral("lavfi"), QStringLiteral("-i"), QStringLiteral("sine=duration=1"),
            QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-pix_fmt"),
            QStringLiteral("yuv420p"), QStringLiteral("-c:a"), QStringLiteral("aac") };
        const QStringList picture{ QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
            QStringLiteral("testsrc=size=192x108"), QStringLiteral("-frames:v"), QStringLiteral("1") };
        const QString flags = QStringLiteral("-movflags");
        QTest::newRow("index last") << QStringLiteral("a.mp4") << video;
        QTest::newRow("index first") << QStringLiteral("b.mp4")
                                     << video + QStringList{ flags, QStringLiteral("+faststart") };
        QTest::newRow("tags of somebody else") << QStringLiteral("c.mp4")
                                               << video
                + QStringList{ flags, QStringLiteral("+faststart+use_metadata_tags"),
                      QStringLiteral("-metadata"), QStringLiteral("author=somebody"),
                      QStringLiteral("-metadata"), QStringLiteral("title=theirs") };
        QTest::newRow("fragments") << QStringLiteral(
            "d.mp4") << video + QStringList{ flags, QStringLiteral("+frag_keyframe+empty_moov") };
        QTest::newRow("quicktime") << QStringLiteral("e.mov") << video;
        QTest::newRow("png") << QStringLiteral("f.png") << picture;
        QTest::newRow("jpeg") << QStringLiteral("g.jpg") << picture;
        QTest::newRow("webp") << QStringLiteral("h.webp")
                              << picture + QStringList{ QStringLiteral("-lossless"), QStringLiteral("1") };
        QTest::newRow("webp, lossy") << QStringLiteral("i.webp") << picture;
    }
    void aFileSaysHowItWasMade()
    {
        QFETCH(QString, file);
        QFETCH(QStringList, arguments);
        const QString path = m_folder->filePath(file);
        run(QStringLiteral("ffmpeg"),
            QStringList{ QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y") } + arguments
                + QStringList{ path });
        if (!QFile::exists(path))
            QSKIP("this ffmpeg does not write it");
        const bool isVideo = !file.startsWith(QLatin1Char('f')) && !file.startsWith(QLatin1Char('g'))
            && !file.startsWith(QLatin1Char('h')) && !file.startsWith(QLatin1Char('i'));
        const QByteArray packets = packetsOf(path);
        const QImage picture = isVideo ? QImage() : QImage(path);
        QVERIFY(isVideo ? !packets.isEmpty() : !picture.isNull());
        QVERIFY(!*readTags(path));

        const auto tagged = writeTags(path, sample());
        QVERIFY(tagged);
        QVERIFY(tagged->written);
        QCOMPARE(tagged->sha256, sha256Of(contentOf(path)));
        QCOMPARE(tagged->bytes, contentOf(path).size());

        const auto read = readTags(path);
        QVERIFY(read && *read);
        QCOMPARE(**read, sample());
        if (isVideo) {
            // What is played is the same, and ffmpeg reads the words.
            QCOMPARE(packetsOf(path), packets);
            const QJsonObject tags = probedTags(path);
            QCOMPARE(tags[QStringLiteral("prompt")].toString(), sample().prompt);
            QCOMPARE(tags[QStringLiteral("model_id")].toString(), QStringLiteral("carat-video"));
            QCOMPARE(tags[QStringLiteral("seed")].toString(), QStringLiteral("41874"));
            QCOMPARE(tags[QStringLiteral("generation_id")].toString(), QStringLiteral("gen_42"));
            QVERIFY(tags[QStringLiteral("options")].toString().contains(QLatin1String("\"720p\"")));
            const QByteArray decoded = run(QStringLiteral("ffmpeg"),
                { QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-xerror"),
                    QStringLiteral("-i"), path, QStringLiteral("-f"), QStringLiteral("md5"),
                    QStringLiteral("-") });
            QVERIFY(decoded.startsWith("MD5="));
        } else {
            QCOMPARE(QImage(path), picture);
        }
        if (QByteArray(QTest::currentDataTag()) == "tags of somebody else")
            QCOMPARE(probedTags(path)[QStringLiteral("author")].toString(), QStringLiteral("somebody"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void aFileThatSaysItAlreadyStaysAsItIs()
    {
        const QString path = m_folder->filePath(QStringLiteral("a.png"));
        QImage(8, 8, QImage::Format_RGB32).save(path);
        QVERIFY(writeTags(path, sample())->written);
        const QByteArray before = contentOf(path);
        const auto again = writeTags(path, sample());
        QVERIFY(again && !again->written);
        QCOMPARE(contentOf(path), before);
        QCOMPARE(again->sha256, sha256Of(before));
    }

    void whatIsNoMediaStaysAsItIs()
    {
        const QString path = m_folder->filePath(QStringLiteral("a.mp4"));
        const QByteArray bytes = QByteArray(1000, 'x');
        write(path, bytes);
        const auto tagged = writeTags(path, sample());
        QVERIFY(tagged && !tagged->written);
        QCOMPARE(contentOf(path), bytes);
        QVERIFY(!*readTags(path));
        QVERIFY(!readTags(m_folder->filePath(QStringLiteral("none.mp4"))));
    }

    void theFrameOfAJpegGoesOnSayingWhatItDid()
    {
        // An XMP packet of somebody else is added to, not replaced.
        const QString path = m_folder->filePath(QStringLiteral("a.jpg"));
        QImage(16, 16, QImage::Format_RGB32).save(path);
        const QByteArray packet = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
                                  "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                                  "<rdf:Description rdf:about=\"\" xmlns:o=\"urn:other\" o:word=\"kept\"/>"
                                  "</rdf:RDF></x:xmpmeta>";
        const QByteArray payload = QByteArrayLiteral("http://ns.adobe.com/xap/1.0/") + '\0' + packet;
        QByteArray segment = QByteArrayLiteral("\xff\xe1");
        segment += static_cast<char>((payload.size() + 2) >> 8);
        segment += static_cast<char>(payload.size() + 2);
        QByteArray bytes = contentOf(path);
        write(path, bytes.left(2) + segment + payload + bytes.mid(2));
        QVERIFY(writeTags(path, sample())->written);
        QCOMPARE(**readTags(path), sample());
        QVERIFY(contentOf(path).contains("o:word=\"kept\""));
        QCOMPARE(contentOf(path).count("http://ns.adobe.com/xap/1.0/"), 1);
    }

    void wordsOfStrangersAreBounded()
    {
        ResultTags::Words words = sample().words();
        words[QStringLiteral("prompt")] = QString(1'000'000, u'a') + QChar(0);
        words[QStringLiteral("model_id")] = QString(5000, u'm');
        words[QStringLiteral("seed")] = QStringLiteral("-1");
        words[QStringLiteral("take")] = QStringLiteral("99999999999");
        words[QStringLiteral("options")] = QStringLiteral(
            "{\"duration_s\":999999999,\"count\":100000,\"resolution\":\"../../etc/passwd and so on\","
            "\"aspect_ratio\":\"16:9\",\"background\":\"url(x)\"}");
        words[QStringLiteral("agent")] = QStringLiteral("9.9");
        const auto tags = ResultTags::fromWords(words);
        QVERIFY(tags);
        QVERIFY(tags->prompt.size() <= 20'000);
        QVERIFY(!tags->prompt.contains(QChar(0)));
        QVERIFY(tags->modelId.size() <= 200);
        QVERIFY(!tags->seed);
        QCOMPARE(tags->take, 0);
        QVERIFY(!tags->options.durationS && !tags->options.count && !tags->options.resolution
            && !tags->options.background);
        QCOMPARE(tags->options.aspectRatio, QStringLiteral("16:9"));
        QVERIFY(!tags->agent);
        // A workflow that another program keeps under the same name is not a request.
        QVERIFY(!ResultTags::fromWords({ { QStringLiteral("prompt"), QStringLiteral("{\"3\":{}}") } }));
        words[QStringLiteral("options")] = QString(100'000, u'[');
        QVERIFY(ResultTags::fromWords(words));
    }

    void damagedFilesDoNoHarm()
    {
        // Every byte of the heads of real files turned around, one at a time, and files that are cut.
        QFile::copy(QStringLiteral(FACET_FIXTURES "/video/two-seconds.mp4"),
            m_folder->filePath(QStringLiteral("a.mp4")));
        QImage picture(32, 32, QImage::Format_RGB32);
        picture.fill(Qt::red);
        for (const char *name : { "b.png", "c.jpg", "d.webp" })
            picture.save(m_folder->filePath(QLatin1String(name)));
        for (const char *name : { "a.mp4", "b.png", "c.jpg", "d.webp" }) {
            const QString path = m_folder->filePath(QLatin1String(name));
            QVERIFY(writeTags(path, sample())->written);
            const QByteArray good = contentOf(path);
            const QString bad = m_folder->filePath(QStringLiteral("bad"));
            for (qsizetype at = 0; at < std::min<qsizetype>(good.size(), 1500); at += 7) {
                QByteArray bytes = good;
                bytes[at] = static_cast<char>(~bytes[at]);
                write(bad, bytes);
                (void)readTags(bad);
                QVERIFY(writeTags(bad, ResultTags::of({}, 0, {})));
            }
            for (qsizetype size = 0; size < good.size(); size += std::max<qsizetype>(1, good.size() / 25)) {
                write(bad, good.left(size));
                (void)readTags(bad);
                QVERIFY(writeTags(bad, sample()));
            }
        }
    }

    void anEntityBombIsNotRead()
    {
        const QString path = m_folder->filePath(QStringLiteral("a.jpg"));
        QImage(16, 16, QImage::Format_RGB32).save(path);
        const QByteArray packet =
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            "<f:model_id xmlns:f=\"urn:facet:result:1\">&b;&b;&b;</f:model_id>";
        const QByteArray payload = QByteArrayLiteral("http://ns.adobe.com/xap/1.0/") + '\0' + packet;
        QByteArray segment = QByteArrayLiteral("\xff\xe1");
        segment += static_cast<char>((payload.size() + 2) >> 8);
        segment += static_cast<char>(payload.size() + 2);
        const QByteArray bytes = contentOf(path);
        write(path, bytes.left(2) + segment + payload + bytes.mid(2));
        const auto read = readTags(path);
        QVERIFY(read && !*read);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(TagsTest)
#include "tst_client_tags.moc"
