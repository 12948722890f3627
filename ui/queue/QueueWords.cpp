#include "ui/queue/QueueWords.h"

#include "ui/chat/GenerationWords.h"

#include <QLocale>

namespace facet::ui {

QString QueueWords::underWay(qsizetype count)
{
    return tr("Under way · %1").arg(QLocale().toString(count));
}

QString QueueWords::waiting(qsizetype count)
{
    return tr("Waiting · %1").arg(QLocale().toString(count));
}

QString QueueWords::cancelAllQuestion(const client::Queue::CancelAll &all)
{
    return tr("Cancel all %n?", nullptr, all.count);
}

QString QueueWords::cancelAllMeans(const client::Queue::CancelAll &all)
{
    const QString back = GenerationWords::credits(all.back);
    if (all.isLeast)
        return tr("You get at least %1 back; of some it is not known yet what is held.").arg(back);
    if (all.back == 0)
        return tr("No credits are held for them.");
    return tr("You get %1 back.").arg(back);
}

} // namespace facet::ui
