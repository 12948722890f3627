#include "service/http/TlsIdentity.h"

#include "service/http/PrivateFile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace facet::service {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;

constexpr long lifetimeSeconds = 10L * 365 * 24 * 3600;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(1024 * 1024) : QByteArray();
}

Bio reading(const QByteArray &bytes)
{
    return Bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())), &BIO_free);
}

QByteArray written(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, static_cast<qsizetype>(size));
}

Certificate readCertificate(const QString &path)
{
    const QByteArray pem = contents(path);
    return Certificate(PEM_read_bio_X509(reading(pem).get(), nullptr, nullptr, nullptr), &X509_free);
}

Key readKey(const QString &path)
{
    const QByteArray pem = contents(path);
    return Key(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, nullptr, nullptr), &EVP_PKEY_free);
}

QByteArray pem(X509 *certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()), &BIO_free);
    return PEM_write_bio_X509(bio.get(), certificate) == 1 ? written(bio.get()) : QByteArray();
}

QByteArray fingerprint(X509 *certificate)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509(certificate, &der);
    const QByteArray hash = QCryptographicHash::hash(
        QByteArrayView(reinterpret_cast<const char *>(der), size), QCryptographicHash::Sha256);
    OPENSSL_free(der);
    return hash.toHex();
}

bool isUsable(X509 *certificate, EVP_PKEY *key)
{
    return certificate && key && X509_check_private_key(certificate, key) == 1
        && X509_cmp_current_time(X509_get0_notAfter(certificate)) > 0;
}

bool addExtension(X509 *certificate, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    const bool added = extension && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

bool setSerial(X509 *certificate)
{
    // RFC 5280 4.1.2.2: positive, at most 20 octets; two certificates of one name must differ in it.
    BIGNUM *number = BN_new();
    const bool set = number && BN_rand(number, 127, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1
        && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
    return set;
}

Certificate makeCertificate(EVP_PKEY *key)
{
    Certificate certificate(X509_new(), &X509_free);
    if (!key || !certificate || !X509_set_version(certificate.get(), X509_VERSION_3)
        || !setSerial(certificate.get()))
        return Certificate(nullptr, &X509_free);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600); // clocks of two machines differ
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), lifetimeSeconds);
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(
        name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>("facet-service"), -1, -1, 0);
    const bool made = X509_set_issuer_name(certificate.get(), name) && X509_set_pubkey(certificate.get(), key)
        && addExtension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE")
        && addExtension(certificate.get(), NID_key_usage, "critical,digitalSignature")
        && addExtension(certificate.get(), NID_ext_key_usage, "serverAuth")
        && addExtension(certificate.get(), NID_subject_alt_name, "IP:127.0.0.1,IP:::1,DNS:localhost")
        && X509_sign(certificate.get(), key, EVP_sha256()) > 0;
    return made ? std::move(certificate) : Certificate(nullptr, &X509_free);
}

} // namespace

Result<TlsIdentity> ownIdentity(const QString &folder)
{
    TlsIdentity identity{ folder + QStringLiteral("/certificate.pem"), folder + QStringLiteral("/key.pem"),
        {}, {} };
    if (const auto old = readCertificate(identity.certificatePath);
        isUsable(old.get(), readKey(identity.keyPath).get())) {
        identity.sha256 = fingerprint(old.get());
        identity.certificate = pem(old.get());
        return identity;
    }
    const Key key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const Certificate certificate = makeCertificate(key.get());
    const Bio keyPem(BIO_new(BIO_s_mem()), &BIO_free);
    if (certificate)
        identity.certificate = pem(certificate.get());
    if (identity.certificate.isEmpty()
        || PEM_write_bio_PKCS8PrivateKey(keyPem.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return fail(ErrorKind::Tls,
            QCoreApplication::translate(
                "facet::service::TlsIdentity", "The service could not make a TLS certificate."));
    if (!writePrivateFile(identity.keyPath, written(keyPem.get()))
        || !writePrivateFile(identity.certificatePath, identity.certificate))
        return fail(ErrorKind::File,
            QCoreApplication::translate("facet::service::TlsIdentity",
                "The service cannot write its certificate to %1. Check that the folder can be written and the disk has room.")
                .arg(folder));
    identity.sha256 = fingerprint(certificate.get());
    return identity;
}

Result<TlsIdentity> givenIdentity(const QString &certificatePath, const QString &keyPath)
{
    const Certificate certificate = readCertificate(certificatePath);
    if (!certificate)
        return fail(ErrorKind::File,
            QCoreApplication::translate(
                "facet::service::TlsIdentity", "%1 is not a certificate in PEM form that can be read.")
                .arg(certificatePath));
    return TlsIdentity{ certificatePath, keyPath, fingerprint(certificate.get()), pem(certificate.get()) };
}

} // namespace facet::service
