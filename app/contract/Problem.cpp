#include "contract/Problem.h"

#include "contract/Codecs.h"
#include "contract/Writing.h"

namespace facet::contract {

namespace {

struct Kind {
    QLatin1String code;
    ErrorKind error;
};

/// CONTRACT "Errors".
constexpr Kind kinds[] = {
    { QLatin1String("unauthorized"), ErrorKind::Auth },
    { QLatin1String("insufficient_credits"), ErrorKind::Credits },
    { QLatin1String("price_changed"), ErrorKind::Credits },
    { QLatin1String("idempotency_conflict"), ErrorKind::Protocol },
    { QLatin1String("not_found"), ErrorKind::Refused },
    { QLatin1String("unsupported_input"), ErrorKind::Unsupported },
    { QLatin1String("unsupported_option"), ErrorKind::Unsupported },
    { QLatin1String("too_long"), ErrorKind::Unsupported },
    { QLatin1String("unsupported_task"), ErrorKind::Unsupported },
    { QLatin1String("too_large"), ErrorKind::Refused },
    { QLatin1String("content_refused"), ErrorKind::Refused },
    { QLatin1String("too_many_running"), ErrorKind::Refused },
    { QLatin1String("engine_unavailable"), ErrorKind::Service },
    { QLatin1String("engine_failed"), ErrorKind::Service },
};

const Kind *kindOf(QStringView code)
{
    for (const Kind &kind : kinds) {
        if (code == kind.code)
            return &kind;
    }
    return nullptr;
}

/// For an answer without a code, or with one that this version does not know.
ErrorKind errorKindOf(int status)
{
    if (status == 401 || status == 403)
        return ErrorKind::Auth;
    if (status == 402)
        return ErrorKind::Credits;
    if (status == 404 || status == 409 || status == 410 || status == 413 || status == 429)
        return ErrorKind::Refused;
    if (status == 415 || status == 422)
        return ErrorKind::Unsupported;
    if (status >= 500)
        return ErrorKind::Service;
    return ErrorKind::Protocol;
}

/// Members of a problem are read leniently: a half-broken error must still be told as an error.
struct Members {
    const Json &json;

    const Json *find(const char *key) const
    {
        const auto it = json.find(key);
        return it == json.end() ? nullptr : &*it;
    }
    std::optional<QString> text(const char *key) const
    {
        const Json *value = find(key);
        if (!value || !value->is_string())
            return {};
        return QString::fromStdString(value->get_ref<const std::string &>());
    }
    std::optional<qint64> integer(const char *key) const
    {
        const Json *value = find(key);
        if (!value || !value->is_number_integer())
            return {};
        return value->get<qint64>();
    }
    QStringList texts(const char *key) const
    {
        QStringList list;
        const Json *value = find(key);
        if (!value || !value->is_array())
            return list;
        for (const Json &item : *value) {
            if (item.is_string())
                list.append(QString::fromStdString(item.get_ref<const std::string &>()));
        }
        return list;
    }
};

} // namespace

Json toJson(const Problem &problem)
{
    QString name = problem.code;
    name.replace(u'_', u'-');
    // RFC 9457 lets `type` be relative: the service's own address is not known to the far side's reader.
    Json json{
        { "type", name.isEmpty() ? Json("about:blank") : textJson(QStringLiteral("/problems/") + name) },
        { "title", textJson(problem.title) },
        { "status", problem.status },
        { "detail", textJson(problem.detail) },
        { "code", textJson(problem.code) },
        { "request_id", textJson(problem.requestId) },
    };
    if (problem.required)
        json["required"] = *problem.required;
    if (problem.balance)
        json["balance"] = *problem.balance;
    if (problem.quote)
        json["quote"] = toJson(*problem.quote);
    if (problem.field) {
        json["field"] = textJson(*problem.field);
        json["allowed"] = textsJson(problem.allowed);
    } else if (!problem.allowed.isEmpty()) {
        json["allowed"] = textsJson(problem.allowed);
    }
    if (!problem.alternatives.isEmpty())
        json["alternatives"] = textsJson(problem.alternatives);
    if (problem.limitBytes)
        json["limit_bytes"] = *problem.limitBytes;
    if (problem.limit)
        json["limit"] = *problem.limit;
    if (problem.engine)
        json["engine"] = textJson(*problem.engine);
    if (problem.retryable)
        json["retryable"] = *problem.retryable;
    return json;
}

Problem problemFromAnswer(int status, const QByteArray &body)
{
    Problem problem;
    problem.status = status;
    const auto json = parseJson(body);
    if (!json || !json->is_object())
        return problem;
    const Members members{ *json };
    problem.code = members.text("code").value_or(QString());
    if (problem.code.isEmpty()) {
        // Services that only know RFC 9457 name the problem by its type alone.
        const QString type = members.text("type").value_or(QString());
        const qsizetype at = type.lastIndexOf(QLatin1String("/problems/"));
        if (at >= 0)
            problem.code = type.mid(at + 10).replace(u'-', u'_');
    }
    problem.title = members.text("title").value_or(QString());
    problem.detail = members.text("detail").value_or(QString());
    problem.requestId = members.text("request_id").value_or(QString());
    problem.required = members.integer("required");
    problem.balance = members.integer("balance");
    if (const Json *quote = members.find("quote")) {
        if (auto read = fromJson<Quote>(*quote))
            problem.quote = *read;
    }
    problem.field = members.text("field");
    problem.allowed = members.texts("allowed");
    problem.alternatives = members.texts("alternatives");
    problem.limitBytes = members.integer("limit_bytes");
    if (const auto limit = members.integer("limit"))
        problem.limit = int(qBound(qint64(0), *limit, qint64(std::numeric_limits<int>::max())));
    problem.engine = members.text("engine");
    if (const Json *retryable = members.find("retryable"); retryable && retryable->is_boolean())
        problem.retryable = retryable->get<bool>();
    return problem;
}

Error toError(const Problem &problem, const QString &fallbackSentence)
{
    const Kind *kind = kindOf(problem.code);
    QStringList technical{ QStringLiteral("HTTP %1").arg(problem.status) };
    for (const QString &part : { problem.code, problem.title }) {
        if (!part.isEmpty())
            technical.append(part);
    }
    if (problem.field)
        technical.append(QStringLiteral("field %1").arg(*problem.field));
    return Error{ kind ? kind->error : errorKindOf(problem.status),
        problem.detail.isEmpty() ? fallbackSentence : problem.detail, technical.join(QStringLiteral(", ")),
        problem.code.isEmpty() ? QStringLiteral("http_%1").arg(problem.status) : problem.code,
        problem.requestId, {} };
}

} // namespace facet::contract
