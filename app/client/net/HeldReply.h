#pragma once

#include <QPointer>

class QNetworkReply;

namespace facet::client {

/// The one reply that a stream or a transfer has under way, as HttpClient::open() gave it. Dropping it, or
/// the holder's end, cuts the line; `listener` hears nothing more of it.
class HeldReply {
public:
    explicit HeldReply(QObject *listener);
    ~HeldReply();
    HeldReply(const HeldReply &) = delete;
    HeldReply &operator=(const HeldReply &) = delete;

    /// In place of the one before, which is dropped.
    void take(QNetworkReply *reply);
    void drop();

    /// 0 while the head of the answer is not there.
    int status() const;

    QNetworkReply *get() const;
    QNetworkReply *operator->() const { return get(); }
    operator QNetworkReply *() const { return get(); }

private:
    QObject *m_listener;
    QPointer<QNetworkReply> m_reply;
};

} // namespace facet::client
