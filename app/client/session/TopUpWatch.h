#pragma once

#include "domain/Account.h"

#include <QObject>
#include <QTimer>

namespace facet::client {

class Session;

/// After a checkout was opened in the browser: asks for the account now and then until the credits are there.
/// Asks only while the window is in front (a person who pays is in the browser, and comes back to look), each
/// time after a longer wait, and ends by itself.
class TopUpWatch : public QObject {
    Q_OBJECT
public:
    struct Pace {
        int firstMs = 2000;
        int maxMs = 60'000;
        int rounds = 60; ///< then it gives up
    };
    TopUpWatch(Session &session, Pace pace, QObject *parent = nullptr);

    void start();
    bool isWatching() const { return m_watching; }

public slots:
    /// Coming back to the window asks at once.
    void setWindowActive(bool active);

signals:
    void arrived(facet::Credits credits);
    /// Nothing came for a long time.
    void gaveUp();

private:
    void ask();
    void look();
    Credits total() const;

    Session &m_session;
    Pace m_pace;
    QTimer m_timer;
    bool m_watching = false;
    bool m_active = true;
    int m_waitMs = 0;
    int m_rounds = 0;
    Credits m_before = 0;
    std::optional<QDateTime> m_renewsAt;
};

} // namespace facet::client
