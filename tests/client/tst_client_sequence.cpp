#include "client/media/ClipPath.h"
#include "client/media/LiveVideoFrames.h"
#include "client/media/MediaLibrary.h"
#include "client/sequence/LiveSequenceExporter.h"
#include "tests/support/Await.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace facet;
using namespace facet::client;

namespace {

QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(120000);
    return process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

/// The hash of every packet of the pictures, in order.
QList<QByteArray> packetHashes(const QString &path)
{
    return run(QStringLiteral("ffprobe"),
        { QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-select_streams"),
            QStringLiteral("v"), QStringLiteral("-show_packets"), QStringLiteral("-show_data_hash"),
            QStringLiteral("md5"), QStringLiteral("-show_entries"), QStringLiteral("packet=data_hash"),
            QStringLiteral("-of"), QStringLiteral("csv=p=0"), path })
        .split('\n');
}

QString probed(const QString &path, const QString &entries, const QString &stream = QStringLiteral("v"))
{
    return QString::fromUtf8(
        run(QStringLiteral("ffprobe"),
            { QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-count_frames"),
                QStringLiteral("-select_streams"), stream, QStringLiteral("-show_entries"), entries,
                QStringLiteral("-of"), QStringLiteral("csv=p=0"), path }))
        .trimmed();
}

/// The pictures as they are shown, each by its hash.
QList<QByteArray> shownHashes(const QStringList &inputs)
{
    QList<QByteArray> all;
    for (const QString &path : inputs) {
        const QByteArray lines = run(QStringLiteral("ffmpeg"),
            { QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-i"), path,
                QStringLiteral("-map"), QStringLiteral("0:v"), QStringLiteral("-f"),
                QStringLiteral("framemd5"), QStringLiteral("-") });
        for (const QByteArray &line : lines.split('\n')) {
            if (!line.isEmpty() && !line.startsWith('#'))
                all.append(line.split(',').constLast().trimmed());
        }
    }
    return all;
}

} // namespace

class SequenceTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void clipsOfOneKindAreCopied();
    void withSoundOnlyTheSoundIsEncoded();
    void clipsThatDifferAreEncodedAndItIsSaidWhy_data();
    void clipsThatDifferAreEncodedAndItIsSaidWhy();
    void theFileSaysWhatItIs();
    void aNameThatIsTakenIsLeftAlone();
    void cancelLeavesNothing();
    void aFullDiskIsSaidAndLeavesNothing();
    void aMissingOrDamagedClipIsNamed();
    void playedThroughThereIsNoGap();
    void playedThroughTheSoundIsAsLongAsThePictures();

private:
    QString clip(const QString &name, const QStringList &more = {},
        const QString &source = QStringLiteral("testsrc"), const QString &size = QStringLiteral("192x108"),
        int rate = 24)
    {
        const QString path = m_folder->filePath(name);
        run(QStringLiteral("ffmpeg"),
            QStringList{ QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"),
                QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                QStringLiteral("%1=size=%2:rate=%3:duration=1").arg(source, size).arg(rate) }
                + more
                + QStringList{ QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-pix_fmt"),
                    QStringLiteral("yuv420p"), path });
        return path;
    }
    QStringList withSound()
    {
        return { QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
            QStringLiteral("sine=frequency=440:duration=1:sample_rate=48000"), QStringLiteral("-c:a"),
            QStringLiteral("aac"), QStringLiteral("-shortest") };
    }
    ExportPlan planned(const QStringList &paths)
    {
        const auto plan = LiveSequenceExporter::planNow(paths, m_goOn);
        [&] { QVERIFY2(plan, plan ? "" : qPrintable(plan.error().sentence + plan.error().detail)); }();
        return plan.value_or(ExportPlan());
    }
    QString exported(const ExportPlan &plan)
    {
        const auto path = LiveSequenceExporter::exportNow(
            plan, target(), [](double) {}, m_goOn);
        [&] { QVERIFY2(path, path ? "" : qPrintable(path.error().sentence + path.error().detail)); }();
        return path.value_or(QString());
    }
    SequenceExporter::Target target() const
    {
        return { m_folder->filePath(QStringLiteral("out")), QStringLiteral("harbor-sequence"),
            { { QStringLiteral("title"), QStringLiteral("항구") },
                { QStringLiteral("draft"), QStringLiteral("true") } } };
    }
    QStringList left() const
    {
        return QDir(m_folder->filePath(QStringLiteral("out"))).entryList(QDir::Files | QDir::Hidden);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::atomic_bool m_goOn = false;
};

