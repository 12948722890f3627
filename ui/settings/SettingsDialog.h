#pragma once

#include "ui/theme/Theme.h"

#include <QDialog>

namespace facet::ui {

class ElidedLabel;
class FileChooser;
class Settings;

/// Language, theme, results folder, and the amount above which sending asks. Each takes effect at once.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    /// `defaultFolder`: where results go when none is set.
    SettingsDialog(Theme &theme, Settings &settings, FileChooser &files, const QString &defaultFolder,
        QWidget *parent = nullptr);

private:
    QWidget *makeLanguage();
    QWidget *makeTheme();
    QWidget *makeFolder();
    QWidget *makeAskAbove();
    void addRow(const QString &title, QWidget *control, const QString &hint = {});
    void showFolder();

    Theme &m_theme;
    Settings &m_settings;
    FileChooser &m_files;
    QString m_defaultFolder;
    ElidedLabel *m_folder = nullptr;
};

} // namespace facet::ui
