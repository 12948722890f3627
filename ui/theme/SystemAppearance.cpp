#include "ui/theme/SystemAppearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QStyleHints>

namespace facet::ui {

namespace {
const auto portalService = QStringLiteral("org.freedesktop.portal.Desktop");
const auto portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const auto portalSettings = QStringLiteral("org.freedesktop.portal.Settings");
const auto appearanceSpace = QStringLiteral("org.freedesktop.appearance");
const auto colourSchemeKey = QStringLiteral("color-scheme");
const auto gnomeSpace = QStringLiteral("org.gnome.desktop.interface");
const auto animationsKey = QStringLiteral("enable-animations");
} // namespace

SystemAppearance::SystemAppearance(QObject *parent)
    : QObject(parent)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    QStyleHints *hints = QGuiApplication::styleHints();
    const auto takeScheme = [this](Qt::ColorScheme scheme) {
        if (scheme != Qt::ColorScheme::Unknown)
            setPrefersDark(scheme == Qt::ColorScheme::Dark);
    };
    takeScheme(hints->colorScheme());
    connect(hints, &QStyleHints::colorSchemeChanged, this, takeScheme);
#endif
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return; // no session bus: asking for one would start a bus launcher and wait for it
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(portalService, portalPath, portalSettings, QStringLiteral("SettingChanged"), this,
        SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    ask(appearanceSpace, colourSchemeKey);
    ask(gnomeSpace, animationsKey);
}

void SystemAppearance::onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space == appearanceSpace || space == gnomeSpace)
        take(key, value.variant());
}

void SystemAppearance::ask(const QString &space, const QString &key)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(portalService, portalPath, portalSettings, QStringLiteral("Read"));
    call.setArguments({ space, key });
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isValid())
            return;
        // The portal's Read wraps the value twice.
        QVariant value = reply.value().variant();
        while (value.userType() == qMetaTypeId<QDBusVariant>())
            value = value.value<QDBusVariant>().variant();
        take(key, value);
    });
}

void SystemAppearance::take(const QString &key, const QVariant &value)
{
    if (key == colourSchemeKey) {
        // 0: no preference, 1: dark, 2: light (xdg-desktop-portal, org.freedesktop.appearance)
        const uint scheme = value.toUInt();
        if (scheme == 1 || scheme == 2)
            setPrefersDark(scheme == 1);
    } else if (key == animationsKey && m_reducesMotion == value.toBool()) {
        m_reducesMotion = !value.toBool();
        emit changed();
    }
}

void SystemAppearance::setPrefersDark(bool dark)
{
    if (m_prefersDark == dark)
        return;
    m_prefersDark = dark;
    emit changed();
}

} // namespace facet::ui
