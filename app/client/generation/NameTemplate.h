#pragma once

#include "domain/Generation.h"

#include <QStringList>

namespace facet::client {

/// How files of results are called: a pattern with tokens, "{date} {prompt}". Whatever it says, the name is
/// one that every file system takes: NFC, at most `mostBytes` of UTF-8, without a character or a whole name
/// that Windows, macOS or Linux refuse, and never a way into another folder.
class NameTemplate {
public:
    static constexpr int mostBytes = 120; ///< leaves room for a number, an ending and the name of a part

    /// Empty: "{prompt}".
    explicit NameTemplate(const QString &pattern = {});

    struct Facts {
        QString prompt;
        QString modelName;
        QString modelId; ///< instead of a name that is not known
        std::optional<quint32> seed;
        AgentVersion agent = AgentVersion::V1;
        QString generationId;
        int take = 0; ///< 0-based
        QDateTime at; ///< when it was asked for
    };
    static Facts factsOf(const Generation &generation, int take, const QString &modelName);

    /// Without ending, and without the number that keeps names apart.
    QString baseName(const Facts &facts) const;
    /// Every take has a name of its own already, so that a number comes only where one is taken.
    bool tellsTakes() const;

    static QString standard() { return QStringLiteral("{prompt}"); }
    /// "{prompt}", "{model}", … in the order in which they are offered.
    static QStringList tokens();
    /// Words in braces that are no token: they stay as they are written.
    QStringList unknownTokens() const;

private:
    QString m_pattern;
};

} // namespace facet::client
