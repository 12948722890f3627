#pragma once

namespace facet::service {

class Router;
class Services;

/// The parts of addRestRoutes().
void addAccountRoutes(Router &router, Services &services);
void addCatalogueRoutes(Router &router, Services &services);
void addGenerationRoutes(Router &router, Services &services);
void addLedgerRoutes(Router &router, Services &services);
void addConnectionRoutes(Router &router, Services &services);

} // namespace facet::service
