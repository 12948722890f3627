#include "TestWorld.h"

#include "contract/Codecs.h"

#include <QFile>

namespace facet::test {

namespace {

template <typename T>
QList<T> readList(const char *file, const char *key)
{
    QFile data(QStringLiteral(FACET_SOURCE_DIR "/resources/catalogue/") + QLatin1String(file));
    if (!data.open(QIODevice::ReadOnly))
        qFatal("cannot open %s", file);
    const auto json = contract::parseJson(data.readAll());
    if (!json)
        qFatal("%s is no JSON: %s", file, qPrintable(json.error().detail));
    QList<T> values;
    for (const contract::Json &entry : json->at(key)) {
        auto value = contract::fromJson<T>(entry);
        if (!value)
            qFatal("%s: %s", file, qPrintable(value.error().detail));
        values.append(*value);
    }
    return values;
}

} // namespace

const World &World::bundled()
{
    static const World world{ Catalogue(readList<Model>("models.json", "models")),
        readList<AgentInfo>("agents.json", "agents"), readList<Plan>("plans.json", "plans") };
    return world;
}

const Plan &World::plan(const QString &id) const
{
    for (const Plan &plan : plans) {
        if (plan.id == id)
            return plan;
    }
    qFatal("no plan %s", qPrintable(id));
}

Account World::account(const QString &planId, Credits credits) const
{
    Account account;
    account.plan = plan(planId);
    account.benefits = account.plan.benefits;
    account.balance.credits = credits;
    return account;
}

Quote World::quote(const QuoteRequest &request, const Account &account) const
{
    return makeQuote(request, { catalogue, agents, account, plans, testNow() });
}

Quote World::quote(const QuoteRequest &request, const QString &planId, Credits credits) const
{
    return quote(request, account(planId, credits));
}

QList<InputRole> rolesFrom(const QString &text)
{
    QList<InputRole> roles;
    for (const QString &word : text.split(u',', Qt::SkipEmptyParts))
        roles.append(inputRoleFromWire(word));
    return roles;
}

QDateTime testNow()
{
    return QDateTime({ 2026, 11, 23 }, { 0, 0 }, Qt::UTC);
}

} // namespace facet::test
