#include "client/library/FilesInSight.h"

#include "client/net/Then.h"

#include <QFileInfo>

namespace facet::client {

void FilesInSight::look(const QVector<File> &files)
{
    if (m_looking) {
        m_next = files;
        return;
    }
    if (files.isEmpty())
        return;
    m_looking = true;
    then(m_strand.run([files] {
        QSet<qint64> missing;
        for (const File &file : files) {
            if (!QFileInfo::exists(file.second))
                missing.insert(file.first);
        }
        return missing;
    }),
        this, [this, files](const QSet<qint64> &missing) {
            m_looking = false;
            QVector<qint64> others;
            for (const File &file : files) {
                const bool is = missing.contains(file.first);
                if (is == m_missing.contains(file.first))
                    continue;
                is ? (void)m_missing.insert(file.first) : (void)m_missing.remove(file.first);
                others.append(file.first);
            }
            if (!others.isEmpty())
                emit changed(others);
            look(std::exchange(m_next, {}));
        });
}

} // namespace facet::client
