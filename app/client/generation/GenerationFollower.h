#pragma once

#include "client/api/GenerationApi.h"
#include "contract/SseParser.h"

#include <QPointer>
#include <QTimer>

namespace facet::client {

/// Asks the service about one generation and follows its changes until it is final. Takes whole resources
/// and JSON Patches, bare or inside AG-UI activity events; whatever does not fit is asked for again.
class GenerationFollower : public QObject {
    Q_OBJECT
public:
    GenerationFollower(HttpClient &client, QString generationId, QObject *parent = nullptr);

    /// Asks now; also after `lost`.
    void start();
    bool isActive() const { return m_active; }

signals:
    void said(const facet::Generation &generation);
    /// The service could not be asked; start() tries again.
    void lost(const facet::Error &error);
    /// The service does not know this generation.
    void gone(const facet::Error &error);

private:
    void ask();
    void listen();
    void take(const contract::SseEvent &event);
    void takeDocument(contract::Json document);
    void stopped(const Error &error);

    HttpClient &m_client;
    GenerationApi m_api;
    QString m_id;
    QPointer<SseStream> m_stream;
    QTimer m_again;
    contract::Json m_document; ///< the resource as it stands; null: not known
    int m_dry = 0; ///< streams in a row that brought nothing
    bool m_active = false;
};

} // namespace facet::client
