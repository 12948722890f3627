#pragma once

#include "contract/Json.h"
#include "contract/SseParser.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QUrlQuery>

#include <functional>
#include <memory>
#include <variant>

/// What the rest of the service sees of HTTP: plain values and callbacks. Sockets, TLS and threads stay in
/// app/service/http. Handlers run on the service's main thread (the one that owns the database), one at a
/// time; sending bytes, and taking upload bodies to disk, happens on the HTTP threads.
namespace facet::service {

struct HttpRequest {
    QByteArray method;
    QString path; ///< decoded, without the query
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QHash<QString, QString> params; ///< of the route: "/v1/generations/{id}" → id
    QByteArray body; ///< bounded by the route; empty for a body taken to disk
    QString requestId; ///< the client's X-Request-Id, or one made here
    bool korean = false; ///< Accept-Language prefers Korean

    QByteArray header(const QByteArray &lowerName) const { return headers.value(lowerName); }
};

/// An open text/event-stream. Thread-safe. Dropping the last reference closes the stream.
class EventSink {
public:
    virtual ~EventSink() = default;
    /// False once the far side has gone, or was dropped for reading too slowly (it resumes by Last-Event-ID).
    virtual bool send(const contract::SseEvent &event) = 0;
    virtual void close() = 0;
};

/// Bytes of a file, sent without reading it into memory.
struct FileBody {
    QString path;
    qint64 offset = 0; ///< bytes
    qint64 length = 0; ///< bytes
};

/// Makes the answer an event stream; called on the main thread once the head is on its way.
struct StreamBody {
    std::function<void(std::shared_ptr<EventSink>)> opened;
};

struct HttpResponse {
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers;
    std::variant<QByteArray, FileBody, StreamBody> body;
};

/// Called exactly once, on the main thread, now or later.
using Reply = std::function<void(HttpResponse)>;
using Handler = std::function<void(const HttpRequest &, Reply)>;

/// Where a body is to be written, decided from the head alone.
struct BodyTarget {
    QString path; ///< appended to
    qint64 offset = 0; ///< must be the file's size
    qint64 maxBytes = 0; ///< more than this ends the request with 413
    bool hash = false; ///< fill BodyOutcome::sha256
    QString tag; ///< handed back as BodyOutcome::tag
};

/// What became of a body taken to disk. `complete` is false when the line was cut: what came is kept.
struct BodyOutcome {
    qint64 written = 0; ///< bytes
    bool complete = false;
    bool diskFailed = false;
    QByteArray sha256; ///< raw digest of what was written, when the target asked for it
    QString tag; ///< of the target
};

/// `done` is called exactly once after `head` gave a target, also when the line was cut or the body was too
/// large; its answer is then dropped.
struct BodyHandler {
    /// A target, or the answer that refuses the request before its body is read.
    std::function<void(const HttpRequest &, std::function<void(std::variant<BodyTarget, HttpResponse>)>)>
        head;
    std::function<void(const HttpRequest &, const BodyOutcome &, Reply)> done;
};

/// The routes of the service, filled before the server starts.
class Router {
public:
    struct Route {
        QByteArray method;
        QStringList segments; ///< "{id}" for a parameter
        std::variant<Handler, BodyHandler> handler;
        qint64 maxBody = 1024 * 1024; ///< bytes
    };

    void add(const QByteArray &method, const QString &pattern, Handler handler, qint64 maxBody = 1024 * 1024);
    void addBody(const QByteArray &method, const QString &pattern, BodyHandler handler);

    struct Match {
        const Route *route = nullptr; ///< null: none; then `allowed` tells 404 (empty) from 405
        QHash<QString, QString> params;
        QList<QByteArray> allowed;
    };
    Match match(const QByteArray &method, const QString &path) const;

private:
    QList<Route> m_routes;
};

HttpResponse jsonResponse(int status, const contract::Json &json);

} // namespace facet::service
