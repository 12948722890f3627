#pragma once

#include "client/chat/ChatRunner.h"

#include <QStringList>

namespace facet::ui::test {

class FakeChatRunner : public client::ChatRunner {
public:
    void send(const client::TurnRequest &turn) override { sent.append(turn); }
    void approve(const QString &interruptId) override { approved.append(interruptId); }
    void stop(const QString &interruptId) override { stopped.append(interruptId); }
    void change(const QString &interruptId) override { changed.append(interruptId); }
    void renew(const QString &interruptId) override { renewed.append(interruptId); }
    void retry(const QString &transcriptItemId) override { retried.append(transcriptItemId); }
    QFuture<std::optional<client::TurnRequest>> turnToRetry(const QString &) override
    {
        return QtFuture::makeReadyFuture(again);
    }

    std::optional<client::TurnRequest> again; ///< what a retry would order
    QList<client::TurnRequest> sent;
    QStringList approved;
    QStringList stopped;
    QStringList changed;
    QStringList renewed;
    QStringList retried;
};

} // namespace facet::ui::test
