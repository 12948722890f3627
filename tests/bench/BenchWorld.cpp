#include "BenchWorld.h"

#include <QTextStream>

#include <algorithm>
#include <ctime>

namespace facet::bench {

Catalogue catalogueOf(int size)
{
    const QList<Model> bundled = test::World::bundled().catalogue.models();
    static const QStringList firsts{ QStringLiteral("Aurora"), QStringLiteral("Borealis"),
        QStringLiteral("Cobalt"), QStringLiteral("Dune"), QStringLiteral("Ember"), QStringLiteral("Fjord"),
        QStringLiteral("Glacier"), QStringLiteral("Harbor"), QStringLiteral("Indigo"), QStringLiteral("Juno"),
        QStringLiteral("Krill"), QStringLiteral("Lumen"), QStringLiteral("Meridian"),
        QStringLiteral("Nova") };
    QList<Model> models = bundled;
    for (int i = 0; models.size() < size; ++i) {
        Model model = bundled[i % bundled.size()];
        const QString number = QString::number(i / 10.0, 'f', 1);
        const QString name = firsts[i % firsts.size()] + u' ' + number;
        model.id = QStringLiteral("model-%1").arg(i);
        model.name = name;
        model.vendor = QStringLiteral("Vendor %1").arg(i % 40);
        model.aliases = { firsts[i % firsts.size()] + number, name + QStringLiteral(" Pro"),
            QStringLiteral("모델 ") + number };
        for (Price &price : model.prices)
            price.creditsPerUnit =
                CreditRate::fromMillionths(price.creditsPerUnit.millionths() * (90 + i % 40) / 100);
        models.append(model);
    }
    return Catalogue(models.mid(0, size));
}

QString typicalPrompt()
{
    return QStringLiteral(
        "Two more takes of the harbor at dawn with Kling 3.0: a slow push-in until the sun is "
        "up, 10 seconds, 1080p, vertical, with sound");
}

QString longPrompt(int characters)
{
    static const QString script = QStringLiteral(
        "INT. KITCHEN, MORNING. She puts the kettle on and looks out of the window. A gull crosses the frame, "
        "left to right; somewhere a door falls shut. He comes in, sits down and says nothing for a while. "
        "The camera stays where it is. \"You could have called,\" she says. After a few seconds he looks up. ");
    static const QString korean = QStringLiteral(
        "아침 부엌에서 그녀가 주전자를 올리고 창밖을 바라본다. 갈매기 한 마리가 화면을 가로지른다. ");
    QString text;
    bool wished = false;
    while (text.size() < characters - 60) {
        text += text.size() % 3 == 0 ? korean : script;
        if (!wished && text.size() > characters / 2) {
            text += QStringLiteral("Make it 10 seconds long. ");
            wished = true;
        }
    }
    return text.left(characters - 60) + QStringLiteral(". Use Kling 3.0, two takes, vertical, 1080p.");
}

Stopwatch::Stopwatch()
    : m_work(workNow())
{
    m_clock.start();
}

Stopwatch::Lap Stopwatch::lap() const
{
    return { m_clock.nsecsElapsed(), workNow() - m_work };
}

qint64 Stopwatch::workNow()
{
#ifdef Q_OS_UNIX
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
#else
    return qint64(std::clock()) * (1'000'000'000 / CLOCKS_PER_SEC);
#endif
}

void print(const QString &what, const QList<Stopwatch::Lap> &laps, int limitUs)
{
    const auto at = [&laps](double share, qint64 Stopwatch::Lap::*which) {
        QList<qint64> times;
        for (const Stopwatch::Lap &lap : laps)
            times.append(lap.*which);
        std::sort(times.begin(), times.end());
        return QString::number(times[qsizetype(share * double(times.size() - 1))] / 1000).rightJustified(7);
    };
    QTextStream(stdout) << what.leftJustified(56) << " median" << at(0.5, &Stopwatch::Lap::work)
                        << " µs of work," << at(0.5, &Stopwatch::Lap::wall) << " on the clock; 99 %"
                        << at(0.99, &Stopwatch::Lap::work) << " and" << at(0.99, &Stopwatch::Lap::wall)
                        << "; limit " << limitUs << '\n';
}

} // namespace facet::bench
