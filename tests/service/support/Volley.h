#pragma once

#include "service/support/RawClient.h"

#include <QList>

#include <vector>

namespace facet::test {

/// Many requests at the same moment: each has a TLS connection of its own, and none is sent before all of
/// them stand.
class Volley {
public:
    struct Answer {
        int status = 0; ///< 0: none came
        QByteArray body; ///< of an event stream: what came until it ended, or until `until`
    };

    Volley(const QString &host, quint16 port, int connections);

    bool isReady() const { return m_ready; }
    /// `requests` as they go over the line, one for each connection. Answers come back in the same order,
    /// each when its line was closed or its text held `until`.
    QList<Answer> fire(const QList<QByteArray> &requests, const QByteArray &until, int timeMs = 60'000);

private:
    struct Line {
        QByteArray received;
        std::unique_ptr<QSslSocket> socket; // before what it fills, so that it goes first
    };
    std::vector<Line> m_lines;
    bool m_ready = false;
};

} // namespace facet::test
