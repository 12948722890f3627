#include "service/catalogue/CatalogueLoader.h"

#include "contract/Codecs.h"
#include "domain/Quote.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>

#include <algorithm>

// A static library's resources are only linked when somebody asks for them; the macro must stand outside
// of any namespace.
static void useBundledCatalogue()
{
    Q_INIT_RESOURCE(catalogue);
}

namespace facet::service {

namespace {

using contract::Json;

tl::unexpected<Error> broken(const QString &detail)
{
    return fail(ErrorKind::Protocol,
        QCoreApplication::translate("CatalogueLoader",
            "The catalogue of this service is damaged. Install the program again, or restore its data files."),
        detail);
}

/// The list `key` of a file, each entry read by its codec.
template <typename T>
Result<QList<T>> readList(const QByteArray &file, const char *key)
{
    const auto json = contract::parseJson(file);
    if (!json)
        return broken(json.error().detail);
    if (!json->is_object() || !json->contains(key) || !json->at(key).is_array())
        return broken(QStringLiteral("no list \"%1\"").arg(QLatin1String(key)));
    QList<T> values;
    for (const Json &entry : json->at(key)) {
        auto value = contract::fromJson<T>(entry);
        if (!value)
            return broken(QStringLiteral("%1[%2]: %3")
                              .arg(QLatin1String(key))
                              .arg(values.size())
                              .arg(value.error().detail));
        values.append(std::move(*value));
    }
    return values;
}

/// The first thing that does not fit together; empty when all does.
QString contradiction(const ServiceData &data)
{
    QSet<QString> ids;
    for (const Model &model : data.catalogue.models()) {
        if (model.id.isEmpty() || ids.contains(model.id))
            return QStringLiteral("model id \"%1\" is missing or used twice").arg(model.id);
        ids.insert(model.id);
        if (model.perGenerationCredits != generationPrice(model, resolveOptions(model, {})))
            return QStringLiteral("per_generation_credits of %1 is not what its rates come to").arg(model.id);
    }
    QSet<QString> planIds;
    for (const Plan &plan : data.plans) {
        if (plan.id.isEmpty() || planIds.contains(plan.id))
            return QStringLiteral("plan id \"%1\" is missing or used twice").arg(plan.id);
        planIds.insert(plan.id);
        for (const Benefit &benefit : plan.benefits) {
            if (!ids.contains(benefit.modelId))
                return QStringLiteral("plan %1 covers the unknown model %2").arg(plan.id, benefit.modelId);
        }
    }
    for (const AgentInfo &agent : data.agents) {
        for (const QString &id : { agent.defaultVideoModelId, agent.defaultImageModelId }) {
            if (!ids.contains(id))
                return QStringLiteral("%1 uses the unknown model %2").arg(agent.name, id);
        }
    }
    if (data.plans.isEmpty() || data.agents.isEmpty() || ids.isEmpty())
        return QStringLiteral("no models, plans or agents");
    return {};
}

QByteArray bundled(const QString &name)
{
    QFile file(QStringLiteral(":/facet/catalogue/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Result<ServiceData> parseServiceData(const CatalogueFiles &files)
{
    auto models = readList<Model>(files.models, "models");
    if (!models)
        return tl::unexpected(models.error());
    auto plans = readList<Plan>(files.plans, "plans");
    if (!plans)
        return tl::unexpected(plans.error());
    auto agents = readList<AgentInfo>(files.agents, "agents");
    if (!agents)
        return tl::unexpected(agents.error());

    ServiceData data{ Catalogue(std::move(*models)), std::move(*agents), std::move(*plans) };
    for (Plan &plan : data.plans)
        plan.uses = planUses(plan, data.catalogue);
    if (const QString what = contradiction(data); !what.isEmpty())
        return broken(what);
    return data;
}

Result<ServiceData> loadBundledServiceData()
{
    useBundledCatalogue();
    return parseServiceData({ bundled(QStringLiteral("models.json")), bundled(QStringLiteral("plans.json")),
        bundled(QStringLiteral("agents.json")) });
}

} // namespace facet::service
