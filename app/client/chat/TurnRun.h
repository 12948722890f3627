#pragma once

#include "client/chat/RunScribe.h"
#include "client/chat/TurnUploads.h"
#include "contract/SseParser.h"

#include <QTimer>

namespace facet::client {

class HttpClient;
class Session;
class SseStream;

/// One turn on its way: uploads, the run, its events, to its end or until nobody can be asked. Everything is
/// on disk before the network hears of it. Exactly one `done`, always the last signal.
class TurnRun : public QObject {
    Q_OBJECT
public:
    struct Needs {
        HttpClient &http;
        Session &session;
        LiveGenerations &generations;
        TurnStore &turns;
        MessageStore &messages;
    };
    TurnRun(const Needs &needs, const TurnRecord &record, QObject *parent = nullptr);
    ~TurnRun() override;

    const TurnRecord &record() const { return m_record; }
    RunScribe &scribe() { return m_scribe; }

    /// The turn is on disk, or could not be put there: then it ends, unsent. From the start: uploads, then
    /// the run. `confirmAbove`: see RunProps.
    void begun(const Result<void> &stored, std::optional<Credits> confirmAbove);
    /// The stored body, complete already.
    void post();
    /// Finds out whether the service has it, and goes on from what the transcript has. When the service has
    /// never heard of it: sends it under the same key if `sendWhenMissing`, and else says so in the
    /// transcript.
    void recover(bool sendWhenMissing);

signals:
    /// The service has taken the turn: what its conversation takes is taken now.
    void accepted();
    /// 409 price_changed: nothing was taken; the turn is taken back.
    void priceChanged(const facet::client::TurnRequest &turn);
    /// The same for the answer to a question, which is open again.
    void questionPriceChanged(const facet::client::TurnRequest &turn);
    void done();

private:
    void makeBody();
    void listen(SseStream *stream);
    void heard(const contract::SseEvent &event);
    void streamEnded(const std::optional<Error> &error);
    void postFailed(const Error &error);
    void recoveryFailed(const Error &error);
    void abandonOpenQuestions();

    /// Ends of a turn.
    void finish(TurnRecord::State state);
    void fail(const Error &error);
    void lose(const Error &error);
    void takeBack();

    QString generationKey() const;
    bool stored(const Result<void> &result); ///< false: failed, and said
    void flush();
    AgentInfo agent() const;

    Needs m_needs;
    TurnRecord m_record;
    RunScribe m_scribe;
    TurnUploads m_uploads;
    QList<StoredItem> m_openQuestions; ///< of the conversation: a new message leaves them unanswered
    SseStream *m_stream = nullptr;
    QTimer m_flush;
    std::optional<Credits> m_confirmAbove;
    bool m_posting = false; ///< the stream is the POST, not yet accepted
    bool m_sendWhenMissing = false;
    bool m_ended = false;
};

} // namespace facet::client
