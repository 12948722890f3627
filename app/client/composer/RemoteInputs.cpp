#include "client/composer/RemoteInputs.h"

#include "client/media/ImageFormats.h"

namespace facet::client {

RemoteInputs::RemoteInputs(HttpClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void RemoteInputs::fetch(const QString &attachmentId, const QList<QUrl> &addresses)
{
    m_waiting.insert(attachmentId, { nullptr, addresses, {} });
    // Refusals that need no line come back later as well: who asked has its attachment by then.
    QMetaObject::invokeMethod(
        this, [this, attachmentId] { ask(attachmentId); }, Qt::QueuedConnection);
}

void RemoteInputs::ask(const QString &attachmentId)
{
    const auto at = m_waiting.find(attachmentId);
    if (at == m_waiting.end() || at->file || at->others.isEmpty())
        return;
    at->file = new RemoteFile(
        m_client, at->others.takeFirst(), maxBytes,
        [](const QByteArray &head) { return imageFormatOf(head) != ImageFormat::Unknown; }, this);
    connect(at->file, &RemoteFile::finished, this,
        [this, attachmentId](
            const Result<RemoteFile::Content> &content) { answered(attachmentId, content); });
    at->file->start();
}

void RemoteInputs::answered(const QString &attachmentId, const Result<RemoteFile::Content> &content)
{
    const auto at = m_waiting.find(attachmentId);
    if (at == m_waiting.end())
        return;
    at->file->deleteLater();
    at->file = nullptr;
    if (!content) {
        if (!at->firstError)
            at->firstError = content.error();
        if (!at->others.isEmpty())
            return ask(attachmentId);
        const Error error = *at->firstError;
        m_waiting.erase(at);
        emit arrived(attachmentId, tl::unexpected(error));
        return;
    }
    m_waiting.erase(at);
    emit arrived(attachmentId, content);
}

void RemoteInputs::cancel(const QString &attachmentId)
{
    const auto at = m_waiting.find(attachmentId);
    if (at == m_waiting.end())
        return;
    RemoteFile *file = at->file;
    m_waiting.erase(at);
    if (file) {
        file->disconnect(this);
        file->cancel();
        file->deleteLater();
    }
}

} // namespace facet::client
