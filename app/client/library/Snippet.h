#pragma once

#include "client/library/Search.h"
#include "client/store/SearchTerms.h"

namespace facet::client {

/// The part of `text` around the first of the terms, at most about `length` characters, in one line, and
/// where terms stand in it.
struct Snippet {
    QString text;
    QList<SearchHit::Mark> marks;

    static Snippet of(const QString &text, const SearchTerms &terms, int length = 120);
};

} // namespace facet::client
