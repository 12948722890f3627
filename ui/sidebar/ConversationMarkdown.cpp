#include "ui/sidebar/ConversationMarkdown.h"

#include "ui/chat/GenerationWords.h"

#include <QLocale>
#include <QRegularExpression>

namespace facet::ui {

using client::GenerationRecord;
using client::GenerationState;
using client::TranscriptItem;

namespace {

QString quoted(const QString &text)
{
    QStringList lines = text.split(QLatin1Char('\n'));
    for (QString &line : lines)
        line.prepend(QLatin1String("> "));
    return lines.join(QLatin1Char('\n'));
}

QString when(const QDateTime &at)
{
    return QLocale().toString(at.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

client::ExportDocument ConversationMarkdown::document(const QString &title, const Catalogue &catalogue)
{
    client::ExportDocument document;
    document.head = QStringLiteral("# %1\n\n%2\n")
                        .arg(literal(title),
                            tr("Exported from Facet on %1.")
                                .arg(QLocale().toString(QDate::currentDate(), QLocale::LongFormat)));
    document.row = [catalogue](const TranscriptItem &item, const Links &files) {
        return row(item, files, catalogue);
    };
    return document;
}

QString ConversationMarkdown::literal(const QString &text)
{
    static const QRegularExpression special(QStringLiteral("([\\\\`*_{}\\[\\]<>#|~!&])"));
    static const QRegularExpression number(
        QStringLiteral("^(\\s*\\d+)([.)])"), QRegularExpression::MultilineOption);
    static const QRegularExpression mark(
        QStringLiteral("^(\\s*)([-+=])"), QRegularExpression::MultilineOption);
    QString safe = text;
    safe.remove(QLatin1Char('\r'));
    safe.replace(special, QStringLiteral("\\\\1"));
    safe.replace(number, QStringLiteral("\\1\\\\2"));
    safe.replace(mark, QStringLiteral("\\1\\\\2"));
    return safe;
}

QString ConversationMarkdown::harmless(const QString &markdown)
{
    QString safe = markdown;
    safe.replace(QLatin1String("!["), QLatin1String("\\!["));
    safe.replace(QLatin1Char('<'), QLatin1String("&lt;"));
    return safe;
}

QString ConversationMarkdown::heading(const QString &who, const QDateTime &at)
{
    return QStringLiteral("\n## %1 · %2\n\n").arg(who, when(at));
}

QString ConversationMarkdown::role(InputRole role)
{
    switch (role) {
    case InputRole::Reference:
        return tr("Reference");
    case InputRole::StartFrame:
        return tr("Start frame");
    case InputRole::EndFrame:
        return tr("End frame");
    case InputRole::Audio:
        return tr("Audio");
    case InputRole::Video:
        return tr("Video");
    case InputRole::Other:
        break;
    }
    return tr("File");
}

QString ConversationMarkdown::attachments(const TranscriptItem &item, const Links &files)
{
    QString text;
    for (const client::Attachment &a : item.attachments) {
        const QString link = files.value(a.id);
        const QString name = literal(a.fileName);
        if (link.isEmpty())
            text += QStringLiteral("\n- %1: %2 (%3)").arg(role(a.role), name, tr("the file is missing"));
        else if (a.mime.startsWith(QLatin1String("image/")))
            text += QStringLiteral("\n- %1: %2\n\n  ![%2](<%3>)\n").arg(role(a.role), name, link);
        else
            text += QStringLiteral("\n- %1: [%2](<%3>)").arg(role(a.role), name, link);
    }
    return text.isEmpty() ? text : text + QLatin1Char('\n');
}

QString ConversationMarkdown::state(const GenerationRecord &record)
{
    switch (record.state) {
    case GenerationState::Failed:
        return record.error ? tr("Failed: %1").arg(literal(record.error->sentence)) : tr("Failed");
    case GenerationState::Cancelled:
        return tr("Cancelled");
    case GenerationState::Done:
        return tr("Done");
    case GenerationState::Draft:
    case GenerationState::Uploading:
    case GenerationState::Submitting:
    case GenerationState::Queued:
    case GenerationState::Running:
    case GenerationState::Downloading:
    case GenerationState::Unknown:
        break;
    }
    return tr("Not finished when this was exported");
}

QString ConversationMarkdown::generation(
    const GenerationRecord &record, const Links &files, const Catalogue &catalogue)
{
    const Generation &g = record.generation;
    QString text =
        QStringLiteral("\n### %1\n").arg(literal(GenerationWords::modelName(catalogue, g.modelId)));
    const auto fact = [&text](const QString &name, const QString &value) {
        if (!value.isEmpty())
            text += QStringLiteral("\n- **%1:** %2").arg(name, value);
    };
    fact(tr("Result"), state(record));
    if (g.draft)
        fact(tr("Made by"), tr("Draft render, made on this computer without AI"));
    fact(tr("Prompt"), literal(g.prompt.simplified()));
    fact(tr("Input"), GenerationWords::method(g.method));
    fact(tr("Options"), GenerationWords::options(record));
    fact(tr("Agent"), GenerationWords::agent(g.agent));
    fact(tr("Charged"), GenerationWords::charge(record));
    if (g.createdAt.isValid())
        fact(tr("Asked for"), when(g.createdAt));
    if (!g.id.isEmpty())
        fact(tr("Generation"), QLatin1Char('`') + QString(g.id).remove(QLatin1Char('`')) + QLatin1Char('`'));
    text += QLatin1Char('\n');
    for (int i = 0; i < g.assets.size(); ++i) {
        const Asset &asset = g.assets.at(i);
        const QString link = files.value(asset.id);
        const QString name = g.assets.size() > 1 ? tr("Take %1").arg(i + 1) : tr("Result");
        if (link.isEmpty())
            text += QStringLiteral("\n%1: %2\n").arg(name, tr("the file is missing"));
        else if (asset.kind == ModelKind::Image)
            text += QStringLiteral("\n![%1](<%2>)\n").arg(name, link);
        else
            text += QStringLiteral("\n[%1](<%2>)\n").arg(name, link);
    }
    return text;
}

QString ConversationMarkdown::row(const TranscriptItem &item, const Links &files, const Catalogue &catalogue)
{
    switch (item.kind) {
    case TranscriptItem::Kind::User:
        return heading(tr("You"), item.at)
            + (item.text.isEmpty() ? QString() : quoted(literal(item.text)) + QLatin1Char('\n'))
            + attachments(item, files);
    case TranscriptItem::Kind::AgentText: {
        QString text =
            heading(GenerationWords::agent(item.agent), item.at) + harmless(item.text) + QLatin1Char('\n');
        if (item.conversationCharge)
            text +=
                QStringLiteral("\n*%1*\n").arg(GenerationWords::conversationCharge(*item.conversationCharge));
        return text;
    }
    case TranscriptItem::Kind::Generation:
        return generation(item.generation, files, catalogue);
    case TranscriptItem::Kind::Approval: {
        const auto &total = item.approval.quote.totalCredits;
        return QStringLiteral("\n%1\n\n- **%2:** %3\n")
            .arg(quoted(literal(item.text)), tr("Asked before spending"),
                total ? GenerationWords::credits(*total) : QStringLiteral("—"));
    }
    case TranscriptItem::Kind::Problem:
        return item.error ? QStringLiteral("\n%1\n").arg(quoted(literal(item.error->sentence))) : QString();
    }
    return {};
}

} // namespace facet::ui
