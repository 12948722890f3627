#pragma once

#include "client/batch/BatchDraft.h"
#include "client/batch/BatchQueue.h"
#include "ui/window/Page.h"

#include <QPointer>

namespace facet::client {
class Composer;
class SpendingLimits;
} // namespace facet::client

namespace facet::ui {

class BatchSummary;
class BatchTable;
class Button;
class FileChooser;
class Label;
class LineTable;

/// Several requests at once. First as a table to be looked at and mended, under the one card that says what
/// all of them take; once accepted, the same table tells how far the queue is.
class BatchPage : public Page {
    Q_OBJECT
public:
    struct Parts {
        Theme &theme;
        client::Session &session;
        client::Composer &composer;
        client::BatchQueue &queue;
        client::SpendingLimits *limits; ///< null: none are kept
        client::ImageIntake &intake;
        const client::Clock &clock;
        FileChooser &files;
    };
    explicit BatchPage(const Parts &parts, QWidget *parent = nullptr);

    /// Every line of the message, with its pictures and choices.
    void showMessage();
    /// A CSV file; what the file leaves open comes from the message's choices. Read off the window's thread.
    void showFile(const QString &path);
    /// The queue as it stands.
    void showQueue();
    void enter() override;

signals:
    void topUpRequested(facet::Credits credits);

private:
    void makeDraft();
    client::TurnRequest base() const;
    void present();
    void presentDraft();
    void presentQueue();
    void presentLine();
    void refreshLine(int row);
    void accept();
    void send();
    void decline();
    void fix();
    void toggle();
    int current() const;
    QList<AskReason> reasons() const;

    Parts m_parts;
    BatchSummary *m_summary;
    BatchTable *m_table;
    LineTable *m_view;
    Label *m_line; ///< what is to be said about the current one
    Button *m_fix;
    Button *m_toggle;
    QPointer<client::BatchDraft> m_draft; ///< null: the queue is shown
    QString m_message; ///< the message's text that the draft was made of; empty: of a file
    bool m_sending = false;
    int m_round = 0; ///< of reading a file; an earlier one is ignored
};

} // namespace facet::ui
