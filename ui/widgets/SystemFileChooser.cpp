#include "ui/widgets/SystemFileChooser.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace facet::ui {

namespace {

const QString imageEndings =
    QStringLiteral("*.png *.jpg *.jpeg *.webp *.heic *.heif *.avif *.gif *.bmp *.tif *.tiff");
const QString videoEndings = QStringLiteral("*.mp4 *.m4v *.mov *.webm");
const QString soundEndings = QStringLiteral("*.m4a *.wav *.mp3 *.ogg *.oga *.opus");

QString filter(const QString &name, const QString &endings)
{
    return QStringLiteral("%1 (%2)").arg(name, endings);
}

} // namespace

QStringList SystemFileChooser::filtersFor(What what)
{
    const QString images = filter(tr("Images"), imageEndings);
    const QString videos = filter(tr("Videos"), videoEndings);
    const QString sounds = filter(tr("Sounds"), soundEndings);
    const QString all = filter(tr("All files"), QStringLiteral("*"));
    switch (what) {
    case What::All:
        return { filter(tr("Images, videos and sounds"),
                     imageEndings + u' ' + videoEndings + u' ' + soundEndings),
            images, videos, sounds, all };
    case What::Images:
        return { images, all };
    case What::Videos:
        return { videos, all };
    case What::Sounds:
        return { sounds, all };
    }
    return { all };
}

QString SystemFileChooser::titleFor(What what)
{
    switch (what) {
    case What::All:
        return tr("Add files");
    case What::Images:
        return tr("Add image");
    case What::Videos:
        return tr("Add a video");
    case What::Sounds:
        return tr("Add a voice recording");
    }
    return {};
}

void SystemFileChooser::chooseFiles(
    QWidget *parent, What what, Many many, std::function<void(const QStringList &)> chosen)
{
    if (m_lastFolder.isEmpty())
        m_lastFolder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    auto *dialog = new QFileDialog(parent, titleFor(what), m_lastFolder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(many == Many::Several ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
    dialog->setNameFilters(filtersFor(what));
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, [this, chosen](const QStringList &files) {
        if (files.isEmpty())
            return;
        m_lastFolder = QFileInfo(files.first()).absolutePath();
        chosen(files);
    });
    dialog->open();
}

void SystemFileChooser::chooseFile(
    QWidget *parent, const OpenFile &what, std::function<void(const QString &)> chosen)
{
    if (m_openFolder.isEmpty())
        m_openFolder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(parent, what.title, m_openFolder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        { QStringLiteral("%1 (*.%2)").arg(what.typeName, what.suffixes.join(QStringLiteral(" *."))),
            tr("All files") + QLatin1String(" (*)") });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [this, chosen](const QString &path) {
        if (path.isEmpty())
            return;
        m_openFolder = QFileInfo(path).absolutePath();
        chosen(path);
    });
    dialog->open();
}

void SystemFileChooser::chooseFolder(QWidget *parent, const QString &current,
    std::function<void(const QString &)> chosen, const QString &title)
{
    auto *dialog = new QFileDialog(parent, title.isEmpty() ? tr("Results folder") : title, current);
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
