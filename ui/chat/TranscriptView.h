#pragma once

#include "client/chat/ChatRunner.h"
#include "client/chat/Transcript.h"
#include "client/generation/Generations.h"
#include "client/session/Session.h"
#include "ui/chat/RowHit.h"
#include "ui/chat/RowPainter.h"
#include "ui/chat/TranscriptCards.h"
#include "ui/chat/TranscriptLayout.h"
#include "ui/chat/TranscriptMenu.h"
#include "ui/chat/TranscriptSelection.h"
#include "ui/chat/TranscriptSight.h"

#include <QAbstractScrollArea>

namespace facet::client {
class VideoFrames;
}

namespace facet::ui {

class FilmScrub;
class TranscriptCopy;
class TranscriptFind;
class TranscriptKeys;
class TranscriptMouse;

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
    /// Looks for a text in the whole conversation, in a bar above it.
    void openFind();
    /// The field of that bar has the keyboard.
    bool isFinding() const;
    /// What can be done with a result, besides playing it, for the menu of its card.
    void setResultActions(const TranscriptMenu::ResultActions &fill) { m_resultActions = fill; }
    /// For what is seen of a video while the mouse goes over its picture. They outlive this.
    void setVideoFrames(client::VideoFrames &frames);

    // ---- for what works on it: the mouse, the keyboard, the search, assistive technology

    client::Transcript &transcript() { return m_transcript; }
    TranscriptLayout &rows() { return m_layout; }
    TranscriptSight &sight() { return m_sight; }
    const TranscriptSelection &selection() const { return m_selection; }
    TranscriptCopy &copier() { return *m_copy; }
    RowCard *cardOf(int row) const { return m_cards.find(m_transcript.item(row).id); }
    /// The row with the keyboard: the last one in sight before it was moved. -1: none.
    int current() const { return m_current.isValid() || !hasFocus() ? m_current.row() : m_sight.last(); }
    enum class Ring { Hidden, Shown };
    void setCurrent(int row, Ring ring);
    void select(const TextPlace &anchor, const TextPlace &cursor);
    /// What is at a point of the viewport; row -1 in an empty conversation.
    RowHit hitAt(const QPoint &position);
    enum class Focus { Keep, Take };
    /// To the middle, as soon as it is read; of a row with a hit of the search, the first hit.
    void revealRow(int row, Focus focus);
    /// Shows a take of a finished generation, here and in the preview.
    void choose(int row, int take);
    void showTake(int row, int take);
    /// The take of a row that is shown large; -1: it has none.
    int shownTake(int row);
    void followLink(const QString &link);
    /// Room for the search's bar, pixels.
    void setTopMargin(int height) { setViewportMargins(0, height, 0, 0); }

signals:
    /// A finished result was chosen: show it in the preview. `play` when it should start at once.
    void chosen(const facet::client::GenerationRecord &record, int take, bool play);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Wanted {
        QString conversationId;
        QString generationKey;
    };

    void followModel();
    void onReset();
    void revealWanted();
    void onInserted(int first, int last);
    void onRemoved(int first, int last);
    void onChanged(int first, int last);
    /// Measures what is in sight and places the cards.
    void layOutVisible();
    void placeCards();
    /// Has the posters read that will be in sight soon: a card comes with its picture.
    void fetchPosters();
    /// Does layOutVisible() once, after the events that are waiting.
    void scheduleLayout();
    RowCard *cardFor(int row) { return m_cards.of(m_transcript.item(row)); }
    RowPainter::Look lookOf(int row);
    void centre();
    void giveFocusTo(int row);

    client::Transcript &m_transcript;
    client::Session &m_session;
    Theme &m_theme;
    RowPainter m_painter;

    TranscriptCards m_cards;
    TranscriptLayout m_layout;
    TranscriptSight m_sight;
    TranscriptSelection m_selection;
    TranscriptCopy *m_copy;
    FilmScrub *m_scrub;
    TranscriptMouse *m_mouse;
    std::unique_ptr<TranscriptKeys> m_keys;
    TranscriptFind *m_find;
    TranscriptMenu::ResultActions m_resultActions;
    std::optional<Wanted> m_wanted; ///< to be revealed
    QPersistentModelIndex m_centred; ///< to be in the middle, once it is read
    Focus m_centredFocus = Focus::Keep;
    QPersistentModelIndex m_current; ///< row with the keyboard
    Ring m_ring = Ring::Hidden;
    bool m_layoutPending = false;
};

} // namespace facet::ui
