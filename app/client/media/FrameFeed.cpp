#include "client/media/FrameFeed.h"

#include "client/media/FrameFeedThread.h"

namespace facet::client {

FrameFeed::FrameFeed(QObject *parent)
    : QObject(parent)
    , m_thread(std::make_unique<FrameFeedThread>(FrameFeedThread::Answers{
          [this](quint64 file, const Result<VideoInfo> &info) {
              QMetaObject::invokeMethod(
                  this, [this, file, info] { onOpened(file, info); }, Qt::QueuedConnection);
          },
          [this](const FrameFeedThread::Wish &wish, qint64 index, const Result<QImage> &picture) {
              QMetaObject::invokeMethod(
                  this,
                  [this, file = wish.file, serial = wish.serial, index, picture] {
                      onArrived(file, serial, index, picture);
                  },
                  Qt::QueuedConnection);
          } }))
{
}

FrameFeed::~FrameFeed() = default;

void FrameFeed::open(const QString &path)
{
    m_isOpen = false;
    m_info = {};
    m_serial = 0;
    m_shown = 0;
    if (path.isEmpty() && !m_thread->isRunning())
        return;
    m_file = m_thread->open(path);
    if (!m_thread->isRunning())
        m_thread->start();
}

void FrameFeed::setBox(const QSize &within)
{
    m_thread->setBox(within);
}

void FrameFeed::want(qint64 index, Ahead ahead)
{
    const int direction = ahead == Ahead::Forward ? 1 : ahead == Ahead::Backward ? -1 : 0;
    const QImage ready = m_thread->want(index, direction, ++m_serial);
    if (ready.isNull())
        return;
    m_shown = m_serial;
    emit arrived(index, ready);
}

void FrameFeed::onOpened(quint64 file, const Result<VideoInfo> &info)
{
    if (file != m_file)
        return;
    if (!info) {
        if (info.error().kind != ErrorKind::Cancelled)
            emit failed(info.error());
        return;
    }
    m_info = *info;
    m_isOpen = true;
    emit opened(m_info);
}

void FrameFeed::onArrived(quint64 file, quint64 serial, qint64 index, const Result<QImage> &picture)
{
    // One that was ready at once has overtaken those that were on their way.
    if (file != m_file || serial < m_shown)
        return;
    m_shown = serial;
    if (picture)
        emit arrived(index, *picture);
    else if (picture.error().kind != ErrorKind::Cancelled)
        emit failed(picture.error());
}

} // namespace facet::client
