#include "service/http/ReplyOnce.h"

#include "service/http/Refusals.h"

#include <utility>

namespace facet::service {

Reply ReplyOnce::make(std::shared_ptr<const HttpRequest> request, Send send)
{
    return [once = std::make_shared<ReplyOnce>(std::move(request), std::move(send))](
               HttpResponse response) { once->take(std::move(response)); };
}

ReplyOnce::ReplyOnce(std::shared_ptr<const HttpRequest> request, Send send)
    : m_request(std::move(request))
    , m_send(std::move(send))
{
}

ReplyOnce::~ReplyOnce()
{
    if (m_send)
        take(unanswered(*m_request));
}

void ReplyOnce::take(HttpResponse response)
{
    if (const Send send = std::exchange(m_send, {}))
        send(std::move(response));
}

} // namespace facet::service
