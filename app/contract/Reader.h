#pragma once

#include "contract/Json.h"

#include <QList>
#include <QStringList>

#include <limits>
#include <memory>

namespace facet::contract {

/// Reads one JSON object strictly. The first thing that is missing or of the wrong type is kept as the
/// error, with its JSON pointer; everything read after it is a default value, so a codec reads straight
/// through and asks once at the end. Members that are not asked for are ignored.
///
/// "Optional" members may be absent or null.
class Reader {
public:
    explicit Reader(const Json &json);

    bool ok() const { return !*m_error; }
    const Error &error() const { return **m_error; }
    /// Keeps an error about `key` unless there is one already.
    void refuse(const char *key, const QString &what, const QString &code = {});

    bool has(const char *key) const; ///< present and not null
    const Json *raw(const char *key); ///< required, any type; null pointer when missing

    QString text(const char *key);
    QString textOr(const char *key, const QString &fallback = {});
    std::optional<QString> optionalText(const char *key);
    qint64 integer(const char *key, qint64 min = std::numeric_limits<qint64>::min(),
        qint64 max = std::numeric_limits<qint64>::max());
    std::optional<qint64> optionalInteger(const char *key, qint64 min = std::numeric_limits<qint64>::min(),
        qint64 max = std::numeric_limits<qint64>::max());
    int count(const char *key); ///< 0 … INT_MAX
    int countOr(const char *key, int fallback); ///< optional
    std::optional<double> optionalNumber(const char *key);
    bool flag(const char *key);
    std::optional<bool> optionalFlag(const char *key);
    QDateTime time(const char *key);
    std::optional<QDateTime> optionalTime(const char *key);
    QStringList texts(const char *key);
    QStringList optionalTexts(const char *key);
    QList<int> counts(const char *key);

    /// A value of a closed set; what is not known becomes the set's Other through `fromWire`.
    template <typename FromWire>
    auto choice(const char *key, FromWire fromWire)
    {
        return fromWire(QStringView(text(key)));
    }
    template <typename FromWire>
    auto choices(const char *key, FromWire fromWire)
    {
        QList<decltype(fromWire(QStringView()))> values;
        const QStringList words = texts(key);
        for (const QString &word : words)
            values.append(fromWire(QStringView(word)));
        return values;
    }

    Reader object(const char *key);
    std::optional<Reader> optionalObject(const char *key);

    /// A required list of objects, each read by `readItem(Reader &)`.
    template <typename ReadItem>
    auto list(const char *key, ReadItem readItem)
    {
        QList<decltype(readItem(*this))> items;
        const Json *json = array(key, true);
        if (!json)
            return items;
        for (std::size_t i = 0; i < json->size() && ok(); ++i) {
            Reader item = element(key, i, (*json)[i]);
            if (ok())
                items.append(readItem(item));
        }
        return items;
    }
    template <typename ReadItem>
    auto optionalList(const char *key, ReadItem readItem)
    {
        return has(key) ? list(key, readItem) : QList<decltype(readItem(*this))>();
    }

private:
    using SharedError = std::shared_ptr<std::optional<Error>>;
    Reader(const Json *json, QString path, SharedError error);

    const Json *find(const char *key) const;
    const Json *array(const char *key, bool required);
    Reader element(const char *key, std::size_t index, const Json &json);
    void wrongType(const QString &path, const char *expected, const Json &json);
    QString pathOf(const char *key) const;
    void keep(const QString &path, const QString &what, const QString &code = {});

    const Json *m_json; ///< always an object
    QString m_path;
    SharedError m_error;
};

/// One specialisation for each resource, beside its writer.
template <typename T>
T read(Reader &reader);

/// The whole of `json` as a T, or the first error.
template <typename T>
Result<T> readWhole(const Json &json)
{
    Reader reader(json);
    T value = read<T>(reader);
    if (!reader.ok())
        return tl::unexpected(reader.error());
    return value;
}

} // namespace facet::contract
