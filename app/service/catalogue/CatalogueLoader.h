#pragma once

#include "domain/Error.h"
#include "service/api/ServiceData.h"

#include <QByteArray>

namespace facet::service {

/// The service's data files: models.json, plans.json, agents.json (PRODUCT "Catalogue" and "Plans").
struct CatalogueFiles {
    QByteArray models;
    QByteArray plans;
    QByteArray agents;
};

/// Reads and cross-checks them: ids unique, every benefit and default model known, credits per generation
/// equal to what the rates come to. `uses` of the plans are filled. Errors: ErrorKind::Protocol, the place
/// in `detail`.
Result<ServiceData> parseServiceData(const CatalogueFiles &files);

/// The bundled data, out of the program's resources.
Result<ServiceData> loadBundledServiceData();

} // namespace facet::service
