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
    return decoded<Account>(m_client,
        m_client.send(jsonRequest("PATCH", accountUrl, contract::toJson(contract::PlanChoice{ planId }))));
}

QFuture<Result<QUrl>> AccountApi::topUp(Credits credits, const QString &idempotencyKey) const
{
    HttpRequest request = jsonRequest(
        "POST", QUrl(QStringLiteral("/v1/top_ups")), contract::toJson(contract::TopUpBody{ credits }));
    request.addHeader("Idempotency-Key", idempotencyKey.toUtf8());
    return decoded<QUrl>(m_client, m_client.send(request), [](const contract::Json &json) -> Result<QUrl> {
        const Result<contract::TopUp> answer = contract::fromJson<contract::TopUp>(json);
        if (!answer)
            return tl::unexpected(answer.error());
        if (!answer->checkoutUrl)
            return QUrl();
        const QUrl checkout(*answer->checkoutUrl, QUrl::StrictMode);
        if (checkout.scheme() != QLatin1String("https") || checkout.host().isEmpty())
            return fail(ErrorKind::Protocol,
                HttpClient::tr(
                    "The service named a payment page that is not safe to open, so it was not opened. "
                    "Nothing was taken."),
                QStringLiteral("checkout_url with scheme \"%1\"").arg(checkout.scheme()));
        return checkout;
    });
}

} // namespace facet::client
