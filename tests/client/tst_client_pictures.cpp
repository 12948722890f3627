#include "client/media/ImageIntake.h"
#include "support/SamplePictures.h"
#include "tests/support/Await.h"

#include <QColorSpace>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QTemporaryDir>

using namespace facet;
using namespace facet::client;
using namespace facet::test;

namespace {

QByteArray bytesAt(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// As a model gets it: nothing of the file is followed but its pixels.
QImage asSent(const Attachment &attachment)
{
    QImageReader reader(attachment.path);
    reader.setAutoTransform(false);
    return reader.read();
}

bool isNear(QRgb is, QRgb wanted, int by = 3)
{
    return qAbs(qRed(is) - qRed(wanted)) <= by && qAbs(qGreen(is) - qGreen(wanted)) <= by
        && qAbs(qBlue(is) - qBlue(wanted)) <= by;
}

/// Of one colour, in a colour space of its own.
QImage plain(QColorSpace::NamedColorSpace space, QImage::Format format = QImage::Format_RGB32)
{
    QImage image(64, 48, format);
    image.fill(QColor(200, 100, 100));
    image.setColorSpace(QColorSpace(space));
    return image;
}

QImage noise(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    quint32 state = 1;
    for (int y = 0; y < size.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x)
            row[x] = 0xff000000 | (state = state * 1664525 + 1013904223) >> 8;
    }
    return image;
}

} // namespace

