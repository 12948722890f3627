#pragma once

#include "domain/Error.h"

#include <QString>

namespace facet::service {

/// The certificate a service shows, and the key that proves it is its own.
struct TlsIdentity {
    QString certificatePath; ///< PEM
    QString keyPath; ///< PEM
    QByteArray sha256; ///< of the certificate's DER, hex: what a client pins
    QByteArray certificate; ///< PEM, this one only, without those that signed it
};

/// The pair in `folder`, made at the first start: self-signed, ECDSA P-256, ten years, for 127.0.0.1, ::1 and
/// localhost; the key is readable by its owner only. A pair that has expired, or is damaged, is made anew.
Result<TlsIdentity> ownIdentity(const QString &folder);

/// Of files that were given. ErrorKind::File when the certificate cannot be read.
Result<TlsIdentity> givenIdentity(const QString &certificatePath, const QString &keyPath);

} // namespace facet::service
