#pragma once

#include "domain/Credits.h"

#include <QByteArray>
#include <QObject>
#include <QSettings>

namespace facet::ui {

/// What the user set, in <profile>/settings.ini. Each value has a key of this enum and a typed pair of
/// functions; nothing else reads or writes the file.
class Settings : public QObject {
    Q_OBJECT
public:
    enum class Key {
        Language, ///< "en", "ko"; empty: the system's
        Theme, ///< "system", "light", "dark"
        ResultsFolder, ///< empty: Videos/Facet
        FileNames, ///< client::NameTemplate; empty: its standard
        WindowGeometry,
        SidebarWidth, ///< pixels
        PaneWidth, ///< pixels
        PaneOpen,
        PickerSort, ///< "credits", "name", "covered"
    };
    Q_ENUM(Key)

    explicit Settings(const QString &profileFolder, QObject *parent = nullptr);

    QString language() const { return value(Key::Language).toString(); }
    QString themeName() const;
    QString resultsFolder() const { return value(Key::ResultsFolder).toString(); }
    QString fileNames() const { return value(Key::FileNames).toString(); }
    QByteArray windowGeometry() const { return value(Key::WindowGeometry).toByteArray(); }
    int sidebarWidth() const;
    int paneWidth() const;
    bool paneOpen() const;
    QString pickerSort() const { return value(Key::PickerSort).toString(); }

    void setLanguage(const QString &language) { setValue(Key::Language, language); }
    void setThemeName(const QString &name) { setValue(Key::Theme, name); }
    void setResultsFolder(const QString &folder) { setValue(Key::ResultsFolder, folder); }
    void setFileNames(const QString &pattern) { setValue(Key::FileNames, pattern); }
    void setWindowGeometry(const QByteArray &geometry) { setValue(Key::WindowGeometry, geometry); }
    void setSidebarWidth(int pixels) { setValue(Key::SidebarWidth, pixels); }
    void setPaneWidth(int pixels) { setValue(Key::PaneWidth, pixels); }
    void setPaneOpen(bool open) { setValue(Key::PaneOpen, open); }
    void setPickerSort(const QString &sort) { setValue(Key::PickerSort, sort); }

    /// "Ask above" in credits, as it was kept here before client::SpendingLimits; it is gone from here after
    /// this. 0: there was none.
    Credits takeOldAskAbove();

    /// Writes what is still in memory. False: the file cannot be written.
    bool flush();

signals:
    /// The value is another one now.
    void changed(facet::ui::Settings::Key key);

private:
    QVariant value(Key key) const;
    void setValue(Key key, const QVariant &value);

    mutable QSettings m_file;
};

} // namespace facet::ui
