#pragma once

#include <QLocalServer>
#include <QObject>

namespace facet::ui {

/// One program per profile: a second start tells the first one and goes away.
class SingleInstance : public QObject {
    Q_OBJECT
public:
    explicit SingleInstance(const QString &profileFolder, QObject *parent = nullptr);

    /// False when another program has this profile; it was asked to show itself.
    bool claim();

signals:
    /// Somebody started the program again for this profile.
    void startedAgain();

private:
    bool tellFirst() const;

    QString m_name;
    QLocalServer m_server;
};

} // namespace facet::ui
