#include "service/engines/draft/RenderPipeline.h"

#include "service/engines/draft/Poster.h"
#include "service/engines/draft/Sentences.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace facet::service::draft {

namespace {

/// How often a waiting thread looks whether the job was stopped.
constexpr auto lookUp = std::chrono::milliseconds(20);

/// Frames between the threads that draw them and the one that encodes them: a ring in which frame i has
/// place i modulo its size.
class FrameRing {
public:
    FrameRing(int frames, int places, QSize size, const StopFlag &stop)
        : m_frames(frames)
        , m_stop(stop)
        , m_ready(static_cast<size_t>(places), false)
    {
        m_places.reserve(static_cast<size_t>(places));
        for (int i = 0; i < places; ++i)
            m_places.emplace_back(size);
    }

    /// Next frame to draw, once its place is free; -1 when there is none or the job was stopped.
    int takeForDrawing()
    {
        std::unique_lock lock(m_mutex);
        const int index = m_next++;
        while (index < m_frames && index >= m_encoded + int(m_places.size()) && !ended())
            m_changed.wait_for(lock, lookUp);
        return index < m_frames && !ended() ? index : -1;
    }

    EncoderFrame &at(int index) { return m_places[place(index)]; }

    void drawn(int index)
    {
        const std::lock_guard lock(m_mutex);
        m_ready[place(index)] = true;
        m_changed.notify_all();
    }

    /// False when the job was stopped, or a thread failed.
    bool waitForDrawn(int index)
    {
        std::unique_lock lock(m_mutex);
        while (!m_ready[place(index)] && !ended())
            m_changed.wait_for(lock, lookUp);
        return !ended();
    }

    void encoded(int index)
    {
        const std::lock_guard lock(m_mutex);
        m_ready[place(index)] = false;
        m_encoded = index + 1;
        m_changed.notify_all();
    }

    void abandon()
    {
        const std::lock_guard lock(m_mutex);
        m_abandoned = true;
        m_changed.notify_all();
    }

private:
    size_t place(int index) const { return static_cast<size_t>(index) % m_places.size(); }
    bool ended() const { return m_abandoned || m_stop.stopped(); }

    const int m_frames;
    const StopFlag &m_stop;
    std::vector<EncoderFrame> m_places;
    std::vector<char> m_ready;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_next = 0;
    int m_encoded = 0;
    bool m_abandoned = false;
};

/// The threads that draw; ends them when it goes.
class Painters {
public:
    Painters(const Scene &scene, FrameRing &ring, int count)
        : m_ring(ring)
    {
        for (int i = 0; i < count; ++i)
            m_threads.emplace_back([&scene, &ring] { draw(scene, ring); });
    }
    ~Painters()
    {
        m_ring.abandon();
        for (std::thread &thread : m_threads)
            thread.join();
    }
    Painters(const Painters &) = delete;
    Painters &operator=(const Painters &) = delete;

private:
    static void draw(const Scene &scene, FrameRing &ring)
    {
        // Out of memory is all that OpenCV and the standard library throw here; the encoding thread then
        // sees the ring abandoned and reports it.
        try {
            const std::unique_ptr<FrameRenderer> renderer = scene.renderer();
            for (int index = ring.takeForDrawing(); index >= 0; index = ring.takeForDrawing()) {
                renderer->render(index, ring.at(index).picture());
                ring.drawn(index);
            }
        } catch (const std::exception &) {
            ring.abandon();
        }
    }

    FrameRing &m_ring;
    std::vector<std::thread> m_threads;
};

} // namespace

Result<QImage> renderVideo(const Scene &scene, const VideoSettings &settings, JobMonitor &monitor)
{
    const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const int painters = std::min(cores, 8);
    const auto ended = [&]() -> tl::unexpected<Error> {
        return monitor.stopped() ? sentences::cancelled(settings.korean)
                                 : sentences::engineFailed(settings.korean, QStringLiteral("drawing failed"));
    };

    monitor.enter(QStringLiteral("rendering"));
    auto opened = VideoWriter::open(settings);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    VideoWriter &writer = **opened;

    Poster poster;
    FrameRing ring(settings.frames, painters + 3, settings.size, monitor.stop());
    {
        const Painters threads(scene, ring, painters);
        for (int index = 0; index < settings.frames; ++index) {
            if (!ring.waitForDrawn(index))
                return ended();
            EncoderFrame &frame = ring.at(index);
            poster.offer(frame.picture(), index == settings.frames - 1);
            const Result<void> written = writer.write(frame);
            if (!written)
                return tl::unexpected<Error>(written.error());
            ring.encoded(index);
            monitor.frames(index + 1, writer.written(), settings.frames);
        }
    }

    monitor.enter(QStringLiteral("encoding"));
    for (bool more = true; more;) {
        if (monitor.stopped())
            return ended();
        const Result<bool> drained = writer.drain();
        if (!drained)
            return tl::unexpected<Error>(drained.error());
        more = *drained;
        monitor.frames(settings.frames, writer.written(), settings.frames);
    }
    if (monitor.stopped())
        return ended();
    const Result<void> finished = writer.finish();
    if (!finished)
        return tl::unexpected<Error>(finished.error());
    return poster.image();
}

} // namespace facet::service::draft
