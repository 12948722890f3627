#include "client/media/LiveVideoFrames.h"
#include "client/media/MediaLibrary.h"
#include "tests/support/Await.h"
#include "tests/support/NumberedVideo.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtEndian>

#include <numeric>

using namespace facet;
using namespace facet::client;
using facet::test::await;
using facet::test::NumberedVideo;
using facet::test::runFfmpeg;

namespace {

/// x264 as most services run it: one key frame for the whole clip, three B-frames between two others.
QStringList longGroups()
{
    return { QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-g"), QStringLiteral("250"),
        QStringLiteral("-bf"), QStringLiteral("3"), QStringLiteral("-crf"), QStringLiteral("20"),
        QStringLiteral("-x264-params"), QStringLiteral("b-adapt=0:scenecut=0:b-pyramid=normal"),
        QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p") };
}

} // namespace

class TestVideoFrames : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void countsAndMeasuresExactly_data();
    void countsAndMeasuresExactly();
    void everyFrameIsTheOneAskedFor_data();
    void everyFrameIsTheOneAskedFor();
    void theLastFrameIsTheLast();
    void framesOfDifferentLengthKeepTheirTimes();
    void anEditListLeavesOutWhatIsNotShown();
    void aTurnedVideoIsUpright();
    void scalesDownAndNeverUp();
    void aFrameThatIsNotThereIsRefused();
    void aFileCutAtItsEndGivesWhatIsThere();
    void whatCannotBeReadIsSaid_data();
    void whatCannotBeReadIsSaid();
    void aPlaylistIsNotFollowed();
    void hugePicturesAreRefusedBeforeTheyAreDecoded();
    void damagedBytesNeverCrash();
    void aFileThatWasWrittenAgainIsReadAgain();
    void aPictureIsAVideoOfOneFrame();
    void soundAloneHasNoFrames();
    void aStripIsEvenlySpreadAndKept();
    void namesInHangulAndWithSigns();
    void goesWhileItReads();
    void soundIsReadAtItsSpeed();

private:
    QString file(const QString &name) const { return m_folder->filePath(name); }
    int numberAt(const QString &path, qint64 index)
    {
        const auto frame = await(m_frames->frame(path, index));
        return frame ? NumberedVideo::numberIn(*frame) : -2;
    }

    std::unique_ptr<QTemporaryDir> m_made; ///< videos that several tests read
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LiveVideoFrames> m_frames;
    QString m_bFrames; ///< 120 frames, longGroups()
};

void TestVideoFrames::initTestCase()
{
    m_made = std::make_unique<QTemporaryDir>();
    m_bFrames = m_made->filePath(QStringLiteral("b-frames.mp4"));
    NumberedVideo video;
    video.frames = 120;
    video.codec = longGroups();
    video.sineSeconds = 5;
    QVERIFY(video.write(m_bFrames));
}

void TestVideoFrames::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_frames = std::make_unique<LiveVideoFrames>(m_folder->filePath(QStringLiteral("profile")));
}

void TestVideoFrames::countsAndMeasuresExactly_data()
{
    QTest::addColumn<QString>("rate");
    QTest::addColumn<int>("frames");
    QTest::addColumn<int>("perSeconds");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("ending");
    QTest::newRow("24") << "24" << 49 << 24 << 1 << "mp4";
    QTest::newRow("29.97") << "30000/1001" << 90 << 30000 << 1001 << "mp4";
    QTest::newRow("23.976") << "24000/1001" << 31 << 24000 << 1001 << "mov";
    QTest::newRow("60, matroska in whole milliseconds") << "60" << 100 << 60 << 1 << "mkv";
    QTest::newRow("29.97, transport stream") << "30000/1001" << 40 << 30000 << 1001 << "ts";
    QTest::newRow("one frame") << "25" << 1 << 25 << 1 << "mp4";
}

