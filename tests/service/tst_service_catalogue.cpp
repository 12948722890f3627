#include "service/catalogue/CatalogueLoader.h"

#include "domain/Quote.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace facet;
using namespace facet::service;

namespace {

QByteArray read(const char *name)
{
    QFile file(QStringLiteral(FACET_SOURCE_DIR "/resources/catalogue/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

CatalogueFiles files()
{
    return { read("models.json"), read("plans.json"), read("agents.json") };
}

} // namespace

class TestCatalogue : public QObject {
    Q_OBJECT

private slots:
    void bundledDataLoads()
    {
        const auto data = loadBundledServiceData();
        QVERIFY2(data, data ? "" : qPrintable(data.error().detail));
        QCOMPARE(data->catalogue.models().size(), 13);
        QCOMPARE(data->plans.size(), 5);
        QCOMPARE(data->agents.size(), 2);
        QCOMPARE(data->plan(QStringLiteral("plus"))->uses.first().generationsAtDefault,
            std::optional<qint64>(303));
        QVERIFY(data->plan(QStringLiteral("premium"))->uses.first().unlimited);
        QCOMPARE(data->agents[1].conversationCredits, 4);
        QCOMPARE(data->catalogue.find(u"sora-2")->status, ModelStatus::RetiredUpstream);
        for (const Model &model : data->catalogue.models()) {
            QVERIFY2(
                !model.description.en.isEmpty() && !model.description.ko.isEmpty(), qPrintable(model.id));
            QCOMPARE(model.engine, QStringLiteral("draft"));
            QVERIFY(model.maxDurationS == 0 || model.kind != ModelKind::Video || model.maxDurationS <= 15);
        }
    }

    /// A credit is $29 / 10,000; every price names its source and date, and its rate follows from its
    /// dollars.
    void ratesFollowFromTheListPrices()
    {
        const QJsonArray models =
            QJsonDocument::fromJson(read("models.json")).object()[QStringLiteral("models")].toArray();
        QVERIFY(!models.isEmpty());
        for (const QJsonValue &model : models) {
            const QString id = model[QStringLiteral("id")].toString();
            for (const QJsonValue &price : model[QStringLiteral("prices")].toArray()) {
                QVERIFY2(!price[QStringLiteral("source")].toString().isEmpty(), qPrintable(id));
                QVERIFY2(QDate::fromString(price[QStringLiteral("date")].toString(), Qt::ISODate).isValid(),
                    qPrintable(id));
                const double rate = price[QStringLiteral("credits_per_unit")].toString().toDouble();
                if (id == QLatin1String("carat-video")) {
                    QVERIFY(price[QStringLiteral("usd_per_unit")].isNull());
                    continue;
                }
                const double usd = price[QStringLiteral("usd_per_unit")].toDouble();
                QVERIFY2(usd > 0 && std::abs(rate - usd / 0.0029) < 0.000001, qPrintable(id));
            }
        }
    }

    void damageIsNamed_data()
    {
        QTest::addColumn<QByteArray>("find");
        QTest::addColumn<QByteArray>("replace");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const char *find, const char *replace, const char *detail) {
            QTest::newRow(name) << QByteArray(find) << QByteArray(replace) << QString::fromLatin1(detail);
        };
        row("price and rate disagree", "\"per_generation_credits\": 33", "\"per_generation_credits\": 32",
            "per_generation_credits of carat-video");
        row("id used twice", "\"id\": \"kling-3.0\"", "\"id\": \"carat-video\"", "used twice");
        row("benefit for nothing", "\"id\": \"carat-video\"", "\"id\": \"carat\"",
            "unknown model carat-video");
        row("default for nothing", "\"id\": \"seedance-2.0-fast\"", "\"id\": \"fast\"",
            "unknown model seedance-2.0-fast");
        row("no list", "\"models\"", "\"model\"", "no list \"models\"");
        row("no JSON", "{", "", "");
    }

    void damageIsNamed()
    {
        QFETCH(QByteArray, find);
        QFETCH(QByteArray, replace);
        QFETCH(QString, detail);
        CatalogueFiles damaged = files();
        const auto at = damaged.models.indexOf(find);
        QVERIFY(at >= 0);
        damaged.models.replace(at, find.size(), replace);
        const auto data = parseServiceData(damaged);
        QVERIFY(!data);
        QCOMPARE(data.error().kind, ErrorKind::Protocol);
        QVERIFY(!data.error().sentence.isEmpty());
        QVERIFY2(data.error().detail.contains(detail), qPrintable(data.error().detail));
    }
};

QTEST_APPLESS_MAIN(TestCatalogue)
#include "tst_service_catalogue.moc"
