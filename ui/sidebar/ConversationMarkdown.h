#pragma once

#include "client/chat/ConversationExport.h"
#include "domain/Model.h"

#include <QCoreApplication>

namespace facet::ui {

/// A conversation as a Markdown document: prompts, answers, the facts of each generation with what was really
/// taken, and its files. What people and agents wrote cannot load or run anything in it.
class ConversationMarkdown {
    Q_DECLARE_TR_FUNCTIONS(facet::ui::ConversationMarkdown)
public:
    static client::ExportDocument document(const QString &title, const Catalogue &catalogue);

    using Links = QHash<QString, QString>;
    static QString row(const client::TranscriptItem &item, const Links &files, const Catalogue &catalogue);
    /// Shown as it was typed, whatever Markdown would make of it.
    static QString literal(const QString &text);
    /// Markdown without pictures from elsewhere and without HTML.
    static QString harmless(const QString &markdown);

private:
    static QString heading(const QString &who, const QDateTime &at);
    static QString attachments(const client::TranscriptItem &item, const Links &files);
    static QString generation(
        const client::GenerationRecord &record, const Links &files, const Catalogue &catalogue);
    static QString state(const client::GenerationRecord &record);
    static QString role(InputRole role);
};

} // namespace facet::ui
