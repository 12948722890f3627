#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswscale/swscale.h>
}

#include <memory>

namespace facet::client::sequence {

/// FFmpeg's objects, given back by themselves.
struct Closing {
    void operator()(AVFormatContext *context) const { avformat_close_input(&context); }
    void operator()(AVCodecContext *context) const { avcodec_free_context(&context); }
    void operator()(AVPacket *packet) const { av_packet_free(&packet); }
    void operator()(AVFrame *frame) const { av_frame_free(&frame); }
    void operator()(SwsContext *scaler) const { sws_freeContext(scaler); }
};
using InputPtr = std::unique_ptr<AVFormatContext, Closing>;
using CodecPtr = std::unique_ptr<AVCodecContext, Closing>;
using PacketPtr = std::unique_ptr<AVPacket, Closing>;
using FramePtr = std::unique_ptr<AVFrame, Closing>;
using ScalerPtr = std::unique_ptr<SwsContext, Closing>;

} // namespace facet::client::sequence
