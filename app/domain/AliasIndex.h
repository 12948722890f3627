#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace facet {

/// A model's name found in a text.
struct AliasHit {
    int model = 0; ///< index in the catalogue
    qsizetype start = 0; ///< UTF-16 units in the text that was searched
    qsizetype length = 0;
    friend bool operator==(const AliasHit &, const AliasHit &) = default;
};

/// Finds the names of models in a message. Built once for a catalogue, so that a search costs no more
/// than one look-up at each word, however many models there are.
///
/// Names match without regard to case, spaces, hyphens and brackets ("LTX-2.3" is "LTX 2.3"), but only from
/// the start of a word to the end of one; after the end a Korean particle may follow ("클링으로", "LTX로").
/// Where several names fit, the longest wins.
class AliasIndex {
public:
    AliasIndex() = default;
    /// One list of names for each model.
    explicit AliasIndex(const QList<QStringList> &namesByModel);

    /// From left to right, not overlapping. `text` is in NFC (see QString::normalized).
    QList<AliasHit> find(QStringView text) const;

private:
    struct Entry {
        QString squashed;
        int model = 0;
    };
    QHash<char32_t, QList<Entry>> m_byHead; ///< by the first two characters; longest first
};

} // namespace facet
