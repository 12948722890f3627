#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace facet::ui {

/// Asks for files without blocking; behind an interface so that a test can answer it. The answer is not
/// given at all when the user cancels, or when `parent` dies first.
class FileChooser {
public:
    virtual ~FileChooser() = default;

    enum class Many { One, Several };
    /// What a message can carry.
    enum class What { All, Images, Videos, Sounds };
    virtual void chooseFiles(
        QWidget *parent, What what, Many many, std::function<void(const QStringList &)> chosen) = 0;
    void chooseImages(QWidget *parent, Many many, std::function<void(const QStringList &)> chosen)
    {
        chooseFiles(parent, What::Images, many, std::move(chosen));
    }

    struct OpenFile {
        QString title;
        QString typeName; ///< "CSV files"
        QStringList suffixes; ///< "csv"
    };
    virtual void chooseFile(
        QWidget *parent, const OpenFile &what, std::function<void(const QString &)> chosen) = 0;
    /// `title` of the dialog; empty: "Results folder".
    virtual void chooseFolder(QWidget *parent, const QString &current,
        std::function<void(const QString &)> chosen, const QString &title = {}) = 0;

    struct SaveAs {
        QString title;
        QString fileName; ///< suggested
        QString typeName; ///< "PDF documents"
        QString suffix; ///< "pdf": added when it was left out
    };
    /// Where to write a new file; that another one is to be replaced has been asked already.
    virtual void chooseSave(
        QWidget *parent, const SaveAs &what, std::function<void(const QString &)> chosen) = 0;
};

} // namespace facet::ui
