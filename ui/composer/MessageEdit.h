#pragma once

#include "ui/theme/Theme.h"

#include <QPlainTextEdit>

namespace facet::client {
class Composer;
}

namespace facet::ui {

/// The message: grows to eight lines. Enter sends, also while a syllable is being composed: it is
/// committed first, and sent once. Shift+Enter breaks the line, Tab leaves, Up in an empty one asks for the
/// last prompt. Pasted and dropped pictures go to the composer.
class MessageEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    MessageEdit(Theme &theme, client::Composer &composer, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    static constexpr int fewestLines = 2;
    static constexpr int mostLines = 8; // DESIGN "Layout"

signals:
    void sendRequested();
    void recallRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void commitPreedit();
    void fitHeight();
    int lines() const;

    Theme &m_theme;
    client::Composer &m_composer;
    QString m_preedit; ///< being composed, not yet in the text
};

} // namespace facet::ui
