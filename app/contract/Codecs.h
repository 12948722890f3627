#pragma once

#include "contract/Json.h"
#include "domain/Generation.h"
#include "domain/Quote.h"

/// JSON of every REST resource of CONTRACT. `fromJson<T>` is strict about what the contract requires
/// (missing field, wrong type → ErrorKind::Protocol naming the field) and lenient about the rest (unknown
/// fields ignored, unknown enum values → Other).
namespace facet::contract {

Json toJson(const Options &);
Json toJson(const Model &);
Json toJson(const Benefit &);
Json toJson(const Plan &);
Json toJson(const Balance &);
Json toJson(const Account &);
Json toJson(const AgentInfo &);
Json toJson(const LedgerEntry &);
Json toJson(const InputRef &);
Json toJson(const Upload &);
Json toJson(const Asset &);
Json toJson(const Generation &);
Json toJson(const ServiceInfo &);
Json toJson(const Quote &);

template <typename T>
Result<T> fromJson(const Json &);

template <>
Result<Options> fromJson<Options>(const Json &);
template <>
Result<Model> fromJson<Model>(const Json &);
template <>
Result<Benefit> fromJson<Benefit>(const Json &);
template <>
Result<Plan> fromJson<Plan>(const Json &);
template <>
Result<Balance> fromJson<Balance>(const Json &);
template <>
Result<Account> fromJson<Account>(const Json &);
template <>
Result<AgentInfo> fromJson<AgentInfo>(const Json &);
template <>
Result<LedgerEntry> fromJson<LedgerEntry>(const Json &);
template <>
Result<InputRef> fromJson<InputRef>(const Json &);
template <>
Result<Upload> fromJson<Upload>(const Json &);
template <>
Result<Asset> fromJson<Asset>(const Json &);
template <>
Result<Generation> fromJson<Generation>(const Json &);
template <>
Result<ServiceInfo> fromJson<ServiceInfo>(const Json &);
template <>
Result<Quote> fromJson<Quote>(const Json &);

/// POST /v1/quotes.
struct QuoteBody {
    AgentVersion agent = AgentVersion::V1;
    std::optional<QString> modelId;
    QString prompt;
    QList<InputRef> inputs; ///< a role without an id is enough: nothing is uploaded yet while one types
    Options options;
    std::optional<QString> threadId; ///< lets the service know of finished videos in the conversation
    friend bool operator==(const QuoteBody &, const QuoteBody &) = default;
};
Json toJson(const QuoteBody &);
template <>
Result<QuoteBody> fromJson<QuoteBody>(const Json &);

/// POST /v1/generations.
struct GenerationBody {
    AgentVersion agent = AgentVersion::V1;
    QString modelId;
    QString prompt;
    QList<InputRef> inputs;
    Options options;
    std::optional<Credits> maxCredits; ///< price lock
    QString clientRef;
    std::optional<QString> threadId;
    friend bool operator==(const GenerationBody &, const GenerationBody &) = default;
};
Json toJson(const GenerationBody &);
template <>
Result<GenerationBody> fromJson<GenerationBody>(const Json &);

/// POST /v1/generations/{id}/move.
struct MoveBody {
    std::optional<QString> before; ///< a generation that waits; empty: to the end of the queue
    friend bool operator==(const MoveBody &, const MoveBody &) = default;
};
Json toJson(const MoveBody &);
template <>
Result<MoveBody> fromJson<MoveBody>(const Json &);

/// PATCH /v1/account, taken by the bundled service only.
struct PlanChoice {
    QString planId;
    friend bool operator==(const PlanChoice &, const PlanChoice &) = default;
};
Json toJson(const PlanChoice &);
template <>
Result<PlanChoice> fromJson<PlanChoice>(const Json &);

/// POST /v1/top_ups.
struct TopUpBody {
    Credits credits = 0; ///< ≥ 1
    friend bool operator==(const TopUpBody &, const TopUpBody &) = default;
};
Json toJson(const TopUpBody &);
template <>
Result<TopUpBody> fromJson<TopUpBody>(const Json &);

/// Its answer: granted at once, or to be paid in the browser first.
struct TopUp {
    Credits credits = 0; ///< asked for
    std::optional<QString> checkoutUrl; ///< set: nothing is granted yet
    std::optional<Balance> balance; ///< after the grant
    friend bool operator==(const TopUp &, const TopUp &) = default;
};
Json toJson(const TopUp &);
template <>
Result<TopUp> fromJson<TopUp>(const Json &);

/// GET /v1/connections/{engine}: a provider the user has connected. Secrets never come out.
struct Connection {
    QString engine;
    bool connected = false;
    std::optional<QString> baseUrl; ///< of a server of the user's own, such as ComfyUI
    std::optional<QDateTime> connectedAt; ///< UTC
    friend bool operator==(const Connection &, const Connection &) = default;
};
Json toJson(const Connection &);
template <>
Result<Connection> fromJson<Connection>(const Json &);

/// PUT /v1/connections/{engine}.
struct ConnectionBody {
    std::optional<QString> secret; ///< the provider's key
    std::optional<QString> baseUrl;
    friend bool operator==(const ConnectionBody &, const ConnectionBody &) = default;
};
Json toJson(const ConnectionBody &);
template <>
Result<ConnectionBody> fromJson<ConnectionBody>(const Json &);

/// The list envelope {"items":[…],"next_cursor":null}.
template <typename T>
struct Page {
    QList<T> items;
    std::optional<QString> nextCursor;
};

template <typename T>
Json toJson(const Page<T> &page)
{
    Json items = Json::array();
    for (const T &item : page.items)
        items.push_back(toJson(item));
    return { { "items", std::move(items) },
        { "next_cursor", page.nextCursor ? Json(page.nextCursor->toStdString()) : Json(nullptr) } };
}

namespace detail {
Result<std::pair<const Json *, std::optional<QString>>> openPage(const Json &);
bool isLeftOut(const Error &);
Error inItem(Error error, std::size_t index);
} // namespace detail

/// Items that belong to an agent this version does not know are left out: one new agent must not hide
/// everything else.
template <typename T>
Result<Page<T>> pageFromJson(const Json &json)
{
    const auto opened = detail::openPage(json);
    if (!opened)
        return tl::unexpected(opened.error());
    Page<T> page;
    page.nextCursor = opened->second;
    for (std::size_t i = 0; i < opened->first->size(); ++i) {
        auto value = fromJson<T>((*opened->first)[i]);
        if (value)
            page.items.append(std::move(*value));
        else if (!detail::isLeftOut(value.error()))
            return tl::unexpected(detail::inItem(value.error(), i));
    }
    return page;
}

} // namespace facet::contract
