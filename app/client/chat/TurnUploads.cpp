#include "client/chat/TurnUploads.h"

#include "client/api/UploadApi.h"
#include "client/net/Then.h"

#include <utility>

namespace facet::client {

TurnUploads::TurnUploads(HttpClient &http, TurnStore &turns, const TurnRecord &record, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_turns(turns)
    , m_record(record)
{
}

void TurnUploads::start()
{
    then(m_turns.uploadIds(m_record.messageId), this, [this](const Result<QHash<QString, QString>> &known) {
        if (m_over)
            return;
        m_ids = known.value_or(QHash<QString, QString>{});
        send();
    });
}

void TurnUploads::send()
{
    for (const Attachment &attachment : std::as_const(m_record.turn.attachments)) {
        if (m_ids.contains(attachment.id))
            continue;
        TusUpload *upload = UploadApi(m_http).upload(
            { attachment.path, attachment.fileName, attachment.mime, attachment.sha256 }, this);
        m_uploads.insert(attachment.id, upload);
        connect(upload, &TusUpload::finished, this,
            [this, id = attachment.id](const Result<Upload> &result) { sent(id, result); });
    }
    const QList<TusUpload *> uploads = m_uploads.values();
    for (TusUpload *upload : uploads)
        upload->start();
    if (uploads.isEmpty()) {
        m_over = true;
        emit finished();
    }
}

void TurnUploads::sent(const QString &attachmentId, const Result<Upload> &result)
{
    if (m_over)
        return;
    m_uploads.take(attachmentId)->deleteLater();
    if (!result) {
        m_over = true;
        emit failed(result.error());
        return;
    }
    m_ids.insert(attachmentId, result->id);
    m_turns.setUploadId(m_record.messageId, attachmentId, result->id);
    if (m_uploads.isEmpty()) {
        m_over = true;
        emit finished();
    }
}

void TurnUploads::cancel()
{
    m_over = true;
    for (TusUpload *upload : std::exchange(m_uploads, {}))
        upload->cancel();
}

} // namespace facet::client
