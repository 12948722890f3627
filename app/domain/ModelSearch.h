#pragma once

#include "domain/Account.h"
#include "domain/Model.h"

namespace facet {

/// Finds models by what people call them and by what they can do: name, vendor, aliases, and words for
/// methods and features ("lip sync", "4K", "start frame", "무제한", "업스케일"), English and Korean alike.
/// Made once for a catalogue and an account; a search then is a look through prepared text.
class ModelSearch {
public:
    struct Hit {
        int model = 0; ///< index in the catalogue
        bool byName = false; ///< by name, vendor or alias, not only by what it can do
        friend bool operator==(const Hit &, const Hit &) = default;
    };

    ModelSearch() = default;
    /// `benefits` say which models answer to "unlimited".
    ModelSearch(const Catalogue &catalogue, const QList<Benefit> &benefits);

    /// In the catalogue's order. Names match anywhere inside, abilities from the start of a word; the words
    /// of the query may name several things, of which all have to hold. An empty query finds everything.
    QList<Hit> find(QStringView query) const;

private:
    struct Entry {
        QString names; ///< each after a line break, in search letters
        QString initials; ///< of those with Hangul
        QString abilities; ///< each, and each of its later words, after a line break
    };
    static bool hasName(const Entry &entry, const QString &letters);
    static bool hasAbility(const Entry &entry, const QString &letters);

    QList<Entry> m_entries;
};

/// What `model` can do, in the words people search with, both languages. From its data alone.
QStringList abilityWords(const Model &model);

} // namespace facet
