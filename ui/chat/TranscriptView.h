#pragma once

#include "client/chat/ChatRunner.h"
#include "client/chat/Transcript.h"
#include "client/generation/Generations.h"
#include "client/session/Session.h"
#include "ui/chat/RowPainter.h"
#include "ui/chat/TranscriptCards.h"
#include "ui/chat/TranscriptLayout.h"

#include <QAbstractScrollArea>

namespace facet::ui {

/// The open conversation. Rows are painted from the model, only those in sight are laid out, and only rows
/// that can be acted upon in place (progress, approval, failure) are widgets, for as long as they are in
/// sight. Stays at the end while it is there; keeps its place when rows above change.
class TranscriptView : public QAbstractScrollArea {
    Q_OBJECT
public:
    TranscriptView(client::Transcript &transcript, client::ChatRunner &runner,
        client::Generations &generations, client::Session &session, Theme &theme, PosterCache &posters,
        QWidget *parent = nullptr);
    ~TranscriptView() override;

    /// Shows the end of the conversation.
    void scrollToEnd();
    /// Brings a generation into sight and gives it the keyboard, now or as soon as its conversation is there.
    void reveal(const QString &conversationId, const QString &generationKey);

signals:
    /// A finished result was chosen: show it in the preview. `play` when it should start at once.
    void chosen(const facet::client::GenerationRecord &record, int take, bool play);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Hit {
        int row = -1;
        int poster = -1; ///< of a finished generation
        QString link; ///< in an agent's text
        friend bool operator==(const Hit &, const Hit &) = default;
    };

    struct Wanted {
        QString conversationId;
        QString generationKey;
    };

    void onReset();
    void revealWanted();
    void onInserted(int first, int last);
    void onRemoved(int first, int last);
    void onChanged(int first, int last);
    /// Measures what is in sight, places the cards, and sets the scroll range.
    void layOutVisible();
    /// Does layOutVisible() once, after the events that are waiting.
    void scheduleLayout();
    RowCard *cardFor(int row) { return m_cards.of(m_transcript.item(row)); }
    int topOf(int row) const; ///< in viewport pixels
    bool isAtEnd() const;
    Hit hitTest(const QPoint &position);
    void choose(const Hit &hit);
    void moveCurrent(int step);
    void updateRange();

    client::Transcript &m_transcript;
    client::Session &m_session;
    Theme &m_theme;
    RowPainter m_painter;

    TranscriptCards m_cards;
    TranscriptLayout m_layout;
    std::optional<Wanted> m_wanted; ///< to be revealed
    Hit m_hovered;
    Hit m_pressed;
    int m_current = -1; ///< row with the keyboard
    bool m_stickToEnd = true;
    bool m_layoutPending = false;
    bool m_layingOut = false;
};

} // namespace facet::ui
