// How long the preview keeps people waiting, on 1080p files as services make them: 5 s at 24 frames a second
// in one group of pictures (x264's own choice: a seek may have to decode all of it), and with a key frame
// each second (the drafts of this program). What is measured ends when the picture is there, in the window's
// thread.
//   bench_preview [file.mp4 …]: those files instead.

#include "ui/player/Player.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace facet;
using namespace facet::ui;

namespace {

constexpr int loads = 15;
constexpr int seeks = 60;
constexpr QSize paneBox(408, 230); // the pane's picture at a scale of 1

bool makeVideo(const QString &path, int group)
{
    return QProcess::execute(QStringLiteral("ffmpeg"),
               { QStringLiteral("-hide_banner"), QStringLiteral("-loglevel"), QStringLiteral("error"),
                   QStringLiteral("-y"), QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                   QStringLiteral("testsrc2=size=1920x1080:rate=24:duration=5,noise=alls=6:allf=t"),
                   QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-preset"),
                   QStringLiteral("veryfast"), QStringLiteral("-bf"), QStringLiteral("3"),
                   QStringLiteral("-b:v"), QStringLiteral("8M"), QStringLiteral("-g"), QString::number(group),
                   QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p"), path })
        == 0;
}

double at(std::vector<double> times, double part)
{
    std::sort(times.begin(), times.end());
    return times.at(
        std::min(times.size() - 1, static_cast<size_t>(part * static_cast<double>(times.size()))));
}

/// Milliseconds until `index` is the picture that is there.
double waitFor(Player &player, qint64 index, const std::function<void()> &begin)
{
    QElapsedTimer time;
    QEventLoop loop;
    const auto connection = QObject::connect(&player, &Player::pictureChanged, &loop, [&] {
        if (player.frame() == index)
            loop.quit();
    });
    time.start();
    begin();
    if (player.frame() != index || player.picture().isNull())
        loop.exec();
    QObject::disconnect(connection);
    return static_cast<double>(time.nsecsElapsed()) / 1e6;
}

void open(Player &player, const QString &path)
{
    QEventLoop opened;
    QObject::connect(&player, &Player::loaded, &opened, &QEventLoop::quit);
    player.load(path);
    opened.exec();
}

/// Between two seeks of one who looks for a frame; what is read ahead in that time counts.
void pauseAsPeopleDo()
{
    QEventLoop loop;
    QTimer::singleShot(200, &loop, &QEventLoop::quit);
    loop.exec();
}

void row(const char *what, const std::vector<double> &times)
{
    std::printf("  %-44s median %7.1f ms   p95 %7.1f ms   n %zu\n", what, at(times, 0.5), at(times, 0.95),
        times.size());
}

void measure(const QString &path, const QString &folder)
{
    std::vector<double> first;
    for (int i = 0; i < loads; ++i) {
        // A file of its own each time: opened, not remembered.
        const QString copy = folder + QStringLiteral("/copy%1.mp4").arg(i);
        QFile::copy(path, copy);
        Player player;
        player.setBox(paneBox);
        first.push_back(waitFor(player, 0, [&] { player.load(copy); }));
    }
    row("first frame of a file", first);

    // The first seek into a file of which nothing but its first frame was decoded.
    std::vector<double> cold;
    QRandomGenerator random(1080);
    for (int i = 0; i < loads; ++i) {
        Player player;
        player.setBox(paneBox);
        open(player, path);
        const qint64 index = 1 + random.bounded(static_cast<int>(player.info().frames - 1));
        cold.push_back(waitFor(player, index, [&] { player.seekFrame(index); }));
    }
    row("first seek into a file, in the pane", cold);

    for (const bool full : { false, true }) {
        Player player;
        player.setBox(full ? QSize() : paneBox);
        open(player, path);
        const qint64 frames = player.info().frames;
        std::vector<double> anywhere;
        std::vector<double> on;
        std::vector<double> back;
        for (int i = 0; i < seeks; ++i) {
            pauseAsPeopleDo();
            const qint64 index = random.bounded(static_cast<int>(frames));
            if (index != player.frame())
                anywhere.push_back(waitFor(player, index, [&] { player.seekFrame(index); }));
            if (index + 1 < frames)
                on.push_back(waitFor(player, index + 1, [&] { player.step(1); }));
            if (player.frame() > 0)
                back.push_back(waitFor(player, player.frame() - 1, [&] { player.step(-1); }));
        }
        row(full ? "seek anywhere, every pixel" : "seek anywhere, in the pane", anywhere);
        row(full ? "step on, every pixel" : "step on, in the pane", on);
        row(full ? "step back, every pixel" : "step back, in the pane", back);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QTemporaryDir folder;
    QStringList files = QCoreApplication::arguments().mid(1);
    if (files.isEmpty()) {
        for (const int group : { 250, 24 }) {
            files << folder.filePath(QStringLiteral("group-of-%1.mp4").arg(group));
            if (!makeVideo(files.last(), group)) {
                std::fprintf(stderr, "ffmpeg could not make a video\n");
                return 1;
            }
        }
    }
    {
        // Before anything else was read: FFmpeg itself has to be loaded.
        Player player;
        player.setBox(paneBox);
        std::printf("  %-44s        %7.1f ms\n", "first frame of the program's first file",
            waitFor(player, 0, [&] { player.load(files.first()); }));
    }
    for (const QString &file : std::as_const(files)) {
        std::printf(" %s\n", qPrintable(file.section(QLatin1Char('/'), -1)));
        measure(file, folder.path());
    }
    return 0;
}
