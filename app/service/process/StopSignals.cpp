#include "service/process/StopSignals.h"

#include <QSocketNotifier>

#include <csignal>
#include <pthread.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace facet::service {

namespace {

sigset_t stopSet()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int number : { SIGTERM, SIGINT, SIGHUP })
        sigaddset(&set, number);
    return set;
}

} // namespace

void StopSignals::block()
{
    const sigset_t set = stopSet();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN); // a closed line is an error code of write(), not the end of the service
}

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
    const sigset_t set = stopSet();
    m_descriptor = ::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] { read(); });
}

StopSignals::~StopSignals()
{
    m_notifier.reset();
    ::close(m_descriptor);
}

void StopSignals::read()
{
    signalfd_siginfo info;
    while (::read(m_descriptor, &info, sizeof info) == static_cast<ssize_t>(sizeof info))
        emit received();
}

} // namespace facet::service
