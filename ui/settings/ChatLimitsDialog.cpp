#include "ui/settings/ChatLimitsDialog.h"

#include "client/spending/SpendingLimits.h"
#include "ui/settings/LimitFields.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int dialogWidth = 420;
}

ChatLimitsDialog::ChatLimitsDialog(Theme &theme, client::SpendingLimits &limits,
    const QString &conversationId, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_limits(limits)
    , m_conversationId(conversationId)
    , m_fields(new LimitFields(theme, true))
{
    setObjectName(QStringLiteral("chatLimitsDialog"));
    setWindowTitle(tr("Limits for this chat"));
    setMinimumWidth(dialogWidth);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(20, 18, 20, 20);
    rows->setSpacing(10);
    auto *about = new Label(theme, TextRole::Body, TextTone::Text2,
        tr("For “%1” alone, besides what is set for everything. The lower limit counts.").arg(title));
    about->setWordWrap(true);
    rows->addWidget(about);
    rows->addWidget(m_fields);
    auto *buttons = new QHBoxLayout;
    auto *none = new Button(theme, Button::Kind::Quiet, tr("As in settings"));
    setName(none, QStringLiteral("As in settings"));
    auto *done = new Button(theme, Button::Kind::Primary, tr("Done"));
    done->setAccessibleName(QStringLiteral("Done"));
    done->setDefault(true);
    buttons->addWidget(none);
    buttons->addStretch();
    buttons->addWidget(done);
    rows->addSpacing(4);
    rows->addLayout(buttons);

    m_fields->setLimit(m_limits.limitOf(m_conversationId));
    m_fields->setSpent(m_limits.spentIn(m_conversationId));
    // The hints take more lines in some languages than a dialog's own first guess leaves them.
    resize(dialogWidth, rows->totalHeightForWidth(dialogWidth));
    connect(m_fields, &LimitFields::changed, this,
        [this] { m_limits.setLimitOf(m_conversationId, m_fields->limit()); });
    connect(none, &Button::clicked, this, [this] {
        m_limits.setLimitOf(m_conversationId, {});
        m_fields->setLimit({});
    });
    connect(done, &Button::clicked, this, &QDialog::accept);
    connect(&m_limits, &client::SpendingLimits::changed, this,
        [this] { m_fields->setSpent(m_limits.spentIn(m_conversationId)); });
}

} // namespace facet::ui
