#pragma once

#include <QByteArray>
#include <QTranslator>

namespace facet::ui {

/// The window's language, changeable at run time: translators of the program and of Qt's own dialogs, and
/// the locale that figures and dates follow.
class Translations {
public:
    /// "en" or "ko".
    void use(const QString &language);
    QString language() const { return m_language; }
    /// For the service's texts (Accept-Language).
    QByteArray acceptLanguage() const;

private:
    QString m_language;
    QTranslator m_program;
    QTranslator m_qt;
};

} // namespace facet::ui
