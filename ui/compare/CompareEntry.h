#pragma once

#include "ui/compare/CompareItem.h"
#include "ui/theme/Theme.h"

namespace facet::client {
class Conversations;
class Session;
class Transcript;
} // namespace facet::client

namespace facet::ui {

class ComparePicker;
class Pages;
class PosterCache;

/// The ways into the comparison: "Compare" in the preview, which asks with what of the conversation, and two
/// results that were chosen elsewhere.
class CompareEntry : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Theme &theme;
        client::Session &session;
        client::Transcript &transcript;
        client::Conversations &conversations;
        PosterCache &posters;
        Pages &pages;
    };
    CompareEntry(const Parts &parts, QObject *parent = nullptr);

public slots:
    /// Asks with which other take or result of the open conversation, beside `anchor`; with the only other
    /// one at once.
    void choose(const facet::client::GenerationRecord &record, int take, QWidget *anchor);
    /// Those two, for instance the two that are chosen in the library.
    void compare(const facet::ui::CompareItem &a, const facet::ui::CompareItem &b);

signals:
    /// There is nothing to compare with; a sentence for people.
    void refused(const QString &sentence);

private:
    QList<CompareItem> others(const CompareItem &than) const;

    Parts m_parts;
    ComparePicker *m_picker = nullptr; ///< made when first asked for; its window's child
    CompareItem m_first;
};

} // namespace facet::ui
