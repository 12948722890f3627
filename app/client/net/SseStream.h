#pragma once

#include "client/net/HeldReply.h"
#include "client/net/HttpClient.h"
#include "contract/SseParser.h"

#include <QTimer>

namespace facet::client {

/// One text/event-stream, held open over cuts: after a cut it asks again with Last-Event-ID, so no event is
/// lost or seen twice. Waits between tries grow and follow `retry:` and Retry-After.
///
/// A GET stream (`setResumeUrl` not needed) resumes at its own URL. A run is POSTed exactly once; when its
/// stream is cut after the service accepted it, it goes on by GET at the resume URL
/// (`{run_url}/{run_id}/events`). A POST that was cut before an answer ends with ErrorKind::Network: its
/// fate is unknown, and the caller decides (a GET stream at the resume URL tells whether it arrived).
///
/// Exactly one `ended`, always the last signal.
class SseStream : public QObject {
    Q_OBJECT
public:
    SseStream(HttpClient &client, HttpRequest first, QObject *parent = nullptr);
    ~SseStream() override;

    /// Where a cut stream is taken up again; only needed when the first request is not a GET.
    void setResumeUrl(const QUrl &url) { m_resumeUrl = url; }
    /// What has been seen before (after a restart of the program).
    void setLastEventId(const QByteArray &id) { m_lastEventId = id; }
    const QByteArray &lastEventId() const { return m_lastEventId; }
    /// Tries in a row without one event before it gives up. 0: never gives up. Default 12.
    void setMaxTries(int tries) { m_maxTries = tries; }

    void start();
    /// The listener has heard enough (RUN_FINISHED, a final status): `ended` without an error follows at
    /// once. What happens on the service is not touched.
    void close();

signals:
    /// The service accepted it: from here on the work is the service's, whatever happens to the line.
    void opened();
    void received(const facet::contract::SseEvent &event);
    /// Cut; it is being taken up again by itself.
    void interrupted(const facet::Error &error);
    /// The terminal signal. No error: closed here, or the service said that there is no more (204).
    void ended(const std::optional<facet::Error> &error);

private:
    void connectNow();
    void readHead();
    void readBody();
    void replyFinished();
    void tryAgain(const Error &error);
    void end(const std::optional<Error> &error);

    HttpClient &m_client;
    HttpRequest m_first;
    QUrl m_resumeUrl;
    QByteArray m_lastEventId;
    contract::SseParser m_parser;
    HeldReply m_reply;
    QTimer m_again;
    QByteArray m_errorBody;
    int m_maxTries = 12;
    int m_tries = 0; ///< since the last event
    bool m_accepted = false; ///< some answer of 200 has come
    bool m_streaming = false; ///< this reply is an event stream
    bool m_ended = false;
};

} // namespace facet::client
