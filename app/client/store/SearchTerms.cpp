#include "client/store/SearchTerms.h"

#include "client/store/MessageRows.h"

namespace facet::client {

namespace {

constexpr int mostTerms = 16; // whoever pastes a page is not searching

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\u201C' || c == u'\u201D' || c == u'\u201E';
}

} // namespace

SearchTerms SearchTerms::of(const QString &typed)
{
    SearchTerms terms;
    const auto add = [&terms](const QString &text) {
        const QString term = searchedTextOf(text);
        if (!term.isEmpty() && terms.all.size() < mostTerms && !terms.all.contains(term))
            terms.all.append(term);
    };
    QString word;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QChar c = typed.at(i);
        if (isQuote(c)) {
            qsizetype end = i + 1;
            while (end < typed.size() && !isQuote(typed.at(end)))
                ++end;
            if (end == typed.size())
                continue; // alone: what follows are words
            add(std::exchange(word, {}));
            add(typed.mid(i + 1, end - i - 1));
            i = end;
        } else if (c.isSpace()) {
            add(std::exchange(word, {}));
        } else {
            word += c;
        }
    }
    add(word);
    return terms;
}

int codePoints(const QString &text)
{
    int count = 0;
    for (const QChar c : text)
        count += c.isLowSurrogate() ? 0 : 1;
    return count;
}

} // namespace facet::client
