#include "client/library/Snippet.h"

#include <algorithm>

namespace facet::client {

namespace {

constexpr int lead = 30; // characters before the first term
const QChar ellipsis(0x2026);

QList<SearchHit::Mark> marksIn(const QString &text, const SearchTerms &terms)
{
    QList<SearchHit::Mark> found;
    for (const QString &term : terms.all) {
        for (qsizetype at = text.indexOf(term, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(term, at + term.size(), Qt::CaseInsensitive))
            found.append({ static_cast<int>(at), static_cast<int>(term.size()) });
    }
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
        return a.start != b.start ? a.start < b.start : a.length > b.length;
    });
    QList<SearchHit::Mark> marks;
    for (const SearchHit::Mark &mark : std::as_const(found)) {
        if (marks.isEmpty() || mark.start >= marks.last().start + marks.last().length) {
            marks.append(mark);
            continue;
        }
        SearchHit::Mark &last = marks.last();
        last.length = std::max(last.start + last.length, mark.start + mark.length) - last.start;
    }
    return marks;
}

bool splitsPair(const QString &text, qsizetype at)
{
    return at > 0 && at < text.size() && text.at(at).isLowSurrogate();
}

} // namespace

Snippet Snippet::of(const QString &text, const SearchTerms &terms, int length)
{
    QString line = text.normalized(QString::NormalizationForm_C).simplified();
    const QList<SearchHit::Mark> first = marksIn(line, terms);
    qsizetype start = first.isEmpty() ? 0 : std::max(0, first.constFirst().start - lead);
    start = std::max<qsizetype>(0, std::min<qsizetype>(start, line.size() - length));
    if (start > 0) { // at the beginning of a word, if there is one near
        const qsizetype space = line.indexOf(u' ', start);
        if (space >= 0 && !first.isEmpty() && space < first.constFirst().start)
            start = space + 1;
    }
    qsizetype end = std::min<qsizetype>(line.size(), start + length);
    start += splitsPair(line, start) ? 1 : 0;
    end -= splitsPair(line, end) ? 1 : 0;
    Snippet snippet;
    snippet.text = line.mid(start, end - start);
    if (start > 0)
        snippet.text.prepend(ellipsis);
    if (end < line.size())
        snippet.text.append(ellipsis);
    snippet.marks = marksIn(snippet.text, terms);
    return snippet;
}

} // namespace facet::client
