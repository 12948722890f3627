#include "service/uploads/TusRoutes.h"

#include "contract/Codecs.h"
#include "service/api/Problems.h"
#include "service/uploads/TusAnswers.h"
#include "service/uploads/TusFields.h"
#include "service/uploads/Uploads.h"

#include <QLocale>

namespace facet::service {

namespace {

/// RFC 9110 5.6.7, for Upload-Expires.
QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
}

using Decide = std::function<void(std::variant<BodyTarget, HttpResponse>)>;

const QString collection = QStringLiteral("/v1/uploads");
const QByteArray bodyType = "application/offset+octet-stream";

class TusRoutes {
public:
    explicit TusRoutes(Uploads &uploads)
        : m_uploads(uploads)
    {
    }

    HttpResponse options() const
    {
        return tus({ 204,
            { { "Tus-Version", "1.0.0" },
                { "Tus-Extension", "creation,creation-with-upload,checksum,termination,expiration" },
                { "Tus-Max-Size", QByteArray::number(m_uploads.limits().bytes) },
                { "Tus-Checksum-Algorithm", "sha256" } },
            {} });
    }

    // Creation, with or without the first bytes.
    void createHead(const HttpRequest &request, const Decide &decide)
    {
        if (auto refused = wrongProtocol(request)) {
            decide(*refused);
            return;
        }
        const auto length = readTusNumber(request.header("upload-length"));
        const auto metadata = readTusMetadata(request.header("upload-metadata"));
        if (!length || !metadata) {
            decide(badField(request, length ? "Upload-Metadata" : "Upload-Length"));
            return;
        }
        if (*length == 0) {
            decide(refusal(request, 422, "unsupported_input", u"This file is empty. Choose another one.",
                u"빈 파일입니다. 다른 파일을 고르세요."));
            return;
        }
        if (*length > m_uploads.limits().bytes) {
            decide(tooLarge(request, m_uploads.limits().bytes));
            return;
        }
        const auto sha256 = metadata->contains("sha256") ? readSha256(metadata->value("sha256")) : QString();
        if (!sha256) {
            decide(badField(request, "Upload-Metadata"));
            return;
        }
        const auto checksum = checksumOf(request);
        if (!checksum) {
            decide(badField(request, "Upload-Checksum"));
            return;
        }
        const bool hasBody = request.header("content-type") == bodyType;
        const auto created = m_uploads.create(
            *length, request.header("upload-metadata"), cleanFileName(metadata->value("filename")), *sha256);
        if (!created) {
            decide(storageFailed(request));
            return;
        }
        if (created->isComplete() || !hasBody || !m_uploads.beginWriting(created->id)) {
            decide(createdAnswer(*created));
            return;
        }
        decide(BodyTarget{ m_uploads.partPath(created->id), 0, *length, !checksum->isEmpty(), created->id });
    }

    void createDone(const HttpRequest &request, const BodyOutcome &outcome, const Reply &reply)
    {
        const auto record = m_uploads.find(outcome.tag);
        if (!record) {
            reply(storageFailed(request));
            return;
        }
        took(*record, 0, request, outcome, [this, record, request, reply](const HttpResponse *refused) {
            reply(refused ? *refused : createdAnswer(m_uploads.find(record->id).value_or(*record)));
        });
    }

