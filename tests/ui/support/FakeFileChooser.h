#pragma once

#include "ui/widgets/FileChooser.h"

namespace facet::ui::test {

/// Answers at once with what the test put there; nothing there means Cancel.
class FakeFileChooser : public FileChooser {
public:
    void chooseFiles(
        QWidget *, What what, Many many, std::function<void(const QStringList &)> chosen) override
    {
        ++asked;
        lastWhat = what;
        lastMany = many;
        if (!answer.isEmpty())
            chosen(answer);
    }
    void chooseFile(QWidget *, const OpenFile &, std::function<void(const QString &)> chosen) override
    {
        ++asked;
        if (!filePath.isEmpty())
            chosen(filePath);
    }
    void chooseFolder(QWidget *, const QString &, std::function<void(const QString &)> chosen,
        const QString & = {}) override
    {
        ++asked;
        if (!folder.isEmpty())
            chosen(folder);
    }

    void chooseSave(QWidget *, const SaveAs &what, std::function<void(const QString &)> chosen) override
    {
        ++asked;
        lastSave = what;
        if (!savePath.isEmpty())
            chosen(savePath);
    }

    QStringList answer;
    QString folder;
    QString filePath;
    QString savePath;
    SaveAs lastSave;
    int asked = 0;
    What lastWhat = What::All;
    Many lastMany = Many::One;
};

} // namespace facet::ui::test
