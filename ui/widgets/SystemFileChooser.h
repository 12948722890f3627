#pragma once

#include "ui/widgets/FileChooser.h"

#include <QCoreApplication>

class QFileDialog;

namespace facet::ui {

/// The desktop's own file dialog.
class SystemFileChooser : public FileChooser {
    Q_DECLARE_TR_FUNCTIONS(SystemFileChooser)
public:
    void chooseFiles(
        QWidget *parent, What what, Many many, std::function<void(const QStringList &)> chosen) override;
    void chooseFile(
        QWidget *parent, const OpenFile &what, std::function<void(const QString &)> chosen) override;
    void chooseFolder(QWidget *parent, const QString &current, std::function<void(const QString &)> chosen,
        const QString &title = {}) override;

    void chooseSave(
        QWidget *parent, const SaveAs &what, std::function<void(const QString &)> chosen) override;

private:
    static QStringList filtersFor(What what);
    static QString titleFor(What what);

    QString m_lastFolder; ///< where the last image came from
    QString m_openFolder;
    QString m_saveFolder; ///< where the last document went
};

} // namespace facet::ui
