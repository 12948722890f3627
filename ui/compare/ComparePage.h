#pragma once

#include "ui/compare/CompareItem.h"
#include "ui/compare/CompareView.h"
#include "ui/window/Page.h"

namespace facet::client {
class Session;
class VideoFrames;
} // namespace facet::client

namespace facet::ui {

class CompareCaption;
class ComparePlayer;
class CompareTransport;
class ElidedLabel;
class Segmented;

/// Two results in step, frame for frame (design/compare-dark.png): two pictures, one transport. Keys as in
/// the preview: Space, `,` `.`, `[` `]`, Backspace, `L`, Home, End; 1 to 4 choose the view, the arrows move
/// the wipe, X changes sides in the flicker.
class ComparePage : public Page {
    Q_OBJECT
public:
    ComparePage(
        Theme &theme, client::Session &session, client::VideoFrames *frames, QWidget *parent = nullptr);
    ~ComparePage() override;

    /// `title`: the conversation's, beside the page's own.
    void compare(const CompareItem &a, const CompareItem &b, const QString &title);
    void enter() override;
    ComparePlayer &player() { return *m_player; }

signals:
    /// One was chosen to go on with.
    void kept(const facet::client::GenerationRecord &record, int take);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void chooseMode(int mode);
    void refreshCaptions();
    bool handlePlaying(const QKeyEvent &event);
    bool handleView(const QKeyEvent &event);

    client::Session &m_session;
    ComparePlayer *m_player;
    ElidedLabel *m_title;
    Segmented *m_modes;
    CompareView *m_view;
    CompareCaption *m_captionA;
    CompareCaption *m_captionB;
    CompareTransport *m_transport;
    CompareItem m_a;
    CompareItem m_b;
};

} // namespace facet::ui
