#pragma once

#include "client/batch/BatchDraftLine.h"
#include "client/composer/Clock.h"

#include <QHash>
#include <QTimer>

namespace facet::client {

class ImageIntake;
class Session;
struct BatchCsv;

/// A batch before it is sent: its lines, what each would take by the rules of app/domain, what is wrong with
/// a line and what would mend it. Nothing is sent, stored or taken here.
///
/// Lines are looked at a few milliseconds at a time and pictures are read off the window's thread, so a
/// thousand lines never stop the window.
class BatchDraft : public QObject {
    Q_OBJECT
public:
    struct Needs {
        const Session &session;
        ImageIntake &intake;
        const Clock &clock;
    };
    /// `base`: the message's choices, which every line takes over: conversation, agent, model, options and
    /// pictures. Its text is not looked at.
    BatchDraft(Needs needs, const TurnRequest &base, QObject *parent = nullptr);

    static constexpr int mostLines = 1000;

    /// How many prompts a text holds: its lines that are not empty.
    static int promptsIn(const QString &text);
    static QList<BatchWish> wishesIn(const QString &text);

    /// In place of what was there. Errors: Unsupported, more than mostLines; nothing is changed then.
    Result<void> setWishes(const QList<BatchWish> &wishes, const QString &folder = {});

    const TurnRequest &base() const { return m_base; }
    const QList<BatchDraftLine> &lines() const { return m_lines; }
    BatchTotal total() const;
    /// Every line was looked at: the total is the whole.
    bool isReady() const { return m_unchecked.isEmpty() && m_reading == 0 && total().unchecked == 0; }
    /// The message's choices are others now; its pictures may have been read meanwhile.
    void setBase(const TurnRequest &base);

    void setIncluded(int row, bool included);
    /// Puts the problem's `fix` in place.
    void fix(int row);
    /// Another picture for the file that is missing or cannot be read.
    void useFile(int row, const QString &path);

    /// The lines to be sent, in their order, each with its id, its quote as shown, and pictures of its own.
    QList<TurnRequest> turns() const;

signals:
    void lineChanged(int row);
    /// Any figure of total(), and whether it is ready. Also after the last lineChanged of a round.
    void changed();

private:
    void checkAll();
    void checkSome();
    void check(int row);
    std::optional<BatchProblem> readModel(const BatchWish &wish, TurnRequest &turn) const;
    std::optional<BatchProblem> readOptions(
        const BatchWish &wish, const Model &model, TurnRequest &turn) const;
    /// Empty while it is being read.
    std::optional<Result<Attachment>> picture(const QString &path, const PictureWork &work);
    /// What the model of that line takes of a picture.
    PictureWork limitsFor(const BatchWish &wish, const TurnRequest &turn) const;
    /// False: a picture of it is being read.
    bool readFiles(const BatchWish &wish, TurnRequest &turn, std::optional<BatchProblem> &problem);
    Quote quote(const TurnRequest &turn) const;
    void touch(int row);

    Needs m_needs;
    TurnRequest m_base;
    QString m_folder;
    QList<BatchDraftLine> m_lines;
    QList<int> m_unchecked; ///< rows, in their order
    /// By path and limits: many lines may begin with the same picture.
    QHash<QString, std::optional<Result<Attachment>>> m_pictures;
    int m_reading = 0;
    int m_round = 0; ///< of wishes; pictures of an earlier one are ignored
    QTimer m_next;
};

} // namespace facet::client
