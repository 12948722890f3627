#include "ui/settings/Settings.h"

namespace facet::ui {

namespace {

constexpr int defaultSidebarWidth = 248; // DESIGN "Layout"
constexpr int defaultPaneWidth = 432;

QString name(Settings::Key key)
{
    switch (key) {
    case Settings::Key::Language:
        return QStringLiteral("language");
    case Settings::Key::Theme:
        return QStringLiteral("theme");
    case Settings::Key::ResultsFolder:
        return QStringLiteral("results_folder");
    case Settings::Key::FileNames:
        return QStringLiteral("file_names");
    case Settings::Key::WindowGeometry:
        return QStringLiteral("window/geometry");
    case Settings::Key::SidebarWidth:
        return QStringLiteral("window/sidebar_width");
    case Settings::Key::PaneWidth:
        return QStringLiteral("window/pane_width");
    case Settings::Key::PaneOpen:
        return QStringLiteral("window/pane_open");
    case Settings::Key::PickerSort:
        return QStringLiteral("picker/sort");
    }
    return {};
}

} // namespace

Settings::Settings(const QString &profileFolder, QObject *parent)
    : QObject(parent)
    , m_file(profileFolder + QLatin1String("/settings.ini"), QSettings::IniFormat)
{
}

QString Settings::themeName() const
{
    const QString stored = value(Key::Theme).toString();
    return stored.isEmpty() ? QStringLiteral("system") : stored;
}

int Settings::sidebarWidth() const
{
    const int stored = value(Key::SidebarWidth).toInt();
    return stored > 0 ? stored : defaultSidebarWidth;
}

int Settings::paneWidth() const
{
    const int stored = value(Key::PaneWidth).toInt();
    return stored > 0 ? stored : defaultPaneWidth;
}

bool Settings::paneOpen() const
{
    const QVariant stored = value(Key::PaneOpen);
    return !stored.isValid() || stored.toBool();
}

Credits Settings::takeOldAskAbove()
{
    const QString old = QStringLiteral("ask_above_credits");
    const Credits credits = m_file.value(old).toLongLong();
    m_file.remove(old);
    return credits;
}

bool Settings::flush()
{
    m_file.sync();
    return m_file.status() == QSettings::NoError;
}

QVariant Settings::value(Key key) const
{
    return m_file.value(name(key));
}

void Settings::setValue(Key key, const QVariant &value)
{
    if (m_file.value(name(key)) == value)
        return;
    m_file.setValue(name(key), value);
    emit changed(key);
}

} // namespace facet::ui
