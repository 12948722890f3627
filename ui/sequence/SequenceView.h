#pragma once

#include "client/sequence/SequenceExporter.h"
#include "ui/theme/Theme.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace facet::client {
class Sequence;
class VideoFrames;
} // namespace facet::client

namespace facet::ui {

class Button;
class ClipList;
class ExportCard;
class Label;
class PictureScreen;
class Player;
class PosterCache;
class Transport;
class VideoStage;

/// The sequence of the open conversation: its clips in order, played one after another without a gap (the
/// player has them as one video, ClipPath), and exported as one file.
class SequenceView : public QWidget {
    Q_OBJECT
public:
    struct Needs {
        Theme &theme;
        client::Sequence &sequence;
        PosterCache &posters;
        client::VideoFrames *frames = nullptr;
        client::SequenceExporter *exporter = nullptr; ///< without it nothing is exported
        std::function<client::SequenceExporter::Target()> target;
    };
    explicit SequenceView(const Needs &needs, QWidget *parent = nullptr);
    ~SequenceView() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeEmpty();
    QWidget *makeFilled();
    QLayout *makeClipButtons();
    void refresh();
    void load();
    void playFrom(int row);
    void showProblem(const QString &sentence);

    Needs m_needs;
    QWidget *m_empty = nullptr;
    QWidget *m_filled = nullptr;
    VideoStage *m_stage;
    Transport *m_transport;
    PictureScreen *m_screen;
    Label *m_summary;
    Label *m_problem;
    ClipList *m_clips;
    Button *m_up;
    Button *m_down;
    Button *m_remove;
    std::unique_ptr<Player> m_player; ///< made with the first clip that is looked at
    QString m_loaded; ///< the path that the player has
    int m_playFrom = -1; ///< row to begin with once it is loaded
};

} // namespace facet::ui
