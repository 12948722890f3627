#include "ui/account/CreditWords.h"

#include <QLocale>

namespace facet::ui {

QString CreditWords::number(Credits amount)
{
    return QLocale().toString(amount);
}

QString CreditWords::numberOrDash(std::optional<Credits> amount)
{
    return amount ? number(*amount) : QStringLiteral("—");
}

QString CreditWords::renews(const QDateTime &at, const QString &period)
{
    const QDateTime local = at.toLocalTime();
    if (period == QLatin1String("day"))
        return tr("Renews at %1").arg(QLocale().toString(local.time(), QLocale::ShortFormat));
    return tr("Renews %1").arg(QLocale().toString(local.date(), tr("MMM d", "a date without the year")));
}

QString CreditWords::day(const QDateTime &at)
{
    const QDate date = at.toLocalTime().date();
    return QLocale().toString(date,
        date.year() == QDate::currentDate().year() ? tr("MMM d", "a date without the year")
                                                   : tr("MMM d, yyyy", "a date with the year"));
}

QString CreditWords::moment(const QDateTime &at, const QString &period)
{
    return period == QLatin1String("day") ? QLocale().toString(at.toLocalTime().time(), QLocale::ShortFormat)
                                          : day(at);
}

QString CreditWords::planCredits(const Plan &plan)
{
    if (plan.period == QLatin1String("day"))
        return tr("%1 credits a day", nullptr, static_cast<int>(plan.credits)).arg(number(plan.credits));
    return tr("%1 credits a month", nullptr, static_cast<int>(plan.credits)).arg(number(plan.credits));
}

QString CreditWords::planCreditsShort(const Plan &plan)
{
    if (plan.period == QLatin1String("day"))
        return tr("%1 a day", "credits of a plan").arg(number(plan.credits));
    return tr("%1 a month", "credits of a plan").arg(number(plan.credits));
}

QString CreditWords::planPrice(const Plan &plan)
{
    if (!plan.priceUsdMonth)
        return QStringLiteral("—");
    if (*plan.priceUsdMonth <= 0)
        return tr("Free of charge");
    return tr("$%1 a month").arg(QLocale().toString(*plan.priceUsdMonth, 'f', 0));
}

} // namespace facet::ui
