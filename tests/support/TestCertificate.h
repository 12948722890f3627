#pragma once

#include <QByteArray>
#include <QSslCertificate>
#include <QSslKey>

namespace facet::test {

/// A self-signed certificate for 127.0.0.1, made on the spot. No two are the same.
struct TestCertificate {
    QSslCertificate certificate;
    QSslKey key;

    QByteArray sha256() const { return certificate.digest(QCryptographicHash::Sha256); }
    static TestCertificate make();
};

} // namespace facet::test
