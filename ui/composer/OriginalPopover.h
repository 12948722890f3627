#pragma once

#include "client/media/Attachment.h"
#include "ui/widgets/Popover.h"

namespace facet::ui {

/// The file as it came, which is kept, beside what is sent of it.
class OriginalPopover : public Popover {
    Q_OBJECT
public:
    explicit OriginalPopover(Theme &theme, QWidget *parent = nullptr);

    void openFor(const client::Attachment &attachment, QWidget *anchor);

private:
    QWidget *column(const QString &title, const QString &mime, qint64 bytes, QSize size);

    Theme &m_theme;
    QWidget *m_content = nullptr;
};

} // namespace facet::ui
