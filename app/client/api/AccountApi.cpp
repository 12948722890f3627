#include "client/api/AccountApi.h"

#include "client/api/Decode.h"

namespace facet::client {

namespace {
const QUrl accountUrl(QStringLiteral("/v1/account"));
}

QFuture<Result<Account>> AccountApi::get() const
{
    HttpRequest request;
    request.url = accountUrl;
    return decoded<Account>(m_client, m_client.send(request));
}

QFuture<Result<Account>> AccountApi::changePlan(const QString &planId) const
{
    return decoded<Account>(
        m_client, m_client.send(jsonRequest("PATCH", accountUrl, { { "plan_id", planId.toStdString() } })));
}

QFuture<Result<QUrl>> AccountApi::topUp(Credits credits, const QString &idempotencyKey) const
{
    HttpRequest request =
        jsonRequest("POST", QUrl(QStringLiteral("/v1/top_ups")), { { "credits", credits } });
    request.addHeader("Idempotency-Key", idempotencyKey.toUtf8());
    return decoded<QUrl>(m_client, m_client.send(request), [](const contract::Json &json) -> Result<QUrl> {
        const auto url = json.find("checkout_url");
        if (!json.is_object() || url == json.end() || !url->is_string())
            return QUrl();
        const QUrl checkout(QString::fromStdString(url->get<std::string>()), QUrl::StrictMode);
        if (checkout.scheme() != QLatin1String("https"))
            return fail(ErrorKind::Protocol,
                HttpClient::tr(
                    "The service named a payment page that is not safe to open, so it was not opened."),
                QStringLiteral("checkout_url with scheme \"%1\"").arg(checkout.scheme()));
        return checkout;
    });
}

} // namespace facet::client
