#include "service/process/ParentWatch.h"

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace facet::service {

bool exitWithParent()
{
    const pid_t parent = ::getppid();
    return ::prctl(PR_SET_PDEATHSIG, SIGTERM) == 0 && ::getppid() == parent;
}

} // namespace facet::service
