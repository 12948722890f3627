#include "client/store/TurnJson.h"

#include "contract/Codecs.h"

namespace facet::client {

QString turnToText(const TurnRequest &turn)
{
    contract::Json json{ { "agent", wireName(turn.agent).toStdString() },
        { "model_id", turn.modelId ? contract::Json(turn.modelId->toStdString()) : contract::Json(nullptr) },
        { "options", contract::toJson(turn.options) }, { "quote", contract::toJson(turn.quote) } };
    if (!turn.messageId.isEmpty())
        json["message_id"] = turn.messageId.toStdString();
    return QString::fromUtf8(contract::toBytes(json));
}

TurnRequest turnFromText(const QString &text)
{
    TurnRequest turn;
    const auto json = contract::parseJson(text.toUtf8());
    if (!json || !json->is_object())
        return turn;
    if (const auto at = json->find("agent"); at != json->end() && at->is_string())
        turn.agent = agentFromWire(QString::fromStdString(at->get<std::string>())).value_or(AgentVersion::V1);
    if (const auto at = json->find("model_id"); at != json->end() && at->is_string())
        turn.modelId = QString::fromStdString(at->get<std::string>());
    if (const auto at = json->find("options"); at != json->end())
        turn.options = contract::fromJson<Options>(*at).value_or(Options{});
    if (const auto at = json->find("quote"); at != json->end())
        turn.quote = contract::fromJson<Quote>(*at).value_or(Quote{});
    if (const auto at = json->find("message_id"); at != json->end() && at->is_string())
        turn.messageId = QString::fromStdString(at->get<std::string>());
    return turn;
}

} // namespace facet::client
