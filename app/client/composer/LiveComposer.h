#pragma once

#include "client/composer/Clock.h"
#include "client/composer/Composer.h"
#include "client/store/ConversationStore.h"
#include "client/store/DraftStore.h"
#include "contract/Codecs.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <functional>

namespace facet::client {

class Conversations;
class ImageIntake;
class Session;

/// Composer over the open conversation, its draft on disk, and the session's catalogue and account.
class LiveComposer : public Composer {
    Q_OBJECT
public:
    /// POST /v1/quotes: QuoteApi::quote.
    using AskQuote = std::function<QFuture<Result<Quote>>(const contract::QuoteBody &)>;

    struct Needs {
        Session &session;
        Conversations &conversations;
        Database &database;
        ImageIntake &intake;
        const Clock &clock;
        AskQuote askQuote;
    };

    explicit LiveComposer(Needs needs, QObject *parent = nullptr);
    /// The draft is handed to the database, which finishes it.
    ~LiveComposer() override;

    QString conversationId() const override { return m_draft.conversationId; }
    QString text() const override { return m_draft.text; }
    AgentVersion agent() const override { return m_draft.agent; }
    std::optional<QString> pickedModel() const override { return m_draft.modelId; }
    Options options() const override { return m_draft.options; }
    QList<Attachment> attachments() const override { return m_draft.attachments; }
    const Quote &quote() const override { return m_quote; }
    Quote quoteFor(AgentVersion agent) const override;
    bool isLoading() const override { return m_loading; }
    bool quoteConfirmed() const override { return m_confirmed; }
    std::optional<QuoteDifference> quoteDifference() const override { return m_difference; }
    bool canSend() const override;
    void askService() override;

    void setText(const QString &text) override;
    void setAgent(AgentVersion agent) override;
    void pickModel(const std::optional<QString> &modelId) override;
    void setOptions(const Options &options) override;
    void attachFile(InputRole role, const QString &path) override;
    void attachBytes(InputRole role, const QByteArray &bytes, const QString &fileName) override;
    void attachPixels(InputRole role, const QImage &image) override;
    bool accepts(const QMimeData *data) const override;
    void attachMime(const QMimeData *data, std::optional<InputRole> role = {}) override;
    void detach(const QString &attachmentId) override;
    void swapFrames() override;
    void apply(const Suggestion &suggestion) override;
    TurnRequest take() override;

    /// Puts a message back that could not be sent (ChatRunner::takenBack, which has done so on disk). What
    /// has been written since stays, below it.
    void putBack(const TurnRequest &turn);

private:
    void openCurrent();
    void readLastAgent();
    void useAgent(AgentVersion agent);
    void loaded(const QString &conversationId, const Result<std::optional<StoredDraft>> &draft);
    void leave();
    void changed();
    void save();
    bool hasSomething() const;
    /// For the files of one drop, in their order; empty: no place for it.
    QList<std::optional<InputRole>> rolesFor(int files, std::optional<InputRole> asked) const;
    /// A place for a picture that is being read; empty when it may not be added (said by refused()).
    QString addReading(InputRole role, const QString &fileName);
    void follow(const QString &attachmentId, QFuture<Result<Attachment>> reading);
    void wasRead(const QString &attachmentId, const Result<Attachment> &read);
    static bool isReading(const StoredDraft &draft);
    static void merge(StoredDraft &mine, const std::optional<StoredDraft> &stored, bool touched);
    static bool settle(StoredDraft &draft, const QString &attachmentId, const Result<Attachment> &read);
    void recompute();
    bool canAsk() const;
    void confirm();
    void confirmed(const Result<Quote> &answer);
    void sayAsked();
    contract::QuoteBody quoteBody() const;
    bool hasVideoToEdit() const;
    void sayEverything();

    Needs m_needs;
    DraftStore m_drafts;
    ConversationStore m_facts;
    AgentVersion m_lastAgent = AgentVersion::V1; ///< the last one used: a new conversation begins with it
    bool m_agentChosen = false; ///< in this start of the program
    StoredDraft m_draft;
    QHash<QString, StoredDraft> m_elsewhere; ///< left while a picture was still being read
    QSet<QString> m_unmerged; ///< those of them that were left before the disk answered
    bool m_loading = false;
    bool m_touched = false; ///< changed since the conversation was opened
    mutable PromptReader m_reader; ///< of the text, keystroke by keystroke
    Quote m_quote;
    std::optional<QuoteDifference> m_difference;
    bool m_confirmed = false;
    bool m_asked = false; ///< somebody waits for serviceAsked()
    int m_round = 0; ///< of quoting; answers to an earlier one are ignored
    QTimer m_saveTimer;
    QTimer m_confirmTimer;
};

} // namespace facet::client
