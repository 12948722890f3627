#pragma once

#include "service/http/Http.h"

namespace facet::service {

/// Hands the first answer of a handler to `send`. A handler that drops its Reply without a word is answered
/// for with 500, so that no client waits for ever.
class ReplyOnce {
public:
    using Send = std::function<void(HttpResponse)>;

    static Reply make(std::shared_ptr<const HttpRequest> request, Send send);

    ReplyOnce(std::shared_ptr<const HttpRequest> request, Send send);
    ~ReplyOnce();
    ReplyOnce(const ReplyOnce &) = delete;
    ReplyOnce &operator=(const ReplyOnce &) = delete;

private:
    void take(HttpResponse response);

    std::shared_ptr<const HttpRequest> m_request;
    Send m_send; ///< empty once used
};

} // namespace facet::service
