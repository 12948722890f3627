#include "service/api/RestRoutes.h"

#include "service/api/RestRequest.h"
#include "service/api/Services.h"
#include "service/ledger/Ledger.h"

namespace facet::service {

namespace {

constexpr int rowsAtATime = 1'000;

/// RFC 4180. A text that a spreadsheet would take for a formula is kept from being one by an apostrophe.
QString cell(QString text)
{
    static const QStringView starters = u"=+-@\t\r";
    if (!text.isEmpty() && starters.contains(text[0]))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u'"', QLatin1String("\"\"")) + u'"';
    return text;
}

HttpResponse csv(Services &services, const HttpRequest &request)
{
    // A byte order mark: without it spreadsheets read Hangul as something else.
    QByteArray text = "\xEF\xBB\xBF"
                      "at,kind,credits,balance_after,generation_id,run_id,note,id\r\n";
    QString cursor;
    do {
        const auto page = services.ledger().entries(cursor, rowsAtATime);
        if (!page)
            return refuse(page.error(), request);
        for (const LedgerEntry &entry : page->items) {
            const QStringList cells{ contract::toWireTime(entry.at), wireName(entry.kind),
                QString::number(entry.credits), QString::number(entry.balanceAfter),
                cell(entry.generationId.value_or(QString())), cell(entry.runId.value_or(QString())),
                cell(entry.note), cell(entry.id) };
            text += cells.join(u',').toUtf8() + "\r\n";
        }
        cursor = page->nextCursor.value_or(QString());
    } while (!cursor.isEmpty());
    return { 200,
        { { "Content-Type", "text/csv; charset=utf-8" },
            { "Content-Disposition", "attachment; filename=\"facet-ledger.csv\"" } },
        text };
}

} // namespace

void addLedgerRoutes(Router &router, Services &services)
{
    router.add("GET", QStringLiteral("/v1/ledger"), atOnce([&services](const HttpRequest &request) {
        if (auto settled = services.ledger().settle(); !settled)
            return refuse(problem::internal(settled.error()), request);
        const QString format = request.query.queryItemValue(QStringLiteral("format"));
        if (format == QLatin1String("csv"))
            return csv(services, request);
        if (!format.isEmpty() && format != QLatin1String("json"))
            return refuse(problem::badRequest(QStringLiteral("format")), request);
        const auto query = pageQuery(request);
        if (!query)
            return refuse(query.error(), request);
        return answer(services.ledger().entries(query->cursor, query->limit), request);
    }));
}

} // namespace facet::service
