#include "client/sequence/ffmpeg/ClipFacts.h"

#include "client/media/ffmpeg/MediaInput.h"
#include "client/sequence/ffmpeg/ExportErrors.h"
#include "client/sequence/ffmpeg/Handles.h"

#include <QDataStream>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <climits>
#include <limits>
#include <optional>

namespace facet::client::sequence {

namespace {

constexpr int mostRate = 240; // frames a second

bool isTakenByMp4(AVCodecID codec)
{
    return codec == AV_CODEC_ID_H264 || codec == AV_CODEC_ID_HEVC || codec == AV_CODEC_ID_AV1
        || codec == AV_CODEC_ID_MPEG4;
}

QByteArray settingsOf(const AVCodecParameters &p)
{
    QByteArray bytes(reinterpret_cast<const char *>(p.extradata), p.extradata_size);
    QDataStream stream(&bytes, QIODevice::Append);
    stream << p.format << p.profile << int(p.color_range) << int(p.color_primaries) << int(p.color_trc)
           << int(p.color_space) << int(p.field_order) << p.sample_aspect_ratio.num
           << p.sample_aspect_ratio.den;
    return bytes;
}

/// The rate when every step is the same; `times` rise.
std::optional<FrameRate> steadyRate(const QList<qint64> &times, AVRational base)
{
    if (times.size() < 2)
        return {};
    const qint64 step = times.at(1) - times.at(0);
    for (qsizetype n = 1; n < times.size(); ++n) {
        if (times.at(n) - times.at(n - 1) != step)
            return {};
    }
    FrameRate rate;
    if (step <= 0 || !av_reduce(&rate.frames, &rate.seconds, base.den, base.num * step, INT_MAX)
        || rate.value() > mostRate)
        return {};
    return rate;
}

FrameRate meanRate(const AVStream &stream)
{
    const AVRational rate = stream.avg_frame_rate.num > 0 ? stream.avg_frame_rate : stream.r_frame_rate;
    if (rate.num <= 0 || rate.den <= 0 || av_q2d(rate) > mostRate)
        return { 24, 1 };
    return { rate.num, rate.den };
}

} // namespace

Result<ClipFacts> ClipFacts::of(const QString &path, const std::atomic_bool &stop)
{
    const auto opened = MediaInput::open(path, &stop);
    if (!opened)
        return tl::unexpected(opened.error());
    MediaInput &clip = **opened;
    if (!clip.video())
        return ExportErrors::unreadable(path, QStringLiteral("no pictures"));
    clip.readOnly(clip.video());
    const AVStream &stream = *clip.video();
    const AVCodecParameters &p = *stream.codecpar;
    ClipFacts facts;
    facts.codec = p.codec_id;
    facts.fitsMp4 = isTakenByMp4(p.codec_id);
    facts.settings = settingsOf(p);
    facts.stored = QSize(p.width, p.height);
    facts.shown = clip.size();
    facts.rate = meanRate(stream);
    facts.hasSound = clip.audio() != nullptr;
    facts.bytes = QFileInfo(path).size();
    facts.isPlain = !clip.displayMatrix();

    const PacketPtr packet(av_packet_alloc());
    QList<qint64> shownAt;
    qint64 firstDecode = std::numeric_limits<qint64>::max();
    qint64 lastDecode = std::numeric_limits<qint64>::min();
    int code = 0;
    while (packet && (code = clip.read(packet.get(), &stream)) >= 0) {
        if (stop)
            return ExportErrors::cancelled();
        if (shownAt.isEmpty() && !(packet->flags & AV_PKT_FLAG_KEY))
            facts.isPlain = false;
        if ((packet->flags & (AV_PKT_FLAG_DISCARD | AV_PKT_FLAG_CORRUPT)) || packet->pts == AV_NOPTS_VALUE
            || packet->dts == AV_NOPTS_VALUE) {
            facts.isPlain = false;
        } else {
            shownAt.append(packet->pts);
            if (packet->dts <= lastDecode)
                facts.isPlain = false;
            firstDecode = std::min<qint64>(firstDecode, packet->dts);
            lastDecode = std::max<qint64>(lastDecode, packet->dts);
        }
        ++facts.frames;
        av_packet_unref(packet.get());
    }
    if (code != AVERROR_EOF || facts.frames == 0)
        return ExportErrors::unreadable(path, ExportErrors::words(code));
    if (shownAt.isEmpty())
        return facts;
    std::sort(shownAt.begin(), shownAt.end());
    const AVRational microseconds{ 1, 1'000'000 };
    const auto us = [&](qint64 ticks) { return av_rescale_q(ticks, stream.time_base, microseconds); };
    if (const std::optional<FrameRate> exact = steadyRate(shownAt, stream.time_base))
        facts.rate = *exact;
    // Steps may differ by the rounding of the time base, no more.
    const qint64 slack = std::max<qint64>(us(1), 1) + 1;
    for (qsizetype n = 0; n < shownAt.size(); ++n) {
        const qint64 wanted = n * 1'000'000 * facts.rate.seconds / facts.rate.frames;
        if (std::abs(us(shownAt.at(n) - shownAt.constFirst()) - wanted) > slack)
            facts.isPlain = false;
    }
    facts.firstDecodeUs = us(firstDecode - shownAt.constFirst());
    facts.lastDecodeUs = us(lastDecode - shownAt.constFirst());
    return facts;
}

Result<ExportPlan> planFor(const QStringList &paths, const std::atomic_bool &stop)
{
    ExportPlan plan;
    plan.paths = paths;
    QList<ClipFacts> clips;
    QHash<QString, ClipFacts> known; // the same clip may come again
    for (const QString &path : paths) {
        if (!known.contains(path)) {
            const auto facts = ClipFacts::of(path, stop);
            if (!facts)
                return tl::unexpected(facts.error());
            known.insert(path, *facts);
        }
        clips.append(known.value(path));
    }
    if (clips.isEmpty())
        return plan;
    const auto reason = [&plan](ExportPlan::Reason why) {
        if (!plan.reasons.contains(why))
            plan.reasons.append(why);
    };
    const ClipFacts &first = clips.constFirst();
    qint64 endUs = 0;
    for (qsizetype n = 0; n < clips.size(); ++n) {
        const ClipFacts &clip = clips.at(n);
        if (clip.codec != first.codec || !clip.fitsMp4)
            reason(ExportPlan::Reason::Codec);
        if (clip.stored != first.stored)
            reason(ExportPlan::Reason::Size);
        else if (clip.codec == first.codec && clip.settings != first.settings)
            reason(ExportPlan::Reason::Settings);
        if (!(clip.rate == first.rate))
            reason(ExportPlan::Reason::Rate);
        const qint64 lengthUs = clip.frames * 1'000'000 * clip.rate.seconds / clip.rate.frames;
        const bool follows = n == 0
            || clip.firstDecodeUs > clips.at(n - 1).lastDecodeUs
                    - clips.at(n - 1).frames * 1'000'000 * clips.at(n - 1).rate.seconds
                        / clips.at(n - 1).rate.frames;
        if (!clip.isPlain || !follows)
            reason(ExportPlan::Reason::Timing);
        plan.hasSound = plan.hasSound || clip.hasSound;
        plan.bytes += clip.bytes;
        endUs += lengthUs;
        if (clip.rate.value() > plan.rate.value() || plan.rate.frames == 0)
            plan.rate = clip.rate;
        if (qint64(clip.shown.width()) * clip.shown.height() > qint64(plan.size.width()) * plan.size.height()
            || plan.size.isEmpty())
            plan.size = clip.shown;
    }
    if (plan.reasons.isEmpty()) {
        plan.way = plan.hasSound ? ExportPlan::Way::CopyPictures : ExportPlan::Way::Copy;
        for (const ClipFacts &clip : clips)
            plan.frames += clip.frames;
    } else {
        plan.size = QSize(plan.size.width() & ~1, plan.size.height() & ~1).expandedTo(QSize(2, 2));
        plan.frames =
            std::max<qint64>(1, (endUs * plan.rate.frames / plan.rate.seconds + 500'000) / 1'000'000);
    }
    return plan;
}

} // namespace facet::client::sequence
