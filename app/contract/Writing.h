#pragma once

#include "contract/Json.h"

#include <QList>
#include <QStringList>

/// Small steps of writing JSON that every codec shares.
namespace facet::contract {

inline Json textJson(const QString &text)
{
    return text.toStdString();
}

/// null for an empty text: for fields that the contract lets be null.
inline Json textOrNull(const QString &text)
{
    return text.isEmpty() ? Json(nullptr) : Json(text.toStdString());
}

inline Json textOrNull(const std::optional<QString> &text)
{
    return text ? Json(text->toStdString()) : Json(nullptr);
}

inline Json timeJson(const QDateTime &time)
{
    return toWireTime(time).toStdString();
}

inline Json timeOrNull(const std::optional<QDateTime> &time)
{
    return time ? timeJson(*time) : Json(nullptr);
}

/// null for an empty value.
template <typename T>
Json numberOrNull(const std::optional<T> &number)
{
    return number ? Json(*number) : Json(nullptr);
}

/// null for 0: "it has none".
inline Json positiveOrNull(int number)
{
    return number > 0 ? Json(number) : Json(nullptr);
}

inline Json textsJson(const QStringList &texts)
{
    Json list = Json::array();
    for (const QString &text : texts)
        list.push_back(textJson(text));
    return list;
}

/// An array of what `write` makes of every item.
template <typename T, typename Write>
Json listJson(const QList<T> &items, Write write)
{
    Json list = Json::array();
    for (const T &item : items)
        list.push_back(write(item));
    return list;
}

} // namespace facet::contract
