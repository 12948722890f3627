#pragma once

#include "contract/Codecs.h"
#include "tests/support/ScriptedServer.h"

#include <QUrlQuery>

namespace facet::test {

/// A service's ledger over a ScriptedServer, with pages that stay stable while rows are added. A test adds
/// rows as a service would, and may make it misbehave.
class LedgerService {
public:
    explicit LedgerService(ScriptedServer &server)
    {
        account.id = QStringLiteral("a1");
        server.route("GET /v1/ledger", [this](const SeenRequest &request, const AnswerPtr &answer) {
            if (refuseRows-- == 0)
                return answer->json(500, R"({"code":"internal","status":500,"title":"Broken"})");
            answer->json(200, page(request, rows, [](const LedgerEntry &one) { return one.id; }));
            if (onPage)
                onPage();
        });
        server.route("GET /v1/generations", [this](const SeenRequest &request, const AnswerPtr &answer) {
            answer->json(200, page(request, generations, [](const Generation &one) { return one.id; }));
        });
        server.route("GET /v1/account", [this](const SeenRequest &, const AnswerPtr &answer) {
            answer->json(200, contract::toBytes(contract::toJson(account)));
        });
        server.setHandler([this](const SeenRequest &request, const AnswerPtr &answer) {
            for (const Generation &one : unlisted + generations) {
                if (request.path() == "/v1/generations/" + one.id.toUtf8())
                    return answer->json(200, contract::toBytes(contract::toJson(one)));
            }
            answer->json(404, R"({"code":"not_found","status":404,"title":"Not found"})");
        });
    }

    /// As the service writes it down: the balance follows.
    void add(LedgerKind kind, Credits credits, const QString &generationId = {}, const QString &runId = {},
        const QString &note = {})
    {
        account.balance.credits += credits;
        LedgerEntry entry;
        entry.id = QString::number(++m_lastId);
        entry.at = now;
        entry.kind = kind;
        entry.credits = credits;
        entry.balanceAfter = account.balance.credits;
        if (!generationId.isEmpty())
            entry.generationId = generationId;
        if (!runId.isEmpty())
            entry.runId = runId;
        entry.note = note;
        rows.append(entry);
        now = now.addSecs(1);
    }

    Generation &generate(
        const QString &id, const QString &model, GenerationStatus status, bool covered = false)
    {
        Generation one;
        one.id = id;
        one.clientRef = QStringLiteral("key-") + id;
        one.agent = AgentVersion::V2;
        one.modelId = model;
        one.engine = QStringLiteral("draft");
        one.prompt = QStringLiteral("A boat leaves the harbour");
        one.options.durationS = 5;
        one.options.resolution = QStringLiteral("720p");
        one.options.count = 1;
        one.method = covered ? Method::StartEnd : Method::Text;
        one.status = status;
        one.covered = covered;
        one.createdAt = now;
        one.threadId = QStringLiteral("harbor");
        one.runId = QStringLiteral("run-") + id;
        generations.append(one);
        return generations.last();
    }

    /// A whole generation of 145 credits.
    void generation(const QString &id, bool succeeds = true)
    {
        add(LedgerKind::Hold, -145, id, QStringLiteral("run-") + id, QStringLiteral("Kling 3.0"));
        generate(id, QStringLiteral("kling-3.0"),
            succeeds ? GenerationStatus::Succeeded : GenerationStatus::Failed);
        if (succeeds)
            add(LedgerKind::Capture, 0, id, QStringLiteral("run-") + id, QStringLiteral("Kling 3.0"));
        else
            add(LedgerKind::Release, 145, id, QStringLiteral("run-") + id, QStringLiteral("Kling 3.0"));
    }

    Account account;
    QDateTime now = QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);
    QList<LedgerEntry> rows; ///< oldest first
    QList<Generation> generations; ///< oldest first
    QList<Generation> unlisted; ///< known by their id only
    int mostAPage = 200;
    int refuseRows = -1; ///< the request for rows that is answered with 500, counted from 0
    std::function<void()> onPage; ///< after a page of rows was given

private:
    template <typename T, typename Id>
    QByteArray page(const SeenRequest &request, const QList<T> &all, Id id) const
    {
        const QUrlQuery query(QString::fromUtf8(request.target.mid(request.target.indexOf('?') + 1)));
        const QString cursor = query.queryItemValue(QStringLiteral("cursor"));
        const int limit = qMin(mostAPage, query.queryItemValue(QStringLiteral("limit")).toInt());
        contract::Page<T> page;
        bool found = cursor.isEmpty();
        for (auto one = all.crbegin(); one != all.crend(); ++one) {
            if (!found) {
                found = id(*one) == cursor;
                continue;
            }
            if (page.items.size() == limit) {
                page.nextCursor = id(page.items.last());
                break;
            }
            page.items.append(*one);
        }
        return contract::toBytes(contract::toJson(page));
    }

    int m_lastId = 0;
};

} // namespace facet::test
