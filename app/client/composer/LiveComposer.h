#pragma once

#include "client/composer/Clock.h"
#include "client/composer/DraftSlot.h"
#include "client/composer/MimeImages.h"
#include "client/store/ConversationStore.h"
#include "client/store/DraftStore.h"
#include "contract/Codecs.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>

namespace facet::client {

class Conversations;
class HttpClient;
class ImageIntake;
class RemoteInputs;
class Session;

/// Composer over the open conversation, its draft on disk, and the session's catalogue and account.
class LiveComposer : public Composer, public DraftSlot {
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
        HttpClient *http = nullptr; ///< fetches pictures by their address; null: none are
    };

    explicit LiveComposer(Needs needs, QObject *parent = nullptr);
    /// The draft is handed to the database, which finishes it.
    ~LiveComposer() override;

    QString conversationId() const override { return m_draft.conversationId; }
    QString text() const override { return m_draft.text; }
    AgentVersion agent() const override { return m_draft.agent; }
    std::optional<QString> pickedModel() const override { return m_draft.modelId; }
    Options options() const override { return m_draft.options; }
    QList<Attachment> attachments() const override;
    QList<Attachment> keptAside() const override;
    const Quote &quote() const override { return m_quote; }
    Quote quoteFor(AgentVersion agent) const override;
    bool isLoading() const override { return m_loading; }
    bool quoteConfirmed() const override { return m_confirmed; }
    std::optional<QuoteDifference> quoteDifference() const override { return m_difference; }
    bool canSend() const override;
    std::optional<Credits> priceWas() const override { return m_draft.priceWas; }
    void forgetPriceWas() override;
    void askService() override;

    void setText(const QString &text) override;
    void setAgent(AgentVersion agent) override;
    void pickModel(const std::optional<QString> &modelId) override;
    void setOptions(const Options &options) override;
    void attachFile(InputRole role, const QString &path) override;
    void attachBytes(InputRole role, const QByteArray &bytes, const QString &fileName) override;
    void attachPixels(InputRole role, const QImage &image) override;
    void attachUrl(InputRole role, const QUrl &url) override;
    bool accepts(const QMimeData *data) const override;
    void attachMime(const QMimeData *data, std::optional<InputRole> role = {}) override;
    void detach(const QString &attachmentId) override;
    void swapFrames() override;
    void setRole(const QString &attachmentId, InputRole role) override;
    void move(const QString &attachmentId, int to) override;
    void bringBack(const QString &attachmentId) override;
    void flatten(const QString &attachmentId, const QColor &background) override;
    void fitToLimits(const QString &attachmentId, bool fit) override;
    void replace(const QString &attachmentId, const QImage &pixels, const QString &notice) override;
    void restoreOriginal(const QString &attachmentId) override;
    bool isTooLarge(const Attachment &attachment) const override;
    void apply(const Suggestion &suggestion) override;
    TurnRequest take() override;

    TurnRequest draft() const override;
    void restore(const TurnRequest &request) override;

    /// Puts a message back that could not be sent (ChatRunner::takenBack, which has done so on disk). What
    /// has been written since stays, below it.
    void putBack(const TurnRequest &turn);
    /// The same for one that the service refused because of its price, see priceWas().
    void takeBack(const TurnRequest &turn);

private:
    void putUnsent(const StoredDraft &unsent);
    void saveSoon();
    void openCurrent();
    void readLastAgent();
    void useAgent(AgentVersion agent);
    void loaded(const QString &conversationId, const Result<std::optional<StoredDraft>> &draft);
    void leave();
    void changed();
    void save();
    bool hasSomething() const;
    bool takesFrames() const;
    /// For the files of one drop, in their order; empty: no place for it.
    QList<std::optional<InputRole>> rolesFor(const QStringList &files, std::optional<InputRole> asked) const;
    /// A place for a file that is being read; empty when it may not be added (said by refused()).
    QString addReading(InputRole role, const QString &fileName);
    void attachOne(InputRole role, const MimeImages &images);
    void fetch(InputRole role, const MimeImages &images);
    void arrived(const QString &attachmentId, const Result<QByteArray> &bytes, const QString &fileName);
    void follow(const QString &attachmentId, const QFuture<Result<Attachment>> &reading);
    void wasRead(const QString &attachmentId, const Result<Attachment> &read);
    /// The attachment, in the open draft or in one that was left meanwhile; null: taken off.
    Attachment *find(const QString &attachmentId);
    Attachment *findHere(const QString &attachmentId);
    /// After a change of an attachment, wherever it is now.
    void attachmentChanged(const QString &attachmentId);
    /// What of it goes to the chosen model, and what is put aside.
    void sortOut();

    /// One change of a picture's work; they are done one after the other.
    struct Change {
        std::function<void(PictureWork &)> apply;
        QImage pixels; ///< that take the original's place; null: none
    };
    void change(const QString &attachmentId, Change change);
    void workOn(const QString &attachmentId);
    void worked(const QString &attachmentId, const PictureWork &wanted, const Result<Attachment> &made);
    /// What the model that the message goes to takes of a picture.
    PictureWork limitsNow() const;
    void fitAll();

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
    bool m_unsaved = false; ///< changed since it was last handed to the disk
    bool m_touched = false; ///< changed since the conversation was opened
    mutable PromptReader m_reader; ///< of the text, keystroke by keystroke
    Quote m_quote;
    std::optional<QuoteDifference> m_difference;
    bool m_confirmed = false;
    bool m_asked = false; ///< somebody waits for serviceAsked()
    int m_round = 0; ///< of quoting; answers to an earlier one are ignored
    QHash<QString, QList<Change>> m_changes; ///< that wait, by attachment id
    std::unique_ptr<RemoteInputs> m_remote; ///< null: no network
    QHash<QString, MimeImages> m_standIns; ///< for pictures that are being fetched, by attachment id
    QTimer m_saveTimer;
    QTimer m_confirmTimer;
};

} // namespace facet::client
