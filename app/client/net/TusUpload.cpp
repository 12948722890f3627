#include "client/net/TusUpload.h"

#include "client/api/Decode.h"
#include "client/net/PartFile.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QNetworkReply>
#include <QUuid>

namespace facet::client {

namespace {

struct Print {
    qint64 bytes = 0;
    qint64 modifiedMs = 0;
    QString sha256;
};

struct Chunk {
    QByteArray bytes;
    QByteArray sha256;
};

tl::unexpected<Error> unreadable(const QString &fileName, const QString &why)
{
    return fail(
        ErrorKind::File, TusUpload::tr("%1 cannot be read any more. Attach it again.").arg(fileName), why);
}

tl::unexpected<Error> changed(const QString &fileName)
{
    return fail(ErrorKind::File,
        TusUpload::tr("%1 was changed while it was being sent. Attach it again.").arg(fileName), {},
        QStringLiteral("file_changed"));
}

Result<Print> fingerprint(const TusUpload::File &file)
{
    QFile bytes(file.path);
    if (!bytes.open(QIODevice::ReadOnly))
        return unreadable(file.fileName, bytes.errorString());
    Print print;
    print.bytes = bytes.size();
    print.modifiedMs = QFileInfo(bytes).lastModified().toMSecsSinceEpoch();
    print.sha256 = PartFile::sha256Of(bytes);
    if (print.sha256.isEmpty())
        return unreadable(file.fileName, bytes.errorString());
    if (!file.sha256.isEmpty() && print.sha256.compare(file.sha256, Qt::CaseInsensitive) != 0)
        return changed(file.fileName);
    return print;
}

Result<Chunk> readChunk(const TusUpload::File &file, qint64 bytes, qint64 modifiedMs, qint64 offset)
{
    QFile source(file.path);
    if (!source.open(QIODevice::ReadOnly))
        return unreadable(file.fileName, source.errorString());
    if (source.size() != bytes || QFileInfo(source).lastModified().toMSecsSinceEpoch() != modifiedMs)
        return changed(file.fileName);
    if (!source.seek(offset))
        return unreadable(file.fileName, source.errorString());
    Chunk chunk;
    chunk.bytes = source.read(std::min(TusUpload::chunkBytes, bytes - offset));
    if (chunk.bytes.size() != std::min(TusUpload::chunkBytes, bytes - offset))
        return unreadable(file.fileName, source.errorString());
    chunk.sha256 = QCryptographicHash::hash(chunk.bytes, QCryptographicHash::Sha256);
    return chunk;
}

} // namespace

TusUpload::TusUpload(HttpClient &client, File file, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_file(std::move(file))
    , m_idempotencyKey(QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
    , m_reply(this)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] {
        switch (m_next) {
        case Step::Create:
            if (m_bytes > 0 && m_bytes <= smallBytes)
                return sendChunk();
            return create({});
        case Step::Send:
            return sendChunk();
        case Step::AskOffset:
            return askOffset();
        }
    });
}

TusUpload::~TusUpload() = default;

void TusUpload::start()
{
    then(m_strand.run([file = m_file] { return fingerprint(file); }), this,
        [this](const Result<Print> &print) {
            if (m_ended)
                return;
            if (!print)
                return end(tl::unexpected(print.error()));
            m_bytes = print->bytes;
            m_modifiedMs = print->modifiedMs;
            m_file.sha256 = print->sha256;
            if (m_bytes == 0)
                return end(
                    fail(ErrorKind::File, tr("%1 is empty. Attach another file.").arg(m_file.fileName)));
            if (m_bytes <= smallBytes)
                return sendChunk();
            create({});
        });
}

void TusUpload::cancel()
{
    if (m_ended)
        return;
    if (!m_location.isEmpty()) {
        HttpRequest request = tusRequest("DELETE", m_location);
        m_client.send(request);
    }
    end(fail(ErrorKind::Cancelled, tr("Sending the file was cancelled.")));
}

HttpRequest TusUpload::tusRequest(const QByteArray &verb, const QUrl &url) const
{
    HttpRequest request;
    request.verb = verb;
    request.url = url;
    request.addHeader("Tus-Resumable", "1.0.0");
    request.timeoutMs = 60000;
    return request;
}

void TusUpload::exchange(const HttpRequest &request, void (TusUpload::*done)())
{
    const Result<QNetworkReply *> opened = m_client.open(request, HttpClient::Lane::Transfer);
    if (!opened)
        return end(tl::unexpected(opened.error()));
    m_reply.take(*opened);
    m_answer.clear();
    connect(m_reply, &QNetworkReply::readyRead, this,
        [this] { m_answer += m_reply->readAll().left(HttpClient::maxAnswerBytes - m_answer.size()); });
    connect(m_reply, &QNetworkReply::finished, this, [this, done] {
        if (m_ended)
            return;
        m_answer += m_reply->readAll();
        const QPointer<TusUpload> self(this);
        const QPointer<QNetworkReply> reply = m_reply.get();
        (this->*done)();
        if (self && m_reply.get() == reply)
            m_reply.drop();
    });
}

Error TusUpload::protocolError(const QString &detail) const
{
    return { ErrorKind::Protocol,
        tr("The service did not take %1 as it should. Try again.").arg(m_file.fileName), detail, {},
        m_reply ? HttpClient::requestIdOf(m_reply) : QString(), {} };
}

/// Upload-Offset, when it is one that can be.
std::optional<qint64> TusUpload::offsetOf(QNetworkReply *reply) const
{
    bool ok = false;
    const qint64 offset = reply->rawHeader("Upload-Offset").toLongLong(&ok);
    if (!ok || offset < 0 || offset > m_bytes)
        return {};
    return offset;
}

