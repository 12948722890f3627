#include "contract/Codecs.h"
#include "contract/Reading.h"
#include "contract/Writing.h"

namespace facet::contract {

namespace {

Json planUseJson(const PlanUse &use)
{
    return {
        { "model_id", textJson(use.modelId) },
        { "generations_at_default", numberOrNull(use.generationsAtDefault) },
        { "unlimited", use.unlimited },
    };
}

PlanUse readPlanUse(Reader &reader)
{
    PlanUse use;
    use.modelId = reader.text("model_id");
    use.generationsAtDefault = reader.optionalInteger("generations_at_default", 0);
    use.unlimited = reader.flag("unlimited");
    return use;
}

Json benefitsJson(const QList<Benefit> &benefits)
{
    return listJson(benefits, [](const Benefit &benefit) { return toJson(benefit); });
}

/// The account's plan is told without `uses`: they are the same for everybody, and long.
Json planJson(const Plan &plan)
{
    return {
        { "id", textJson(plan.id) },
        { "name", textJson(plan.name) },
        { "price_usd_month", numberOrNull(plan.priceUsdMonth) },
        { "credits", plan.credits },
        { "period", textJson(plan.period) },
        { "concurrency", plan.concurrency },
        { "benefits", benefitsJson(plan.benefits) },
    };
}

BalancePart readPart(Reader &reader)
{
    BalancePart part;
    part.credits = reader.integer("credits");
    part.expiresAt = reader.optionalTime("expires_at");
    return part;
}

} // namespace

AgentVersion readAgent(Reader &reader, const char *key)
{
    const QString word = reader.text(key);
    const auto version = agentFromWire(word);
    if (!version)
        reader.refuse(key, QStringLiteral("unknown agent \"%1\"").arg(word), QStringLiteral("unknown_agent"));
    return version.value_or(AgentVersion::V1);
}

Json toJson(const Benefit &benefit)
{
    return {
        { "model_id", textJson(benefit.modelId) },
        { "methods", listJson(benefit.methods, [](Method method) { return textJson(wireName(method)); }) },
        { "until", timeOrNull(benefit.until) },
    };
}

template <>
Benefit read<Benefit>(Reader &reader)
{
    Benefit benefit;
    benefit.modelId = reader.text("model_id");
    benefit.methods = reader.choices("methods", methodFromWire);
    benefit.until = reader.optionalTime("until");
    return benefit;
}

template <>
Result<Benefit> fromJson<Benefit>(const Json &json)
{
    return readWhole<Benefit>(json);
}

Json toJson(const Plan &plan)
{
    Json json = planJson(plan);
    json["uses"] = listJson(plan.uses, planUseJson);
    return json;
}

template <>
Plan read<Plan>(Reader &reader)
{
    Plan plan;
    plan.id = reader.text("id");
    plan.name = reader.text("name");
    plan.priceUsdMonth = reader.optionalNumber("price_usd_month");
    plan.credits = reader.integer("credits", 0);
    plan.period = reader.text("period");
    plan.concurrency = reader.countOr("concurrency", 1);
    plan.benefits = reader.optionalList("benefits", read<Benefit>);
    plan.uses = reader.optionalList("uses", readPlanUse);
    return plan;
}

template <>
Result<Plan> fromJson<Plan>(const Json &json)
{
    return readWhole<Plan>(json);
}

Json toJson(const Balance &balance)
{
    return {
        { "credits", balance.credits },
        { "held", balance.held },
        { "parts",
            listJson(balance.parts,
                [](const BalancePart &part) -> Json {
                    return { { "credits", part.credits }, { "expires_at", timeOrNull(part.expiresAt) } };
                }) },
    };
}

template <>
Balance read<Balance>(Reader &reader)
{
    Balance balance;
    balance.credits = reader.integer("credits");
    balance.held = reader.integer("held");
    balance.parts = reader.list("parts", readPart);
    return balance;
}

template <>
Result<Balance> fromJson<Balance>(const Json &json)
{
    return readWhole<Balance>(json);
}

Json toJson(const Account &account)
{
    return {
        { "id", textJson(account.id) },
        { "name", textJson(account.name) },
        { "plan", planJson(account.plan) },
        { "balance", toJson(account.balance) },
        { "renews_at", timeOrNull(account.renewsAt) },
        { "benefits", benefitsJson(account.benefits) },
        { "concurrency",
            { { "limit", account.concurrency.limit }, { "running", account.concurrency.running } } },
    };
}

template <>
Account read<Account>(Reader &reader)
{
    Account account;
    account.id = reader.text("id");
    account.name = reader.text("name");
    Reader plan = reader.object("plan");
    account.plan = read<Plan>(plan);
    Reader balance = reader.object("balance");
    account.balance = read<Balance>(balance);
    account.renewsAt = reader.optionalTime("renews_at");
    account.benefits = reader.list("benefits", read<Benefit>);
    Reader concurrency = reader.object("concurrency");
    account.concurrency.limit = concurrency.count("limit");
    account.concurrency.running = concurrency.count("running");
    return account;
}

template <>
Result<Account> fromJson<Account>(const Json &json)
{
    return readWhole<Account>(json);
}

Json toJson(const AgentInfo &agent)
{
    return {
        { "version", textJson(wireName(agent.version)) },
        { "name", textJson(agent.name) },
        { "conversation_credits", agent.conversationCredits },
        { "default_model_id",
            { { "video", textOrNull(agent.defaultVideoModelId) },
                { "image", textOrNull(agent.defaultImageModelId) } } },
        { "run_url", textJson(agent.runUrl) },
    };
}

template <>
AgentInfo read<AgentInfo>(Reader &reader)
{
    AgentInfo agent;
    agent.version = readAgent(reader, "version");
    agent.name = reader.text("name");
    agent.conversationCredits = reader.integer("conversation_credits", 0);
    Reader models = reader.object("default_model_id");
    agent.defaultVideoModelId = models.textOr("video");
    agent.defaultImageModelId = models.textOr("image");
    agent.runUrl = reader.text("run_url");
    return agent;
}

template <>
Result<AgentInfo> fromJson<AgentInfo>(const Json &json)
{
    return readWhole<AgentInfo>(json);
}

Json toJson(const LedgerEntry &entry)
{
    return {
        { "id", textJson(entry.id) },
        { "at", timeJson(entry.at) },
        { "kind", textJson(wireName(entry.kind)) },
        { "credits", entry.credits },
        { "balance_after", entry.balanceAfter },
        { "generation_id", textOrNull(entry.generationId) },
        { "run_id", textOrNull(entry.runId) },
        { "note", textJson(entry.note) },
    };
}

template <>
LedgerEntry read<LedgerEntry>(Reader &reader)
{
    LedgerEntry entry;
    entry.id = reader.text("id");
    entry.at = reader.time("at");
    entry.kind = reader.choice("kind", ledgerKindFromWire);
    entry.credits = reader.integer("credits");
    entry.balanceAfter = reader.integer("balance_after");
    entry.generationId = reader.optionalText("generation_id");
    entry.runId = reader.optionalText("run_id");
    entry.note = reader.textOr("note");
    return entry;
}

template <>
Result<LedgerEntry> fromJson<LedgerEntry>(const Json &json)
{
    return readWhole<LedgerEntry>(json);
}

} // namespace facet::contract
