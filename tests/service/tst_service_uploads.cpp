#include "service/store/Store.h"
#include "service/support/ManualClock.h"
#include "service/support/RawClient.h"
#include "service/uploads/TusFields.h"
#include "service/uploads/Uploads.h"
#include "support/ServiceProcess.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QImage>
#include <QImageWriter>
#include <QJsonArray>
#include <QTest>
#include <QtEndian>

using namespace facet;
using namespace facet::service;
using facet::test::HttpAnswer;
using facet::test::RawClient;
using facet::test::ServiceProcess;

namespace {

constexpr qint64 limitBytes = 64LL * 1024 * 1024; // issue 2: the service's limit

/// Noise does not compress, so a picture of a given size is about as many bytes.
QByteArray picture(int width, int height, const char *format = "png", quint32 seed = 1)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            seed = seed * 1664525u + 1013904223u;
            image.setPixel(x, y, seed >> 8);
        }
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!image.save(&buffer, format))
        qFatal("cannot write %s", format);
    return bytes;
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray metadata(const QList<std::pair<QByteArray, QByteArray>> &pairs)
{
    QByteArray field;
    for (const auto &[key, value] : pairs)
        field += (field.isEmpty() ? "" : ",") + key + ' ' + value.toBase64();
    return field;
}

QByteArray declared(const QByteArray &bytes)
{
    return metadata({ { "filename", "a.png" }, { "sha256", sha256(bytes).toHex() } });
}

} // namespace

class TestServiceUploads : public QObject {
    Q_OBJECT

private:
    using Headers = ServiceProcess::Headers;

    HttpAnswer tus(
        const QByteArray &method, const QString &path, const QByteArray &body = {}, Headers headers = {})
    {
        headers.emplaceBack("Tus-Resumable", "1.0.0");
        return m_service->request(method, path, body, headers);
    }
    HttpAnswer create(qint64 length, const QByteArray &fields = {}, Headers headers = {})
    {
        headers.emplaceBack("Upload-Length", QByteArray::number(length));
        if (!fields.isEmpty())
            headers.emplaceBack("Upload-Metadata", fields);
        return tus("POST", QStringLiteral("/v1/uploads"), {}, headers);
    }
    HttpAnswer patch(const QString &path, qint64 offset, const QByteArray &bytes, Headers headers = {})
    {
        headers.emplaceBack("Upload-Offset", QByteArray::number(offset));
        headers.emplaceBack("Content-Type", "application/offset+octet-stream");
        return tus("PATCH", path, bytes, headers);
    }
    static QString locationOf(const HttpAnswer &answer)
    {
        return QString::fromLatin1(answer.header("location"));
    }
    /// Creates and sends in one piece: the answer to the last byte.
    HttpAnswer send(const QByteArray &bytes, QString *path = nullptr, const QByteArray &fields = {})
    {
        const auto created = create(bytes.size(), fields);
        if (created.status != 201)
            return created;
        if (path)
            *path = locationOf(created);
        return patch(locationOf(created), 0, bytes);
    }
    QStringList files() const
    {
        return QDir(m_service->dataDir() + QStringLiteral("/uploads")).entryList(QDir::Files);
    }

    std::unique_ptr<ServiceProcess> m_service;

private slots:
    void init()
    {
        m_service = std::make_unique<ServiceProcess>();
        QVERIFY2(m_service->start(), qPrintable(m_service->error()));
    }
    void cleanup() { m_service.reset(); }

    void saysWhatItSpeaks()
    {
        const auto answer = m_service->request("OPTIONS", QStringLiteral("/v1/uploads"));
        QCOMPARE(answer.status, 204);
        QCOMPARE(answer.header("tus-version"), "1.0.0");
        QCOMPARE(answer.header("tus-resumable"), "1.0.0");
        QCOMPARE(answer.header("tus-max-size"), QByteArray::number(limitBytes));
        QCOMPARE(answer.header("tus-checksum-algorithm"), "sha256");
        for (const char *extension : { "creation", "creation-with-upload", "checksum", "termination" })
            QVERIFY(answer.header("tus-extension").split(',').contains(extension));
    }

    void otherVersionsAreRefused()
    {
        for (const QByteArray &method : { QByteArray("POST"), QByteArray("PATCH"), QByteArray("DELETE") }) {
            const QString path =
                method == "POST" ? QStringLiteral("/v1/uploads") : QStringLiteral("/v1/uploads/x");
            const auto answer = m_service->request(
                method, path, {}, { { "Tus-Resumable", "0.2.2" }, { "Upload-Length", "5" } });
            QCOMPARE(answer.status, 412);
            QCOMPARE(answer.header("tus-version"), "1.0.0");
        }
    }

