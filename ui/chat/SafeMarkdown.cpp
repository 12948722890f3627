#include "ui/chat/SafeMarkdown.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextList>
#include <QUrl>

#include <algorithm>

namespace facet::ui {

namespace {

constexpr int paragraphSpace = 8; ///< pixels
constexpr int itemSpace = 3;

/// Where the mark of a quote or a list item that begins at `at` ends; `at` when there is none.
qsizetype endOfMark(QStringView line, qsizetype at)
{
    if (at >= line.size())
        return at;
    const QChar c = line.at(at);
    if (c == u'>')
        return at + 1;
    qsizetype end = at;
    if (c == u'-' || c == u'+' || c == u'*') {
        end = at + 1;
    } else {
        while (end < line.size() && line.at(end).isDigit())
            ++end;
        if (end == at || end >= line.size() || (line.at(end) != u'.' && line.at(end) != u')'))
            return at;
        ++end;
    }
    return end < line.size() && line.at(end).isSpace() ? end : at;
}

/// Marks beyond the deepest level become plain characters; so does an indentation that asks for more levels.
void appendBounded(QString &out, QStringView line)
{
    constexpr qsizetype widestIndent = 4 * SafeMarkdown::deepest;
    qsizetype at = 0;
    int depth = 0;
    while (at < line.size()) {
        const qsizetype begin = at;
        while (at < line.size() && line.at(at).isSpace())
            ++at;
        out.append(line.mid(begin, std::min(at - begin, widestIndent)));
        const qsizetype end = endOfMark(line, at);
        if (end == at)
            break;
        if (++depth > SafeMarkdown::deepest) {
            out.append(u'\\');
            break;
        }
        out.append(line.mid(at, end - at));
        at = end;
    }
    out.append(line.mid(at));
}

QString bounded(const QString &markdown)
{
    QString out;
    out.reserve(markdown.size() + 16);
    const QList<QStringView> lines = QStringView(markdown).split(u'\n');
    for (const QStringView line : lines) {
        appendBounded(out, line);
        out.append(u'\n');
    }
    return out;
}

bool isWeb(const QString &link)
{
    const QUrl url(link, QUrl::StrictMode);
    const bool known = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return known && url.isValid() && !url.host().isEmpty();
}

} // namespace

void SafeMarkdown::show(const QString &markdown)
{
    QString text = markdown;
    text.remove(QChar(QChar::Null));
    const auto marks = std::count_if(text.cbegin(), text.cend(),
        [](QChar c) { return c == u'`' || c == u'*' || c == u'_' || c == u'[' || c == u'<'; });
    if (text.size() > mostMarkdown || marks > mostMarks) {
        const bool isCut = text.size() > mostShown;
        setPlainText(isCut ? text.left(mostShown) + u'…' : text);
        return;
    }
    setMarkdown(bounded(text), MarkdownFeatures(MarkdownNoHTML) | MarkdownDialectCommonMark);
    takeOutWhatLoads();
    setParagraphsApart();
}

QVariant SafeMarkdown::loadResource(int, const QUrl &)
{
    return {};
}

void SafeMarkdown::takeOutWhatLoads()
{
    struct Change {
        int from;
        int to;
        QTextCharFormat format;
        QString text; ///< instead of a picture
    };
    QList<Change> changes;
    for (QTextBlock block = begin(); block.isValid(); block = block.next()) {
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            const QTextFragment part = at.fragment();
            const QTextCharFormat format = part.charFormat();
            const bool isPicture = format.isImageFormat();
            const QString link = isPicture ? format.toImageFormat().name() : format.anchorHref();
            if (!isPicture && (link.isEmpty() || isWeb(link)))
                continue;
            QTextCharFormat plain;
            plain.setFont(format.font(), QTextCharFormat::FontPropertiesSpecifiedOnly);
            QString text;
            if (isPicture) {
                text = format.stringProperty(QTextFormat::ImageAltText);
                if (text.isEmpty())
                    text = link;
                if (isWeb(link)) {
                    plain.setAnchor(true);
                    plain.setAnchorHref(link);
                    plain.setFontUnderline(true);
                    plain.setForeground(format.foreground());
                }
            }
            changes.prepend({ part.position(), part.position() + part.length(), plain, text });
        }
    }
    QTextCursor cursor(this);
    for (const Change &change : qAsConst(changes)) {
        cursor.setPosition(change.from);
        cursor.setPosition(change.to, QTextCursor::KeepAnchor);
        if (change.text.isEmpty())
            cursor.setCharFormat(change.format);
        else
            cursor.insertText(change.text, change.format);
    }
}

void SafeMarkdown::setParagraphsApart()
{
    QTextCursor cursor(this);
    for (QTextBlock block = begin().next(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const bool isNextItem = block.textList() && block.textList() == block.previous().textList();
        format.setTopMargin(isNextItem ? itemSpace : paragraphSpace);
        cursor.setPosition(block.position());
        cursor.setBlockFormat(format);
    }
}

} // namespace facet::ui
