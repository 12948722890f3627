#pragma once

#include "ui/theme/Theme.h"

#include <QDialog>

namespace facet::client {
class SpendingLimits;
}

namespace facet::ui {

class LimitFields;

/// "Limits for this chat…": the same three amounts for one conversation; what is empty is as in settings.
/// Each takes effect at once.
class ChatLimitsDialog : public QDialog {
    Q_OBJECT
public:
    ChatLimitsDialog(Theme &theme, client::SpendingLimits &limits, const QString &conversationId,
        const QString &title, QWidget *parent = nullptr);

private:
    client::SpendingLimits &m_limits;
    QString m_conversationId;
    LimitFields *m_fields;
};

} // namespace facet::ui