    // More bytes.
    void patchHead(const HttpRequest &request, const Decide &decide)
    {
        if (auto refused = wrongProtocol(request)) {
            decide(*refused);
            return;
        }
        if (request.header("content-type") != bodyType) {
            decide(refusal(request, 415, "bad_request", u"Send the bytes as application/offset+octet-stream.",
                u"application/offset+octet-stream 형식으로 보내세요."));
            return;
        }
        const auto record = m_uploads.find(request.params.value(QStringLiteral("id")));
        if (!record) {
            decide(tus(refuse(problem::notFound(), request)));
            return;
        }
        const auto offset = readTusNumber(request.header("upload-offset"));
        const auto checksum = checksumOf(request);
        if (!offset || !checksum) {
            decide(badField(request, offset ? "Upload-Checksum" : "Upload-Offset"));
            return;
        }
        if (m_uploads.isBusy(record->id)) {
            decide(busy(request));
            return;
        }
        if (*offset != m_uploads.offset(*record)) {
            auto response = refusal(request, 409, "offset_conflict", u"The upload goes on at another offset.",
                u"업로드를 이어 갈 위치가 다릅니다.");
            response.headers.emplaceBack("Upload-Offset", QByteArray::number(m_uploads.offset(*record)));
            decide(response);
            return;
        }
        if (record->isComplete()) {
            decide(offsetAnswer(*record));
            return;
        }
        if (!m_uploads.beginWriting(record->id)) {
            decide(storageFailed(request));
            return;
        }
        decide(BodyTarget{ m_uploads.partPath(record->id), *offset, record->length - *offset,
            !checksum->isEmpty(), record->id });
    }

    void patchDone(const HttpRequest &request, const BodyOutcome &outcome, const Reply &reply)
    {
        const auto record = m_uploads.find(outcome.tag);
        if (!record) {
            reply(tus(refuse(problem::notFound(), request)));
            return;
        }
        took(*record, readTusNumber(request.header("upload-offset")).value_or(0), request, outcome,
            [this, record, reply](const HttpResponse *refused) {
                reply(refused ? *refused : offsetAnswer(m_uploads.find(record->id).value_or(*record)));
            });
    }

    void head(const HttpRequest &request, const Reply &reply)
    {
        if (auto refused = wrongProtocol(request)) {
            reply(*refused);
            return;
        }
        whenChecked(request, reply, [this](const UploadRecord &record) {
            auto response = offsetAnswer(record);
            response.status = 200;
            response.headers.emplaceBack("Upload-Length", QByteArray::number(record.length));
            if (!record.metadata.isEmpty())
                response.headers.emplaceBack("Upload-Metadata", record.metadata);
            return response;
        });
    }

    void get(const HttpRequest &request, const Reply &reply)
    {
        whenChecked(request, reply, [request](const UploadRecord &record) {
            return tus(record.isComplete() ? jsonResponse(200, contract::toJson(toUpload(record)))
                                           : refuse(problem::notFound(), request));
        });
    }

    HttpResponse terminate(const HttpRequest &request)
    {
        if (auto refused = wrongProtocol(request))
            return *refused;
        const auto record = m_uploads.find(request.params.value(QStringLiteral("id")));
        if (!record)
            return tus(refuse(problem::notFound(), request));
        if (m_uploads.isBusy(record->id))
            return busy(request);
        if (!m_uploads.remove(*record))
            return storageFailed(request);
        return tus({ 204, {}, {} });
    }

private:
    static std::optional<HttpResponse> wrongProtocol(const HttpRequest &request)
    {
        if (request.header("tus-resumable") == "1.0.0")
            return std::nullopt;
        auto response = refusal(request, 412, "bad_request", u"This service takes uploads by tus 1.0.0.",
            u"이 서비스는 tus 1.0.0으로 업로드를 받습니다.");
        response.headers.emplaceBack("Tus-Version", "1.0.0");
        return response;
    }

    /// Empty when there is none; nothing when it cannot be used.
    static std::optional<QByteArray> checksumOf(const HttpRequest &request)
    {
        return request.headers.contains("upload-checksum")
            ? readTusChecksum(request.header("upload-checksum"))
            : QByteArray();
    }

    HttpResponse offsetAnswer(const UploadRecord &record) const
    {
        HttpResponse response{ 204, { { "Upload-Offset", QByteArray::number(m_uploads.offset(record)) } },
            {} };
        if (record.expiresAt)
            response.headers.emplaceBack("Upload-Expires", httpDate(*record.expiresAt));
        return tus(response);
    }

