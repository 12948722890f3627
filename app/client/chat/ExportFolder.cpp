#include "client/chat/ExportFolder.h"

#include "client/generation/ResultName.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace facet::client {

namespace {

constexpr qint64 blockBytes = 1 << 20; // between two looks at whether it was cancelled

struct Text {
    Q_DECLARE_TR_FUNCTIONS(facet::client::ExportFolder)
};

Result<void> stopped()
{
    return fail(ErrorKind::Cancelled, Text::tr("The export was cancelled. Nothing was left behind."));
}

} // namespace

ExportFolder::ExportFolder(const QString &parent, const QString &name)
    : m_parent(parent)
    , m_name(resultBaseName(name))
{
}

ExportFolder::~ExportFolder()
{
    m_document.close();
    if (!m_finished && m_dir != QDir())
        m_dir.removeRecursively();
}

QString ExportFolder::safeName(const QString &name)
{
    const QFileInfo info(name);
    QString suffix;
    for (const QChar c : info.suffix().toLower()) {
        if (c.isLetterOrNumber())
            suffix += c;
    }
    const QString base = resultBaseName(info.completeBaseName());
    return suffix.isEmpty() ? base : base + QLatin1Char('.') + suffix.left(8);
}

Result<void> ExportFolder::broken(const QFile &file) const
{
    return fail(ErrorKind::File,
        Text::tr("%1 could not be written: the disk may be full. Make room, or choose another place.")
            .arg(QDir::toNativeSeparators(file.fileName())),
        file.errorString());
}

Result<void> ExportFolder::open(const QString &documentName)
{
    QString free = m_name;
    const auto taken = [this](const QString &name) {
        return m_parent.exists(name) || m_parent.exists(name + QLatin1String(".part"));
    };
    for (int number = 2; taken(free); ++number)
        free = QStringLiteral("%1-%2").arg(m_name).arg(number);
    m_name = free;
    const QString part = m_name + QLatin1String(".part");
    if (!m_parent.mkdir(part)) {
        return fail(ErrorKind::File,
            Text::tr("No folder can be made in %1. Choose a folder that you may write to.")
                .arg(QDir::toNativeSeparators(m_parent.absolutePath())),
            part);
    }
    m_dir = QDir(m_parent.absoluteFilePath(part));
    m_document.setFileName(m_dir.absoluteFilePath(documentName));
    if (!m_document.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return broken(m_document);
    return {};
}

Result<QString> ExportFolder::add(const QString &path, const QString &niceName, const QString &subfolder)
{
    if (path.isEmpty() || !QFileInfo(path).isFile())
        return QString();
    if (const QString known = m_links.value(path); !known.isEmpty())
        return known;
    m_dir.mkpath(subfolder);
    QString link = QStringLiteral("%1/%2-%3")
                             .arg(subfolder)
                             .arg(m_links.size() + 1, 3, 10, QLatin1Char('0'))
                             .arg(safeName(niceName));
    return copy(path, m_dir.absoluteFilePath(link)).map([&] {
        m_links.insert(path, link);
        return link;
    });
}

Result<void> ExportFolder::copy(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::File,
            Text::tr("%1 cannot be read, so it cannot be exported. Check its permissions.")
                .arg(QDir::toNativeSeparators(from)),
            source.errorString());
    }
    QFile target(to);
    if (!target.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return broken(target);
    while (!source.atEnd()) {
        if (cancelled)
            return stopped();
        const QByteArray block = source.read(blockBytes);
        if (block.isEmpty() && source.error() != QFile::NoError) {
            return fail(ErrorKind::File,
                Text::tr("%1 could not be read to its end, so it cannot be exported.")
                    .arg(QDir::toNativeSeparators(from)),
                source.errorString());
        }
        if (target.write(block) != block.size())
            return broken(target);
        copied += block.size();
    }
    target.close();
    if (target.error() != QFile::NoError)
        return broken(target);
    return {};
}

Result<void> ExportFolder::write(const QString &text)
{
    if (cancelled)
        return stopped();
    const QByteArray bytes = text.toUtf8();
    if (m_document.write(bytes) != bytes.size())
        return broken(m_document);
    return {};
}

Result<QString> ExportFolder::finish()
{
    if (cancelled)
        return tl::unexpected(stopped().error());
    m_document.close();
    if (m_document.error() != QFile::NoError)
        return tl::unexpected(broken(m_document).error());
    const QString path = m_parent.absoluteFilePath(m_name);
    if (!m_parent.rename(m_dir.absolutePath(), path))
        return tl::unexpected(broken(m_document).error());
    m_finished = true;
    return path;
}

} // namespace facet::client
