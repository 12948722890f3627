#include "CodecTable.h"

#include "contract/AgUi.h"
#include "contract/Codecs.h"

#include <QFile>

namespace facet::contract::test {

namespace {

template <typename T>
Codec codec(const char *name)
{
    return { QString::fromUtf8(name), [](const Json &json) -> Result<Json> {
                const auto value = fromJson<T>(json);
                if (!value)
                    return tl::unexpected(value.error());
                return toJson(*value);
            } };
}

QStringList texts(const Json &json, const char *key)
{
    QStringList list;
    if (json.contains(key)) {
        for (const Json &item : json[key])
            list.append(QString::fromStdString(item.get<std::string>()));
    }
    return list;
}

} // namespace

const QList<Codec> &codecs()
{
    static const QList<Codec> all{
        codec<Options>("Options"),
        codec<Model>("Model"),
        codec<Benefit>("Benefit"),
        codec<Plan>("Plan"),
        codec<Balance>("Balance"),
        codec<Account>("Account"),
        codec<AgentInfo>("AgentInfo"),
        codec<LedgerEntry>("LedgerEntry"),
        codec<InputRef>("InputRef"),
        codec<Upload>("Upload"),
        codec<Asset>("Asset"),
        codec<Generation>("Generation"),
        codec<ServiceInfo>("ServiceInfo"),
        codec<Quote>("Quote"),
        codec<QuoteBody>("QuoteBody"),
        codec<GenerationBody>("GenerationBody"),
        codec<MoveBody>("MoveBody"),
        codec<PlanChoice>("PlanChoice"),
        codec<TopUpBody>("TopUpBody"),
        codec<TopUp>("TopUp"),
        codec<Connection>("Connection"),
        codec<ConnectionBody>("ConnectionBody"),
        codec<RunAgentInput>("RunAgentInput"),
    };
    return all;
}

Sample sampleOf(const QString &name)
{
    QFile file(QStringLiteral(FACET_SOURCE_DIR "/tests/contract/samples/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no sample for %s", qPrintable(name));
    const auto json = parseJson(file.readAll());
    if (!json)
        qFatal("sample %s: %s", qPrintable(name), qPrintable(json.error().detail));
    return { (*json)["sample"], texts(*json, "optional"), texts(*json, "enums"), texts(*json, "agents"),
        texts(*json, "ignored") };
}

} // namespace facet::contract::test
