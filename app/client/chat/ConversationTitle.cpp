#include "client/chat/ConversationTitle.h"

#include <QFileInfo>
#include <QTextBoundaryFinder>

namespace facet::client {

namespace {

constexpr qsizetype longest = 48;
constexpr qsizetype shortest = 24; // a word boundary before this leaves too little

qsizetype lastBoundary(const QString &text, QTextBoundaryFinder::BoundaryType type)
{
    QTextBoundaryFinder finder(type, text);
    finder.setPosition(longest);
    return finder.isAtBoundary() ? longest : finder.toPreviousBoundary();
}

} // namespace

QString conversationTitle(const TurnRequest &first)
{
    QString text = first.text.trimmed().section(QLatin1Char('\n'), 0, 0).simplified();
    if (text.isEmpty() && !first.attachments.isEmpty())
        text = QFileInfo(first.attachments.constFirst().fileName).completeBaseName().simplified();
    text = text.normalized(QString::NormalizationForm_C);
    if (text.size() <= longest)
        return text;
    qsizetype end = lastBoundary(text, QTextBoundaryFinder::Word);
    if (end < shortest)
        end = lastBoundary(text, QTextBoundaryFinder::Grapheme);
    QString title = text.left(end).trimmed();
    while (!title.isEmpty() && (title.back() == QLatin1Char(',') || title.back() == QLatin1Char(':')))
        title.chop(1);
    return title + QChar(0x2026); // …
}

} // namespace facet::client
