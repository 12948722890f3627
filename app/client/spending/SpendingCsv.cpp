#include "client/spending/SpendingCsv.h"

namespace facet::client {

namespace {

QByteArray lineOf(const QStringList &cells)
{
    return cells.join(u',').toUtf8() + "\r\n";
}

} // namespace

QByteArray SpendingCsv::head()
{
    return QByteArrayLiteral("\xEF\xBB\xBF")
        + lineOf({ cell(tr("Date")), cell(tr("Entry")), cell(tr("Model")), cell(tr("Method")),
            cell(tr("Options")), cell(tr("Agent")), cell(tr("Conversation")), cell(tr("Credits")),
            cell(tr("Balance after")), cell(tr("Note")), cell(tr("Generation id")), cell(tr("Entry id")) });
}

QByteArray SpendingCsv::line(const SpendingRow &row)
{
    return lineOf({ row.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")), cell(kind(row)),
        cell(row.modelName), row.method ? cell(method(*row.method)) : QString(), cell(options(row.options)),
        row.agent ? cell(wireName(*row.agent)) : QString(), cell(row.conversationTitle),
        QString::number(row.credits), row.balanceAfter ? QString::number(*row.balanceAfter) : QString(),
        cell(row.note), cell(row.generationId), cell(row.id) });
}

QString SpendingCsv::cell(const QString &text)
{
    static const QStringView starters = u"=+-@\t\r\n";
    QString cell = text;
    if (!cell.isEmpty() && starters.contains(cell.at(0)))
        cell.prepend(u'\'');
    if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') || cell.contains(u'\r'))
        cell = u'"' + cell.replace(u'"', QLatin1String("\"\"")) + u'"';
    return cell;
}

QString SpendingCsv::kind(const SpendingRow &row)
{
    switch (row.kind) {
    case SpendingRowKind::Grant:
        return tr("Plan's credits");
    case SpendingRowKind::TopUp:
        return tr("Top-up");
    case SpendingRowKind::Expiry:
        return tr("Expired");
    case SpendingRowKind::Hold:
        return row.status == GenerationStatus::Queued || row.status == GenerationStatus::Running
            ? tr("Held")
            : tr("Generation");
    case SpendingRowKind::Capture:
        return tr("Generation");
    case SpendingRowKind::Release:
        if (row.status == GenerationStatus::Failed)
            return tr("Returned: failed");
        return row.status == GenerationStatus::Cancelled ? tr("Returned: cancelled") : tr("Returned");
    case SpendingRowKind::Refund:
        return tr("Refund");
    case SpendingRowKind::Conversation:
        return tr("Conversation");
    case SpendingRowKind::Covered:
        return tr("Generation, covered");
    case SpendingRowKind::Other:
        return tr("Other");
    }
    return {};
}

QString SpendingCsv::method(Method method)
{
    switch (method) {
    case Method::Text:
        return tr("Text");
    case Method::Image:
        return tr("Image");
    case Method::StartEnd:
        return tr("Start and end frames");
    case Method::Audio:
        return tr("Audio");
    case Method::Video:
        return tr("Video");
    case Method::Other:
        return tr("Other");
    }
    return {};
}

QString SpendingCsv::options(const Options &options)
{
    QStringList words;
    if (options.durationS)
        words.append(tr("%1 s").arg(*options.durationS));
    if (options.resolution)
        words.append(*options.resolution);
    if (options.aspectRatio)
        words.append(*options.aspectRatio);
    if (options.count && *options.count > 1)
        words.append(QStringLiteral("×%1").arg(*options.count));
    if (options.audio.value_or(false))
        words.append(tr("with audio"));
    return words.join(u' ');
}

} // namespace facet::client
