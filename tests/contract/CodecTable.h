#pragma once

#include "contract/Json.h"

#include <QList>
#include <QString>

#include <functional>

/// Every codec of the contract by the name of its schema in openapi.yaml, with a sample of its wire form
/// written by hand from CONTRACT (tests/contract/samples).
namespace facet::contract::test {

struct Codec {
    QString name;
    /// Reads and writes again.
    std::function<Result<Json>(const Json &)> roundTrip;
};

const QList<Codec> &codecs();

struct Sample {
    Json json;
    /// JSON pointers with "*" for an index of a list.
    QStringList optional; ///< may be absent or null
    QStringList enums; ///< unknown values become "other"
    QStringList agents; ///< unknown values are refused as unknown_agent
    QStringList ignored; ///< written for the far side, never read
};

Sample sampleOf(const QString &name);

} // namespace facet::contract::test
