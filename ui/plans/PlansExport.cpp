#include "ui/plans/PlansExport.h"

#include "ui/plans/PlansTable.h"
#include "ui/widgets/SortHeader.h"

#include <QAbstractItemModel>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace facet::ui {

namespace {

QStringList heading(const QAbstractItemModel &table, int column)
{
    QStringList lines{ table.headerData(column, Qt::Horizontal).toString() };
    lines += table.headerData(column, Qt::Horizontal, SortHeader::CaptionRole).toStringList();
    return lines;
}

QStringList lines(const QModelIndex &cell)
{
    QStringList result{ cell.data().toString() };
    for (const int role : { PlansTable::MethodsRole, PlansTable::NoteRole }) {
        if (const QString more = cell.data(role).toString(); !more.isEmpty())
            result.append(more);
    }
    return result;
}

QString escaped(const QStringList &lines)
{
    QStringList result;
    for (const QString &line : lines)
        result.append(line.toHtmlEscaped());
    return result.join(QStringLiteral("<br/>"));
}

} // namespace

QString PlansExport::tabSeparated(const QAbstractItemModel &table)
{
    QString text;
    const auto add = [&text](QString cell, bool last) {
        text += cell.replace(QLatin1Char('\t'), QLatin1Char(' ')) + QLatin1Char(last ? '\n' : '\t');
    };
    const int columns = table.columnCount();
    for (int column = 0; column < columns; ++column)
        add(heading(table, column).join(QStringLiteral(", ")), column == columns - 1);
    for (int row = 0; row < table.rowCount(); ++row)
        for (int column = 0; column < columns; ++column)
            add(lines(table.index(row, column)).join(QStringLiteral(", ")), column == columns - 1);
    return text;
}

QString PlansExport::html(const QAbstractItemModel &table, const QString &title, const QString &explanation)
{
    QString text = QStringLiteral("<h2>%1</h2>").arg(title.toHtmlEscaped());
    text +=
        QStringLiteral("<table border=\"1\" cellspacing=\"0\" cellpadding=\"5\" width=\"100%\"><thead><tr>");
    const int columns = table.columnCount();
    for (int column = 0; column < columns; ++column) {
        const bool own = table.headerData(column, Qt::Horizontal, SortHeader::MarkedRole).toBool();
        text += QStringLiteral("<th align=\"%1\">%2%3</th>")
                    .arg(QLatin1String(column == 0 ? "left" : "right"),
                        own ? QStringLiteral("✓ ") : QString(), escaped(heading(table, column)));
    }
    text += QStringLiteral("</tr></thead><tbody>");
    for (int row = 0; row < table.rowCount(); ++row) {
        text += QStringLiteral("<tr>");
        for (int column = 0; column < columns; ++column) {
            const QModelIndex cell = table.index(row, column);
            const bool own = cell.data(PlansTable::OwnPlanRole).toBool();
            text +=
                QStringLiteral("<td align=\"%1\">%2</td>")
                    .arg(QLatin1String(column == 0 ? "left" : "right"),
                        own ? QStringLiteral("<b>%1</b>").arg(escaped(lines(cell))) : escaped(lines(cell)));
        }
        text += QStringLiteral("</tr>");
    }
    text += QStringLiteral("</tbody></table><p>%1</p>").arg(explanation.toHtmlEscaped());
    return text;
}

Result<void> PlansExport::writePdf(const QString &path, const QString &title, const QString &document)
{
    QSaveFile file(path);
    const auto failed = [&] {
        return fail(ErrorKind::File,
            tr("The PDF cannot be written there. Choose another folder, or make room on the disk."),
            path + QLatin1String(": ") + file.errorString());
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    {
        QPdfWriter writer(&file);
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Facet"));
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageOrientation(QPageLayout::Landscape);
        writer.setPageMargins(QMarginsF(14, 14, 14, 14), QPageLayout::Millimeter);
        writer.setResolution(144);
        QTextDocument text;
        text.setHtml(document);
        text.print(&writer);
    }
    if (!file.commit())
        return failed();
    return {};
}

} // namespace facet::ui
