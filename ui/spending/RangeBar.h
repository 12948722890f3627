#pragma once

#include "domain/Spending.h"
#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::ui {

class DatesPopover;
class Segmented;

/// Which days: the last 7, the last 30, this month, all, or chosen dates.
class RangeBar : public QWidget {
    Q_OBJECT
public:
    explicit RangeBar(Theme &theme, QWidget *parent = nullptr);

    SpendingRange range() const;
    /// Title of the figure of that range: "Spent in 30 days".
    QString spentTitle() const;

signals:
    void changed();

private:
    enum Part { Week, Days30, Month, All, Dates };
    void onChosen(int part);
    void openDates();

    Theme &m_theme;
    Segmented *m_parts;
    DatesPopover *m_popover = nullptr; ///< made when first opened
    Part m_part = Days30;
    SpendingRange m_dates; ///< as chosen last
};

} // namespace facet::ui
