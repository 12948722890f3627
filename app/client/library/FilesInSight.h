#pragma once

#include "client/net/Strand.h"

#include <QObject>
#include <QPair>
#include <QSet>
#include <QVector>

namespace facet::client {

/// Whether the files of what is in sight are still there, looked up off the window's thread. While one look
/// is under way only the latest wish for another is kept.
class FilesInSight : public QObject {
    Q_OBJECT
public:
    using File = QPair<qint64, QString>; ///< a result's number, and its path

    using QObject::QObject;

    void look(const QVector<File> &files);
    bool isMissing(qint64 number) const { return m_missing.contains(number); }
    /// It is another file now, or was put back: taken to be there until it is looked at again.
    void forget(qint64 number) { m_missing.remove(number); }

signals:
    /// Of these it is another thing now than it was.
    void changed(const QVector<qint64> &numbers);

private:
    Strand m_strand;
    QSet<qint64> m_missing;
    QVector<File> m_next;
    bool m_looking = false;
};

} // namespace facet::client
