#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <optional>

namespace facet::ui {

/// What the program was started with.
class CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
public:
    enum class Action { Run, ShowVersion, ShowHelp, Refuse };

    /// `arguments` with the program's name first.
    explicit CommandLine(const QStringList &arguments);

    Action action() const { return m_action; }
    /// For ShowVersion, ShowHelp and Refuse: what to print.
    QString text() const { return m_text; }

    QString profileFolder() const { return m_profile; } ///< absolute
    QString serviceUrl() const { return m_service; } ///< empty: the bundled service
    std::optional<QString> language() const { return m_language; } ///< "en", "ko"
    std::optional<QString> theme() const { return m_theme; } ///< "light", "dark", "system"

private:
    void refuse(const QString &text);

    Action m_action = Action::Run;
    QString m_text;
    QString m_profile;
    QString m_service;
    std::optional<QString> m_language;
    std::optional<QString> m_theme;
};

} // namespace facet::ui
