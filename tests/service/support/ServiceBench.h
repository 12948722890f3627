#pragma once

#include "contract/Codecs.h"
#include "service/api/Services.h"
#include "service/http/Http.h"
#include "service/jobs/Jobs.h"
#include "service/ledger/Ledger.h"
#include "service/store/Store.h"
#include "support/FakeEngine.h"
#include "support/ManualClock.h"

#include <QTemporaryDir>

/// Uploads that a test has put there.
class FakeUploads final : public facet::service::UploadFiles {
public:
    std::optional<facet::service::StoredFile> upload(const QString &id) const override;
    void add(const char *id, const char *mime, int width = 1920, int height = 1080, qint64 bytes = 1000);

    QHash<QString, facet::service::StoredFile> files;
};

/// The whole service without HTTP, on a small catalogue: "video" takes 33 credits for 5 s and is free with
/// "premium" from images, "dear" takes 60. Free grants 100 and runs 2 at once.
class ServiceBench {
public:
    explicit ServiceBench(const char *planId = "free", const facet::service::JobLimits &limits = {});

    /// The same folder after a stop in good order, or as after a crash.
    void restart(bool inGoodOrder = true);
    facet::service::Jobs &jobs() const { return services->jobs(); }
    facet::service::Ledger &ledger() const { return services->ledger(); }
    facet::Generation find(const QString &id) const { return *services->jobs().find(id); }

    facet::contract::GenerationBody body(const char *model = "video", int count = 1) const;
    /// Submits and expects it to be taken.
    QString submit(const char *model = "video", int count = 1);
    QList<facet::LedgerEntry> entries() const; ///< oldest first
    /// What must be true of the ledger at any time; empty when it is.
    QString brokenLedger() const;

    facet::service::HttpResponse call(const char *method, const QString &pathAndQuery,
        const QByteArray &body = {}, const QHash<QByteArray, QByteArray> &headers = {},
        bool korean = false) const;
    static facet::contract::Json json(const facet::service::HttpResponse &response);

    QTemporaryDir dir{ fastTemplate() };
    std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>();
    FakeUploads uploads;
    FakeEngine *engine = nullptr;
    std::unique_ptr<facet::service::Services> services;
    facet::service::Router router;

private:
    /// In memory where there is such a place: every commit waits for the disk, and these tests make
    /// thousands.
    static QString fastTemplate();
    void open();

    QString m_planId;
    facet::service::JobLimits m_limits;
};