void TestVideoFrames::countsAndMeasuresExactly()
{
    QFETCH(QString, rate);
    QFETCH(int, frames);
    QFETCH(int, perSeconds);
    QFETCH(int, seconds);
    QFETCH(QString, ending);
    NumberedVideo video;
    video.frames = frames;
    video.rate = rate;
    const QString path = file(QStringLiteral("clip.") + ending);
    QVERIFY(video.write(path));
    const auto info = await(m_frames->info(path));
    QVERIFY2(info, info ? "" : qPrintable(info.error().detail));
    QCOMPARE(info->frames, frames);
    QCOMPARE(info->startsUs.size(), frames);
    QCOMPARE(info->size, video.size);
    QCOMPARE(info->codec, QStringLiteral("h264"));
    QVERIFY(!info->hasAudio);
    QVERIFY(info->complete);
    if (frames > 1) {
        QVERIFY(info->constantRate);
        QCOMPARE(info->rate, (FrameRate{ perSeconds, seconds }));
    }
    const double length = 1e6 * frames * seconds / perSeconds;
    QVERIFY2(qAbs(static_cast<double>(info->durationUs) - length) < 1500,
        qPrintable(QString::number(info->durationUs)));
    for (int i = 0; i < frames; ++i) {
        const double begin = 1e6 * i * seconds / perSeconds;
        QVERIFY(qAbs(static_cast<double>(info->startsUs.at(i)) - begin) < 1001);
        QCOMPARE(info->frameAt(info->startOf(i)), i);
    }
    QCOMPARE(numberAt(path, frames - 1), frames - 1);
}

