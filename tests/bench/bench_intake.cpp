// How long a picture takes on its way in, and whether the window's thread feels it.
#include "client/media/ImageIntake.h"
#include "support/SamplePictures.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace facet;
using namespace facet::client;
using namespace facet::test;

namespace {

const QSize twelveMegapixels(4000, 3000);

/// Not of one colour: encoders and decoders have something to do.
QImage photo(QSize size, QImage::Format format = QImage::Format_RGB32)
{
    QImage image(size, format);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixelColor(
                x, y, QColor(x * 255 / size.width(), y * 255 / size.height(), (x ^ y) & 127, 255));
    }
    return image;
}

struct Measured {
    qint64 ms = 0;
    qint64 worstGapMs = 0; ///< between two turns of this thread's event loop
    bool taken = false;
};

Measured measure(const QByteArray &bytes, const PictureWork &work = {})
{
    QTemporaryDir dir; // nothing is there already
    ImageIntake intake(dir.path());
    Measured measured;
    QElapsedTimer whole;
    QElapsedTimer gap;
    QEventLoop loop;
    QTimer beat;
    QObject::connect(&beat, &QTimer::timeout, &loop,
        [&] { measured.worstGapMs = std::max(measured.worstGapMs, gap.restart()); });
    QFutureWatcher<Result<Attachment>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    beat.start(1);
    whole.start();
    gap.start();
    watcher.setFuture(intake.readBytes(bytes, QStringLiteral("photo"), work));
    loop.exec();
    measured.ms = whole.elapsed();
    measured.taken = watcher.result().has_value();
    return measured;
}

void row(const char *name, const QByteArray &bytes, const PictureWork &work = {})
{
    QList<Measured> all;
    for (int n = 0; n < 5; ++n)
        all.append(measure(bytes, work));
    std::sort(all.begin(), all.end(), [](const Measured &a, const Measured &b) { return a.ms < b.ms; });
    qint64 gap = 0;
    for (const Measured &one : all)
        gap = std::max(gap, one.worstGapMs);
    std::printf("%-42s %8lld ms median   %4lld ms longest pause of the window's thread%s\n", name,
        static_cast<long long>(all.at(2).ms), static_cast<long long>(gap),
        all.constFirst().taken ? "" : "   NOT TAKEN");
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    const QImage picture = photo(twelveMegapixels);
    const QByteArray jpeg = encoded(picture, "jpeg", 90);
    row("12 MP JPEG, sent as it is", jpeg);
    row("12 MP JPEG, turned upright", withOrientation(jpeg, 6));
    row("12 MP HEIC", heic(picture));
    PictureWork fit;
    fit.maxPixels = 2'000'000;
    row("12 MP JPEG, resized to 2 MP", jpeg, fit);
    row("12 MP PNG, sent as it is", encoded(picture, "png", 85));
    return 0;
}
