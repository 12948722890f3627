#include "contract/Reader.h"

#include <cmath>

namespace facet::contract {

namespace {

const Json &emptyObject()
{
    static const Json object = Json::object();
    return object;
}

QString escaped(const char *key)
{
    return QString::fromUtf8(key).replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
}

/// JSON has one kind of number: 5.0 is the integer 5.
std::optional<qint64> integerOf(const Json &json)
{
    if (json.is_number_unsigned()) {
        const auto value = json.get<quint64>();
        if (value > quint64(std::numeric_limits<qint64>::max()))
            return {};
        return qint64(value);
    }
    if (json.is_number_integer())
        return json.get<qint64>();
    if (json.is_number_float()) {
        const double value = json.get<double>();
        constexpr double exact = 9007199254740992.0; // 2^53
        if (std::floor(value) == value && std::abs(value) <= exact)
            return qint64(value);
    }
    return {};
}

} // namespace

Reader::Reader(const Json &json)
    : m_json(&json)
    , m_error(std::make_shared<std::optional<Error>>())
{
    if (!json.is_object()) {
        wrongType({}, "an object", json);
        m_json = &emptyObject();
    }
}

Reader::Reader(const Json *json, QString path, SharedError error)
    : m_json(json)
    , m_path(std::move(path))
    , m_error(std::move(error))
{
}

void Reader::keep(const QString &path, const QString &what, const QString &code)
{
    if (*m_error)
        return;
    Error error = protocolError(path, what);
    error.code = code;
    *m_error = error;
}

void Reader::refuse(const char *key, const QString &what, const QString &code)
{
    keep(pathOf(key), what, code);
}

QString Reader::pathOf(const char *key) const
{
    return m_path + u'/' + escaped(key);
}

void Reader::wrongType(const QString &path, const char *expected, const Json &json)
{
    keep(path.isEmpty() ? QStringLiteral("/") : path,
        QStringLiteral("expected %1, found %2")
            .arg(QString::fromUtf8(expected), QString::fromUtf8(json.type_name())));
}

const Json *Reader::find(const char *key) const
{
    const auto it = m_json->find(key);
    return it == m_json->end() || it->is_null() ? nullptr : &*it;
}

bool Reader::has(const char *key) const
{
    return find(key) != nullptr;
}

const Json *Reader::raw(const char *key)
{
    const auto it = m_json->find(key);
    if (it == m_json->end()) {
        refuse(key, QStringLiteral("missing"));
        return nullptr;
    }
    return &*it;
}

std::optional<QString> Reader::optionalText(const char *key)
{
    const Json *json = find(key);
    if (!json)
        return {};
    if (!json->is_string()) {
        wrongType(pathOf(key), "a text", *json);
        return {};
    }
    return QString::fromStdString(json->get_ref<const std::string &>());
}

QString Reader::text(const char *key)
{
    if (!has(key))
        refuse(key, QStringLiteral("missing"));
    return optionalText(key).value_or(QString());
}

QString Reader::textOr(const char *key, const QString &fallback)
{
    return optionalText(key).value_or(fallback);
}

std::optional<qint64> Reader::optionalInteger(const char *key, qint64 min, qint64 max)
{
    const Json *json = find(key);
    if (!json)
        return {};
    const auto value = integerOf(*json);
    if (!value) {
        wrongType(pathOf(key), "an integer", *json);
        return {};
    }
    if (*value < min || *value > max) {
        refuse(key, QStringLiteral("%1 is outside %2 … %3").arg(*value).arg(min).arg(max));
        return {};
    }
    return value;
}

qint64 Reader::integer(const char *key, qint64 min, qint64 max)
{
    if (!has(key))
        refuse(key, QStringLiteral("missing"));
    return optionalInteger(key, min, max).value_or(0);
}

int Reader::count(const char *key)
{
    return int(integer(key, 0, std::numeric_limits<int>::max()));
}

int Reader::countOr(const char *key, int fallback)
{
    return int(optionalInteger(key, 0, std::numeric_limits<int>::max()).value_or(fallback));
}

std::optional<double> Reader::optionalNumber(const char *key)
{
    const Json *json = find(key);
    if (!json)
        return {};
    if (!json->is_number()) {
        wrongType(pathOf(key), "a number", *json);
        return {};
    }
    return json->get<double>();
}

std::optional<bool> Reader::optionalFlag(const char *key)
{
    const Json *json = find(key);
    if (!json)
        return {};
    if (!json->is_boolean()) {
        wrongType(pathOf(key), "true or false", *json);
        return {};
    }
    return json->get<bool>();
}

bool Reader::flag(const char *key)
{
    if (!has(key))
        refuse(key, QStringLiteral("missing"));
    return optionalFlag(key).value_or(false);
}

std::optional<QDateTime> Reader::optionalTime(const char *key)
{
    const auto written = optionalText(key);
    if (!written)
        return {};
    auto value = fromWireTime(*written);
    if (!value)
        refuse(key, QStringLiteral("expected an RFC 3339 time, found \"%1\"").arg(*written));
    return value;
}

QDateTime Reader::time(const char *key)
{
    if (!has(key))
        refuse(key, QStringLiteral("missing"));
    return optionalTime(key).value_or(QDateTime());
}

const Json *Reader::array(const char *key, bool required)
{
    const Json *json = find(key);
    if (!json) {
        if (required)
            refuse(key, QStringLiteral("missing"));
        return nullptr;
    }
    if (!json->is_array()) {
        wrongType(pathOf(key), "a list", *json);
        return nullptr;
    }
    return json;
}

QStringList Reader::optionalTexts(const char *key)
{
    return has(key) ? texts(key) : QStringList();
}

QStringList Reader::texts(const char *key)
{
    QStringList values;
    const Json *json = array(key, true);
    if (!json)
        return values;
    for (std::size_t i = 0; i < json->size(); ++i) {
        const Json &item = (*json)[i];
        if (!item.is_string()) {
            wrongType(pathOf(key) + u'/' + QString::number(i), "a text", item);
            return values;
        }
        values.append(QString::fromStdString(item.get_ref<const std::string &>()));
    }
    return values;
}

QList<int> Reader::counts(const char *key)
{
    QList<int> values;
    const Json *json = array(key, true);
    if (!json)
        return values;
    for (std::size_t i = 0; i < json->size(); ++i) {
        const auto value = integerOf((*json)[i]);
        if (!value || *value < 0 || *value > std::numeric_limits<int>::max()) {
            wrongType(pathOf(key) + u'/' + QString::number(i), "a whole number of 0 or more", (*json)[i]);
            return values;
        }
        values.append(int(*value));
    }
    return values;
}

std::optional<Reader> Reader::optionalObject(const char *key)
{
    const Json *json = find(key);
    if (!json)
        return {};
    if (!json->is_object()) {
        wrongType(pathOf(key), "an object", *json);
        return {};
    }
    return Reader(json, pathOf(key), m_error);
}

Reader Reader::object(const char *key)
{
    if (!has(key))
        refuse(key, QStringLiteral("missing"));
    if (auto reader = optionalObject(key))
        return *reader;
    return Reader(&emptyObject(), pathOf(key), m_error);
}

Reader Reader::element(const char *key, std::size_t index, const Json &json)
{
    const QString path = pathOf(key) + u'/' + QString::number(index);
    if (json.is_object())
        return Reader(&json, path, m_error);
    wrongType(path, "an object", json);
    return Reader(&emptyObject(), path, m_error);
}

} // namespace facet::contract
