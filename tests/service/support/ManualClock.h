#pragma once

#include "service/store/Clock.h"

/// A clock that stands still until a test moves it.
class ManualClock final : public facet::service::Clock {
public:
    explicit ManualClock(const char *start = "2026-11-23T10:00:00Z")
        : m_now(QDateTime::fromString(QString::fromLatin1(start), Qt::ISODate).toUTC())
    {
    }

    QDateTime now() const override { return m_now; }
    void set(const char *to) { m_now = QDateTime::fromString(QString::fromLatin1(to), Qt::ISODate).toUTC(); }
    void advance(qint64 seconds) { m_now = m_now.addSecs(seconds); }

private:
    QDateTime m_now;
};
