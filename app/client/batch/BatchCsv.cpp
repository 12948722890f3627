#include "client/batch/BatchCsv.h"

#include "client/batch/CsvTable.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QMimeData>
#include <QUrl>

namespace facet::client {

namespace {

using Member = QString BatchWish::*;

Member columnNamed(const QString &heading)
{
    static const QHash<QString, Member> columns{
        { QStringLiteral("prompt"), &BatchWish::prompt },
        { QStringLiteral("프롬프트"), &BatchWish::prompt },
        { QStringLiteral("model"), &BatchWish::model },
        { QStringLiteral("모델"), &BatchWish::model },
        { QStringLiteral("seconds"), &BatchWish::seconds },
        { QStringLiteral("초"), &BatchWish::seconds },
        { QStringLiteral("길이"), &BatchWish::seconds },
        { QStringLiteral("resolution"), &BatchWish::resolution },
        { QStringLiteral("해상도"), &BatchWish::resolution },
        { QStringLiteral("start"), &BatchWish::start },
        { QStringLiteral("시작"), &BatchWish::start },
        { QStringLiteral("시작 프레임"), &BatchWish::start },
        { QStringLiteral("end"), &BatchWish::end },
        { QStringLiteral("끝"), &BatchWish::end },
        { QStringLiteral("끝 프레임"), &BatchWish::end },
    };
    return columns.value(heading.trimmed().normalized(QString::NormalizationForm_C).toLower(), nullptr);
}

Result<BatchCsv> failed(const QString &sentence, const QString &path)
{
    return fail(
        ErrorKind::File, sentence.arg(QFileInfo(path).fileName()), path, QStringLiteral("batch_file"));
}

bool isPath(Member member)
{
    return member == &BatchWish::start || member == &BatchWish::end;
}

} // namespace

QString BatchCsv::fileIn(const QMimeData *data)
{
    const QList<QUrl> urls = data ? data->urls() : QList<QUrl>();
    if (urls.size() != 1 || !urls.constFirst().isLocalFile())
        return {};
    const QString path = urls.constFirst().toLocalFile();
    return path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive) ? path : QString();
}

Result<BatchCsv> BatchCsv::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(tr("“%1” cannot be opened. Choose another file."), path);
    if (file.size() > CsvTable::mostBytes)
        return failed(tr("“%1” is too large for a list of prompts. Split it into smaller files."), path);
    const auto table = CsvTable::read(file.readAll());
    if (!table)
        return tl::unexpected(table.error());
    if (table->records.isEmpty())
        return failed(tr("“%1” holds no lines."), path);

    BatchCsv csv;
    csv.fromCp949 = table->fromCp949;
    csv.folder = QFileInfo(path).absolutePath();
    QList<Member> columns;
    const CsvTable::Record &first = table->records.constFirst();
    for (const QString &heading : first.fields)
        columns.append(columnNamed(heading));
    const bool hasHeading = columns.contains(&BatchWish::prompt);
    if (hasHeading) {
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (!columns.at(i) && !first.fields.at(i).trimmed().isEmpty())
                csv.unknownColumns.append(first.fields.at(i).trimmed());
        }
    } else if (first.fields.size() == 1) {
        columns = { &BatchWish::prompt };
    } else {
        return failed(
            tr("“%1” needs a first line with the names of its columns: prompt, model, seconds, resolution, "
               "start, end. Only prompt must be there."),
            path);
    }
    for (const CsvTable::Record &record : table->records) {
        if (hasHeading && record.line == first.line)
            continue;
        BatchWish wish;
        wish.number = record.line;
        for (qsizetype i = 0; i < qMin(columns.size(), record.fields.size()); ++i) {
            if (!columns.at(i))
                continue;
            const QString field = record.fields.at(i).trimmed();
            // A file's name is what the disk says, composed or not.
            wish.*columns.at(i) =
                isPath(columns.at(i)) ? field : field.normalized(QString::NormalizationForm_C);
        }
        csv.wishes.append(wish);
    }
    if (csv.wishes.isEmpty())
        return failed(tr("“%1” holds no lines."), path);
    return csv;
}

} // namespace facet::client
