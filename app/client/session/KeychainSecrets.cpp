#include "client/session/KeychainSecrets.h"

#include <QPromise>
#include <qt6keychain/keychain.h>

namespace facet::client {

namespace {

const QString keychainService = QStringLiteral("facet");

tl::unexpected<Error> keyringError(const QKeychain::Job &job)
{
    return fail(ErrorKind::File,
        KeychainSecrets::tr("No keyring is open on this computer, so the token is kept until Facet is closed "
                            "and has to be entered again next time. Unlock or install a keyring to keep it."),
        QStringLiteral("keychain error %1: %2").arg(static_cast<int>(job.error())).arg(job.errorString()),
        QStringLiteral("no_keyring"));
}

/// Starts `job`; `answer` turns the finished one into the result.
template <typename T, typename Answer>
QFuture<Result<T>> run(QKeychain::Job *job, QObject *context, Answer answer)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QObject::connect(job, &QKeychain::Job::finished, context, [promise, answer](QKeychain::Job *done) {
        promise->addResult(answer(done));
        promise->finish();
    });
    job->start();
    return promise->future();
}

} // namespace

QFuture<Result<QString>> KeychainSecrets::read(const QString &key)
{
    auto *job = new QKeychain::ReadPasswordJob(keychainService, this);
    job->setKey(key);
    return run<QString>(job, this, [](QKeychain::Job *done) -> Result<QString> {
        if (done->error() == QKeychain::EntryNotFound)
            return QString();
        if (done->error() != QKeychain::NoError)
            return keyringError(*done);
        return static_cast<QKeychain::ReadPasswordJob *>(done)->textData();
    });
}

QFuture<Result<void>> KeychainSecrets::write(const QString &key, const QString &secret)
{
    auto *job = new QKeychain::WritePasswordJob(keychainService, this);
    job->setKey(key);
    job->setTextData(secret);
    return run<void>(job, this, [](QKeychain::Job *done) -> Result<void> {
        if (done->error() != QKeychain::NoError)
            return keyringError(*done);
        return {};
    });
}

QFuture<Result<void>> KeychainSecrets::remove(const QString &key)
{
    auto *job = new QKeychain::DeletePasswordJob(keychainService, this);
    job->setKey(key);
    return run<void>(job, this, [](QKeychain::Job *done) -> Result<void> {
        if (done->error() != QKeychain::NoError && done->error() != QKeychain::EntryNotFound)
            return keyringError(*done);
        return {};
    });
}

} // namespace facet::client
