#pragma once

#include "client/net/Http.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

namespace facet::client {

/// The bundled facet-service as a child of this program. Started with its data folder, it says in one JSON
/// line where it is (CONTRACT "facet-service"). When it dies it is started once more; after a second death
/// `stopped` says so and it stays down until start() is called again.
class ServiceProcess : public QObject {
    Q_OBJECT
public:
    struct Command {
        QString program; ///< empty: facet-service beside this program
        QStringList arguments; ///< before --data and --exit-with-parent; for tests
        QString dataFolder;
        int readyTimeoutMs = 15000;
        int restarts = 1;
    };

    explicit ServiceProcess(Command command, QObject *parent = nullptr);
    /// Ends the process (SIGTERM, and after 2.5 s SIGKILL).
    ~ServiceProcess() override;

    void start();
    void stop();
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    qint64 processId() const { return m_process.processId(); }
    const Command &command() const { return m_command; }

    /// The ready line; ErrorKind::Protocol when it is not one.
    static Result<Endpoint> readReadyLine(const QByteArray &line);

signals:
    void ready(const facet::client::Endpoint &endpoint);
    /// It died, or did not get ready in time, and is being started again.
    void restarting(const facet::Error &error);
    /// It is down and stays down.
    void stopped(const facet::Error &error);

private:
    void launch();
    void readOutput();
    void died(const QString &sentence, const QString &detail);
    QString programPath() const;

    Command m_command;
    QProcess m_process;
    QTimer m_readyTimer;
    QByteArray m_line;
    QByteArray m_stderrTail;
    QString m_why; ///< the sentence for a death that was our doing
    QString m_whyDetail;
    int m_restartsLeft = 0;
    bool m_ready = false;
    bool m_wanted = false;
    bool m_launchAgain = false;
};

} // namespace facet::client