    void inPieces()
    {
        const QByteArray bytes = picture(300, 200);
        const QByteArray fields = metadata({ { "filename", "고래.png" }, { "filetype", "text/plain" },
            { "sha256", sha256(bytes).toHex() } });
        const auto created = create(bytes.size(), fields);
        QCOMPARE(created.status, 201);
        QCOMPARE(created.header("tus-resumable"), "1.0.0");
        QCOMPARE(created.header("upload-offset"), "0");
        const QString path = locationOf(created);
        QVERIFY(path.startsWith(QStringLiteral("/v1/uploads/")));
        QCOMPARE(m_service->get(path).status, 404);

        auto answer = patch(path, 0, bytes.left(1000));
        QCOMPARE(answer.status, 204);
        QCOMPARE(answer.header("upload-offset"), "1000");
        QVERIFY(!answer.header("upload-expires").isEmpty());
        answer = tus("HEAD", path);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("upload-offset"), "1000");
        QCOMPARE(answer.header("upload-length"), QByteArray::number(bytes.size()));
        QCOMPARE(answer.header("upload-metadata"), fields);
        QCOMPARE(answer.header("cache-control"), "no-store");

        answer = patch(path, 900, bytes.mid(900));
        QCOMPARE(answer.status, 409);
        QCOMPARE(patch(path, 1001, bytes.mid(1001)).status, 409);
        QCOMPARE(patch(path, 1000, {}).status, 204);
        answer = patch(path, 1000, bytes.mid(1000));
        QCOMPARE(answer.status, 204);
        QCOMPARE(answer.header("upload-offset"), QByteArray::number(bytes.size()));

        const auto upload = m_service->get(path);
        QCOMPARE(upload.status, 200);
        const QJsonObject json = upload.json();
        QCOMPARE(json[QStringLiteral("id")].toString(), path.section(u'/', -1));
        QCOMPARE(json[QStringLiteral("sha256")].toString().toLatin1(), sha256(bytes).toHex());
        QCOMPARE(json[QStringLiteral("mime")].toString(), QStringLiteral("image/png"));
        QCOMPARE(json[QStringLiteral("width")].toInt(), 300);
        QCOMPARE(json[QStringLiteral("height")].toInt(), 200);
        QCOMPARE(json[QStringLiteral("bytes")].toInt(), bytes.size());
        QVERIFY(json[QStringLiteral("duration_s")].isNull());

