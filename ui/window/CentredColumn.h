#pragma once

#include <QWidget>

namespace facet::ui {

/// Holds one widget at most so wide, in the middle of whatever room there is.
class CentredColumn : public QWidget {
    Q_OBJECT
public:
    CentredColumn(QWidget *content, int maxWidth, const QMargins &margins, QWidget *parent = nullptr);
};

} // namespace facet::ui
