#include "contract/Codecs.h"
#include "contract/Reading.h"
#include "contract/Writing.h"

namespace facet::contract {

Json toJson(const ServiceInfo &info)
{
    return {
        { "name", textJson(info.name) },
        { "version", textJson(info.version) },
        { "contract", textJson(info.contract) },
        { "mode", textJson(info.mode) },
        { "limits",
            { { "upload_bytes", info.uploadBytes }, { "images_per_message", info.imagesPerMessage } } },
        { "features", textsJson(info.features) },
    };
}

template <>
ServiceInfo read<ServiceInfo>(Reader &reader)
{
    ServiceInfo info;
    info.name = reader.text("name");
    info.version = reader.text("version");
    info.contract = reader.text("contract");
    info.mode = reader.text("mode");
    Reader limits = reader.object("limits");
    info.uploadBytes = limits.integer("upload_bytes", 0);
    info.imagesPerMessage = limits.count("images_per_message");
    info.features = reader.texts("features");
    return info;
}

template <>
Result<ServiceInfo> fromJson<ServiceInfo>(const Json &json)
{
    return readWhole<ServiceInfo>(json);
}

Json toJson(const PlanChoice &choice)
{
    return { { "plan_id", textJson(choice.planId) } };
}

template <>
PlanChoice read<PlanChoice>(Reader &reader)
{
    return { reader.text("plan_id") };
}

template <>
Result<PlanChoice> fromJson<PlanChoice>(const Json &json)
{
    return readWhole<PlanChoice>(json);
}

Json toJson(const TopUpBody &body)
{
    return { { "credits", body.credits } };
}

template <>
TopUpBody read<TopUpBody>(Reader &reader)
{
    return { reader.integer("credits", 1) };
}

template <>
Result<TopUpBody> fromJson<TopUpBody>(const Json &json)
{
    return readWhole<TopUpBody>(json);
}

Json toJson(const TopUp &topUp)
{
    return {
        { "credits", topUp.credits },
        { "checkout_url", textOrNull(topUp.checkoutUrl) },
        { "balance", topUp.balance ? toJson(*topUp.balance) : Json(nullptr) },
    };
}

template <>
TopUp read<TopUp>(Reader &reader)
{
    TopUp topUp;
    topUp.credits = reader.integer("credits", 0);
    topUp.checkoutUrl = reader.optionalText("checkout_url");
    if (auto balance = reader.optionalObject("balance"))
        topUp.balance = read<Balance>(*balance);
    return topUp;
}

template <>
Result<TopUp> fromJson<TopUp>(const Json &json)
{
    return readWhole<TopUp>(json);
}

Json toJson(const Connection &connection)
{
    return {
        { "engine", textJson(connection.engine) },
        { "connected", connection.connected },
        { "base_url", textOrNull(connection.baseUrl) },
        { "connected_at", timeOrNull(connection.connectedAt) },
    };
}

template <>
Connection read<Connection>(Reader &reader)
{
    Connection connection;
    connection.engine = reader.text("engine");
    connection.connected = reader.flag("connected");
    connection.baseUrl = reader.optionalText("base_url");
    connection.connectedAt = reader.optionalTime("connected_at");
    return connection;
}

template <>
Result<Connection> fromJson<Connection>(const Json &json)
{
    return readWhole<Connection>(json);
}

Json toJson(const ConnectionBody &body)
{
    return { { "secret", textOrNull(body.secret) }, { "base_url", textOrNull(body.baseUrl) } };
}

template <>
ConnectionBody read<ConnectionBody>(Reader &reader)
{
    ConnectionBody body;
    body.secret = reader.optionalText("secret");
    body.baseUrl = reader.optionalText("base_url");
    return body;
}

template <>
Result<ConnectionBody> fromJson<ConnectionBody>(const Json &json)
{
    return readWhole<ConnectionBody>(json);
}

namespace detail {

Result<std::pair<const Json *, std::optional<QString>>> openPage(const Json &json)
{
    Reader reader(json);
    const Json *items = reader.raw("items");
    if (items && !items->is_array())
        reader.refuse("items", QStringLiteral("expected a list"));
    auto cursor = reader.optionalText("next_cursor");
    if (!reader.ok())
        return tl::unexpected(reader.error());
    return std::pair{ items, std::move(cursor) };
}

bool isLeftOut(const Error &error)
{
    return error.code == QLatin1String("unknown_agent");
}

Error inItem(Error error, std::size_t index)
{
    const QString place = QStringLiteral("/items/%1").arg(index);
    // A detail about the item itself starts with "/: ".
    error.detail =
        place + (error.detail.startsWith(QLatin1String("/: ")) ? error.detail.mid(1) : error.detail);
    return error;
}

} // namespace detail

} // namespace facet::contract
