#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace facet::service {

/// SIGTERM, SIGINT and SIGHUP as a Qt signal, through a signalfd: no code runs inside a signal handler.
class StopSignals : public QObject {
    Q_OBJECT
public:
    /// First thing in main(), before any thread is made: threads inherit the mask.
    static void block();

    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

signals:
    void received();

private:
    void read();

    int m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace facet::service
