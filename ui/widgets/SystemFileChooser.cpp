#include "ui/widgets/SystemFileChooser.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace facet::ui {

void SystemFileChooser::chooseImages(
    QWidget *parent, Many many, std::function<void(const QStringList &)> chosen)
{
    if (m_lastFolder.isEmpty())
        m_lastFolder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    auto *dialog = new QFileDialog(parent, tr("Add image"), m_lastFolder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(many == Many::Several ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
    dialog->setNameFilters({
        tr("Images")
            + QLatin1String(" (*.png *.jpg *.jpeg *.webp *.heic *.heif *.avif *.gif *.bmp *.tif *.tiff)"),
        tr("All files") + QLatin1String(" (*)"),
    });
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, [this, chosen](const QStringList &files) {
        if (files.isEmpty())
            return;
        m_lastFolder = QFileInfo(files.first()).absolutePath();
        chosen(files);
    });
    dialog->open();
}

void SystemFileChooser::chooseFolder(
    QWidget *parent, const QString &current, std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, tr("Results folder"), current);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [chosen](const QString &folder) {
        if (!folder.isEmpty())
            chosen(folder);
    });
    dialog->open();
}

void SystemFileChooser::chooseSave(
    QWidget *parent, const SaveAs &what, std::function<void(const QString &)> chosen)
{
    if (m_saveFolder.isEmpty())
        m_saveFolder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(parent, what.title, m_saveFolder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(what.suffix);
    dialog->setNameFilter(QStringLiteral("%1 (*.%2)").arg(what.typeName, what.suffix));
    dialog->selectFile(what.fileName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [this, chosen](const QString &path) {
        if (path.isEmpty())
            return;
        m_saveFolder = QFileInfo(path).absolutePath();
        chosen(path);
    });
    dialog->open();
}

} // namespace facet::ui