void TusUpload::create(const QByteArray &body)
{
    const auto field = [](const char *key, const QString &value) {
        return QByteArray(key) + ' ' + value.toUtf8().toBase64();
    };
    HttpRequest request = tusRequest("POST", QUrl(QStringLiteral("/v1/uploads")));
    request.addHeader("Upload-Length", QByteArray::number(m_bytes));
    request.addHeader("Upload-Metadata",
        field("filename", m_file.fileName) + ',' + field("filetype", m_file.mime) + ','
            + field("sha256", m_file.sha256));
    request.addHeader("Idempotency-Key", m_idempotencyKey);
    if (!body.isEmpty()) {
        request.body = body;
        request.contentType = "application/offset+octet-stream";
    }
    m_chunkSize = body.size();
    exchange(request, &TusUpload::created);
}

void TusUpload::created()
{
    if (const auto error = HttpClient::errorOf(m_reply, m_answer))
        return tryAgain(Step::Create, *error);
    const QUrl location(QString::fromLatin1(m_reply->rawHeader("Location")));
    m_location = m_reply->url().resolved(location);
    if (m_reply.status() != 201 || location.isEmpty() || !HttpClient::sameOrigin(m_location, m_reply->url()))
        return end(tl::unexpected(protocolError(QStringLiteral("HTTP %1, Location \"%2\"")
                                                    .arg(m_reply.status())
                                                    .arg(location.toDisplayString()))));
    // All of it for a file that the service has already, nothing when there was no body or it was not taken.
    arrived(offsetOf(m_reply).value_or(0));
}

void TusUpload::sendChunk()
{
    then(m_strand.run([file = m_file, bytes = m_bytes, modified = m_modifiedMs, offset = m_offset] {
        return readChunk(file, bytes, modified, offset);
    }),
        this, [this](const Result<Chunk> &chunk) {
            if (m_ended)
                return;
            if (!chunk)
                return end(tl::unexpected(chunk.error()));
            if (m_location.isEmpty())
                return create(chunk->bytes);
            patch(chunk->bytes, chunk->sha256);
        });
}

void TusUpload::patch(const QByteArray &chunk, const QByteArray &sha256)
{
    HttpRequest request = tusRequest("PATCH", m_location);
    request.addHeader("Upload-Offset", QByteArray::number(m_offset));
    request.addHeader("Upload-Checksum", "sha256 " + sha256.toBase64());
    request.contentType = "application/offset+octet-stream";
    request.body = chunk;
    m_chunkSize = chunk.size();
    exchange(request, &TusUpload::patched);
    if (m_reply)
        connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64) {
            if (!m_ended && sent > 0 && sent < m_chunkSize)
                emit progress(m_offset + sent, m_bytes);
        });
}

void TusUpload::patched()
{
    const int status = m_reply.status();
    if (const auto error = HttpClient::errorOf(m_reply, m_answer)) {
        if (status == 404 || status == 410)
            return startOver(*error);
        // 409: it stands elsewhere than we think; 460: damaged on the way; otherwise cut.
        if (status == 409 || status == 460 || HttpClient::isTransient(*error)
            || error->kind == ErrorKind::Service)
            return tryAgain(Step::AskOffset, *error);
        return end(tl::unexpected(*error));
    }
    const std::optional<qint64> offset = offsetOf(m_reply);
    if (!offset || *offset <= m_offset)
        return tryAgain(Step::AskOffset, protocolError(QStringLiteral("Upload-Offset missing or not grown")));
    arrived(*offset);
}

void TusUpload::askOffset()
{
    exchange(tusRequest("HEAD", m_location), &TusUpload::offsetAnswered);
}

void TusUpload::offsetAnswered()
{
    if (const auto error = HttpClient::errorOf(m_reply, m_answer)) {
        const int status = m_reply.status();
        if (status == 403 || status == 404 || status == 410)
            return startOver(*error);
        return tryAgain(Step::AskOffset, *error);
    }
    const std::optional<qint64> offset = offsetOf(m_reply);
    if (!offset)
        return end(tl::unexpected(protocolError(QStringLiteral("Upload-Offset missing"))));
    arrived(*offset);
}

void TusUpload::arrived(qint64 offset)
{
    if (offset > m_offset)
        m_tries = 0;
    m_offset = offset;
    const QPointer<TusUpload> self(this);
    emit progress(m_offset, m_bytes);
    if (!self || m_ended)
        return;
    if (m_offset == m_bytes)
        return fetchUpload();
    sendChunk();
}

/// The service has forgotten the upload: once from the beginning, under a new key.
void TusUpload::startOver(const Error &why)
{
    if (m_startedOver)
        return end(tl::unexpected(why));
    m_startedOver = true;
    m_location.clear();
    m_offset = 0;
    m_idempotencyKey = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    tryAgain(Step::Create, { ErrorKind::Network, why.sentence, why.detail, {}, why.requestId, {} });
}

void TusUpload::fetchUpload()
{
    HttpRequest request;
    request.url = m_location;
    then(decoded<Upload>(m_client, m_client.send(request)), this, [this](const Result<Upload> &upload) {
        if (!m_ended)
            end(upload);
    });
}

void TusUpload::tryAgain(Step next, const Error &error)
{
    const bool worthIt =
        HttpClient::isTransient(error) || error.kind == ErrorKind::Service || next == Step::AskOffset;
    const bool final = error.kind == ErrorKind::Tls || error.kind == ErrorKind::Auth;
    if (!worthIt || final || ++m_tries >= m_maxTries)
        return end(tl::unexpected(error));
    m_next = next;
    m_again.start(m_client.delayBefore(m_tries, error));
}

void TusUpload::end(const Result<Upload> &result)
{
    if (m_ended)
        return;
    m_ended = true;
    m_again.stop();
    m_reply.drop();
    emit finished(result);
}

} // namespace facet::client
