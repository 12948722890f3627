#pragma once

#include "ui/theme/Theme.h"

#include <QElapsedTimer>
#include <QPlainTextEdit>
#include <QTimer>

namespace facet::client {
class Composer;
}

namespace facet::ui {

/// The message: grows to eight lines. Enter sends, also while a syllable is being composed: it is
/// committed first, and sent once, in whatever order the input method tells of the key and of the syllable.
/// Shift+Enter breaks the line, Ctrl+Shift+Enter sends its lines as a batch, Tab leaves. Up in an empty one,
/// or in one that came from the history and is as it came, asks for the prompt before; Down for the one
/// after. Pasted and dropped pictures go to the composer.
class MessageEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    MessageEdit(Theme &theme, client::Composer &composer, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// Puts a prompt of the history in, to be sent, changed, or replaced by the next one with Up and Down.
    void recall(const QString &prompt);
    /// Whether a message can be several requests at once; false: its lines and dropped lists are words only.
    void setTakesBatches(bool takes) { m_takesBatches = takes; }

    static constexpr int fewestLines = 2;
    static constexpr int mostLines = 8; // DESIGN "Layout"

signals:
    void sendRequested();
    void batchRequested();
    void batchFileDropped(const QString &path); ///< a list of prompts, dropped or pasted as a file
    void olderRequested(); ///< Up: the prompt before this one
    void newerRequested(); ///< Down, in a recalled prompt

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void send();
    void commitPreedit();
    bool isEchoOfCommit(const QInputMethodEvent &event) const;
    bool isRecalled() const;
    QString listIn(const QMimeData *source) const; ///< the file of a batch; empty: there is none
    void fitHeight();
    int lines() const;

    Theme &m_theme;
    client::Composer &m_composer;
    bool m_takesBatches = true;
    QString m_preedit; ///< being composed, not yet in the text
    QString m_recalled; ///< as it came from the history; empty: nothing did
    QString m_committed; ///< by commitPreedit: the input method may tell of it once more
    QElapsedTimer m_sinceCommit;
    QElapsedTimer
        m_sinceDropped; ///< a composition ended without its syllable, which may follow; else invalid
    QTimer m_sendLater; ///< Enter was pressed before that syllable came
};

} // namespace facet::ui