void SequenceTest::clipsOfOneKindAreCopied()
{
    const QStringList paths{ clip(QStringLiteral("a.mp4")),
        clip(QStringLiteral("b.mp4"), {}, QStringLiteral("testsrc2")),
        clip(QStringLiteral("c.mp4"), {}, QStringLiteral("smptebars")) };
    const ExportPlan plan = planned(paths);
    QCOMPARE(plan.way, ExportPlan::Way::Copy);
    QVERIFY(plan.reasons.isEmpty());
    QCOMPARE(plan.frames, 72);
    const QString path = exported(plan);
    QCOMPARE(path, m_folder->filePath(QStringLiteral("out/harbor-sequence-01.mp4")));
    // The very packets, in order, each clip's after the one before it.
    QList<QByteArray> wanted;
    for (const QString &one : paths) {
        QList<QByteArray> hashes = packetHashes(one);
        hashes.removeAll(QByteArray());
        QCOMPARE(hashes.size(), 24);
        wanted += hashes;
    }
    QList<QByteArray> got = packetHashes(path);
    got.removeAll(QByteArray());
    QCOMPARE(got, wanted);
    // And the pictures, as they are shown: none is missing, twice, or out of place.
    QCOMPARE(shownHashes({ path }), shownHashes(paths));
    QCOMPARE(probed(path, QStringLiteral("stream=nb_read_frames,duration")), QStringLiteral("3.000000,72"));
    QCOMPARE(probed(path, QStringLiteral("stream=r_frame_rate")), QStringLiteral("24/1"));
}

void SequenceTest::withSoundOnlyTheSoundIsEncoded()
{
    const QStringList paths{ clip(QStringLiteral("a.mp4"), withSound()), clip(QStringLiteral("b.mp4")),
        clip(QStringLiteral("c.mp4"), withSound()) };
    const ExportPlan plan = planned(paths);
    QCOMPARE(plan.way, ExportPlan::Way::CopyPictures);
    const QString path = exported(plan);
    QCOMPARE(shownHashes({ path }), shownHashes(paths));
    const double sound = probed(path, QStringLiteral("stream=duration"), QStringLiteral("a")).toDouble();
    QVERIFY2(std::abs(sound - 3) < 0.03, qPrintable(QString::number(sound)));
    QCOMPARE(packetHashes(path).size() - 1, 72);
}

void SequenceTest::clipsThatDifferAreEncodedAndItIsSaidWhy_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("size");
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("reason");
    QTest::addColumn<QString>("result"); ///< width,height,rate,frames
    using Reason = ExportPlan::Reason;
    QTest::newRow("size") << QStringList() << QStringLiteral("256x144") << 24 << int(Reason::Size)
                          << QStringLiteral("256,144,24/1,48");
    QTest::newRow("shape") << QStringList() << QStringLiteral("108x192") << 24 << int(Reason::Size)
                           << QStringLiteral("192,108,24/1,48");
    QTest::newRow("rate") << QStringList() << QStringLiteral("192x108") << 30 << int(Reason::Rate)
                          << QStringLiteral("192,108,30/1,60");
    QTest::newRow("settings") << QStringList{ QStringLiteral("-profile:v"), QStringLiteral("baseline") }
                              << QStringLiteral("192x108") << 24 << int(Reason::Settings)
                              << QStringLiteral("192,108,24/1,48");
}

void SequenceTest::clipsThatDifferAreEncodedAndItIsSaidWhy()
{
    QFETCH(QStringList, more);
    QFETCH(QString, size);
    QFETCH(int, rate);
    QFETCH(int, reason);
    QFETCH(QString, result);
    const ExportPlan plan = planned({ clip(QStringLiteral("a.mp4")),
        clip(QStringLiteral("b.mp4"), more, QStringLiteral("testsrc"), size, rate) });
    QCOMPARE(plan.way, ExportPlan::Way::Encode);
    QVERIFY(plan.reasons.contains(ExportPlan::Reason(reason)));
    const QString path = exported(plan);
    QCOMPARE(probed(path, QStringLiteral("stream=width,height,r_frame_rate,nb_read_frames")), result);
    // It begins and ends with the clips' own pictures.
    LiveVideoFrames frames(m_folder->path());
    const auto last = test::await(frames.frame(path, -1));
    QVERIFY(last);
    QVERIFY(!last->isNull());
}

void SequenceTest::theFileSaysWhatItIs()
{
    const QString path = exported(planned({ clip(QStringLiteral("a.mp4")), clip(QStringLiteral("b.mp4")) }));
    const QByteArray tags = run(QStringLiteral("ffprobe"),
        { QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-show_entries"),
            QStringLiteral("format_tags"), path });
    QVERIFY(tags.contains("TAG:title=항구"));
    QVERIFY(tags.contains("TAG:draft=true"));
}

void SequenceTest::aNameThatIsTakenIsLeftAlone()
{
    const ExportPlan plan = planned({ clip(QStringLiteral("a.mp4")), clip(QStringLiteral("b.mp4")) });
    QVERIFY(exported(plan).endsWith(QLatin1String("-01.mp4")));
    QVERIFY(exported(plan).endsWith(QLatin1String("-02.mp4")));
    QCOMPARE(left().size(), 2);
}

