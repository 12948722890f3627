#pragma once

#include "client/generation/Generations.h"
#include "client/session/Session.h"
#include "ui/results/ResultRef.h"
#include "ui/theme/Theme.h"

#include <QWidget>

#include <memory>

class QStackedLayout;

namespace facet::client {
class VideoFrames;
}

namespace facet::ui {

class Button;
class Chip;
class ElidedLabel;
class FactsGrid;
class FullScreenView;
class Label;
class PictureScreen;
class Player;
class PosterCache;
class ResultActions;
class ResultButtons;
class Transport;
class VideoStage;

/// The preview: one result, its controls, its facts, and what can be done with its file. Nothing of the media
/// library is loaded before the first result is shown.
class PreviewPane : public QWidget {
    Q_OBJECT
public:
    /// `frames`: filmstrips; null: none are shown.
    PreviewPane(client::Session &session, client::Generations &generations, Theme &theme,
        PosterCache &posters, ResultActions &actions, client::VideoFrames *frames,
        QWidget *parent = nullptr);
    ~PreviewPane() override;

    /// Shows take `take` (0-based) of a finished generation; with `play` it starts at once.
    void present(const client::GenerationRecord &record, int take, bool play);
    /// Nothing is chosen: says what this place is for.
    void clear();
    /// The generation shown; empty: none.
    QString shownKey() const { return m_record.key; }
    /// The file on screen, and its frame.
    ResultRef shown() const;
    /// What plays, for whoever takes frames out of it; null before the first result.
    Player *player() const { return m_player.get(); }

signals:
    /// To be compared with another result; `anchor` is the button that asked.
    void compareRequested(const facet::client::GenerationRecord &record, int take, QWidget *anchor);
    /// The frame that is shown (from 0) of take `take` is to be taken out.
    void grabRequested(const facet::client::GenerationRecord &record, int take, qint64 frame);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QWidget *makeEmpty();
    QWidget *makeFilled();
    void loadFile(const QString &path, bool play);
    void makePlayer();
    void onLoaded();
    void toggleFullScreen();
    bool isPicture() const;
    void showProblem(const QString &sentence);
    QString filePath() const;

    client::Session &m_session;
    client::Generations &m_generations;
    Theme &m_theme;
    PosterCache &m_posters;
    ResultActions &m_actions;
    client::VideoFrames *m_frames;
    client::GenerationRecord m_record;
    int m_take = 0;

    QStackedLayout *m_stack;
    VideoStage *m_stage;
    Chip *m_draft;
    Transport *m_transport;
    PictureScreen *m_screen;
    FullScreenView *m_fullScreen = nullptr; ///< made when first asked for
    QWidget *m_takes;
    Label *m_problem;
    Button *m_fetch;
    FactsGrid *m_facts;
    ResultButtons *m_buttons;
    std::unique_ptr<Player> m_player;
};

} // namespace facet::ui
