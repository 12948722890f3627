#pragma once

#include "client/spending/Spending.h"

#include <QPromise>

namespace facet::ui::test {

class FakeSpendingLedger : public client::SpendingLedger {
public:
    SpendingFilter filter() const override { return filterNow; }
    void setFilter(const SpendingFilter &filter) override
    {
        beginResetModel();
        filterNow = filter;
        shown.clear();
        for (const SpendingRow &one : std::as_const(rows)) {
            if ((!filter.kind || one.kind == *filter.kind)
                && (filter.modelId.isEmpty() || one.modelId == filter.modelId)
                && (filter.conversationId.isEmpty() || one.conversationId == filter.conversationId)
                && (filter.text.isEmpty() || one.modelName.contains(filter.text, Qt::CaseInsensitive)
                    || one.conversationTitle.contains(filter.text, Qt::CaseInsensitive)))
                shown.append(one);
        }
        endResetModel();
    }
    bool isLoading() const override { return false; }
    std::optional<SpendingRow> row(int row) const override
    {
        return row >= 0 && row < shown.size() ? std::optional(shown.at(row)) : std::nullopt;
    }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(shown.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == RowRole)
            return QVariant::fromValue(shown.at(index.row()));
        return role == LoadedRole ? QVariant(true) : QVariant();
    }
    void setRows(const QList<SpendingRow> &all)
    {
        rows = all;
        setFilter(filterNow);
    }

    SpendingFilter filterNow;
    QList<SpendingRow> rows;
    QList<SpendingRow> shown;
};

/// What a test says was spent.
class FakeSpending : public client::Spending {
public:
    SpendingRange range() const override { return reportNow.range; }
    SpendingGrouping grouping() const override { return reportNow.grouping; }
    void setRange(const SpendingRange &range) override
    {
        reportNow.range = range;
        emit reportChanged();
    }
    void setGrouping(SpendingGrouping grouping) override
    {
        reportNow.grouping = grouping;
        emit reportChanged();
    }
    const SpendingReport &report() const override { return reportNow; }
    client::SpendingLedger &ledger() override { return rows; }
    QList<Name> models() const override { return modelNames; }
    QList<Name> conversations() const override { return conversationNames; }
    LedgerCheck check() const override { return checkNow; }
    std::optional<LedgerCheck> lastDifference() const override { return difference; }
    bool isRefreshing() const override { return refreshing; }
    std::optional<Error> error() const override { return errorNow; }
    void refresh() override { ++refreshes; }
    QFuture<Result<qint64>> exportCsv(const QString &filePath) override
    {
        exports.append(filePath);
        QPromise<Result<qint64>> promise;
        promise.start();
        if (exportError)
            promise.addResult(tl::unexpected<Error>(*exportError));
        else
            promise.addResult(Result<qint64>(rows.shown.size()));
        promise.finish();
        return promise.future();
    }

    void sayReport(const SpendingReport &report)
    {
        reportNow = report;
        emit reportChanged();
    }
    void sayCheck(const LedgerCheck &check)
    {
        checkNow = check;
        emit checkChanged();
    }

    SpendingReport reportNow;
    FakeSpendingLedger rows;
    QList<Name> modelNames;
    QList<Name> conversationNames;
    LedgerCheck checkNow;
    std::optional<LedgerCheck> difference;
    bool refreshing = false;
    std::optional<Error> errorNow;
    std::optional<Error> exportError;
    int refreshes = 0;
    QStringList exports;
};

} // namespace facet::ui::test
