#include "ui/spending/ChartData.h"

#include "ui/account/CreditWords.h"
#include "ui/chat/GenerationWords.h"
#include "ui/spending/SpendingWords.h"

#include <algorithm>

namespace facet::ui {

namespace {

enum class Bucket { Day, Week, Month };
constexpr qsizetype mostDays = 92; // more columns than these are too thin to be read
constexpr qsizetype mostWeekDays = 728;

QDate startOf(Bucket bucket, const QDate &day)
{
    switch (bucket) {
    case Bucket::Day:
        return day;
    case Bucket::Week:
        return day.addDays(1 - day.dayOfWeek());
    case Bucket::Month:
        return QDate(day.year(), day.month(), 1);
    }
    return day;
}

} // namespace

ChartData ChartData::from(const SpendingReport &report)
{
    ChartData data;
    const Bucket bucket = report.days.size() <= mostDays ? Bucket::Day
        : report.days.size() <= mostWeekDays             ? Bucket::Week
                                                         : Bucket::Month;
    QList<qsizetype> columnOf; // of each day
    for (const QDate &day : report.days) {
        if (data.columns.isEmpty() || startOf(bucket, data.columns.last().from) != startOf(bucket, day))
            data.columns.append({ day, day, 0 });
        data.columns.last().to = day;
        columnOf.append(data.columns.size() - 1);
    }
    const auto add = [&](Layer &layer, const QList<Credits> &perDay) {
        layer.values.resize(data.columns.size());
        for (qsizetype day = 0; day < qMin(perDay.size(), columnOf.size()); ++day) {
            const Credits some = std::max<Credits>(0, perDay[day]);
            layer.values[columnOf[day]] += some;
            data.columns[columnOf[day]].total += some;
        }
    };
    Layer others{ SpendingWords::tr("Others"), 0, mostGroups, {} };
    for (qsizetype i = 0; i < report.groups.size(); ++i) {
        const SpendingGroup &group = report.groups[i];
        if (group.generationCredits <= 0)
            continue; // only covered ones: nothing to draw
        if (data.layers.size() < mostGroups) {
            Layer layer{ SpendingWords::group(report.grouping, group), group.generationCredits,
                static_cast<int>(data.layers.size()), {} };
            add(layer, group.perDay);
            data.layers.append(layer);
        } else {
            others.total += group.generationCredits;
            add(others, group.perDay);
        }
    }
    if (others.total > 0)
        data.layers.append(others);
    if (report.conversationCredits > 0) {
        Layer layer{ SpendingWords::tr("Conversation"), report.conversationCredits, -1, {} };
        add(layer, report.conversationPerDay);
        data.layers.append(layer);
    }
    for (const Column &column : std::as_const(data.columns))
        data.highest = std::max(data.highest, column.total);
    return data;
}

QList<Credits> ChartData::steps() const
{
    if (highest <= 0)
        return {};
    // 1, 2 or 5 times a power of ten, three or four lines.
    Credits step = 1;
    for (Credits power = 1; highest > 4 * step; power *= 10)
        for (const int factor : { 1, 2, 5 })
            if (highest > 4 * step)
                step = power * factor;
    QList<Credits> result;
    for (Credits at = step; result.isEmpty() || result.last() < highest; at += step)
        result.append(at);
    return result;
}

QString ChartData::columnName(int column) const
{
    const QDate today = QDate::currentDate();
    const Column &c = columns[column];
    if (c.from == c.to)
        return SpendingWords::day(c.from, today);
    return SpendingWords::tr("%1 to %2", "days")
        .arg(SpendingWords::day(c.from, today), SpendingWords::day(c.to, today));
}

QString ChartData::spoken(int column) const
{
    QStringList parts;
    for (const Layer &layer : layers) {
        if (layer.values.value(column) > 0)
            parts.append(SpendingWords::tr("%1 %2", "model, credits")
                             .arg(layer.name, CreditWords::number(layer.values[column])));
    }
    const QString total = SpendingWords::tr("%1: %2", "day, credits")
                              .arg(columnName(column), GenerationWords::credits(columns[column].total));
    return parts.isEmpty() ? total : total + QStringLiteral(". ") + parts.join(QStringLiteral(", "));
}

} // namespace facet::ui
