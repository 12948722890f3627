#pragma once

#include <QString>
#include <QStringList>

namespace facet::client {

/// What a person typed into a search field, as terms that all have to occur: words, and phrases in double
/// quotes. Nothing else has a meaning of its own: AND, OR, *, - and the like are looked for as they stand,
/// and a quote without its partner is left out.
struct SearchTerms {
    QStringList all; ///< as the index has them (searchedTextOf); no two alike

    static SearchTerms of(const QString &typed);
    bool isEmpty() const { return all.isEmpty(); }
};

/// Characters as people count them for this purpose: code points.
int codePoints(const QString &text);

} // namespace facet::client
