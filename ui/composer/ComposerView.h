#pragma once

#include "domain/Quote.h"
#include "ui/theme/Theme.h"

#include <QTimer>
#include <QWidget>

namespace facet::client {
class Composer;
class PromptHistory;
class SendGate;
class Session;
} // namespace facet::client

namespace facet::ui {

class AttachmentArea;
class Button;
class Card;
class Chip;
class FileChooser;
class Label;
class MessageEdit;
class OptionsPopover;
class PromptSearch;
class QuoteBand;
class SendQuestionCard;

/// Where a message is made: quote band, frames and images, text, and the bar with model, options, cost and
/// Send (DESIGN "Layout"). Shows the draft that client::Composer keeps; decides nothing about money itself.
class ComposerView : public QWidget {
    Q_OBJECT
public:
    struct Parts {
        Theme &theme;
        client::Session &session;
        client::Composer &composer;
        client::SendGate &gate;
        FileChooser &files;
        client::PromptHistory *history = nullptr; ///< null: none is kept
    };
    explicit ComposerView(const Parts &parts, QWidget *parent = nullptr);

    QWidget *modelsButton() const;
    void focusMessage();

public slots:
    void send();
    void openOptions();
    void openCrop();
    /// Everything that was asked, to be looked through.
    void openHistory();

signals:
    void modelsRequested();
    /// Top up, with the amount that would be enough (0: not known).
    void topUpRequested(facet::Credits credits);
    /// Another plan would help: compare them.
    void plansRequested();
    void budgetRequested(bool ofConversation);
    /// Each line of the message is to be a message of its own.
    void batchRequested();
    void batchFileDropped(const QString &path); ///< a list of prompts
    void historyFailed(const facet::Error &error);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLayout *makeBar();
    void refreshText();
    void refreshQuote();
    void refreshDraft();
    void makeHistory();
    void refreshBatch();
    void addImages();
    void act(const Suggestion &suggestion);
    /// Over to the gate, which sends or asks.
    void pass();
    void onServiceAsked();
    void follow(const Suggestion &suggestion);
    void undo();
    void forgetUndo();

    /// What stood in the draft before a suggestion was followed.
    struct Undoing {
        AgentVersion agent = AgentVersion::V1;
        std::optional<QString> modelId;
        Options options;
        Suggestion followed;
    };

    Parts m_parts;
    SendQuestionCard *m_question;
    QuoteBand *m_band;
    Card *m_box;
    AttachmentArea *m_attachments;
    MessageEdit *m_edit;
    Button *m_history;
    Button *m_batch; ///< there when the message has several lines
    Button *m_models;
    Button *m_addImage;
    Button *m_options;
    Label *m_cost;
    Chip *m_mark;
    Chip *m_free;
    Button *m_send;
    OptionsPopover *m_optionsPopover = nullptr;
    PromptSearch *m_search = nullptr; ///< made when first opened
    bool m_sendWhenAsked = false; ///< Send was pressed while only an own estimate said "too much"
    std::optional<Undoing> m_undo;
    QTimer m_undoTimer;
};

} // namespace facet::ui
