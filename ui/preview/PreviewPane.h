#pragma once

#include "client/generation/Generations.h"
#include "client/session/Session.h"
#include "ui/theme/Theme.h"

#include <QWidget>

#include <memory>

class QStackedLayout;

namespace facet::ui {

class Button;
class Chip;
class ElidedLabel;
class FactsGrid;
class Label;
class Player;
class PosterCache;
class Transport;
class VideoStage;

/// The preview: one result, its controls, its facts, and what can be done with its file. Nothing of the media
/// library is loaded before the first result is shown.
class PreviewPane : public QWidget {
    Q_OBJECT
public:
    PreviewPane(client::Session &session, client::Generations &generations, Theme &theme,
        PosterCache &posters, QWidget *parent = nullptr);
    ~PreviewPane() override;

    /// Shows take `take` (0-based) of a finished generation; with `play` it starts at once.
    void present(const client::GenerationRecord &record, int take, bool play);
    /// Nothing is chosen: says what this place is for.
    void clear();
    /// The generation shown; empty: none.
    QString shownKey() const { return m_record.key; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeEmpty();
    QWidget *makeFilled();
    void loadFile(const QString &path, bool play);
    bool makePlayer(); ///< false: said why
    void showProblem(const QString &sentence);
    void saveAs();
    void showInFolder();
    QString filePath() const;

    client::Session &m_session;
    client::Generations &m_generations;
    Theme &m_theme;
    client::GenerationRecord m_record;
    int m_take = 0;

    QStackedLayout *m_stack;
    VideoStage *m_stage;
    Label *m_picture;
    Chip *m_draft;
    Transport *m_transport;
    QWidget *m_takes;
    Label *m_problem;
    Button *m_fetch;
    FactsGrid *m_facts;
    Button *m_save;
    Button *m_folder;
    std::unique_ptr<Player> m_player;
};

} // namespace facet::ui
