#include "client/net/Download.h"

#include "client/net/PartFile.h"
#include "client/net/Then.h"

#include <QCryptographicHash>
#include <QDir>
#include <QNetworkReply>

namespace facet::client {

namespace {

/// A service that neither keeps the line nor honours a range would be asked for the same bytes for ever.
constexpr int maxStartOvers = 3;
constexpr qint64 blockBytes = 256 * 1024;
/// Handed to the disk and not written yet: a slow disk slows the network, not the memory.
constexpr qint64 maxUnwritten = 4 * 1024 * 1024;

struct ContentRange {
    qint64 first = -1;
    qint64 total = -1; ///< -1: "*"
};

/// "bytes 100-199/200" (RFC 9110 14.4).
std::optional<ContentRange> readContentRange(const QByteArray &header)
{
    const QByteArray value = header.trimmed();
    if (!value.startsWith("bytes "))
        return {};
    const qsizetype dash = value.indexOf('-');
    const qsizetype slash = value.indexOf('/');
    if (dash < 0 || slash < dash)
        return {};
    ContentRange range;
    bool ok = false;
    range.first = value.mid(6, dash - 6).trimmed().toLongLong(&ok);
    if (!ok)
        return {};
    const QByteArray total = value.mid(slash + 1).trimmed();
    if (total != "*") {
        range.total = total.toLongLong(&ok);
        if (!ok)
            return {};
    }
    return range;
}

} // namespace

Download::Download(HttpClient &client, Target target, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_target(std::move(target))
    , m_reply(this)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &Download::connectNow);
    // The contract's strong ETag (CONTRACT "downloads"); a service that counts otherwise answers in full.
    if (!m_target.sha256.isEmpty())
        m_etag = "\"sha256-" + m_target.sha256.toLatin1().toLower() + '"';
}

Download::~Download() = default;

QString Download::partPath() const
{
    const QByteArray tag = QCryptographicHash::hash(m_target.tag.toUtf8(), QCryptographicHash::Sha1).toHex();
    return QDir(m_target.folder)
        .filePath(QStringLiteral(".%1.%2.part").arg(m_target.baseName, QString::fromLatin1(tag.left(12))));
}

void Download::start()
{
    m_part = std::make_shared<PartFile>(partPath(), m_opener);
    if (!m_target.takeExisting || !m_target.bytes || m_target.sha256.isEmpty())
        return openPart();
    then(m_strand.run([part = m_part, finish = finishing()] { return part->findFinished(finish); }), this,
        [this](const QString &path) {
            if (m_ended)
                return;
            if (path.isEmpty())
                return openPart();
            end(path);
        });
}

PartFile::Finish Download::finishing() const
{
    return { m_target.folder, m_target.baseName, m_target.suffix, m_target.bytes, m_target.sha256,
        m_target.numbered, m_target.plainFirst };
}

void Download::openPart()
{
    const bool keep = !m_target.sha256.isEmpty();
    then(m_strand.run([part = m_part, keep] { return part->open(keep); }), this,
        [this](const Result<qint64> &present) {
            if (m_ended)
                return;
            if (!present)
                return end(tl::unexpected(present.error()));
            m_received = *present;
            m_resumed = m_received > 0;
            if (m_target.bytes && m_received > *m_target.bytes)
                return startOver();
            if (m_target.bytes && m_received == *m_target.bytes && m_received > 0)
                return complete();
            connectNow();
        });
}

void Download::cancel(bool removePart)
{
    if (m_ended)
        return;
    if (removePart && m_part)
        m_strand.run([part = m_part] { part->remove(); });
    end(fail(ErrorKind::Cancelled, tr("The download was cancelled.")));
}

/// From the first byte, once more.
void Download::startOver()
{
    if (++m_startOvers > maxStartOvers)
        return failProtocol(QStringLiteral("started over %1 times").arg(maxStartOvers));
    m_reply.drop();
    m_received = 0;
    m_unwritten = 0;
    m_resumed = false;
    ++m_generation;
    then(m_strand.run([part = m_part] { return part->open(false); }), this,
        [this](const Result<qint64> &opened) {
            if (m_ended)
                return;
            if (!opened)
                return end(tl::unexpected(opened.error()));
            connectNow();
        });
}

void Download::connectNow()
{
    HttpRequest request;
    request.url = m_target.url;
    request.timeoutMs = 45000;
    request.addHeader("Accept-Encoding", "identity");
    if (m_received > 0) {
        request.addHeader("Range", "bytes=" + QByteArray::number(m_received) + '-');
        if (!m_etag.isEmpty())
            request.addHeader("If-Range", m_etag);
    }
    m_headRead = false;
    m_bodyComplete = false;
    m_errorBody.clear();
    const Result<QNetworkReply *> opened = m_client.open(request, HttpClient::Lane::Transfer);
    if (!opened)
        return end(tl::unexpected(opened.error()));
    m_reply.take(*opened);
    m_reply->setReadBufferSize(maxUnwritten);
    connect(m_reply, &QNetworkReply::readyRead, this, &Download::pump);
    connect(m_reply, &QNetworkReply::finished, this, &Download::replyFinished);
}

