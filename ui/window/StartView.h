#pragma once

#include "domain/Enums.h"
#include "ui/theme/Theme.h"

#include <QScrollArea>

namespace facet::client {
class Composer;
class Session;
} // namespace facet::client

namespace facet::ui {

class ExampleCard;
class Label;
class PosterCache;

/// The empty conversation: what can be done here, and three examples that fill the composer in one click.
class StartView : public QScrollArea {
    Q_OBJECT
public:
    StartView(Theme &theme, client::Session &session, client::Composer &composer, PosterCache &pictures,
        QWidget *parent = nullptr);

    /// What one example puts into the composer.
    struct Example {
        struct Picture {
            InputRole role;
            QString path; ///< in the program's resources
        };
        QString title;
        QString subtitle;
        QString prompt;
        QList<Picture> pictures;
    };
    static QList<Example> examples();

signals:
    /// An example is in the composer: one Enter sends it.
    void exampleTaken();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void take(const Example &example);

    client::Session &m_session;
    client::Composer &m_composer;
    QList<ExampleCard *> m_cards;
    Label *m_sandbox;
};

} // namespace facet::ui
