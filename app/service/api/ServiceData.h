#pragma once

#include "domain/Account.h"
#include "domain/Model.h"

namespace facet::service {

/// What the service offers, as read from its data files once at the start.
struct ServiceData {
    Catalogue catalogue;
    QList<AgentInfo> agents;
    QList<Plan> plans; ///< `uses` filled

    const Plan *plan(const QString &id) const
    {
        for (const Plan &plan : plans) {
            if (plan.id == id)
                return &plan;
        }
        return nullptr;
    }
};

} // namespace facet::service
