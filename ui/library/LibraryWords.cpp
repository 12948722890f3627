#include "ui/library/LibraryWords.h"

#include "ui/chat/GenerationWords.h"
#include "ui/spending/SpendingWords.h"

#include <QLocale>

namespace facet::ui {

using client::LibraryResult;
using client::LibrarySort;

QString LibraryWords::kind(ModelKind kind)
{
    switch (kind) {
    case ModelKind::Video:
        return tr("Videos");
    case ModelKind::Image:
        return tr("Images");
    case ModelKind::Audio:
        return tr("Sound");
    case ModelKind::Tool:
    case ModelKind::Other:
        break;
    }
    return tr("Other");
}

QString LibraryWords::oneOf(ModelKind kind)
{
    switch (kind) {
    case ModelKind::Video:
        return tr("video");
    case ModelKind::Image:
        return tr("image");
    case ModelKind::Audio:
        return tr("sound");
    case ModelKind::Tool:
    case ModelKind::Other:
        break;
    }
    return tr("file");
}

QString LibraryWords::sort(LibrarySort sort)
{
    switch (sort) {
    case LibrarySort::Newest:
        return tr("Newest first");
    case LibrarySort::Oldest:
        return tr("Oldest first");
    case LibrarySort::MostCredits:
        return tr("Most credits first");
    case LibrarySort::FewestCredits:
        return tr("Fewest credits first");
    case LibrarySort::Longest:
        return tr("Longest first");
    case LibrarySort::Shortest:
        return tr("Shortest first");
    }
    return {};
}

QString LibraryWords::measure(const LibraryResult &result)
{
    if (result.durationS)
        return GenerationWords::clock(*result.durationS);
    if (!result.resolution.isEmpty())
        return result.resolution;
    return result.size.isEmpty() ? QString()
                                 : QStringLiteral("%1×%2").arg(result.size.width()).arg(result.size.height());
}

QString LibraryWords::place(const LibraryResult &result)
{
    switch (result.place) {
    case LibraryResult::Place::Here:
        return {};
    case LibraryResult::Place::Coming:
        return tr("Being fetched");
    case LibraryResult::Place::Missing:
        return tr("File missing");
    case LibraryResult::Place::Gone:
        break;
    }
    return tr("Gone: the service no longer has it");
}

QString LibraryWords::spoken(const LibraryResult &result)
{
    QStringList parts{ result.modelName, oneOf(result.kind) };
    if (result.durationS)
        parts << GenerationWords::seconds(qRound(*result.durationS));
    else if (!measure(result).isEmpty())
        parts << measure(result);
    if (result.draft)
        parts << tr("draft");
    if (result.favourite)
        parts << tr("favourite");
    if (const QString where = place(result); !where.isEmpty())
        parts << where;
    parts << SpendingWords::when(result.at, QDate::currentDate());
    if (!result.prompt.isEmpty())
        parts << result.prompt.simplified().left(200);
    return parts.join(tr(", ", "between facts that are read aloud"));
}

QString LibraryWords::toolTip(const LibraryResult &result)
{
    QStringList lines;
    if (!result.prompt.isEmpty())
        lines << result.prompt.simplified().left(300);
    QStringList facts{ SpendingWords::when(result.at, QDate::currentDate()),
        GenerationWords::agent(result.agent),
        result.credits ? GenerationWords::credits(*result.credits) : QStringLiteral("—") };
    if (!result.conversationTitle.isEmpty())
        facts << result.conversationTitle;
    lines << facts.join(tr(" · ", "between facts"));
    if (result.place != LibraryResult::Place::Here && !result.problem.isEmpty())
        lines << result.problem;
    // Plain text, whatever a prompt holds.
    return QStringLiteral("<p>%1</p>")
        .arg(lines.join(u'\n').toHtmlEscaped().replace(u'\n', QLatin1String("<br>")));
}

QString LibraryWords::count(int shown, int total)
{
    if (shown == total)
        return tr("%1 results", nullptr, total).arg(QLocale().toString(total));
    return tr("%1 of %2").arg(QLocale().toString(shown), QLocale().toString(total));
}

QString LibraryWords::days(const SpendingRange &days)
{
    const QDate today = QDate::currentDate();
    if (days.from == days.to)
        return SpendingWords::day(days.from, today);
    return tr("%1 – %2", "from day to day")
        .arg(SpendingWords::day(days.from, today), SpendingWords::day(days.to, today));
}

QString LibraryWords::trashed(const client::Library::Trashed &outcome)
{
    QStringList sentences;
    if (outcome.moved > 0 || outcome.errors.isEmpty())
        sentences << tr("%n result(s) moved to the trash.", nullptr, outcome.moved);
    if (outcome.running > 0)
        sentences << tr("%n result(s) still being fetched: left alone.", nullptr, outcome.running);
    if (!outcome.errors.isEmpty())
        sentences << outcome.errors.constFirst().sentence;
    return sentences.join(u' ');
}

} // namespace facet::ui
