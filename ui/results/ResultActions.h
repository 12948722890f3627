#pragma once

#include "ui/results/ResultRef.h"
#include "ui/theme/Theme.h"

#include <QMenu>

#include <functional>

class QAction;

namespace facet::client {
class Composer;
class DraftSlot;
class Recreation;
class Sequence;
class Session;
class VideoFrames;
} // namespace facet::client

namespace facet::ui {

class ComposerFiller;
class FileChooser;
class FrameGrab;
class PosterCache;
class ResultFiles;

/// What can be done with a result, in one place for the preview, the transcript and the library: the same
/// words, the same conditions, the same work. Nothing here sends anything.
class ResultActions : public QObject {
    Q_OBJECT
public:
    enum class Action {
        ContinueFromLast, ///< a new request that starts with the very last frame
        Recreate, ///< prompt, inputs, model, options and agent back into the composer
        GrabStart, ///< the frame on screen, in full size, as start frame
        GrabEnd,
        GrabReference,
        GrabPng, ///< as a file beside the result
        GrabCopy, ///< to the clipboard
        AddToSequence,
        RevealPrompt, ///< where it was asked for
        CopyPrompt,
        SaveAs,
        Copy, ///< the file, and of an image the picture, to the clipboard
        ShowInFolder,
    };

    struct Needs {
        Theme &theme;
        client::Session &session;
        client::Composer &composer;
        FileChooser &files;
        PosterCache &posters;
        client::VideoFrames *frames = nullptr; ///< without it no frame can be taken out of a video
        client::DraftSlot *drafts =
            nullptr; ///< of the same composer; without it nothing is put into it whole
        client::Recreation *recreation = nullptr;
        client::Sequence *sequence = nullptr;
        std::function<QString()> namePattern = {}; ///< NameTemplate of "Save as"; without it: the file's name
    };
    explicit ResultActions(const Needs &needs, QObject *parent = nullptr);
    ~ResultActions() override;

    /// Whether it makes sense for this kind of result at all; when not, it is not shown.
    bool isOffered(Action action, const ResultRef &result) const;
    /// Whether it can be done now (the file is there, …).
    bool isEnabled(Action action, const ResultRef &result) const;
    static QString text(Action action);
    /// The English name for assistive technology and tests.
    static QString name(Action action);
    static Icon glyph(Action action);

    /// Ready to be put into a menu or behind a button; the result is looked at again when it is triggered.
    QAction *action(Action action, const ResultRef &result, QObject *parent);
    /// Everything that is offered for the result, in order. Goes when it closes.
    QMenu *menu(const ResultRef &result, QWidget *parent);
    /// The same at the end of a menu that has entries of its own, without what is there already.
    void addTo(QMenu &menu, const ResultRef &result, const QList<Action> &without = {});
    /// What can be done with the frame on screen: the five ways of DESIGN's "grab".
    QMenu *frameMenu(const ResultRef &result, QWidget *parent);

    void perform(Action action, const ResultRef &result, QWidget *window);
    /// There is a sequence that videos can be put into.
    bool hasSequence() const { return m_needs.sequence; }
    /// Those that are videos and here, in this order, at its end; how many were left out is said. Shows it.
    void addToSequence(const QList<ResultRef> &results);
    /// Begins to drag the file out of the window; returns when it was dropped. Nothing without a file.
    void drag(const ResultRef &result, QWidget *source);
    /// Several files, for the same.
    void drag(const QList<ResultRef> &results, QWidget *source);

    ComposerFiller &filler() { return *m_filler; }

signals:
    /// It is done, and worth a word.
    void done(const QString &sentence);
    void failed(const facet::Error &error);
    /// The prompt of this generation is to be brought into sight.
    void promptWanted(const QString &conversationId, const QString &generationKey);
    /// The composer holds something new; `undo` puts back what was there (empty: nothing was).
    void composerFilled(const QString &sentence, const std::function<void()> &undo);
    /// An input was put into the composer, which may be out of sight.
    void attached();
    void sequenceWanted(); ///< it is to be shown

private:
    QString suggestedName(const ResultRef &result) const;
    void addGroup(
        QMenu &menu, const ResultRef &result, const QList<Action> &group, const QList<Action> &without = {});

    Needs m_needs;
    ComposerFiller *m_filler;
    FrameGrab *m_grab;
    ResultFiles *m_resultFiles;
};

} // namespace facet::ui
