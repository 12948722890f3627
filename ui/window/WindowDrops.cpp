#include "ui/window/WindowDrops.h"

#include "client/batch/BatchCsv.h"
#include "client/composer/Composer.h"
#include "client/session/Session.h"
#include "ui/results/FileDrop.h"
#include "ui/window/NoticeArea.h"
#include "ui/window/Pages.h"

namespace facet::ui {

WindowDrops::WindowDrops(client::Session &session, client::Composer &composer, ComposerFiller &filler,
    Pages &pages, NoticeArea &notices, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_composer(composer)
    , m_pages(pages)
    , m_files(new FileDrop(filler, this))
{
    connect(m_files, &FileDrop::failed, &notices, &NoticeArea::showError);
    connect(m_files, &FileDrop::offered, &notices,
        [&notices](const QString &sentence, const std::function<void()> &use) {
            notices.showOffer(
                sentence, tr("Use its request instead"), QStringLiteral("Use its request instead"), use);
        });
}

QString WindowDrops::listIn(const QMimeData *data) const
{
    return m_session.isChatOnly() ? QString() : client::BatchCsv::fileIn(data);
}

bool WindowDrops::accepts(const QMimeData *data) const
{
    return m_composer.accepts(data) || FileDrop::mayCarry(data) || !listIn(data).isEmpty();
}

void WindowDrops::take(const QMimeData *data)
{
    if (const QString list = listIn(data); !list.isEmpty()) {
        m_pages.openBatchFile(list);
        return;
    }
    const bool isInput = m_composer.accepts(data);
    if (isInput)
        m_composer.attachMime(data);
    m_files->look(data, isInput);
    emit inputTaken();
}

} // namespace facet::ui
