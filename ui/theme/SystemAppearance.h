#pragma once

#include <QObject>

class QDBusVariant;

namespace facet::ui {

/// What the desktop says about light, dark and motion. Qt tells the colour scheme itself from 6.5 on; before
/// that (Debian 12 has 6.4), and for motion, the desktop portal's settings are asked over D-Bus without
/// waiting for the answer. Where nothing answers it is dark, with motion.
class SystemAppearance : public QObject {
    Q_OBJECT
public:
    explicit SystemAppearance(QObject *parent = nullptr);

    bool prefersDark() const { return m_prefersDark; }
    bool reducesMotion() const { return m_reducesMotion; }

signals:
    void changed();

private slots:
    /// The portal's SettingChanged signal.
    void onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &space, const QString &key);
    void take(const QString &key, const QVariant &value);
    void setPrefersDark(bool dark);

    bool m_prefersDark = true;
    bool m_reducesMotion = false;
};

} // namespace facet::ui