/// What the answer's head promises, before any byte of it counts.
void Download::readHead()
{
    m_headRead = true;
    const int status = m_reply.status();
    const bool asked = m_received > 0;
    if (status == 206) {
        const auto range = readContentRange(m_reply->rawHeader("Content-Range"));
        if (!asked || !range || range->first != m_received
            || (m_target.bytes && range->total >= 0 && range->total != *m_target.bytes))
            return failProtocol(QStringLiteral("Content-Range \"%1\" after %2 bytes")
                                    .arg(QString::fromLatin1(m_reply->rawHeader("Content-Range")))
                                    .arg(m_received));
    } else if (status == 200) {
        if (asked) {
            // The range was ignored, or the file is another one now: what is here is of no use.
            if (++m_startOvers > maxStartOvers)
                return failProtocol(QStringLiteral("ranges ignored %1 times").arg(maxStartOvers));
            m_received = 0;
            m_resumed = false;
            m_strand.run([part = m_part] { return part->truncate(); });
        }
        const QByteArray length = m_reply->rawHeader("Content-Length");
        if (m_target.bytes && !length.isEmpty() && length.toLongLong() != *m_target.bytes)
            return failProtocol(QStringLiteral("Content-Length %1 instead of %2")
                                    .arg(QString::fromLatin1(length))
                                    .arg(*m_target.bytes));
    }
    if ((status == 200 || status == 206) && m_target.sha256.isEmpty())
        m_etag = m_reply->rawHeader("ETag");
    if (m_etag.startsWith("W/"))
        m_etag.clear();
}

void Download::pump()
{
    if (!m_reply || m_ended)
        return;
    if (!m_headRead)
        readHead();
    if (!m_reply || m_ended)
        return;
    const int status = m_reply.status();
    if (status != 200 && status != 206) {
        m_errorBody += m_reply->read(64 * 1024 - m_errorBody.size());
        if (m_errorBody.size() >= 64 * 1024)
            m_reply->readAll();
        return;
    }
    while (m_unwritten < maxUnwritten && m_reply->bytesAvailable() > 0) {
        const QByteArray block = m_reply->read(blockBytes);
        if (block.isEmpty())
            break;
        m_received += block.size();
        m_unwritten += block.size();
        m_tries = 0;
        if (m_received > m_target.bytes.value_or(maxUnknownBytes))
            return failProtocol(
                QStringLiteral("more than %1 bytes").arg(m_target.bytes.value_or(maxUnknownBytes)));
        then(m_strand.run([part = m_part, block] { return part->append(block); }), this,
            [this, generation = m_generation, n = block.size()](const Result<qint64> &size) {
                if (generation != m_generation || m_ended)
                    return;
                m_unwritten -= n;
                written(size);
            });
    }
}

void Download::written(const Result<qint64> &size)
{
    if (!size)
        return end(tl::unexpected(size.error()));
    const QPointer<Download> self(this);
    emit progress(*size, m_target.bytes.value_or(-1));
    if (!self || m_ended)
        return;
    pump();
    if (m_bodyComplete && m_unwritten == 0 && !m_ended && m_reply && m_reply->bytesAvailable() == 0)
        replyFinished();
}

void Download::replyFinished()
{
    if (m_ended || !m_reply)
        return;
    pump();
    if (m_ended || !m_reply)
        return;
    // The rest waits for the disk; written() comes back here.
    m_bodyComplete = true;
    const int status = m_reply.status();
    if ((status == 200 || status == 206) && (m_unwritten > 0 || m_reply->bytesAvailable() > 0))
        return;

    const std::optional<Error> error = HttpClient::errorOf(m_reply, m_errorBody);
    if (status == 416) {
        // Nothing after what is here: either it is all there, or it is something else.
        if (m_received > 0 && m_resumed)
            return startOver();
        return end(tl::unexpected(*error));
    }
    m_reply.drop();
    if (error)
        return tryAgain(*error);
    if (m_target.bytes && m_received < *m_target.bytes)
        return tryAgain(
            { ErrorKind::Network, tr("The connection was cut while the result was being fetched."),
                QStringLiteral("%1 of %2 bytes").arg(m_received).arg(*m_target.bytes), {}, {}, {} });
    complete();
}

void Download::complete()
{
    if (m_completing)
        return;
    m_completing = true;
    then(m_strand.run([part = m_part, finish = finishing()] { return part->finish(finish); }), this,
        [this](const Result<QString> &path) {
            m_completing = false;
            if (m_ended)
                return;
            if (!path && path.error().kind == ErrorKind::Protocol) {
                if (m_resumed)
                    return startOver(); // a part of something else; once in full, then it is the service's
                                        // fault
                m_strand.run([part = m_part] { part->remove(); });
            }
            end(path);
        });
}

void Download::tryAgain(const Error &error)
{
    const bool worthIt = HttpClient::isTransient(error) || error.kind == ErrorKind::Service;
    if (!worthIt || ++m_tries >= m_maxTries)
        return end(tl::unexpected(error));
    if (m_received > 0) {
        // Without something to recognise the file by, what is here cannot be continued.
        if (m_etag.isEmpty())
            return startOver();
        m_resumed = true;
    }
    m_again.start(m_client.delayBefore(m_tries, error));
}

void Download::failProtocol(const QString &detail)
{
    m_strand.run([part = m_part] { part->remove(); });
    Error error{ ErrorKind::Protocol,
        tr("The service sent something other than this result, so it was not kept. Fetch it again."), detail,
        {}, m_reply ? HttpClient::requestIdOf(m_reply) : QString(), {} };
    end(tl::unexpected(std::move(error)));
}

void Download::end(const Result<QString> &result)
{
    if (m_ended)
        return;
    m_ended = true;
    m_again.stop();
    m_reply.drop();
    emit finished(result);
}

} // namespace facet::client
