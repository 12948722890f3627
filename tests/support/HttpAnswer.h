#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace facet::test {

/// A whole answer as a test wants to see it.
struct HttpAnswer {
    int status = 0; ///< 0: there was none
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    QString failure; ///< of the line, when status is 0

    QByteArray header(const QByteArray &lowerName) const { return headers.value(lowerName); }
    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QString code() const { return json().value(QStringLiteral("code")).toString(); } ///< of a problem
};

} // namespace facet::test
