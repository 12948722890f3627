#pragma once

#include "domain/Spending.h"

#include <QStringList>

namespace facet::ui {

/// What the chart shows of a report: a column for each day (each week or month of a long range), made of one
/// layer for each of the largest groups, one for all others, and one for the conversation.
struct ChartData {
    struct Layer {
        QString name;
        Credits total = 0;
        int colour = 0; ///< index into Tokens::series; -1: the conversation's
        QList<Credits> values; ///< one a column, none below zero
    };
    struct Column {
        QDate from;
        QDate to; ///< included
        Credits total = 0;
    };
    QList<Layer> layers; ///< bottom first
    QList<Column> columns;
    Credits highest = 0; ///< of all columns' totals

    static constexpr int mostGroups = 5; ///< more are shown as "Others"
    static ChartData from(const SpendingReport &report);
    /// Round steps of the scale: 0 left out, the last one at or above `highest`.
    QList<Credits> steps() const;
    /// "Nov 18: 412 credits. Kling 3.0 290, Conversation 12"
    QString spoken(int column) const;
    QString columnName(int column) const;
    bool isEmpty() const { return highest <= 0; }
};

} // namespace facet::ui