void TestVideoFrames::everyFrameIsTheOneAskedFor_data()
{
    QTest::addColumn<QStringList>("codec");
    QTest::addColumn<QString>("ending");
    QTest::newRow("H.264, one key frame, B-frames") << longGroups() << "mp4";
    QTest::newRow("H.264, open groups") << QStringList{ QStringLiteral("-c:v"), QStringLiteral("libx264"),
        QStringLiteral("-g"), QStringLiteral("12"), QStringLiteral("-bf"), QStringLiteral("2"),
        QStringLiteral("-crf"), QStringLiteral("20"), QStringLiteral("-x264-params"),
        QStringLiteral("open-gop=1:b-adapt=0:scenecut=0"), QStringLiteral("-pix_fmt"),
        QStringLiteral("yuv420p") } << "mp4";
    QTest::newRow("H.265 with B-frames") << QStringList{ QStringLiteral("-c:v"), QStringLiteral("libx265"),
        QStringLiteral("-preset"), QStringLiteral("ultrafast"), QStringLiteral("-x265-params"),
        QStringLiteral("log-level=none:bframes=3:b-adapt=0:keyint=40"), QStringLiteral("-tag:v"),
        QStringLiteral("hvc1"), QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p") }
                                         << "mp4";
    QTest::newRow("VP9 with hidden frames") << QStringList{ QStringLiteral("-c:v"),
        QStringLiteral("libvpx-vp9"), QStringLiteral("-deadline"), QStringLiteral("good"),
        QStringLiteral("-cpu-used"), QStringLiteral("5"), QStringLiteral("-auto-alt-ref"),
        QStringLiteral("1"), QStringLiteral("-lag-in-frames"), QStringLiteral("16"), QStringLiteral("-crf"),
        QStringLiteral("30"), QStringLiteral("-b:v"), QStringLiteral("0"), QStringLiteral("-pix_fmt"),
        QStringLiteral("yuv420p") } << "webm";
    QTest::newRow("MPEG-4 in AVI, without B-frames") << QStringList{ QStringLiteral("-c:v"),
        QStringLiteral("mpeg4"), QStringLiteral("-q:v"), QStringLiteral("3") }
                                                     << "avi";
}

void TestVideoFrames::everyFrameIsTheOneAskedFor()
{
    QFETCH(QStringList, codec);
    QFETCH(QString, ending);
    NumberedVideo video;
    video.frames = 70;
    video.codec = codec;
    const QString path = file(QStringLiteral("clip.") + ending);
    QVERIFY(video.write(path));
    const auto info = await(m_frames->info(path));
    QVERIFY(info);
    QCOMPARE(info->frames, 70);

    std::vector<int> order(70);
    std::iota(order.begin(), order.end(), 0);
    for (const int i : order) // the very next one, each time
        QCOMPARE(numberAt(path, i), i);
    for (auto i = order.rbegin(); i != order.rend(); ++i) // and the very one before
        QCOMPARE(numberAt(path, *i), *i);
    QRandomGenerator random(70); // and anywhere
    for (int n = 0; n < 60; ++n) {
        const int i = random.bounded(70);
        QCOMPARE(numberAt(path, i), i);
    }
    // From nothing decoded at all, straight to one in the middle and its neighbours.
    auto reader = MediaLibrary::openFrames(path);
    QVERIFY(reader);
    for (const int i : { 41, 42, 40, 0, 69 }) {
        const auto frame = (*reader)->frame({ i, {}, i == 40 ? 8 : 0, false });
        QVERIFY(frame);
        QCOMPARE(NumberedVideo::numberIn(*frame), i);
    }
}

void TestVideoFrames::theLastFrameIsTheLast()
{
    QCOMPARE(numberAt(m_bFrames, -1), 119);
    QCOMPARE(numberAt(m_bFrames, -120), 0);
    QCOMPARE(numberAt(m_bFrames, 119), 119);
}

void TestVideoFrames::framesOfDifferentLengthKeepTheirTimes()
{
    // The first 10 frames last 1/24 s each, the others three times as long.
    NumberedVideo video;
    video.frames = 30;
    video.filter = QStringLiteral("setpts='if(lt(N,10),N,10+(N-10)*3)/(24*TB)'");
    video.more = QStringList{ QStringLiteral("-vsync"), QStringLiteral("passthrough") };
    const QString path = file(QStringLiteral("vfr.mp4"));
    QVERIFY(video.write(path));
    const auto info = await(m_frames->info(path));
    QVERIFY(info);
    QCOMPARE(info->frames, 30);
    QVERIFY(!info->constantRate);
    for (int i = 0; i < 30; ++i) {
        const int ticks = i < 10 ? i : 10 + (i - 10) * 3;
        QVERIFY(qAbs(static_cast<double>(info->startsUs.at(i)) - ticks * 1e6 / 24) < 1);
        QCOMPARE(numberAt(path, i), i);
    }
    QCOMPARE(info->frameAt(qint64(11.5 * 1e6 / 24)), 10);
    QCOMPARE(info->frameAt(qint64(13.1 * 1e6 / 24)), 11);
    QCOMPARE(info->frameAt(-5), 0);
    QCOMPARE(info->frameAt(1'000'000'000), 29);
}

void TestVideoFrames::anEditListLeavesOutWhatIsNotShown()
{
    // Cut without encoding: the file holds frames from its key frame on, and an edit list that begins at 30.
    const QString path = file(QStringLiteral("edited.mp4"));
    QVERIFY(runFfmpeg({ QStringLiteral("-ss"), QStringLiteral("1.25"), QStringLiteral("-i"), m_bFrames,
        QStringLiteral("-an"), QStringLiteral("-c"), QStringLiteral("copy"), path }));
    const auto info = await(m_frames->info(path));
    QVERIFY(info);
    QCOMPARE(info->frames, 90);
    QCOMPARE(info->startsUs.first(), 0);
    QCOMPARE(numberAt(path, 0), 30);
    QCOMPARE(numberAt(path, 45), 75);
    QCOMPARE(numberAt(path, -1), 119);
    QCOMPARE(numberAt(path, 1), 31);
}

void TestVideoFrames::aTurnedVideoIsUpright()
{
    NumberedVideo video;
    video.frames = 3;
    const QString plain = file(QStringLiteral("plain.mp4"));
    QVERIFY(video.write(plain));
    const QString turned = file(QStringLiteral("turned.mp4"));
    QVERIFY(runFfmpeg({ QStringLiteral("-i"), plain, QStringLiteral("-c"), QStringLiteral("copy"),
        QStringLiteral("-metadata:s:v"), QStringLiteral("rotate=90"), turned }));
    const auto info = await(m_frames->info(turned));
    QVERIFY(info);
    QCOMPARE(info->size, video.size.transposed());
    const auto frame = await(m_frames->frame(turned, 0));
    QVERIFY(frame);
    QCOMPARE(frame->size(), video.size.transposed());
    // Frame 0 is black above grey, and the file asks for a quarter turn counterclockwise (as ffprobe's
    // "rotation=90" says): what was above is on the left.
    QVERIFY(qGray(frame->pixel(10, frame->height() / 2)) < 40);
    QVERIFY(qAbs(qGray(frame->pixel(frame->width() - 10, frame->height() / 2)) - 96) < 12);
}

void TestVideoFrames::scalesDownAndNeverUp()
{
    const auto small = await(m_frames->frame(m_bFrames, 7, QSize(96, 96)));
    QVERIFY(small);
    QCOMPARE(small->size(), QSize(96, 54));
    QCOMPARE(NumberedVideo::numberIn(*small), 7);
    const auto large = await(m_frames->frame(m_bFrames, 7, QSize(4000, 4000)));
    QVERIFY(large);
    QCOMPARE(large->size(), QSize(192, 108));
    // Grey 96 stays grey 96: matrix and range are those of the file.
    QVERIFY(qAbs(qGray(large->pixel(96, 90)) - 96) <= 3);
}

void TestVideoFrames::aFrameThatIsNotThereIsRefused()
{
    for (const qint64 index : { 120LL, 5000LL, -121LL }) {
        const auto frame = await(m_frames->frame(m_bFrames, index));
        QVERIFY(!frame);
        QCOMPARE(frame.error().kind, ErrorKind::File);
        QVERIFY(frame.error().sentence.contains(QStringLiteral("120")));
    }
}

void TestVideoFrames::aFileCutAtItsEndGivesWhatIsThere()
{
    NumberedVideo video;
    video.frames = 90;
    video.codec = longGroups();
    video.more = QStringList{ QStringLiteral("-movflags"), QStringLiteral("+faststart") };
    const QString path = file(QStringLiteral("cut.mp4"));
    QVERIFY(video.write(path));
    QFile cut(path);
    QVERIFY(cut.open(QIODevice::ReadWrite));
    QVERIFY(cut.resize(cut.size() * 2 / 3));
    cut.close();
    const auto info = await(m_frames->info(path));
    QVERIFY(info);
    QVERIFY(!info->complete);
    QVERIFY(info->frames > 20 && info->frames < 90);
    QCOMPARE(numberAt(path, 0), 0);
    QCOMPARE(numberAt(path, 10), 10);
}

void TestVideoFrames::whatCannotBeReadIsSaid_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("empty") << QByteArray() << ErrorKind::Unsupported;
    QTest::newRow("text") << QByteArray("hello\n").repeated(300) << ErrorKind::Unsupported;
    QTest::newRow("noise") << [] {
        QByteArray noise(40'000, '\0');
        QRandomGenerator random(5);
        random.fillRange(reinterpret_cast<quint32 *>(noise.data()), noise.size() / 4);
        return noise;
    }() << ErrorKind::Unsupported;
    QFile whole(m_bFrames);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    QTest::newRow("cut before its index") << bytes.left(bytes.size() / 2) << ErrorKind::Unsupported;
}

void TestVideoFrames::whatCannotBeReadIsSaid()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorKind, kind);
    const QString path = file(QStringLiteral("broken.mp4"));
    QFile broken(path);
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(bytes);
    broken.close();
    const auto info = await(m_frames->info(path));
    QVERIFY(!info);
    QCOMPARE(info.error().kind, kind);
    QVERIFY(info.error().sentence.contains(QStringLiteral("broken.mp4")));
    QVERIFY(!await(m_frames->frame(path, 0)));
    QVERIFY(!await(m_frames->strip(path, 4, 40)));

    const auto missing = await(m_frames->info(file(QStringLiteral("gone.mp4"))));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::File);
}

