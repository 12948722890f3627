#pragma once

#include <QCoreApplication>
#include <QDate>

namespace facet::ui {

/// The headings conversations stand under: "Today", "Yesterday", "Previous 7 days", "Previous 30 days", and
/// then the month.
class ConversationDay {
    Q_DECLARE_TR_FUNCTIONS(ConversationDay)
public:
    static QString heading(const QDate &day, const QDate &today);
};

} // namespace facet::ui