        // Complete is complete.
        QCOMPARE(patch(path, bytes.size(), {}).status, 204);
        QCOMPARE(patch(path, 0, bytes).status, 409);
        QFile kept(
            m_service->dataDir() + QStringLiteral("/uploads/") + QString::fromLatin1(sha256(bytes).toHex()));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(kept.readAll() == bytes);
    }

    void withTheCreation()
    {
        const QByteArray bytes = picture(64, 64);
        const Headers body{ { "Upload-Length", QByteArray::number(bytes.size()) },
            { "Content-Type", "application/offset+octet-stream" } };
        auto answer = tus("POST", QStringLiteral("/v1/uploads"), bytes.left(500), body);
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.header("upload-offset"), "500");
        QCOMPARE(patch(locationOf(answer), 500, bytes.mid(500)).status, 204);

        const QByteArray other = picture(64, 64, "png", 7);
        answer = tus("POST", QStringLiteral("/v1/uploads"), other,
            { { "Upload-Length", QByteArray::number(other.size()) },
                { "Content-Type", "application/offset+octet-stream" } });
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.header("upload-offset"), QByteArray::number(other.size()));
        QCOMPARE(m_service->get(locationOf(answer)).status, 200);

        answer = tus("POST", QStringLiteral("/v1/uploads"), "no picture",
            { { "Upload-Length", "10" }, { "Content-Type", "application/offset+octet-stream" } });
        QCOMPARE(answer.status, 422);
        answer = tus("POST", QStringLiteral("/v1/uploads"), "more than ten",
            { { "Upload-Length", "10" }, { "Content-Type", "application/offset+octet-stream" } });
        QCOMPARE(answer.status, 413);
    }

    void knownContentNeedsNoBytes()
    {
        const QByteArray bytes = picture(80, 60, "jpg");
        QString first;
        QCOMPARE(send(bytes, &first, declared(bytes)).status, 204);
        auto again = create(bytes.size(), declared(bytes));
        QCOMPARE(again.status, 201);
        QCOMPARE(again.header("upload-offset"), QByteArray::number(bytes.size()));
        const QString second = locationOf(again);
        QVERIFY(second != first);
        QCOMPARE(m_service->get(second).json()[QStringLiteral("sha256")].toString().toLatin1(),
            sha256(bytes).toHex());
        QCOMPARE(tus("HEAD", second).header("upload-offset"), QByteArray::number(bytes.size()));
        QCOMPARE(files().size(), 1);

        // The same content under another length is not the same content.
        again = create(bytes.size() + 1, declared(bytes));
        QCOMPARE(again.header("upload-offset"), "0");
        // Without a declared checksum the bytes are sent, and kept once.
        QString third;
        QCOMPARE(send(bytes, &third).status, 204);
        QCOMPARE(files().filter(QStringLiteral(".part"), Qt::CaseInsensitive).size(), 1);
        QCOMPARE(files().size(), 2);

        // The file goes with the last of them.
        QCOMPARE(tus("DELETE", first).status, 204);
        QCOMPARE(m_service->get(first).status, 404);
        QCOMPARE(m_service->get(second).status, 200);
        QCOMPARE(tus("DELETE", second).status, 204);
        QCOMPARE(m_service->get(third).status, 200);
        QCOMPARE(tus("DELETE", third).status, 204);
        QCOMPARE(tus("DELETE", locationOf(again)).status, 204);
        QVERIFY(files().isEmpty());
        QCOMPARE(tus("DELETE", third).status, 404);
        QCOMPARE(create(bytes.size(), declared(bytes)).header("upload-offset"), "0");
    }

    void checksums()
    {
        const QByteArray bytes = picture(100, 100);
        const QString path = locationOf(create(bytes.size()));
        const QByteArray piece = bytes.left(2000);
        auto answer =
            patch(path, 0, piece, { { "Upload-Checksum", "sha256 " + sha256("other").toBase64() } });
        QCOMPARE(answer.status, 460);
        QCOMPARE(answer.code(), QStringLiteral("checksum_mismatch"));
        QCOMPARE(tus("HEAD", path).header("upload-offset"), "0");
        QCOMPARE(
            patch(path, 0, piece, { { "Upload-Checksum", "md5 " + sha256(piece).toBase64() } }).status, 400);
        QCOMPARE(patch(path, 0, piece, { { "Upload-Checksum", "sha256 !!" } }).status, 400);
        QCOMPARE(
            patch(path, 0, piece, { { "Upload-Checksum", "sha256 " + sha256(piece).toBase64() } }).status,
            204);
        QCOMPARE(patch(path, 2000, bytes.mid(2000)).status, 204);

        // Of the whole, in the metadata.
        QString wrong;
        answer = send(picture(100, 100, "png", 3), &wrong, declared("something else"));
        QCOMPARE(answer.status, 460);
        QCOMPARE(tus("HEAD", wrong).status, 404);
        QCOMPARE(files().size(), 1);
    }

    void limits()
    {
        QCOMPARE(create(limitBytes).status, 201);
        auto answer = create(limitBytes + 1);
        QCOMPARE(answer.status, 413);
        QCOMPARE(answer.code(), QStringLiteral("too_large"));
        QCOMPARE(answer.json()[QStringLiteral("limit_bytes")].toInteger(), limitBytes);
        QCOMPARE(answer.header("tus-resumable"), "1.0.0");
        answer = create(0);
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.code(), QStringLiteral("unsupported_input"));

        // More bytes than announced: those that fit may stay, the rest never comes in.
        const QByteArray bytes = picture(10, 10);
        const QString path = locationOf(create(bytes.size()));
        QCOMPARE(patch(path, 0, bytes + "x").status, 413);
        QCOMPARE(patch(path, 0, bytes).status, 204);
    }

    void brokenRequests_data()
    {
        QTest::addColumn<Headers>("headers");
        QTest::newRow("no length") << Headers{};
        QTest::newRow("negative length") << Headers{ { "Upload-Length", "-5" } };
        QTest::newRow("length in words") << Headers{ { "Upload-Length", "ten" } };
        QTest::newRow("huge length") << Headers{ { "Upload-Length", "99999999999999999999" } };
        QTest::newRow("metadata not base64")
            << Headers{ { "Upload-Length", "5" }, { "Upload-Metadata", "filename ***" } };
        QTest::newRow("metadata twice")
            << Headers{ { "Upload-Length", "5" }, { "Upload-Metadata", "a YQ==,a Yg==" } };
        QTest::newRow("sha256 too short")
            << Headers{ { "Upload-Length", "5" }, { "Upload-Metadata", metadata({ { "sha256", "abcd" } }) } };
        QTest::newRow("sha256 is a path") << Headers{ { "Upload-Length", "5" },
            { "Upload-Metadata",
                metadata({ { "sha256",
                    "../../../../../../../../../../../../../../../../../etc/passwd.............." } }) } };
    }
    void brokenRequests()
    {
        QFETCH(Headers, headers);
        QCOMPARE(tus("POST", QStringLiteral("/v1/uploads"), {}, headers).status, 400);
        QVERIFY(files().isEmpty());
    }

    void brokenPieces()
    {
        const QString path = locationOf(create(100));
        QCOMPARE(
            tus("PATCH", path, "abc", { { "Upload-Offset", "0" }, { "Content-Type", "text/plain" } }).status,
            415);
        QCOMPARE(
            tus("PATCH", path, "abc", { { "Content-Type", "application/offset+octet-stream" } }).status, 400);
        QCOMPARE(patch(QStringLiteral("/v1/uploads/none"), 0, "abc").status, 404);
        QCOMPARE(tus("HEAD", QStringLiteral("/v1/uploads/none")).status, 404);
        QCOMPARE(tus("HEAD", path).header("upload-offset"), "0");
        // For clients that only know POST.
        const auto answer = tus("POST", path, "abc",
            { { "X-HTTP-Method-Override", "PATCH" }, { "Upload-Offset", "0" },
                { "Content-Type", "application/offset+octet-stream" } });
        QCOMPARE(answer.status, 204);
        QCOMPARE(answer.header("upload-offset"), "3");
    }

    void hostileFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("says");
        QByteArray huge = picture(4, 4);
        // Width and height of the IHDR chunk: 20,000 × 20,000, with the checksum that belongs to it.
        const auto bigEndian = [](quint32 n) {
            QByteArray bytes(4, '\0');
            qToBigEndian(n, bytes.data());
            return bytes;
        };
        huge.replace(16, 8, bigEndian(20'000) + bigEndian(20'000));
        quint32 crc = 0xffffffff;
        for (const char c : huge.mid(12, 17)) {
            crc ^= quint8(c);
            for (int bit = 0; bit < 8; ++bit)
                crc = crc & 1 ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
        }
        huge.replace(29, 4, bigEndian(~crc));
        QTest::newRow("400 megapixels") << huge << QByteArray("100 megapixels");
        QTest::newRow("text") << QByteArray("hello, I am a.png") << QByteArray("PNG, JPEG, WebP");
        QTest::newRow("SVG") << QByteArray(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>")
                             << QByteArray("PNG, JPEG, WebP");
        QTest::newRow("program") << QByteArray("\x7f"
                                               "ELF\2\1\1")
                                 << QByteArray("PNG, JPEG, WebP");
        QTest::newRow("PNG, only its name") << QByteArray("\x89PNG\r\n\x1a\n") << QByteArray("damaged");
        QTest::newRow("PNG, half") << picture(200, 200).left(60'000) << QByteArray("damaged");
        QTest::newRow("JPEG, only its name")
            << QByteArray("\xff\xd8\xff\xe0 and then nothing") << QByteArray("damaged");
        QTest::newRow("GIF of nothing") << QByteArray("GIF89a\0\0\0\0\0\0\0", 13) << QByteArray("damaged");
        QTest::newRow("WebP of nothing") << QByteArray("RIFF\4\0\0\0WEBP", 12) << QByteArray("damaged");
        QTest::newRow("TIFF of nothing") << QByteArray("II*\0\xff\xff\xff\xff", 8) << QByteArray("damaged");
        QTest::newRow("BMP of nothing")
            << QByteArray("BMxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx") << QByteArray("damaged");
        QTest::newRow("one byte") << QByteArray("x") << QByteArray("PNG, JPEG, WebP");
    }
    void hostileFiles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, says);
        QString path;
        const auto answer =
            send(bytes, &path, metadata({ { "filename", "a.png" }, { "filetype", "image/png" } }));
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.code(), QStringLiteral("unsupported_input"));
        QVERIFY2(answer.json()[QStringLiteral("detail")].toString().toUtf8().contains(says),
            answer.body.constData());
        QVERIFY(answer.json()[QStringLiteral("allowed")].toArray().contains(QStringLiteral("image/webp")));
        QVERIFY(files().isEmpty());
        QCOMPARE(tus("HEAD", path).status, 404);
        QCOMPARE(m_service->get(path).status, 404);
    }

    void everyType_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QString>("mime");
        QTest::newRow("png") << QByteArray("png") << QStringLiteral("image/png");
        QTest::newRow("jpeg") << QByteArray("jpg") << QStringLiteral("image/jpeg");
        QTest::newRow("webp") << QByteArray("webp") << QStringLiteral("image/webp");
        QTest::newRow("bmp") << QByteArray("bmp") << QStringLiteral("image/bmp");
        QTest::newRow("tiff") << QByteArray("tiff") << QStringLiteral("image/tiff");
    }
    void everyType()
    {
        QFETCH(QByteArray, format);
        QFETCH(QString, mime);
        QString path;
        const QByteArray bytes = picture(33, 21, format.constData());
        QCOMPARE(send(bytes, &path, metadata({ { "filename", "wrong.txt" } })).status, 204);
        const QJsonObject json = m_service->get(path).json();
        QCOMPARE(json[QStringLiteral("mime")].toString(), mime);
        QCOMPARE(json[QStringLiteral("width")].toInt(), 33);
        QCOMPARE(json[QStringLiteral("height")].toInt(), 21);
    }

    void sizesAreUpright()
    {
        QImage image(40, 20, QImage::Format_RGB32);
        image.fill(Qt::red);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QImageWriter writer(&buffer, "jpg");
        writer.setTransformation(QImageIOHandler::TransformationRotate90);
        QVERIFY(writer.write(image));
        QString path;
        QCOMPARE(send(bytes, &path).status, 204);
        const QJsonObject json = m_service->get(path).json();
        QCOMPARE(json[QStringLiteral("width")].toInt(), 20);
        QCOMPARE(json[QStringLiteral("height")].toInt(), 40);
    }

    void resumesAfterACut()
    {
        const QByteArray bytes = picture(900, 700);
        QVERIFY(bytes.size() > 1'000'000);
        const QString path = locationOf(create(bytes.size(), declared(bytes)));
        const QUrl url = m_service->url();
        {
            RawClient cut(url.host(), static_cast<quint16>(url.port()));
            QVERIFY(cut.isReady());
            cut.send("PATCH " + path.toLatin1() + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + m_service->token()
                + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\n"
                  "Upload-Checksum: sha256 "
                + sha256(bytes).toBase64() + "\r\nContent-Length: " + QByteArray::number(bytes.size())
                + "\r\n\r\n" + bytes.left(700'000));
            const QString part = m_service->dataDir() + QStringLiteral("/uploads/") + path.section(u'/', -1)
                + QStringLiteral(".part");
            QTRY_COMPARE(QFileInfo(part).size(), 700'000);
            QCOMPARE(patch(path, 700'000, "x").status, 423); // while another one writes
            QCOMPARE(tus("DELETE", path).status, 423);
            cut.socket().abort();
        }
        // The service learns of the cut a moment later; until then it says 423.
        HttpAnswer answer;
        const auto resumed = [&] {
            answer = patch(path, tus("HEAD", path).header("upload-offset").toLongLong(), bytes.mid(700'000));
            return answer.status != 423;
        };
        QTRY_VERIFY(resumed());
        QCOMPARE(answer.status, 204);
        QCOMPARE(m_service->get(path).json()[QStringLiteral("sha256")].toString().toLatin1(),
            sha256(bytes).toHex());
    }

    void survivesACrashInTheMiddle()
    {
        const QByteArray bytes = picture(300, 300);
        const QString path = locationOf(create(bytes.size(), declared(bytes)));
        QCOMPARE(patch(path, 0, bytes.left(10'000)).status, 204);
        QFile stray(m_service->dataDir() + QStringLiteral("/uploads/stray.part"));
        QVERIFY(stray.open(QIODevice::WriteOnly));
        m_service->kill();
        QVERIFY2(m_service->start(), qPrintable(m_service->error()));
        QVERIFY(!stray.exists());
        QCOMPARE(tus("HEAD", path).header("upload-offset"), "10000");
        QCOMPARE(patch(path, 10'000, bytes.mid(10'000)).status, 204);
        QCOMPARE(m_service->get(path).status, 200);
        QVERIFY(m_service->stop());
        QVERIFY2(m_service->start(), qPrintable(m_service->error()));
        QCOMPARE(m_service->get(path).status, 200);
        QCOMPARE(
            create(bytes.size(), declared(bytes)).header("upload-offset"), QByteArray::number(bytes.size()));
    }

    void aCheckThatACrashInterruptedIsMadeAgain()
    {
        const QByteArray bytes = picture(50, 50);
        const QString path = locationOf(create(bytes.size()));
        m_service->kill();
        // All bytes are there, but nobody has looked at them: as after a crash between the two.
        QFile part(m_service->dataDir() + QStringLiteral("/uploads/") + path.section(u'/', -1)
            + QStringLiteral(".part"));
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write(bytes);
        part.close();
        QVERIFY2(m_service->start(), qPrintable(m_service->error()));
        QCOMPARE(tus("HEAD", path).header("upload-offset"), QByteArray::number(bytes.size()));
        QCOMPARE(m_service->get(path).json()[QStringLiteral("width")].toInt(), 50);
    }

    void partialUploadsExpire()
    {
        QTemporaryDir folder;
        ManualClock clock;
        const auto store = Store::openInMemory();
        QVERIFY(store.has_value());
        const auto uploads = Uploads::open(**store, clock, folder.path());
        QVERIFY(uploads.has_value());
        const auto first = (*uploads)->create(100, {}, {}, {});
        const auto second = (*uploads)->create(100, {}, {}, {});
        const auto writing = (*uploads)->create(100, {}, {}, {});
        QVERIFY(first && second && writing);
        clock.advance(20 * 3600);
        QVERIFY((*uploads)->beginWriting(second->id));
        (*uploads)->endWriting(*second);
        QVERIFY((*uploads)->beginWriting(writing->id));
        clock.advance(4 * 3600 - 1);
        (*uploads)->removeExpired();
        QVERIFY((*uploads)->find(first->id));
        clock.advance(1);
        (*uploads)->removeExpired();
        QVERIFY(!(*uploads)->find(first->id));
        QVERIFY(!QFile::exists((*uploads)->partPath(first->id)));
        QVERIFY((*uploads)->find(second->id));
        QVERIFY((*uploads)->find(writing->id)); // somebody is sending
        clock.advance(20 * 3600);
        (*uploads)->removeExpired();
        QVERIFY(!(*uploads)->find(second->id));
    }

    void engineGetsTheFile()
    {
        QTemporaryDir folder;
        ManualClock clock;
        const auto store = Store::openInMemory();
        const auto uploads = Uploads::open(**store, clock, folder.path());
        QVERIFY(uploads.has_value());
        const QByteArray bytes = picture(20, 10);
        const auto record = (*uploads)->create(bytes.size(), {}, QStringLiteral("a.png"), {});
        QVERIFY(record.has_value());
        QVERIFY(!(*uploads)->upload(record->id));
        QFile part((*uploads)->partPath(record->id));
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write(bytes);
        part.close();
        int answers = 0;
        for (int i = 0; i < 3; ++i)
            (*uploads)->complete(*record, [&](const Uploads::Checked &checked) {
                answers += std::holds_alternative<UploadRecord>(checked) ? 1 : 100;
            });
        QTRY_COMPARE(answers, 3);
        const auto file = (*uploads)->upload(record->id);
        QVERIFY(file.has_value());
        QCOMPARE(file->mime, QStringLiteral("image/png"));
        QCOMPARE(file->name, QStringLiteral("a.png"));
        QCOMPARE(file->width, 20);
        QCOMPARE(QFileInfo(file->path).size(), bytes.size());
    }

    void namesAreOnlyNames()
    {
        QCOMPARE(cleanFileName("a.png"), QStringLiteral("a.png"));
        QCOMPARE(cleanFileName("../../etc/passwd"), QStringLiteral("passwd"));
        QCOMPARE(cleanFileName("C:\\Users\\me\\a.png"), QStringLiteral("a.png"));
        QCOMPARE(cleanFileName(".."), QString());
        QCOMPARE(cleanFileName("a\r\nb\0c.png"), QStringLiteral("ab"));
        QCOMPARE(cleanFileName("\xe1\x84\x80\xe1\x85\xa1.png"),
            QStringLiteral("가.png")); // NFC of a decomposed 가
        QCOMPARE(cleanFileName(QByteArray(500, 'a')).size(), 200);
    }
};

QTEST_GUILESS_MAIN(TestServiceUploads)
#include "tst_service_uploads.moc"
