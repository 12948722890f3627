#include "ui/results/FileDrop.h"

#include "client/net/Then.h"
#include "client/tags/TagFile.h"
#include "ui/results/ComposerFiller.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <QtConcurrent>

namespace facet::ui {

namespace {

/// The one local file; empty: none, or several, of which no one is meant.
QString onlyFile(const QMimeData *data)
{
    const QList<QUrl> urls = data ? data->urls() : QList<QUrl>();
    return urls.size() == 1 && urls.constFirst().isLocalFile() ? urls.constFirst().toLocalFile() : QString();
}

} // namespace

FileDrop::FileDrop(ComposerFiller &filler, QObject *parent)
    : QObject(parent)
    , m_filler(filler)
{
}

bool FileDrop::mayCarry(const QMimeData *data)
{
    static const QStringList endings{ QStringLiteral("mp4"), QStringLiteral("m4v"), QStringLiteral("mov"),
        QStringLiteral("m4a"), QStringLiteral("png"), QStringLiteral("jpg"), QStringLiteral("jpeg"),
        QStringLiteral("webp") };
    const QString path = onlyFile(data);
    return !path.isEmpty() && endings.contains(QFileInfo(path).suffix().toLower());
}

void FileDrop::look(const QMimeData *data, bool attached)
{
    const QString path = onlyFile(data);
    if (path.isEmpty() || !mayCarry(data))
        return;
    client::then(QtConcurrent::run([path] { return client::readTags(path); }), this,
        [this, name = QFileInfo(path).fileName(), attached](
            const Result<std::optional<client::ResultTags>> &tags) {
            if (tags && *tags)
                found(name, **tags, attached);
            else if (!attached && !tags)
                emit failed(tags.error());
            else if (!attached)
                emit failed({ ErrorKind::Unsupported,
                    tr("“%1” cannot be attached here, and it does not say how it was made. Drop a picture, or a "
                       "file that Facet saved.")
                        .arg(name),
                    {}, {}, {}, {} });
        });
}

void FileDrop::found(const QString &fileName, const client::ResultTags &tags, bool attached)
{
    if (!attached) {
        m_filler.useTags(tags, fileName);
        return;
    }
    emit offered(tr("“%1” is attached. It also carries the request it was made with.").arg(fileName),
        [this, tags, fileName] { m_filler.useTags(tags, fileName); });
}

} // namespace facet::ui
