#pragma once

#include <QCoreApplication>
#include <QList>
#include <QLocale>
#include <QString>

namespace facet::ui {

/// The languages the window speaks.
class Languages {
    Q_DECLARE_TR_FUNCTIONS(Languages)
public:
    struct Language {
        QString code; ///< "en"; empty: the system's
        QString name; ///< in itself
        QString englishName;
    };
    static QList<Language> all();
    /// The language for a stored choice: "ko" or "en", by the system's when it is empty or unknown.
    static QString effective(const QString &choice);
    /// Where numbers and dates of that language are written as in the system's country.
    static QLocale locale(const QString &language);
};

} // namespace facet::ui
