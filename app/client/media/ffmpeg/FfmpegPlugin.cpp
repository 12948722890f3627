#include "client/media/ffmpeg/FfmpegPlugin.h"

#include "client/media/ffmpeg/FfmpegFrames.h"
#include "client/media/ffmpeg/SoundDecoder.h"

extern "C" {
#include <libavutil/log.h>
}

namespace facet::client {

FfmpegPlugin::FfmpegPlugin()
{
    // What it has to say of damaged files is said to people by us.
    av_log_set_level(AV_LOG_QUIET);
}

Result<std::unique_ptr<FrameReader>> FfmpegPlugin::openFrames(
    const QString &path, const std::atomic_bool *stop) const
{
    auto input = MediaInput::open(path, stop);
    if (!input)
        return tl::unexpected(input.error());
    return std::make_unique<FfmpegFrames>(std::move(*input));
}

std::unique_ptr<SoundReader> FfmpegPlugin::openSound(const QString &path) const
{
    auto input = MediaInput::open(path, nullptr);
    return input ? SoundDecoder::of(std::move(*input)) : nullptr;
}

} // namespace facet::client