    HttpResponse createdAnswer(const UploadRecord &record) const
    {
        HttpResponse response = offsetAnswer(record);
        response.status = 201;
        response.headers.emplaceBack("Location", (collection + u'/' + record.id).toLatin1());
        return response;
    }

    /// Bytes have come, all that were announced or not: what they make of the upload.
    void took(const UploadRecord &record, qint64 before, const HttpRequest &request,
        const BodyOutcome &outcome, const std::function<void(const HttpResponse *refused)> &done)
    {
        const QByteArray checksum = checksumOf(request).value_or(QByteArray());
        const bool wrong = outcome.complete && !checksum.isEmpty() && checksum != outcome.sha256;
        // Of a cut body nothing can be checked; it is kept when the whole has a checksum of its own.
        const bool unchecked = !outcome.complete && !checksum.isEmpty() && record.declaredSha256.isEmpty();
        if ((wrong || unchecked) && !m_uploads.cutBack(record.id, before))
            qWarning("uploads: a piece with a wrong checksum could not be removed");
        m_uploads.endWriting(record);
        if (outcome.diskFailed) {
            const HttpResponse failed = storageFailed(request);
            done(&failed);
        } else if (wrong) {
            const HttpResponse mismatch = faultResponse(request, ContentFault::OtherChecksum, 0);
            done(&mismatch);
        } else if (m_uploads.offset(record) < record.length) {
            done(nullptr);
        } else {
            m_uploads.complete(record, [this, request, done](const Uploads::Checked &checked) {
                const auto *fault = std::get_if<ContentFault>(&checked);
                const auto refused = fault
                    ? std::optional(faultResponse(request, *fault, m_uploads.limits().pixels))
                    : std::nullopt;
                done(refused ? &*refused : nullptr);
            });
        }
    }

    /// Answers for an upload; while its content is being checked, afterwards: the answer depends on it.
    void whenChecked(const HttpRequest &request, const Reply &reply,
        const std::function<HttpResponse(const UploadRecord &)> &answer)
    {
        const auto record = m_uploads.find(request.params.value(QStringLiteral("id")));
        if (!record) {
            reply(tus(refuse(problem::notFound(), request)));
        } else if (m_uploads.isChecking(record->id)) {
            m_uploads.complete(*record, [request, reply, answer](const Uploads::Checked &checked) {
                const auto *found = std::get_if<UploadRecord>(&checked);
                reply(found ? answer(*found) : tus(refuse(problem::notFound(), request)));
            });
        } else {
            reply(answer(*record));
        }
    }

    Uploads &m_uploads;
};

} // namespace

void addUploadRoutes(Router &router, Uploads &uploads)
{
    const auto routes = std::make_shared<TusRoutes>(uploads);
    const QString one = collection + QStringLiteral("/{id}");
    for (const QString &path : { collection, one })
        router.add(
            "OPTIONS", path, [routes](const HttpRequest &, const Reply &reply) { reply(routes->options()); });
    router.addBody("POST", collection,
        { [routes](const HttpRequest &request, const Decide &decide) { routes->createHead(request, decide); },
            [routes](const HttpRequest &request, const BodyOutcome &outcome, const Reply &reply) {
                routes->createDone(request, outcome, reply);
            } });
    router.addBody("PATCH", one,
        { [routes](const HttpRequest &request, const Decide &decide) { routes->patchHead(request, decide); },
            [routes](const HttpRequest &request, const BodyOutcome &outcome, const Reply &reply) {
                routes->patchDone(request, outcome, reply);
            } });
    router.add("HEAD", one,
        [routes](const HttpRequest &request, const Reply &reply) { routes->head(request, reply); });
    router.add("GET", one,
        [routes](const HttpRequest &request, const Reply &reply) { routes->get(request, reply); });
    router.add("DELETE", one,
        [routes](const HttpRequest &request, const Reply &reply) { reply(routes->terminate(request)); });
}

} // namespace facet::service
