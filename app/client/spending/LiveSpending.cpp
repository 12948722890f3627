#include "client/spending/LiveSpending.h"

#include "client/net/Then.h"
#include "client/spending/SpendingExport.h"
#include "client/store/MessageRows.h"
#include "client/store/SpendingQueries.h"

#include <algorithm>

namespace facet::client {

LiveSpending::LiveSpending(Needs needs, QObject *parent)
    : Spending(parent)
    , m_needs(needs)
    , m_ledger({ needs.database, [this] { return m_needs.mirror.book(); },
          [this](const QString &id) { return modelName(id); },
          [this](const QString &text) { return modelsNamed(text); } })
{
    connect(&needs.mirror, &LedgerMirror::bookChanged, this, [this] {
        m_ledger.startAgain();
        readReport();
        readNames();
    });
    connect(&needs.mirror, &LedgerMirror::rowsChanged, this, [this] {
        m_ledger.reload();
        readReport();
        readNames();
    });
    connect(&needs.mirror, &LedgerMirror::checkChanged, this, &Spending::checkChanged);
    connect(&needs.session, &Session::catalogueChanged, this, [this] {
        nameModels();
        emit reportChanged();
        emit namesChanged();
        m_ledger.reload();
    });
}

void LiveSpending::setRange(const SpendingRange &range)
{
    m_range = range;
    readReport();
}

void LiveSpending::setGrouping(SpendingGrouping grouping)
{
    m_grouping = grouping;
    readReport();
}

void LiveSpending::readReport()
{
    const qint64 book = m_needs.mirror.book();
    if (book == 0)
        return;
    const QDate today = m_needs.clock.now().toLocalTime().date();
    const auto reading =
        m_needs.database.run([book, range = m_range, grouping = m_grouping, today](QSqlDatabase &connection) {
            return spendingReport(connection, book, range, grouping, today);
        });
    then(reading, this, [this, round = ++m_reportRound](const Result<SpendingReport> &report) {
        if (round != m_reportRound)
            return;
        if (!report) {
            m_error = report.error();
            emit checkChanged();
            return;
        }
        if (m_error) {
            m_error.reset();
            emit checkChanged();
        }
        m_report = *report;
        nameModels();
        emit reportChanged();
    });
}

void LiveSpending::readNames()
{
    const qint64 book = m_needs.mirror.book();
    if (book == 0)
        return;
    const auto reading =
        m_needs.database.run([book](QSqlDatabase &connection) { return namesInLedger(connection, book); });
    then(reading, this, [this, round = ++m_namesRound](const Result<SpendingNames> &names) {
        if (round != m_namesRound || !names)
            return;
        m_models.clear();
        for (const QString &id : names->modelIds)
            m_models.append({ id, {} });
        m_conversations.clear();
        for (const auto &[id, title] : names->conversations)
            m_conversations.append({ id, title });
        nameModels();
        emit namesChanged();
    });
}

void LiveSpending::nameModels()
{
    if (m_report.grouping == SpendingGrouping::Model) {
        for (SpendingGroup &group : m_report.groups)
            group.name = modelName(group.id);
    }
    for (Name &model : m_models)
        model.name = modelName(model.id);
    std::sort(m_models.begin(), m_models.end(),
        [](const Name &a, const Name &b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
}

QString LiveSpending::modelName(const QString &id) const
{
    const Model *model = m_needs.session.catalogue().find(id);
    return model ? model->name : id;
}

QStringList LiveSpending::modelsNamed(const QString &text) const
{
    const QString wanted = foldedForSearch(text);
    QStringList ids;
    for (const Name &model : m_models) {
        if (foldedForSearch(model.name).contains(wanted) || foldedForSearch(model.id).contains(wanted))
            ids.append(model.id);
    }
    return ids;
}

QFuture<Result<qint64>> LiveSpending::exportCsv(const QString &filePath)
{
    auto *work = new SpendingExport({ m_needs.database, m_needs.mirror.book(), m_ledger.numbers(),
                                        [this](const QString &id) { return modelName(id); } },
        filePath, this);
    return work->start();
}

} // namespace facet::client
