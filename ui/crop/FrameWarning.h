#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::client {
class Composer;
}

namespace facet::ui {

class Button;
class Label;

/// Below the frames when the start and the end frame do not match: what that comes to, and the way to the
/// crop editor. A word, never a block: sending is as it was.
class FrameWarning : public QWidget {
    Q_OBJECT
public:
    FrameWarning(Theme &theme, client::Composer &composer, QWidget *parent = nullptr);

    QString text() const;

signals:
    void cropRequested();

private:
    void refresh();
    void refreshMark();

    Theme &m_theme;
    client::Composer &m_composer;
    Label *m_mark;
    Label *m_text;
    Button *m_crop;
};

} // namespace facet::ui