void SequenceTest::cancelLeavesNothing()
{
    const ExportPlan plan = planned({ clip(QStringLiteral("a.mp4")),
        clip(QStringLiteral("b.mp4"), {}, QStringLiteral("testsrc"), QStringLiteral("1920x1080"), 30) });
    LiveSequenceExporter exporter;
    std::unique_ptr<SequenceExport> job(exporter.start(plan, target(), nullptr));
    std::optional<Result<QString>> end;
    connect(job.get(), &SequenceExport::finished, this, [&end](const Result<QString> &path) { end = path; });
    connect(job.get(), &SequenceExport::progressed, job.get(), &SequenceExport::cancel);
    QTRY_VERIFY_WITH_TIMEOUT(end, 30000);
    QVERIFY(!*end);
    QCOMPARE(end->error().kind, ErrorKind::Cancelled);
    QVERIFY(left().isEmpty());
}

void SequenceTest::aFullDiskIsSaidAndLeavesNothing()
{
    const ExportPlan plan = planned({ clip(QStringLiteral("a.mp4")), clip(QStringLiteral("b.mp4")) });
    // A write that goes past this size fails, as on a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 8 * 1024;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto path = LiveSequenceExporter::exportNow(
        plan, target(), [](double) {}, m_goOn);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!path);
    QCOMPARE(path.error().code, QStringLiteral("disk_full"));
    QVERIFY(left().isEmpty());
}

void SequenceTest::aMissingOrDamagedClipIsNamed()
{
    const QString good = clip(QStringLiteral("a.mp4"));
    const auto missing =
        LiveSequenceExporter::planNow({ good, m_folder->filePath(QStringLiteral("gone.mp4")) }, m_goOn);
    QVERIFY(!missing);
    QVERIFY(missing.error().sentence.contains(QLatin1String("gone.mp4")));
    for (const QByteArray &bytes : { QByteArray("not a video at all"), QByteArray(),
             QByteArray("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n"),
             QByteArray("ffconcat version 1.0\nfile a.mp4\n") }) {
        QFile file(m_folder->filePath(QStringLiteral("bad.mp4")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto bad = LiveSequenceExporter::planNow({ good, file.fileName() }, m_goOn);
        QVERIFY(!bad);
        QVERIFY(bad.error().sentence.contains(QLatin1String("bad.mp4")));
    }
}

void SequenceTest::playedThroughThereIsNoGap()
{
    const QStringList paths{ clip(QStringLiteral("a.mp4")),
        clip(QStringLiteral("b.mp4"), {}, QStringLiteral("testsrc2")) };
    const auto joined = MediaLibrary::openFrames(clipPath(paths));
    QVERIFY(joined);
    const auto info = (*joined)->info();
    QVERIFY(info);
    QCOMPARE(info->frames, 48);
    QCOMPARE(info->durationUs, 2'000'000);
    for (qint64 n = 1; n < info->frames; ++n) {
        const qint64 step = info->startsUs.at(n) - info->startsUs.at(n - 1);
        QVERIFY2(step >= 41'666 && step <= 41'668, qPrintable(QString::number(n)));
    }
    // Each frame is the clip's own.
    for (size_t which = 0; which < 2; ++which) {
        const auto single = MediaLibrary::openFrames(paths.at(static_cast<qsizetype>(which)));
        for (const qint64 n : { 0, 11, 23 }) {
            const auto one = (*single)->frame({ n, {}, 0 });
            const auto both = (*joined)->frame({ n + 24 * qint64(which), {}, 0 });
            QVERIFY(one && both);
            QCOMPARE(*both, *one);
        }
    }
    // What anybody else calls so is a file that is not there.
    QVERIFY(!clipsOf(m_folder->filePath(QStringLiteral("facet-clips:x"))));
}

void SequenceTest::playedThroughTheSoundIsAsLongAsThePictures()
{
    const QStringList paths{ clip(QStringLiteral("a.mp4"), withSound()), clip(QStringLiteral("b.mp4")),
        clip(QStringLiteral("c.mp4"), withSound()) };
    const std::unique_ptr<SoundReader> sound = MediaLibrary::openSound(clipPath(paths));
    QVERIFY(sound);
    QVERIFY(sound->start(0, 1));
    std::vector<float> samples(size_t(SoundReader::sampleRate) * 2 * 4);
    qint64 read = 0;
    while (true) {
        const qint64 now = sound->read(samples.data() + read * 2, 1000);
        read += now;
        if (now < 1000)
            break;
    }
    QCOMPARE(read, 3 * SoundReader::sampleRate);
    const auto loudest = [&](double from, double to) {
        float most = 0;
        for (auto n = size_t(from * SoundReader::sampleRate) * 2;
             n < size_t(to * SoundReader::sampleRate) * 2; ++n)
            most = std::max(most, std::abs(samples[n]));
        return most;
    };
    QVERIFY(loudest(0.1, 0.9) > 0.05F);
    QCOMPARE(loudest(1.1, 1.9), 0.0F); // the clip without sound
    QVERIFY(loudest(2.1, 2.9) > 0.05F);
}

QTEST_GUILESS_MAIN(SequenceTest)
#include "tst_client_sequence.moc"
