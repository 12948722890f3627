#include "client/media/ImageIntake.h"
#include "support/SamplePictures.h"
#include "tests/support/Await.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QTemporaryDir>

#include <unistd.h>

using namespace facet;
using namespace facet::client;
using namespace facet::test;

namespace {

// The smallest whole GIF: one white pixel.
const QByteArray tinyGif =
    QByteArray::fromHex("47494638396101000100800000ffffff0000002c00000000010001000002024401003b");

QString sha256Of(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromLatin1(QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex());
}

QByteArray bytesAt(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestImageIntake : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString inDir(const QString &name) const { return m_dir.filePath(name); }
    QString attachments() const { return inDir(QStringLiteral("attachments")); }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(inDir(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no room for the test's own files");
        return file.fileName();
    }

private slots:
    void formats_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("mime"); // of what is sent
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("asItIs");
        const QImage image = twoColours({ 640, 360 });
        QTest::newRow("png") << encoded(image, "png") << u"a.png"_qs << u"image/png"_qs << QSize(640, 360)
                             << true;
        QTest::newRow("jpeg") << encoded(image, "jpeg") << u"a.jpg"_qs << u"image/jpeg"_qs << QSize(640, 360)
                              << true;
        QTest::newRow("webp") << encoded(image, "webp") << u"a.webp"_qs << u"image/webp"_qs << QSize(640, 360)
                              << true;
        QTest::newRow("bmp") << encoded(image, "bmp") << u"a.bmp"_qs << u"image/png"_qs << QSize(640, 360)
                             << false;
        QTest::newRow("tiff") << encoded(image, "tiff") << u"a.tif"_qs << u"image/png"_qs << QSize(640, 360)
                              << false;
        QTest::newRow("gif") << tinyGif << u"a.gif"_qs << u"image/png"_qs << QSize(1, 1) << false;
        QTest::newRow("cmyk jpeg") << cmykJpeg() << u"p.jpg"_qs << u"image/jpeg"_qs << QSize(16, 8) << false;
        QTest::newRow("16 bit png") << encoded(twoColours({ 40, 30 }, QImage::Format_RGBA64), "png")
                                    << u"d.png"_qs << u"image/png"_qs << QSize(40, 30) << true;
        QTest::newRow("grey jpeg") << encoded(twoColours({ 40, 30 }, QImage::Format_Grayscale8), "jpeg")
                                   << u"g.jpg"_qs << u"image/jpeg"_qs << QSize(40, 30) << true;
        QTest::newRow("png called jpg")
            << encoded(image, "png") << u"photo.jpg"_qs << u"image/png"_qs << QSize(640, 360) << true;
        QTest::newRow("jpeg without an ending")
            << encoded(image, "jpeg") << u"photo"_qs << u"image/jpeg"_qs << QSize(640, 360) << true;
        QTest::newRow("very wide") << encoded(twoColours({ 3000, 2 }), "png") << u"w.png"_qs
                                   << u"image/png"_qs << QSize(3000, 2) << true;
    }
    void formats()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(QString, mime);
        QFETCH(QSize, size);
        QFETCH(bool, asItIs);
        ImageIntake intake(attachments());
        const auto taken = await(intake.readFile(write(name, bytes)));
        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().sentence + taken.error().detail));
        QCOMPARE(taken->state, Attachment::State::Ready);
        QCOMPARE(taken->fileName, name);
        QCOMPARE(taken->mime, mime);
        QCOMPARE(taken->size, size);
        QVERIFY(!taken->thumbnail.isNull());
        QVERIFY(qMax(taken->thumbnail.width(), taken->thumbnail.height()) <= 480);
        QVERIFY(taken->path.startsWith(attachments()));
        QCOMPARE(taken->sha256, sha256Of(taken->path));
        QCOMPARE(taken->bytes, QFileInfo(taken->path).size());
        // The bytes as they came are kept, whatever is sent.
        const QString original =
            QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        const QDir kept(attachments() + u'/' + original.left(2));
        const QStringList found =
            kept.entryList({ original + u".*"_qs }, QDir::Files, QDir::Size | QDir::Reversed);
        QVERIFY(!found.isEmpty());
        QVERIFY(std::any_of(found.begin(), found.end(),
            [&](const QString &file) { return bytesAt(kept.filePath(file)) == bytes; }));
        QCOMPARE(taken->sha256 == original, asItIs);
        QCOMPARE(taken->notices.size(), asItIs ? 0 : 1);
        if (!asItIs)
            QCOMPARE(QImageReader(taken->path).size(), size);
    }

    void thumbnailShowsThePicture()
    {
        ImageIntake intake(attachments());
        const auto taken =
            await(intake.readFile(write(u"big.jpg"_qs, encoded(twoColours({ 4000, 3000 }), "jpeg"))));
        QVERIFY(taken);
        QCOMPARE(taken->thumbnail.size(), QSize(480, 360));
        QVERIFY(qRed(taken->thumbnail.pixel(100, 180)) > 200);
        QVERIFY(qBlue(taken->thumbnail.pixel(380, 180)) > 200);
    }

    void exifOrientation_data()
    {
        QTest::addColumn<int>("orientation");
        QTest::addColumn<QSize>("size"); // upright
        QTest::addColumn<QPoint>("red"); // where the stored left half is seen
        // Exif 2.32, tag 274: where the 0th row and the 0th column of the stored picture are seen.
        QTest::newRow("1 top left") << 1 << QSize(64, 32) << QPoint(8, 16);
        QTest::newRow("2 top right") << 2 << QSize(64, 32) << QPoint(56, 16);
        QTest::newRow("3 bottom right") << 3 << QSize(64, 32) << QPoint(56, 16);
        QTest::newRow("4 bottom left") << 4 << QSize(64, 32) << QPoint(8, 16);
        QTest::newRow("5 left top") << 5 << QSize(32, 64) << QPoint(16, 8);
        QTest::newRow("6 right top") << 6 << QSize(32, 64) << QPoint(16, 8);
        QTest::newRow("7 right bottom") << 7 << QSize(32, 64) << QPoint(16, 56);
        QTest::newRow("8 left bottom") << 8 << QSize(32, 64) << QPoint(16, 56);
    }
    void exifOrientation()
    {
        QFETCH(int, orientation);
        QFETCH(QSize, size);
        QFETCH(QPoint, red);
        const QByteArray bytes = withOrientation(encoded(twoColours({ 64, 32 }), "jpeg"), orientation);
        ImageIntake intake(attachments());
        const auto taken = await(intake.readBytes(bytes, u"turned.jpg"_qs));
        QVERIFY(taken);
        QCOMPARE(taken->size, size);
        QCOMPARE(taken->thumbnail.size(), size);
        QVERIFY(qRed(taken->thumbnail.pixel(red)) > 200);
        const QPoint blue(size.width() - 1 - red.x(), size.height() - 1 - red.y());
        QVERIFY(qBlue(taken->thumbnail.pixel(blue)) > 200);
        // What is sent is upright by itself; what came is kept.
        QCOMPARE(bytesAt(taken->original.path), bytes);
        QCOMPARE(taken->isChanged(), orientation != 1);
        const QImage sent(taken->path);
        QCOMPARE(sent.size(), size);
        QVERIFY(qRed(sent.pixel(red)) > 200);
        QVERIFY(qBlue(sent.pixel(blue)) > 200);
        QCOMPARE(QImageReader(taken->path).transformation(), QImageIOHandler::TransformationNone);
        QCOMPARE(taken->notices.size(), orientation == 1 ? 0 : 1);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QStringList>("says");
        const QImage image = twoColours({ 640, 360 });
        const QByteArray jpeg = encoded(image, "jpeg");
        const QByteArray webp = encoded(image, "webp");
        const QByteArray png = encoded(image, "png");
        const QByteArray bmp = encoded(image, "bmp");
        const QByteArray tiff = encoded(image, "tiff");
        const QStringList again{ u"“x.png”"_qs, u"damaged"_qs, u"again"_qs };
        QTest::newRow("empty") << QByteArray() << ErrorKind::File
                               << QStringList{ u"empty"_qs, u"0 bytes"_qs };
        QTest::newRow("cut jpeg") << jpeg.left(jpeg.size() * 2 / 3) << ErrorKind::File << again;
        QTest::newRow("jpeg without its last byte") << jpeg.chopped(1) << ErrorKind::File << again;
        QTest::newRow("cut jpeg whose thumbnail is whole")
            << (jpeg.left(2) + QByteArrayLiteral("\xff\xe2\0\x08\xff\xd8\xff\xd9\0\0") + jpeg.mid(2))
                   .chopped(40)
            << ErrorKind::File << again;
        QTest::newRow("cut png") << png.left(png.size() / 2) << ErrorKind::File << again;
        QTest::newRow("cut webp") << webp.left(webp.size() / 2) << ErrorKind::File << again;
        QTest::newRow("cut bmp") << bmp.left(bmp.size() / 2) << ErrorKind::File << again;
        QTest::newRow("cut tiff") << tiff.left(tiff.size() / 2) << ErrorKind::File << again;
        QTest::newRow("cut gif") << tinyGif.chopped(4) << ErrorKind::File << again;
        QTest::newRow("only a jpeg's start") << QByteArrayLiteral("\xff\xd8\xff") << ErrorKind::File << again;
        QTest::newRow("text") << QByteArray("hello, this is no picture") << ErrorKind::Unsupported
                              << QStringList{ u"PNG"_qs, u"JPEG"_qs, u"WebP"_qs, u"GIF"_qs, u"BMP"_qs,
                                     u"TIFF"_qs };
        QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")
                             << ErrorKind::Unsupported << QStringList{ u"PNG"_qs };
        QTest::newRow("only heic's start") << QByteArrayLiteral("\0\0\0\x18"
                                                                "ftypheic\0\0\0\0mif1heic"
                                                                "rest")
                                           << ErrorKind::File << again;
        QTest::newRow("only avif's start") << QByteArrayLiteral("\0\0\0\x18"
                                                                "ftypmif1\0\0\0\0mif1avif"
                                                                "rest")
                                           << ErrorKind::File << again;
        QTest::newRow("108 megapixels")
            << pngHeader(12000, 9000) << ErrorKind::Unsupported
            << QStringList{ u"12000 × 9000"_qs, u"100 megapixels"_qs, u"smaller copy"_qs };
        QTest::newRow("bomb") << pngHeader(1'000'000, 1'000'000) << ErrorKind::Unsupported
                              << QStringList{ u"1000000 × 1000000"_qs };
    }
    void refused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorKind, kind);
        QFETCH(QStringList, says);
        ImageIntake intake(attachments());
        const auto taken = await(intake.readFile(write(u"x.png"_qs, bytes)));
        QVERIFY(!taken);
        QCOMPARE(taken.error().kind, kind);
        QVERIFY(taken.error().sentence.contains(u"“x.png”"_qs));
        for (const QString &word : says)
            QVERIFY2(taken.error().sentence.contains(word), qPrintable(taken.error().sentence));
    }

    void exactlyTheLimitIsTaken()
    {
        ImageIntake intake(attachments());
        const QByteArray bytes = encoded(twoColours({ 100, 100 }), "png");
        intake.setLimits({ bytes.size(), 100 * 100 });
        QVERIFY(await(intake.readBytes(bytes, u"a.png"_qs)));
        intake.setLimits({ bytes.size(), 100 * 100 - 1 });
        QVERIFY(!await(intake.readBytes(bytes, u"a.png"_qs)));
        intake.setLimits({ bytes.size() - 1, 100 * 100 });
        const auto tooLarge = await(intake.readFile(write(u"a.png"_qs, bytes)));
        QVERIFY(!tooLarge);
        QCOMPARE(tooLarge.error().code, u"too_large"_qs);
        QVERIFY(tooLarge.error().sentence.contains(u"Export a smaller copy"_qs));
    }

    void missingAndFolders()
    {
        ImageIntake intake(attachments());
        const auto missing = await(intake.readFile(inDir(u"gone.png"_qs)));
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, ErrorKind::File);
        QVERIFY(missing.error().sentence.contains(u"gone.png"_qs));
        const auto folder = await(intake.readFile(m_dir.path()));
        QVERIFY(!folder);
        QVERIFY(folder.error().sentence.contains(u"folder"_qs));
    }

    void unreadable()
    {
        if (geteuid() == 0)
            QSKIP("root may read everything");
        const QString path = write(u"secret.png"_qs, encoded(twoColours({ 8, 8 }), "png"));
        QFile::setPermissions(path, {});
        ImageIntake intake(attachments());
        const auto taken = await(intake.readFile(path));
        QVERIFY(!taken);
        QVERIFY(taken.error().sentence.contains(u"may read"_qs));
    }

    void aFolderThatCannotBeWritten()
    {
        // A file where the folder should be: cannot be made, whoever runs this.
        ImageIntake intake(write(u"occupied"_qs, "x"));
        const auto taken = await(intake.readBytes(encoded(twoColours({ 8, 8 }), "png"), u"a.png"_qs));
        QVERIFY(!taken);
        QCOMPARE(taken.error().kind, ErrorKind::File);
        QVERIFY(taken.error().sentence.contains(u"disk"_qs));
    }

    void namesAreComposed()
    {
        const QString decomposed = u"한글.png"_qs.normalized(QString::NormalizationForm_D);
        QVERIFY(decomposed != u"한글.png"_qs);
        ImageIntake intake(attachments());
        const auto taken = await(intake.readFile(write(decomposed, encoded(twoColours({ 8, 8 }), "png"))));
        QVERIFY(taken);
        QCOMPARE(taken->fileName, u"한글.png"_qs);
    }

    void pastedPixels()
    {
        ImageIntake intake(attachments());
        const QImage image = twoColours({ 90, 60 });
        const auto taken = await(intake.readPixels(image, u"Pasted.png"_qs));
        QVERIFY(taken);
        QCOMPARE(taken->mime, u"image/png"_qs);
        QCOMPARE(QImage(taken->path).convertToFormat(QImage::Format_RGB32), image);
        QVERIFY(!await(intake.readPixels({}, u"Pasted.png"_qs)));
    }

    void sameBytesAreKeptOnce()
    {
        ImageIntake intake(attachments());
        const QByteArray bytes = encoded(twoColours({ 50, 20 }), "png");
        const auto first = await(intake.readBytes(bytes, u"one.png"_qs));
        const auto second = await(intake.readBytes(bytes, u"two.png"_qs));
        QVERIFY(first && second);
        QCOMPARE(first->path, second->path);
        QCOMPARE(second->fileName, u"two.png"_qs);
    }
};

QTEST_MAIN(TestImageIntake)
#include "tst_client_image_intake.moc"
