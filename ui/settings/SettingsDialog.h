#pragma once

#include "ui/theme/Theme.h"

#include <QDialog>

class QVBoxLayout;

namespace facet::client {
class SpendingLimits;
}

namespace facet::ui {

class ElidedLabel;
class FileChooser;
class LimitFields;
class Settings;

/// Language, theme, results folder, and the limits of spending. Each takes effect at once.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    /// `defaultFolder`: where results go when none is set.
    SettingsDialog(Theme &theme, Settings &settings, client::SpendingLimits *limits, FileChooser &files,
        const QString &defaultFolder, QWidget *parent = nullptr);

    /// Puts the keyboard into the monthly budget.
    void focusBudget();

private:
    QWidget *makeLanguage();
    QWidget *makeTheme();
    QWidget *makeFolder();
    QWidget *makeFileNames();
    QWidget *makeLimits();
    void addRow(const QString &title, QWidget *control, const QString &hint = {});
    void showFolder();

    Theme &m_theme;
    Settings &m_settings;
    client::SpendingLimits *m_limits;
    FileChooser &m_files;
    QString m_defaultFolder;
    QVBoxLayout *m_rows;
    ElidedLabel *m_folder = nullptr;
    LimitFields *m_limitFields = nullptr;
};

} // namespace facet::ui
