#pragma once

#include "service/store/Migrations.h"

namespace facet::service {

/// The table of uploads, partial and complete.
Migration uploadsMigration(int number);

} // namespace facet::service
