#pragma once

#include "ManualClock.h"
#include "StepEngine.h"

#include "contract/AgUi.h"
#include "service/agents/AgentRoutes.h"
#include "service/agents/AgentRunner.h"
#include "service/api/Accounts.h"
#include "service/api/Services.h"
#include "service/catalogue/CatalogueLoader.h"
#include "service/http/Http.h"
#include "service/jobs/EngineRegistry.h"
#include "service/jobs/Jobs.h"
#include "service/ledger/Ledger.h"

#include <QTemporaryDir>

/// Takes the events of a stream apart as a client would.
class CollectingSink final : public facet::service::EventSink {
public:
    bool send(const facet::contract::SseEvent &event) override
    {
        if (m_limit == 0)
            return false;
        --m_limit;
        ids.append(event.id.toLongLong());
        const auto json = facet::contract::parseJson(event.data);
        if (!json)
            qFatal("an event is no JSON");
        raw.append(*json);
        auto parsed = facet::contract::agUiEventFromJson(*json);
        if (!parsed)
            qFatal("an event breaks the contract: %s", qPrintable(parsed.error().detail));
        events.append(*parsed);
        return true;
    }
    void close() override { closed = true; }
    /// The line is cut after `events` more.
    void cutAfter(int count) { m_limit = count; }

    QStringList types() const;
    QString text() const; ///< all that the agent said
    template <typename T>
    QList<T> all() const
    {
        QList<T> found;
        for (const auto &event : events) {
            if (const auto *value = std::get_if<T>(&event))
                found.append(*value);
        }
        return found;
    }

    QList<qint64> ids;
    QList<facet::contract::Json> raw;
    QList<facet::contract::AgUiEvent> events;
    bool closed = false;

private:
    int m_limit = -1;
};

/// An image of 1280×720 for every id that starts with "up".
class AnyUpload final : public facet::service::UploadFiles {
public:
    std::optional<facet::service::StoredFile> upload(const QString &id) const override
    {
        if (!id.startsWith(QLatin1String("up")))
            return std::nullopt;
        facet::service::StoredFile file;
        file.id = id;
        file.path = QStringLiteral("/nonexistent/") + id;
        file.mime = QStringLiteral("image/png");
        file.bytes = 1000;
        file.width = 1280;
        file.height = 720;
        return file;
    }
};

/// The service's agents on a real database, with an engine that works by steps and a clock that stands still.
class AgentWorld {
public:
    explicit AgentWorld(const QString &plan);

    /// Stops the service and starts it again on the same data.
    void restart();
    void setBalance(facet::Credits credits); ///< spends or tops up to reach it
    facet::Credits balance() const { return services->ledger().available(); }

    struct Answer {
        int status = 200;
        facet::contract::Json problem;
        std::shared_ptr<CollectingSink> sink; ///< null for a refusal
        QString code() const
        {
            return problem.is_object() ? QString::fromStdString(problem.value("code", "")) : QString();
        }
    };
    /// A message in a fresh run of `thread`.
    static facet::contract::RunAgentInput input(
        const QString &prompt, const QStringList &files = {}, const QList<facet::InputRole> &roles = {});
    Answer post(const QString &agent, const facet::contract::RunAgentInput &input, bool korean = false,
        const QByteArray &key = {});
    Answer get(const QString &agent, const QString &runId, qint64 lastId = 0);

    QTemporaryDir dir;
    AnyUpload uploads;
    std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>();
    QList<QPointer<StepRun>> engineJobs;
    std::unique_ptr<facet::service::Services> services;
    std::unique_ptr<facet::service::AgentRunner> runner;
    std::unique_ptr<facet::service::Router> router;

private:
    void open();
    Answer answer(facet::service::HttpRequest request);
    QString m_plan;
};
