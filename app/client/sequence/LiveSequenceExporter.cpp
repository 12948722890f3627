#include "client/sequence/LiveSequenceExporter.h"

#include "client/media/JoinedFrames.h"
#include "client/media/JoinedSound.h"
#include "client/media/MediaLibrary.h"
#include "client/net/PartFile.h"
#include "client/net/Then.h"
#include "client/sequence/SequencePlugin.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QPointer>
#include <QStorageInfo>
#include <QUuid>

namespace facet::client {

namespace {

/// An export on the strand.
class StrandExport : public SequenceExport {
public:
    using Work = std::function<Result<QString>(
        const std::function<void(double)> &progress, const std::atomic_bool &stop)>;

    StrandExport(Work work, Strand &strand, QObject *parent)
        : SequenceExport(parent)
    {
        const QPointer<StrandExport> self(this);
        const auto progress = [self, context = QCoreApplication::instance()](double fraction) {
            QMetaObject::invokeMethod(context, [self, fraction] {
                if (self)
                    emit self->progressed(fraction);
            });
        };
        const auto run = [work = std::move(work), progress, stop = m_stop] { return work(progress, *stop); };
        then(strand.run(run), this, [this](const Result<QString> &path) { emit finished(path); });
    }
    ~StrandExport() override { *m_stop = true; }

    void cancel() override { *m_stop = true; }

private:
    std::shared_ptr<std::atomic_bool> m_stop = std::make_shared<std::atomic_bool>(false);
};

std::unique_ptr<JoinedFrames> joined(const QStringList &paths)
{
    return std::make_unique<JoinedFrames>(
        paths, [](const QString &path) { return MediaLibrary::openFrames(path); });
}

} // namespace

LiveSequenceExporter::LiveSequenceExporter(QObject *parent)
    : SequenceExporter(parent)
    , m_stop(std::make_shared<std::atomic_bool>(false))
{
}

LiveSequenceExporter::~LiveSequenceExporter()
{
    *m_stop = true;
}

Result<const SequencePlugin *> LiveSequenceExporter::plugin()
{
    QString problem;
    if (const auto *found =
            qobject_cast<SequencePlugin *>(loadPlugin(QStringLiteral("facet_sequence"), &problem)))
        return found;
    return fail(ErrorKind::Unsupported,
        tr("Facet's part that joins clips is missing on this computer. Install Facet again; your files are not "
           "touched."),
        problem);
}

Result<ExportPlan> LiveSequenceExporter::planNow(const QStringList &paths, const std::atomic_bool &stop)
{
    for (const QString &path : paths) {
        if (!QFileInfo::exists(path))
            return fail(ErrorKind::File,
                tr("“%1” is no longer here. Fetch it again in the preview, or take it out of the sequence.")
                    .arg(QFileInfo(path).fileName()),
                path);
    }
    const auto library = plugin();
    if (!library)
        return tl::unexpected(library.error());
    auto plan = (*library)->plan(paths, stop);
    if (!plan || plan->way != ExportPlan::Way::Encode)
        return plan;
    // As it is shown: upright, with square pixels.
    const auto frames = joined(paths);
    const auto info = frames->info();
    if (!info)
        return tl::unexpected(info.error());
    plan->size = QSize(info->size.width() & ~1, info->size.height() & ~1).expandedTo(QSize(2, 2));
    plan->frames = std::max<qint64>(
        1, (info->durationUs * plan->rate.frames / plan->rate.seconds + 500'000) / 1'000'000);
    return plan;
}

Result<QString> LiveSequenceExporter::exportNow(const ExportPlan &plan, const Target &target,
    const std::function<void(double)> &progress, const std::atomic_bool &stop)
{
    const auto library = plugin();
    if (!library)
        return tl::unexpected(library.error());
    QDir().mkpath(target.folder);
    const QStorageInfo disk(target.folder);
    if (plan.way != ExportPlan::Way::Encode && disk.isValid() && disk.bytesAvailable() < plan.bytes)
        return fail(ErrorKind::File,
            tr("There is not enough room in %1: the export takes %2, %3 are free. Free some space, then export "
               "again.")
                .arg(QDir::toNativeSeparators(target.folder), QLocale().formattedDataSize(plan.bytes),
                    QLocale().formattedDataSize(disk.bytesAvailable())),
            {}, QStringLiteral("disk_full"));

    const QString part =
        QDir(target.folder)
            .filePath(QStringLiteral(".%1.%2.part")
                          .arg(target.baseName, QUuid::createUuid().toString(QUuid::WithoutBraces).left(8)));
    SequencePlugin::Job job;
    job.plan = plan;
    job.path = part;
    job.tags = target.tags;
    job.progress = progress;
    job.stop = &stop;
    const auto frames = joined(plan.paths);
    if (plan.way == ExportPlan::Way::Encode) {
        const auto info = frames->info();
        if (!info)
            return tl::unexpected(info.error());
        job.frames = frames.get();
        job.info = *info;
    }
    std::unique_ptr<JoinedSound> sound;
    if (plan.hasSound) {
        const auto starts = frames->clipStarts();
        if (!starts)
            return tl::unexpected(starts.error());
        sound = std::make_unique<JoinedSound>(plan.paths, *starts, &MediaLibrary::openSound);
        job.sound = sound.get();
    }
    if (auto written = (*library)->write(job); !written)
        return tl::unexpected(written.error());
    if (auto verified = (*library)->verify(part, plan); !verified) {
        QFile::remove(part);
        return tl::unexpected(verified.error());
    }
    PartFile file(part, {});
    if (auto opened = file.open(true); !opened) {
        QFile::remove(part);
        return tl::unexpected(opened.error());
    }
    PartFile::Finish finish;
    finish.folder = target.folder;
    finish.baseName = target.baseName;
    finish.suffix = QStringLiteral("mp4");
    auto named = file.finish(finish);
    if (!named)
        file.remove();
    return named;
}

QFuture<Result<ExportPlan>> LiveSequenceExporter::plan(const QStringList &paths)
{
    return m_strand.run([paths, stop = m_stop] { return planNow(paths, *stop); });
}

SequenceExport *LiveSequenceExporter::start(const ExportPlan &plan, const Target &target, QObject *parent)
{
    return new StrandExport(
        [plan, target](const std::function<void(double)> &progress, const std::atomic_bool &stop) {
            return exportNow(plan, target, progress, stop);
        },
        m_strand, parent);
}

} // namespace facet::client
