#include "client/net/HeldReply.h"

#include <QNetworkReply>

namespace facet::client {

HeldReply::HeldReply(QObject *listener)
    : m_listener(listener)
{
}

HeldReply::~HeldReply()
{
    drop();
}

void HeldReply::take(QNetworkReply *reply)
{
    drop();
    m_reply = reply;
}

void HeldReply::drop()
{
    if (!m_reply)
        return;
    m_reply->disconnect(m_listener);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply.clear();
}

int HeldReply::status() const
{
    return m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
}

QNetworkReply *HeldReply::get() const
{
    return m_reply;
}

} // namespace facet::client
