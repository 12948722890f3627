#pragma once

#include "ui/widgets/Popover.h"

#include <QDate>

class QDateEdit;

namespace facet::ui {

/// Asks for the first and the last of some days, up to today.
class DatesPopover : public Popover {
    Q_OBJECT
public:
    explicit DatesPopover(Theme &theme, QWidget *parent = nullptr);

    void ask(QWidget *anchor);

signals:
    /// Both included; the wrong way round is still what was meant.
    void chosen(const QDate &from, const QDate &to);

private:
    QDateEdit *m_from;
    QDateEdit *m_to;
};

} // namespace facet::ui
