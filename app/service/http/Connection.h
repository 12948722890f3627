#pragma once

#include "service/http/AnswerWriter.h"
#include "service/http/BodyToFile.h"
#include "service/http/RequestReader.h"
#include "service/http/Session.h"

namespace facet::service {

/// One client's requests, one after the other: the next head is read when the answer before it has been
/// written, so pipelined requests are answered in order.
class Connection : public Session {
public:
    Connection(ServerCore &core, std::unique_ptr<TlsStream> stream);
    ~Connection() override;

    void start();

protected:
    void onShutDown() override;

private:
    enum class Phase {
        Idle, ///< handshake, or between two requests
        Reading,
        Handling, ///< the main thread has it
        Writing,
        Ending,
    };

    void refusePlain();
    void shakeHands();
    void nextRequest();
    void onHead(RequestReader::Fault fault, const RawHead &head);
    void route(const RawHead &head);

    void withContinue(const RawHead &head, std::function<void()> then);
    void readToMemory(qint64 maxBody);
    void askTarget(const BodyHandler &handler, const RawHead &head);
    void takeTarget(BodyTarget target, std::optional<quint64> length);
    void readToFile();
    void bodyEnded(bool complete);
    void bodyTooLarge();

    void callHandler();
    Reply makeReply();
    void answer(HttpResponse response);
    bool mayDiscard() const;
    void discardBody();
    void handOver(std::function<void(std::shared_ptr<EventSink>)> opened);
    void answered(bool ok, std::function<void(std::shared_ptr<EventSink>)> streamOpened);

    RequestReader m_reader;
    AnswerWriter m_writer;
    Phase m_phase = Phase::Idle;
    bool m_keepAlive = true;
    bool m_http10 = false;
    std::optional<quint64> m_bodyLength; ///< bytes; empty: chunked, or no body
    qint64 m_discardable = 0; ///< bytes of a refused body that are still read
    std::shared_ptr<HttpRequest> m_request;
    const Router::Route *m_route = nullptr;
    std::optional<BodyToFile> m_toFile;
    std::vector<char> m_piece; ///< of a body under way; given back after it
    char m_firstByte = 0;
};

} // namespace facet::service
