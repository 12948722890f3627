#pragma once

#include "client/media/Attachment.h"
#include "domain/QuoteDifference.h"

#include <QObject>

class QColor;
class QMimeData;
class QUrl;

namespace facet::client {

/// One message ready to go: what ChatRunner::send takes. The quote is the one that was on screen.
struct TurnRequest {
    QString conversationId;
    AgentVersion agent = AgentVersion::V1;
    QString text;
    QList<Attachment> attachments;
    std::optional<QString> modelId; ///< ✨; empty: Automatic
    Options options; ///< what was set, not the defaults
    Quote quote; ///< as shown when Send was pressed; its total is the price lock
    /// The id that the message has in the transcript, chosen by who follows it there (a line of a batch).
    /// When its price rose it goes back to them (ChatRunner::returned), not into the draft. Empty: the
    /// composer's.
    QString messageId = {};
};

/// The draft of the open conversation: text, attachments, model, options, agent, and what sending it would
/// take. Kept on disk per conversation as it changes. The quote follows every change at once (domain rules)
/// and is confirmed by the service when typing rests; the service's word wins.
class Composer : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QString conversationId() const = 0;
    virtual QString text() const = 0;
    virtual AgentVersion agent() const = 0;
    virtual std::optional<QString> pickedModel() const = 0;
    virtual Options options() const = 0;
    /// What a message sent now would carry, in its order.
    virtual QList<Attachment> attachments() const = 0;
    /// Attached, but not taken by the model that was chosen in ✨: shown as such, neither sent nor priced.
    /// Back in attachments() by themselves with a model that takes them.
    virtual QList<Attachment> keptAside() const = 0;
    std::optional<Attachment> attachmentFor(InputRole role) const;

    /// Always current. modelId empty and totalCredits empty while the catalogue is not known.
    virtual const Quote &quote() const = 0;
    /// What the same draft would take with this agent, by the rules alone: never the service's word.
    virtual Quote quoteFor(AgentVersion agent) const = 0;
    /// The draft of the conversation that was just opened is not here yet.
    virtual bool isLoading() const = 0;
    /// The service answered for exactly this draft.
    virtual bool quoteConfirmed() const = 0;
    /// What the service's quote says otherwise than the rules here did; empty while it has not answered, and
    /// when both agree.
    virtual std::optional<QuoteDifference> quoteDifference() const = 0;
    /// Something to send, nothing still being read or too large, a service to send to, not blocked. For lack
    /// of credits only the service's own quote blocks: an estimate made here may be too high.
    virtual bool canSend() const = 0;
    /// The service refused to send this very draft because it takes something else than these credits, which
    /// were shown; kept through a restart, gone with the first change.
    virtual std::optional<Credits> priceWas() const { return {}; }
    /// The person knows: it is not asked about again.
    virtual void forgetPriceWas() { }
    /// Asks the service for its quote now rather than when typing rests; serviceAsked follows, once.
    virtual void askService() = 0;

    virtual void setText(const QString &text) = 0;
    virtual void setAgent(AgentVersion agent) = 0;
    /// Keeps what fits the model and puts the rest aside; what was aside and fits comes back.
    virtual void pickModel(const std::optional<QString> &modelId) = 0;
    virtual void setOptions(const Options &options) = 0;
    /// Reads off the window's thread; attachmentsChanged follows. A frame role replaces what was there. What
    /// the file is is told by its content: a video or a sound gets its own role, whatever was asked.
    virtual void attachFile(InputRole role, const QString &path) = 0;
    virtual void attachBytes(InputRole role, const QByteArray &bytes, const QString &fileName) = 0;
    virtual void attachPixels(InputRole role, const QImage &image) = 0;
    /// Fetches a picture over HTTPS; detach() stops that. What is no picture is said by refused().
    virtual void attachUrl(InputRole role, const QUrl &url) = 0;
    /// Whether a drop or paste holds something attachable: files, image data, addresses of images.
    virtual bool accepts(const QMimeData *data) const = 0;
    /// A drop on the window, or a paste. Without a role: two images fill the empty frame slots, one becomes
    /// a reference image. `role` is set when it was dropped on a slot.
    virtual void attachMime(const QMimeData *data, std::optional<InputRole> role = {}) = 0;
    virtual void detach(const QString &attachmentId) = 0;
    virtual void swapFrames() = 0;
    /// Another use for a picture. A frame that is there already takes the place that this one leaves.
    virtual void setRole(const QString &attachmentId, InputRole role) = 0;
    /// To place `to` (from 0) among the attachments of its role.
    virtual void move(const QString &attachmentId, int to) = 0;
    /// Attaches what was kept aside, fit or not: what does not fit is then said, and blocks.
    virtual void bringBack(const QString &attachmentId) = 0;

    // Work on a picture, off the window's thread, always from its original: attachmentsChanged follows twice.
    /// Fills transparent parts with a colour; an invalid colour makes them transparent again.
    virtual void flatten(const QString &attachmentId, const QColor &background) = 0;
    /// False takes a resize back: then the picture may be too large to be sent. True makes it fit again.
    virtual void fitToLimits(const QString &attachmentId, bool fit) = 0;
    /// Edited pixels (a crop) take the picture's place; the original is kept, and restoreOriginal() brings it
    /// back. `notice` says in the user's language what was done: "Cropped to 16:9."
    virtual void replace(const QString &attachmentId, const QImage &pixels, const QString &notice) = 0;
    /// Takes every edit back: replaced pixels, a filled background, a resize that was taken back.
    virtual void restoreOriginal(const QString &attachmentId) = 0;
    /// More pixels or bytes than the model takes, because a resize was taken back: sending waits.
    virtual bool isTooLarge(const Attachment &attachment) const = 0;
    /// Does what the suggestion says; attach and top-up kinds are the window's to do.
    virtual void apply(const Suggestion &suggestion) = 0;
    /// The draft as a message; the text and attachments are cleared, model, options and agent stay.
    virtual TurnRequest take() = 0;

signals:
    void textChanged(); ///< not for changes that come from setText with the same text
    void draftChanged(); ///< agent, model, options, conversation
    void attachmentsChanged();
    void quoteChanged();
    void serviceAsked(); ///< its quote is here, or it cannot be asked: see quoteConfirmed()
    void refused(const facet::Error &error); ///< an input that cannot be used, said and gone
};

} // namespace facet::client
