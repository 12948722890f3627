#pragma once

#include "domain/Error.h"
#include "ui/results/ResultRef.h"

#include <QObject>

#include <memory>

class QMimeData;
class QWidget;

namespace facet::ui {

class FileChooser;

/// The file of a result, given to other programs.
class ResultFiles : public QObject {
    Q_OBJECT
public:
    explicit ResultFiles(FileChooser &files, QObject *parent = nullptr);

    void saveAs(const ResultRef &result, const QString &suggestedName, QWidget *window);
    /// The file as a file manager takes it, and the picture of an image.
    void copy(const ResultRef &result);
    void showInFolder(const ResultRef &result);
    /// What is dragged: the real files as text/uri-list. Null: none of them is there.
    static std::unique_ptr<QMimeData> mimeOf(const QList<ResultRef> &results);

signals:
    void done(const QString &sentence);
    void failed(const facet::Error &error);

private:
    FileChooser &m_files;
};

} // namespace facet::ui
