#pragma once

namespace facet::service {

class AgentRunner;
class Router;

/// POST /v1/agents/{version}/runs and GET /v1/agents/{version}/runs/{run_id}/events (CONTRACT "Agent runs").
///
/// The same run posted again, by run id or Idempotency-Key, is answered with its events from the start, or
/// from Last-Event-ID; nothing is taken twice. Refusals are problem documents, before any event.
void addAgentRoutes(Router &router, AgentRunner &runner);

} // namespace facet::service
