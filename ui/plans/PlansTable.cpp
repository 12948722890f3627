#include "ui/plans/PlansTable.h"

#include "ui/account/CreditWords.h"
#include "ui/account/PlanWords.h"
#include "ui/chat/GenerationWords.h"
#include "ui/widgets/SortHeader.h"

#include <QCollator>

#include <algorithm>
#include <limits>
#include <numeric>

namespace facet::ui {

bool PlansTable::present(const Catalogue &catalogue, const QList<Plan> &plans, const QString &ownPlanId)
{
    // The account changes with every generation: what is being read with the keyboard must not jump away.
    if (catalogue == m_catalogue && plans == m_plans && ownPlanId == m_own)
        return false;
    beginResetModel();
    m_catalogue = catalogue;
    m_plans = plans;
    m_own = ownPlanId;
    m_all.clear();
    for (const Model &model : catalogue.models()) {
        Row row{ model, {} };
        for (const Plan &plan : plans)
            row.cells.append(cellFor(model, plan));
        m_all.append(row);
    }
    m_order.resize(m_all.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    endResetModel();
    return true;
}

PlansTable::Cell PlansTable::cellFor(const Model &model, const Plan &plan)
{
    Cell cell;
    bool unlimited = false;
    for (const PlanUse &use : plan.uses) {
        if (use.modelId == model.id) {
            cell.times = use.generationsAtDefault;
            unlimited = use.unlimited;
        }
    }
    for (const Benefit &benefit : plan.benefits) {
        if (benefit.modelId == model.id)
            cell.benefit = benefit;
    }
    // A service may say "unlimited" without saying how it has to start.
    if (unlimited && !cell.benefit)
        cell.benefit = Benefit{ model.id, {}, {} };
    return cell;
}

int PlansTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int PlansTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstPlanColumn + static_cast<int>(m_plans.size());
}

QString PlansTable::cellText(const Row &row, int column) const
{
    if (column == ModelColumn)
        return row.model.name;
    if (column == EachColumn)
        return CreditWords::numberOrDash(row.model.perGenerationCredits);
    const Cell &cell = row.cells[column - FirstPlanColumn];
    return cell.benefit ? tr("Unlimited") : CreditWords::numberOrDash(cell.times);
}

QString PlansTable::spoken(const Row &row, int column) const
{
    if (column == ModelColumn)
        return row.model.name;
    if (column == EachColumn)
        return row.model.perGenerationCredits
            ? tr("%1: %2 each").arg(row.model.name, GenerationWords::credits(*row.model.perGenerationCredits))
            : tr("%1: its price is not known").arg(row.model.name);
    const Plan &plan = m_plans[column - FirstPlanColumn];
    const Cell &cell = row.cells[column - FirstPlanColumn];
    if (cell.benefit && cell.benefit->methods.isEmpty())
        return tr("%1 on %2: unlimited").arg(row.model.name, plan.name);
    if (cell.benefit)
        return tr("%1 on %2: unlimited when it starts from %3")
            .arg(row.model.name, plan.name, PlanWords::anyOf(cell.benefit->methods));
    if (!cell.times)
        return tr("%1 on %2: not known").arg(row.model.name, plan.name);
    return tr("%1 on %2: %3 generations", nullptr,
        static_cast<int>(std::min<qint64>(*cell.times, std::numeric_limits<int>::max())))
        .arg(row.model.name, plan.name, CreditWords::number(*cell.times));
}

QVariant PlansTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_all[m_order[index.row()]];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, column);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return spoken(row, column);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (column == ModelColumn ? Qt::AlignLeft : Qt::AlignRight));
    case OwnPlanRole:
        return column >= FirstPlanColumn && m_plans[column - FirstPlanColumn].id == m_own;
    case UnlimitedRole:
        return column >= FirstPlanColumn && row.cells[column - FirstPlanColumn].benefit.has_value();
    case MethodsRole: {
        QStringList words;
        if (column >= FirstPlanColumn) {
            if (const std::optional<Benefit> &benefit = row.cells[column - FirstPlanColumn].benefit)
                for (const Method method : benefit->methods)
                    words.append(GenerationWords::method(method));
        }
        return words.join(QStringLiteral(" · "));
    }
    case NoteRole:
        if (column != ModelColumn)
            return {};
        switch (row.model.status) {
        case ModelStatus::RetiredUpstream:
            return tr("closed by its vendor");
        case ModelStatus::NeedsConnection:
            return tr("needs a connection");
        case ModelStatus::Ready:
        case ModelStatus::Draft:
        case ModelStatus::Other:
            break;
        }
        return {};
    default:
        return {};
    }
}

QVariant PlansTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount())
        return {};
    const bool isPlan = section >= FirstPlanColumn;
    switch (role) {
    case Qt::DisplayRole:
        if (section == ModelColumn)
            return tr("Generations at default options");
        return isPlan ? m_plans[section - FirstPlanColumn].name : tr("Credits each");
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (section == ModelColumn ? Qt::AlignLeft : Qt::AlignRight));
    case SortHeader::CaptionRole: {
        if (!isPlan)
            return {};
        const Plan &plan = m_plans[section - FirstPlanColumn];
        return QStringList{ CreditWords::planCreditsShort(plan), CreditWords::planPrice(plan) };
    }
    case SortHeader::MarkedRole:
        return isPlan && m_plans[section - FirstPlanColumn].id == m_own;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        if (!isPlan)
            return headerData(section, orientation, Qt::DisplayRole);
        const Plan &plan = m_plans[section - FirstPlanColumn];
        QStringList facts{ plan.name };
        if (plan.id == m_own)
            facts.append(tr("your plan"));
        facts.append(CreditWords::planCredits(plan));
        facts.append(plan.priceUsdMonth ? CreditWords::planPrice(plan) : tr("its price is not known"));
        facts.append(tr("%1 at once").arg(plan.concurrency));
        return facts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

std::optional<double> PlansTable::rank(const Row &row, int column)
{
    if (column == EachColumn)
        return row.model.perGenerationCredits ? std::optional(double(*row.model.perGenerationCredits))
                                              : std::nullopt;
    const Cell &cell = row.cells[column - FirstPlanColumn];
    if (cell.benefit)
        return std::numeric_limits<double>::infinity();
    return cell.times ? std::optional(double(*cell.times)) : std::nullopt;
}

void PlansTable::sort(int column, Qt::SortOrder order)
{
    if (column >= columnCount())
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    const QList<int> orderBefore = m_order;
    std::sort(m_order.begin(), m_order.end());
    const QCollator collator;
    const bool up = order == Qt::AscendingOrder;
    if (column >= 0) {
        std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) {
            if (column == ModelColumn) {
                const int compared = collator.compare(m_all[a].model.name, m_all[b].model.name);
                return up ? compared < 0 : compared > 0;
            }
            const std::optional<double> left = rank(m_all[a], column);
            const std::optional<double> right = rank(m_all[b], column);
            if (!left || !right)
                return left.has_value() && !right.has_value();
            return up ? *left < *right : *left > *right;
        });
    }
    QModelIndexList after;
    for (const QModelIndex &old : before)
        after.append(index(static_cast<int>(m_order.indexOf(orderBefore[old.row()])), old.column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

} // namespace facet::ui
