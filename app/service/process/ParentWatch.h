#pragma once

namespace facet::service {

/// Has the kernel send SIGTERM to this process when the one that started it ends. False when that has
/// happened already. (A parent that ended before the first line of main() shows later: the ready line can no
/// longer be written.)
bool exitWithParent();

} // namespace facet::service