/// What pictures become on their way in: what is sent, what is kept, what is said.
class TestPictures : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ImageIntake> m_intake;

    Attachment taken(const QByteArray &bytes, const QString &name, const PictureWork &work = {})
    {
        const auto result = await(m_intake->readBytes(bytes, name, work), 30000);
        if (!result)
            qFatal("%s", qPrintable(result.error().sentence + result.error().detail));
        return *result;
    }
    Attachment again(const Attachment &attachment, const PictureWork &work, const QImage &pixels = {})
    {
        const auto result = await(m_intake->rework(attachment, work, pixels), 30000);
        if (!result)
            qFatal("%s", qPrintable(result.error().sentence + result.error().detail));
        return *result;
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_intake = std::make_unique<ImageIntake>(m_dir->filePath(u"attachments"_qs));
    }
    void cleanup() { m_intake.reset(); }

    void whatEveryFormatIsSentAs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("originalMime");
        QTest::addColumn<QString>("sentMime");
        QTest::addColumn<QRgb>("left");
        const QImage image = twoColours({ 64, 32 });
        const QRgb red = qRgb(255, 0, 0);
        QTest::newRow("heic") << heic(image) << u"image/heic"_qs << u"image/jpeg"_qs << red;
        QTest::newRow("avif") << avif(image) << u"image/avif"_qs << u"image/jpeg"_qs << red;
        QTest::newRow("animated webp") << animatedWebp({ image, image.mirrored(true, false) })
                                       << u"image/webp"_qs << u"image/jpeg"_qs << red;
        QTest::newRow("animated gif")
            << animatedGif() << u"image/gif"_qs << u"image/png"_qs << qRgb(255, 255, 255);
        QTest::newRow("tiff") << encoded(image, "tiff") << u"image/tiff"_qs << u"image/png"_qs << red;
        QTest::newRow("bmp") << encoded(image, "bmp") << u"image/bmp"_qs << u"image/png"_qs << red;
        QTest::newRow("cmyk jpeg") << cmykJpeg() << u"image/jpeg"_qs << u"image/jpeg"_qs << red;
        QTest::newRow("turned jpeg") << withOrientation(encoded(image, "jpeg"), 3) << u"image/jpeg"_qs
                                     << u"image/jpeg"_qs << qRgb(0, 0, 255);
    }
    void whatEveryFormatIsSentAs()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, originalMime);
        QFETCH(QString, sentMime);
        QFETCH(QRgb, left);
        const Attachment a = taken(bytes, u"x"_qs);
        QCOMPARE(a.mime, sentMime);
        const QImage sent = asSent(a);
        QCOMPARE(sent.size(), a.size);
        QVERIFY2(isNear(sent.pixel(sent.width() / 8, sent.height() / 2), left, 30),
            qPrintable(QString::number(sent.pixel(0, 0), 16)));
        QCOMPARE(a.bytes, QFileInfo(a.path).size());
        QCOMPARE(a.sha256,
            QString::fromLatin1(
                QCryptographicHash::hash(bytesAt(a.path), QCryptographicHash::Sha256).toHex()));
        // The original is kept as it came, and said to be.
        QVERIFY(a.isChanged());
        QCOMPARE(a.original.mime, originalMime);
        QCOMPARE(a.original.bytes, bytes.size());
        QCOMPARE(bytesAt(a.original.path), bytes);
        QVERIFY(!a.notices.isEmpty());
    }

    void heicIsUprightByItsOwnTurns_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QPoint>("red");
        // As for Exif: where the stored left half is seen.
        QTest::newRow("1") << QSize(64, 32) << QPoint(8, 16);
        QTest::newRow("2") << QSize(64, 32) << QPoint(56, 16);
        QTest::newRow("3") << QSize(64, 32) << QPoint(56, 16);
        QTest::newRow("4") << QSize(64, 32) << QPoint(8, 16);
        QTest::newRow("5") << QSize(32, 64) << QPoint(16, 8);
        QTest::newRow("6") << QSize(32, 64) << QPoint(16, 8);
        QTest::newRow("7") << QSize(32, 64) << QPoint(16, 56);
        QTest::newRow("8") << QSize(32, 64) << QPoint(16, 56);
    }
    void heicIsUprightByItsOwnTurns()
    {
        QFETCH(QSize, size);
        QFETCH(QPoint, red);
        const int orientation = QString::fromLatin1(QTest::currentDataTag()).toInt();
        const Attachment a = taken(heic(twoColours({ 64, 32 }), orientation), u"phone.heic"_qs);
        QCOMPARE(a.size, size);
        QCOMPARE(a.original.size, size);
        const QImage sent = asSent(a);
        QVERIFY(qRed(sent.pixel(red)) > 200);
        QVERIFY(qBlue(sent.pixel(size.width() - 1 - red.x(), size.height() - 1 - red.y())) > 200);
        const bool said = a.notices.join(u' ').contains(u"upright"_qs);
        QCOMPARE(said, orientation != 1);
    }

    void coloursBecomeSrgb_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QRgb>("wanted");
        QTest::addColumn<bool>("said");
        // Computed from the primaries and curves of IEC 61966-2-1, SMPTE EG 432-1 and Adobe RGB (1998).
        const QRgb p3 = qRgb(215, 93, 97);
        const QRgb adobe = qRgb(227, 100, 100);
        const QRgb same = qRgb(200, 100, 100);
        const QImage wide = plain(QColorSpace::DisplayP3);
        QTest::newRow("p3 png") << encoded(wide, "png") << p3 << true;
        QTest::newRow("p3 jpeg") << encoded(wide, "jpeg", 100) << p3 << true;
        QTest::newRow("p3 heic") << heic(wide) << p3 << true;
        QTest::newRow("p3 avif") << avif(wide) << p3 << true;
        QTest::newRow("p3 png of 16 bits")
            << encoded(plain(QColorSpace::DisplayP3, QImage::Format_RGBX64), "png") << p3 << true;
        QTest::newRow("adobe rgb png") << encoded(plain(QColorSpace::AdobeRgb), "png") << adobe << true;
        QTest::newRow("srgb png") << encoded(plain(QColorSpace::SRgb), "png") << same << false;
        QTest::newRow("srgb jpeg") << encoded(plain(QColorSpace::SRgb), "jpeg", 100) << same << false;
    }
    void coloursBecomeSrgb()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QRgb, wanted);
        QFETCH(bool, said);
        const Attachment a = taken(bytes, u"wide"_qs);
        const QImage sent = asSent(a);
        QVERIFY2(isNear(sent.pixel(30, 20), wanted, 4), qPrintable(QString::number(sent.pixel(30, 20), 16)));
        QVERIFY(!sent.colorSpace().isValid() || sent.colorSpace() == QColorSpace(QColorSpace::SRgb));
        QCOMPARE(a.notices.join(u' ').contains(u"sRGB"_qs), said);
        QVERIFY(isNear(a.thumbnail.pixel(30, 20), wanted, 6));
    }

    void transparencyIsToldAndFilledOnPurpose_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("png") << encoded(disc({ 80, 60 }), "png");
        QTest::newRow("webp") << encoded(disc({ 80, 60 }), "webp", 100);
        QTest::newRow("heic") << heic(disc({ 80, 60 }));
        QTest::newRow("large png") << encoded(disc({ 1000, 800 }), "png");
    }
    void transparencyIsToldAndFilledOnPurpose()
    {
        QFETCH(QByteArray, bytes);
        const Attachment a = taken(bytes, u"logo"_qs);
        QVERIFY(a.transparent);
        QVERIFY(a.thumbnail.hasAlphaChannel());
        QCOMPARE(qAlpha(asSent(a).pixel(1, 1)), 0); // nothing is filled unasked
        PictureWork work = a.work;
        work.background = u"#00ff00"_qs;
        const Attachment green = again(a, work);
        QVERIFY(!green.transparent);
        QVERIFY(green.path != a.path);
        const QImage sent = asSent(green);
        QVERIFY(!sent.hasAlphaChannel() || qAlpha(sent.pixel(1, 1)) == 255);
        QVERIFY(isNear(sent.pixel(1, 1), qRgb(0, 255, 0), 8));
        QVERIFY(isNear(sent.pixel(sent.rect().center()), qRgb(255, 0, 0), 30));
        QVERIFY(green.notices.join(u' ').contains(u"Transparent"_qs));
        QCOMPARE(green.original, a.original);
        // And back.
        work.background.clear();
        const Attachment back = again(green, work);
        QVERIFY(back.transparent);
        QCOMPARE(back.sha256, a.sha256);
    }

    void tooManyPixelsAreMadeFewer()
    {
        PictureWork limits;
        limits.maxPixels = 100 * 100;
        const QByteArray bytes = encoded(twoColours({ 400, 200 }), "png");
        const Attachment a = taken(bytes, u"big.png"_qs, limits);
        QVERIFY(a.resized);
        QVERIFY(qint64(a.size.width()) * a.size.height() <= limits.maxPixels);
        QVERIFY(qAbs(a.size.width() - 2 * a.size.height()) <= 2); // its shape stays
        QCOMPARE(asSent(a).size(), a.size);
        QCOMPARE(a.original.size, QSize(400, 200));
        QVERIFY(a.notices.constFirst().contains(u"400 × 200"_qs));
        QVERIFY(a.notices.constFirst().contains(QString::number(a.size.width())));
        // Taken back: what is sent are the very bytes again.
        PictureWork keep = a.work;
        keep.keepSize = true;
        const Attachment back = again(a, keep);
        QVERIFY(!back.resized);
        QCOMPARE(bytesAt(back.path), bytes);
        QVERIFY(back.notices.isEmpty());
        // Exactly the limit is no reason for anything.
        limits.maxPixels = 400 * 200;
        QVERIFY(!taken(bytes, u"big.png"_qs, limits).isChanged());
    }

    void tooManyBytesAreMadeFewer_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<qint64>("most");
        QTest::addColumn<bool>("fewerPixels");
        const QImage image = noise({ 300, 200 });
        QTest::newRow("png that is a JPEG then") << encoded(image, "png") << qint64(110'000) << false;
        QTest::newRow("png much too large") << encoded(image, "png") << qint64(20'000) << true;
        QTest::newRow("jpeg") << encoded(image, "jpeg", 100) << qint64(30'000) << true;
        QImage holes = image.convertToFormat(QImage::Format_ARGB32);
        holes.setPixel(0, 0, 0);
        QTest::newRow("transparent stays PNG") << encoded(holes, "png") << qint64(60'000) << true;
    }
    void tooManyBytesAreMadeFewer()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(qint64, most);
        QFETCH(bool, fewerPixels);
        PictureWork limits;
        limits.maxBytes = most;
        QVERIFY(bytes.size() > most);
        const Attachment a = taken(bytes, u"n"_qs, limits);
        QVERIFY2(a.bytes <= most, qPrintable(QString::number(a.bytes)));
        QVERIFY(!asSent(a).isNull());
        QCOMPARE(a.resized, fewerPixels);
        QVERIFY(!a.notices.isEmpty());
        QCOMPARE(bytesAt(a.original.path), bytes);
    }

    void editedPixelsTakeTheOriginalsPlace()
    {
        const QByteArray bytes = withOrientation(encoded(twoColours({ 64, 32 }), "jpeg"), 6);
        const Attachment a = taken(bytes, u"a.jpg"_qs);
        QImage green(40, 40, QImage::Format_RGB32);
        green.fill(Qt::green);
        PictureWork work = a.work;
        work.editedNotice = u"Cropped to 1:1."_qs;
        const Attachment edited = again(a, work, green);
        QCOMPARE(edited.size, QSize(40, 40));
        QVERIFY(isNear(asSent(edited).pixel(5, 5), qRgb(0, 255, 0)));
        QCOMPARE(edited.notices.constFirst(), u"Cropped to 1:1."_qs);
        QCOMPARE(bytesAt(edited.original.path), bytes);
        QCOMPARE(edited.original.size, QSize(32, 64));
        // Another change keeps the edit; taking the edit back gives the original again.
        PictureWork smaller = edited.work;
        smaller.maxPixels = 100;
        QCOMPARE(again(edited, smaller).size, QSize(10, 10));
        work = edited.work;
        work.editedPath.clear();
        const Attachment back = again(edited, work);
        QCOMPARE(back.sha256, a.sha256);
        QCOMPARE(back.size, a.size);
    }

    void aPictureOfAnEarlierFacetCanBeWorkedOn()
    {
        Attachment a = taken(encoded(twoColours({ 40, 20 }), "png"), u"old.png"_qs);
        a.original = {};
        PictureWork work;
        work.maxPixels = 200;
        const Attachment small = again(a, work);
        QCOMPARE(small.size, QSize(20, 10));
        QCOMPARE(small.original.path, a.path);
        QCOMPARE(small.original.size, QSize(40, 20));
    }

    void aLargeJpegIsReadInParts()
    {
        // More than may be in memory at once, but a JPEG: read at a half.
        IntakeLimits limits;
        limits.maxPixels = 100'000;
        m_intake->setLimits(limits);
        const QByteArray bytes = encoded(twoColours({ 600, 400 }), "jpeg");
        const Attachment a = taken(bytes, u"huge.jpg"_qs);
        QCOMPARE(a.size, QSize(300, 200));
        QVERIFY(a.resized);
        QCOMPARE(a.original.size, QSize(600, 400));
        QVERIFY(a.notices.constFirst().contains(u"600 × 400"_qs));
        QVERIFY(qRed(asSent(a).pixel(20, 100)) > 200);
        const auto png = await(m_intake->readBytes(encoded(twoColours({ 600, 400 }), "png"), u"huge.png"_qs));
        QVERIFY(!png);
        QCOMPARE(png.error().code, u"too_large"_qs);
    }

    void hostileFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QImage image = twoColours({ 640, 360 });
        const QByteArray heicBytes = heic(image);
        const QByteArray avifBytes = avif(image);
        const QByteArray webp = animatedWebp({ image, image });
        QTest::newRow("cut heic") << heicBytes.left(heicBytes.size() * 3 / 4);
        QTest::newRow("heic without pictures") << heicBytes.left(heicBytes.indexOf("mdat") - 4);
        QTest::newRow("cut avif") << avifBytes.left(avifBytes.size() * 3 / 4);
        QTest::newRow("cut animated webp") << webp.left(webp.size() / 4);
        QByteArray noisy = heicBytes;
        for (qsizetype i = 40; i < noisy.size(); i += 7)
            noisy[i] = static_cast<char>(noisy[i] ^ 0x5a);
        QTest::newRow("heic of noise") << noisy;
        QTest::newRow("avif head and noise") << avifBytes.left(32) + QByteArray(5000, '\x41');
        QTest::newRow("bomb png") << pngHeader(2'000'000'000, 2'000'000'000);
        QTest::newRow("png that holds nothing") << pngHeader(9000, 9000);
        QTest::newRow("jpeg that claims too much") << jpegClaiming(65'500, 65'500);
        QTest::newRow("heic that claims too much") << [&] {
            QByteArray bytes = heicBytes;
            const qsizetype at = bytes.indexOf("ispe");
            bytes.replace(at + 8, 8, QByteArray::fromHex("7fffffff7fffffff"));
            return bytes;
        }();
    }
    void hostileFiles()
    {
        QFETCH(QByteArray, bytes);
        const auto result = await(m_intake->readBytes(bytes, u"bad.bin"_qs), 30000);
        QVERIFY(!result);
        QVERIFY2(result.error().kind == ErrorKind::File || result.error().kind == ErrorKind::Unsupported,
            qPrintable(result.error().sentence));
        QVERIFY(result.error().sentence.contains(u"“bad.bin”"_qs));
        // A sentence that says what to do.
        QVERIFY2(result.error().sentence.contains(u"again"_qs)
                || result.error().sentence.contains(u"smaller copy"_qs)
                || result.error().sentence.contains(u"It takes"_qs),
            qPrintable(result.error().sentence));
    }

    void manyAtOnceAllComeIn()
    {
        QList<QFuture<Result<Attachment>>> all;
        for (int n = 0; n < 12; ++n)
            all.append(m_intake->readBytes(encoded(twoColours({ 400 + n, 300 }), "png"), u"n.png"_qs));
        for (int n = 0; n < 12; ++n) {
            const auto result = await(all.at(n), 30000);
            QVERIFY(result);
            QCOMPARE(result->size, QSize(400 + n, 300));
        }
    }
};

QTEST_MAIN(TestPictures)
#include "tst_client_pictures.moc"
