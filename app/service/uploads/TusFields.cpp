#include "service/uploads/TusFields.h"

#include <algorithm>

namespace facet::service {

std::optional<QHash<QByteArray, QByteArray>> readTusMetadata(const QByteArray &field)
{
    QHash<QByteArray, QByteArray> metadata;
    if (field.trimmed().isEmpty())
        return metadata;
    for (const QByteArray &part : field.split(',')) {
        const QList<QByteArray> pair = part.trimmed().split(' ');
        const auto value =
            QByteArray::fromBase64Encoding(pair.value(1), QByteArray::AbortOnBase64DecodingErrors);
        if (pair.first().isEmpty() || pair.size() > 2 || !value || metadata.contains(pair.first()))
            return std::nullopt;
        metadata.insert(pair.first(), *value);
    }
    return metadata;
}

std::optional<qint64> readTusNumber(const QByteArray &field)
{
    if (field.isEmpty() || field.size() > 18
        || !std::all_of(field.begin(), field.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    return field.toLongLong();
}

std::optional<QByteArray> readTusChecksum(const QByteArray &field)
{
    const QList<QByteArray> pair = field.trimmed().split(' ');
    const auto digest =
        QByteArray::fromBase64Encoding(pair.value(1), QByteArray::AbortOnBase64DecodingErrors);
    if (pair.size() != 2 || pair.first() != "sha256" || !digest || (*digest).size() != 32)
        return std::nullopt;
    return *digest;
}

QString cleanFileName(const QByteArray &utf8)
{
    QString name = QString::fromUtf8(utf8).normalized(QString::NormalizationForm_C);
    name = name.mid(std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1);
    name.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    name.truncate(200);
    return name == QLatin1String(".") || name == QLatin1String("..") ? QString() : name;
}

std::optional<QString> readSha256(const QByteArray &hex)
{
    const QByteArray lower = hex.trimmed().toLower();
    if (lower.size() != 64 || QByteArray::fromHex(lower).toHex() != lower)
        return std::nullopt;
    return QString::fromLatin1(lower);
}

} // namespace facet::service
