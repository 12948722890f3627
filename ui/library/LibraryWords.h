#pragma once

#include "client/library/Library.h"

#include <QCoreApplication>

namespace facet::ui {

/// The library's results, filters and outcomes in words.
class LibraryWords {
    Q_DECLARE_TR_FUNCTIONS(facet::ui::LibraryWords)
public:
    static QString kind(ModelKind kind); ///< of a filter: "Videos"
    static QString oneOf(ModelKind kind); ///< "video"
    static QString sort(client::LibrarySort sort);
    /// At the end of a tile: "0:05", "2K".
    static QString measure(const client::LibraryResult &result);
    /// Why there is no file: "File missing"; empty while it is there.
    static QString place(const client::LibraryResult &result);
    /// All that a tile shows, for whoever does not see it.
    static QString spoken(const client::LibraryResult &result);
    /// The prompt, and what is not on the tile.
    static QString toolTip(const client::LibraryResult &result);
    static QString count(int shown, int total); ///< "248 of 1,913", "1,913 results"
    static QString days(const SpendingRange &days); ///< "Nov 18 – Nov 23"
    static QString trashed(const client::Library::Trashed &outcome);
};

} // namespace facet::ui
