#pragma once

#include "client/net/TusUpload.h"
#include "client/store/TurnStore.h"

#include <QHash>
#include <QObject>

namespace facet::client {

class HttpClient;

/// The attachments of a message on their way to the service. What is there already, from an earlier try, is
/// not sent again. Exactly one of finished() and failed(), unless it is cancelled.
class TurnUploads : public QObject {
    Q_OBJECT
public:
    /// `turns` and `record` outlive this.
    TurnUploads(HttpClient &http, TurnStore &turns, const TurnRecord &record, QObject *parent = nullptr);

    void start();
    void cancel();
    bool isUnderWay() const { return !m_uploads.isEmpty(); }
    /// Attachment id → the service's.
    const QHash<QString, QString> &ids() const { return m_ids; }

signals:
    void finished();
    void failed(const facet::Error &error);

private:
    void send();
    void sent(const QString &attachmentId, const Result<Upload> &result);

    HttpClient &m_http;
    TurnStore &m_turns;
    const TurnRecord &m_record;
    QHash<QString, QString> m_ids;
    QHash<QString, TusUpload *> m_uploads; ///< under way, by attachment id
    bool m_over = false;
};

} // namespace facet::client
