#pragma once

#include "service/engines/draft/StopFlag.h"

#include <QFile>

namespace facet::service::draft {

/// Ends somebody else's decoder or encoder in the middle of a large file: to it, a cancelled job looks like
/// a disk that fails.
class StoppableFile : public QFile {
public:
    StoppableFile(const QString &path, const StopFlag &stop)
        : QFile(path)
        , m_stop(stop)
    {
    }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        return m_stop.stopped() ? -1 : QFile::readData(data, size);
    }
    qint64 writeData(const char *data, qint64 size) override
    {
        return m_stop.stopped() ? -1 : QFile::writeData(data, size);
    }

private:
    const StopFlag &m_stop;
};

} // namespace facet::service::draft
