#pragma once

#include "client/chat/Transcript.h"
#include "ui/chat/RowHeights.h"
#include "ui/chat/RowLayout.h"

#include <QHash>

#include <functional>

namespace facet::ui {

/// Where the rows of a conversation are, in pixels from the top of the whole conversation. Only rows that are
/// asked for are laid out; all others count with the height they had, or an estimate. What one row does is of
/// no concern to the layouts of the others.
class TranscriptLayout {
public:
    /// The height of the widget that stands for a row, at a width.
    using CardHeight = std::function<int(int row, int width)>;

    TranscriptLayout(const client::Transcript &transcript, const Theme &theme, CardHeight cardHeight)
        : m_transcript(transcript)
        , m_theme(theme)
        , m_cardHeight(std::move(cardHeight))
    {
    }

    int count() const { return m_heights.count(); }

    /// What the model tells.
    void reset();
    void inserted(int first, int last);
    void removed(int first, int last);
    void changed(int row);
    /// Which take of a generation is shown large.
    void showTake(const QString &generationKey, int take) { m_takes.insert(generationKey, take); }
    /// Another size of what is looked through; another width makes every height an estimate again.
    void setViewport(const QSize &size);

    /// Laid out now, if it is not.
    const RowLayout &at(int row);
    /// As it is known without laying anything out.
    int height(int row) const { return m_heights.height(row); }
    /// Of everything, with the space above the first row.
    qint64 contentHeight() const { return m_heights.total() + topMargin; }
    qint64 top(int row) const;
    /// The row at a height; the nearest one where there is none, -1 in an empty conversation.
    int rowAt(qint64 y) const;
    /// Lets go of layouts when there are many.
    void trim();

private:
    static constexpr int topMargin = 20; ///< above the first row
    RowSetting settingOf(int row) const;
    /// A short conversation stands at the bottom, above the composer.
    qint64 lift() const;

    const client::Transcript &m_transcript;
    const Theme &m_theme;
    CardHeight m_cardHeight;
    QSize m_viewport;
    RowHeights m_heights;
    QHash<int, RowLayout> m_rows;
    QHash<QString, int> m_takes; ///< shown, by the generation's key; the first one where there is none
};

} // namespace facet::ui
