#pragma once

#include <QAccessibleWidget>

class QAbstractScrollArea;

namespace facet::ui {

/// A scroll area to assistive technology. Qt 6.4's own answers for a child that is not there by reading past
/// its list: a screen reader that asks for a scroll bar that has just gone ended the program.
class ScrollAreaAccessible : public QAccessibleWidget {
public:
    explicit ScrollAreaAccessible(QAbstractScrollArea *area);

    /// Makes Qt use this class for scroll areas that have nothing more to tell; as often as one likes.
    static void install();
};

} // namespace facet::ui