void TestVideoFrames::aPlaylistIsNotFollowed()
{
    for (const QByteArray &text : { QByteArray("#EXTM3U\n#EXTINF:5,\n%1\n#EXT-X-ENDLIST\n"),
             QByteArray("ffconcat version 1.0\nfile '%1'\n") }) {
        const QString path = file(QStringLiteral("list.mp4"));
        QFile list(path);
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write(QByteArray(text).replace("%1", m_bFrames.toUtf8()));
        list.close();
        const auto info = await(m_frames->info(path));
        QVERIFY(!info);
        QCOMPARE(info.error().kind, ErrorKind::Unsupported);
    }
}

void TestVideoFrames::hugePicturesAreRefusedBeforeTheyAreDecoded()
{
    QFile whole(m_bFrames);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QByteArray bytes = whole.readAll();
    // VisualSampleEntry (ISO/IEC 14496-12, 12.1.3): width and height, 28 bytes after the entry's type.
    const qsizetype entry = bytes.indexOf("avc1", bytes.indexOf("stsd"));
    QVERIFY(entry > 0);
    qToBigEndian<quint16>(60'000, bytes.data() + entry + 28);
    qToBigEndian<quint16>(60'000, bytes.data() + entry + 30);
    const QString path = file(QStringLiteral("huge.mp4"));
    QFile huge(path);
    QVERIFY(huge.open(QIODevice::WriteOnly));
    huge.write(bytes);
    huge.close();
    const auto info = await(m_frames->info(path));
    QVERIFY(!info);
    QCOMPARE(info.error().kind, ErrorKind::Unsupported);
    QCOMPARE(info.error().code, QStringLiteral("too_large"));
}

void TestVideoFrames::damagedBytesNeverCrash()
{
    QFile whole(m_bFrames);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    QRandomGenerator random(11);
    for (int round = 0; round < 30; ++round) {
        QByteArray damaged = bytes;
        for (int i = 0; i < 40; ++i)
            damaged[random.bounded(static_cast<int>(damaged.size()))] =
                static_cast<char>(random.bounded(256));
        const QString path = file(QStringLiteral("damaged%1.mp4").arg(round));
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(damaged);
        out.close();
        const auto info = await(m_frames->info(path), 20000);
        if (!info)
            QVERIFY(!info.error().sentence.isEmpty());
        for (const qint64 index : { 0LL, 60LL, -1LL }) {
            const auto frame = await(m_frames->frame(path, index), 20000);
            QVERIFY(frame ? !frame->isNull() : !frame.error().sentence.isEmpty());
        }
    }
}

void TestVideoFrames::aFileThatWasWrittenAgainIsReadAgain()
{
    const QString path = file(QStringLiteral("again.mp4"));
    NumberedVideo video;
    video.frames = 10;
    QVERIFY(video.write(path));
    QCOMPARE(await(m_frames->info(path))->frames, 10);
    video.frames = 14;
    QVERIFY(video.write(path));
    QCOMPARE(await(m_frames->info(path))->frames, 14);
    QCOMPARE(numberAt(path, -1), 13);
}

void TestVideoFrames::aPictureIsAVideoOfOneFrame()
{
    QImage image(40, 20, QImage::Format_ARGB32);
    image.fill(QColor(255, 0, 0, 128));
    const QString path = file(QStringLiteral("picture.mp4")); // by content, not by name
    QVERIFY(image.save(path, "png"));
    const auto info = await(m_frames->info(path));
    QVERIFY(info);
    QCOMPARE(info->frames, 1);
    QCOMPARE(info->durationUs, 0);
    QVERIFY(info->hasAlpha);
    const auto frame = await(m_frames->frame(path, -1));
    QVERIFY(frame);
    QCOMPARE(frame->pixelColor(3, 3), QColor(255, 0, 0, 128));
}

void TestVideoFrames::soundAloneHasNoFrames()
{
    const QString path = file(QStringLiteral("tone.m4a"));
    QVERIFY(runFfmpeg({ QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
        QStringLiteral("sine=frequency=440:duration=2"), path }));
    const auto info = await(m_frames->info(path));
    QVERIFY(info);
    QCOMPARE(info->frames, 0);
    QVERIFY(info->hasAudio);
    QVERIFY(info->size.isEmpty());
    QVERIFY(qAbs(info->durationMs() - 2000) < 60);
    const auto frame = await(m_frames->frame(path, 0));
    QVERIFY(!frame);
    QCOMPARE(frame.error().kind, ErrorKind::Unsupported);
}

void TestVideoFrames::aStripIsEvenlySpreadAndKept()
{
    const QString path = file(QStringLiteral("strip.mp4"));
    QVERIFY(QFile::copy(m_bFrames, path));
    const auto strip = await(m_frames->strip(path, 8, 54));
    QVERIFY(strip);
    QCOMPARE(strip->size(), 8);
    for (int i = 0; i < 8; ++i) {
        QCOMPARE(strip->at(i).size(), QSize(96, 54));
        // The middles of eight parts of 15 frames: 7, 22, 37, …
        QCOMPARE(NumberedVideo::numberIn(strip->at(i)), 7 + 15 * i);
    }
    const QDir kept(m_folder->filePath(QStringLiteral("profile/filmstrips")));
    QCOMPARE(kept.entryList(QDir::Files).size(), 1);

    // The next program reads the small file and not the video, whose bytes are gone by then.
    const QDateTime time = QFileInfo(path).lastModified();
    QFile video(path);
    QVERIFY(video.open(QIODevice::ReadWrite));
    video.write(QByteArray(int(video.size()), 'x'));
    video.flush();
    QVERIFY(video.setFileTime(time, QFileDevice::FileModificationTime));
    video.close();
    LiveVideoFrames next(m_folder->filePath(QStringLiteral("profile")));
    const auto again = await(next.strip(path, 8, 54));
    QVERIFY(again);
    for (int i = 0; i < 8; ++i)
        QCOMPARE(NumberedVideo::numberIn(again->at(i)), 7 + 15 * i);
    // Another size is another strip: the video is asked.
    QVERIFY(!await(next.strip(path, 4, 40)));
}

void TestVideoFrames::namesInHangulAndWithSigns()
{
    const QString path = file(QStringLiteral("어두운 항구 #1 50%: 해가 뜰 때.mp4"));
    QVERIFY(QFile::copy(m_bFrames, path));
    QCOMPARE(numberAt(path, 33), 33);
}

void TestVideoFrames::goesWhileItReads()
{
    auto frames = std::make_unique<LiveVideoFrames>(m_folder->path());
    for (int i = 0; i < 20; ++i)
        frames->frame(m_bFrames, 119 - i);
    frames->strip(m_bFrames, 30, 40);
    frames.reset(); // neither waits for all of it nor touches it afterwards
    QCoreApplication::processEvents();
    QVERIFY(true);
}

void TestVideoFrames::soundIsReadAtItsSpeed()
{
    const auto sound = MediaLibrary::openSound(m_bFrames);
    QVERIFY(sound);
    const auto length = [&](qint64 us, double speed) {
        if (!sound->start(us, speed))
            return -1.0;
        std::vector<float> piece(4800 * SoundReader::channels);
        qint64 frames = 0;
        double loudest = 0;
        while (const qint64 got = sound->read(piece.data(), 4800)) {
            frames += got;
            for (qint64 i = 0; i < got * SoundReader::channels; ++i)
                loudest = std::max(loudest, std::abs(double(piece.at(size_t(i)))));
        }
        return loudest > 0.05 ? double(frames) / SoundReader::sampleRate : -2.0;
    };
    QVERIFY2(qAbs(length(0, 1) - 5) < 0.06, qPrintable(QString::number(length(0, 1))));
    QVERIFY2(qAbs(length(2'000'000, 1) - 3) < 0.06, qPrintable(QString::number(length(2'000'000, 1))));
    QVERIFY2(qAbs(length(0, 2) - 2.5) < 0.1, qPrintable(QString::number(length(0, 2))));
    QVERIFY2(qAbs(length(4'000'000, 0.25) - 4) < 0.3, qPrintable(QString::number(length(4'000'000, 0.25))));
    QVERIFY(!MediaLibrary::openSound(QStringLiteral(FACET_FIXTURES "/video/truncated.mp4")));
}

QTEST_GUILESS_MAIN(TestVideoFrames)
#include "tst_client_video_frames.moc"
