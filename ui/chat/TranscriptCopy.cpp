#include "ui/chat/TranscriptCopy.h"

#include "client/net/Then.h"
#include "ui/chat/GenerationWords.h"
#include "ui/chat/RowDocument.h"
#include "ui/chat/RowWords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTextCursor>
#include <QTextDocumentFragment>

namespace facet::ui {

using client::TranscriptItem;

namespace {

constexpr int mostAtHand = 300; ///< rows that are laid out for copying

QTextDocumentFragment selectedOf(QTextDocument &document, const TranscriptSelection::Part &part)
{
    const int end = document.characterCount() - 1;
    QTextCursor cursor(&document);
    cursor.setPosition(std::min(part.from, end));
    cursor.setPosition(std::min(part.to, end), QTextCursor::KeepAnchor);
    return cursor.selection();
}

} // namespace

TranscriptCopy::TranscriptCopy(
    client::Transcript &transcript, const client::Session &session, const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_transcript(transcript)
    , m_session(session)
    , m_theme(theme)
{
}

QString TranscriptCopy::words(int row) const
{
    const TranscriptItem &item = m_transcript.item(row);
    switch (item.kind) {
    case TranscriptItem::Kind::User:
    case TranscriptItem::Kind::AgentText:
    case TranscriptItem::Kind::Approval:
        return item.text;
    case TranscriptItem::Kind::Generation: {
        const QString model =
            GenerationWords::modelName(m_session.catalogue(), item.generation.generation.modelId);
        const QString picture = GenerationWords::picture(item.generation);
        return picture.isEmpty() ? QStringLiteral("[%1]").arg(model)
                                 : QStringLiteral("[%1 · %2]").arg(model, picture);
    }
    case TranscriptItem::Kind::Problem:
        return item.error ? item.error->sentence : QString();
    }
    return {};
}

QString TranscriptCopy::shown(int row) const
{
    const TranscriptItem &item = m_transcript.item(row);
    return hasText(item.kind) ? makeRowDocument(item, m_theme)->toPlainText() : words(row);
}

QString TranscriptCopy::who(int row) const
{
    return RowWords::who(m_transcript.item(row), m_session.catalogue());
}

bool TranscriptCopy::isAtHand(const TranscriptSelection &selection) const
{
    const int first = selection.first().row;
    const int last = selection.last().row;
    if (first < 0 || last - first >= mostAtHand)
        return false;
    for (int row = first; row <= last; ++row) {
        if (!m_transcript.isRead(row))
            return false;
    }
    return true;
}

QStringList TranscriptCopy::plain(const TranscriptSelection &selection) const
{
    QStringList parts;
    for (int row = selection.first().row; row <= selection.last().row; ++row) {
        const auto part = selection.inRow(row);
        if (!part)
            continue;
        const TranscriptItem &item = m_transcript.item(row);
        const QString text = hasText(item.kind)
            ? selectedOf(*makeRowDocument(item, m_theme), *part).toPlainText()
            : words(row);
        if (!text.isEmpty())
            parts.append(text);
    }
    return parts;
}

void TranscriptCopy::offer(const TranscriptSelection &selection)
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (clipboard->supportsSelection() && !selection.isEmpty() && isAtHand(selection))
        clipboard->setText(plain(selection).join(QStringLiteral("\n\n")), QClipboard::Selection);
}

void TranscriptCopy::copy(const TranscriptSelection &selection)
{
    if (selection.isEmpty() || selection.first().row < 0)
        return; // or one of its rows has gone
    ++m_round;
    if (!isAtHand(selection)) {
        client::then(m_transcript.texts(selection.first().row, selection.last().row), this,
            [round = m_round, this](const Result<QStringList> &texts) {
                if (texts && round == m_round) // or something else was copied meanwhile
                    QGuiApplication::clipboard()->setText(texts->join(QStringLiteral("\n\n")));
            });
        return;
    }
    QTextDocument all;
    all.setDefaultFont(m_theme.font(TextRole::Body));
    QTextCursor cursor(&all);
    for (int row = selection.first().row; row <= selection.last().row; ++row) {
        const auto part = selection.inRow(row);
        if (!part)
            continue;
        if (!all.isEmpty())
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
        const TranscriptItem &item = m_transcript.item(row);
        if (hasText(item.kind))
            cursor.insertFragment(selectedOf(*makeRowDocument(item, m_theme), *part));
        else
            cursor.insertText(words(row));
    }
    auto *mime = new QMimeData;
    mime->setText(plain(selection).join(QStringLiteral("\n\n")));
    mime->setHtml(all.toHtml());
    mime->setData(QStringLiteral("text/markdown"), all.toMarkdown().toUtf8());
    QGuiApplication::clipboard()->setMimeData(mime);
}

} // namespace facet::ui
