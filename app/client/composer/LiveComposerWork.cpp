// The part of LiveComposer that changes what is attached: its use, its order, its pixels.
#include "client/composer/LiveComposer.h"

#include "client/composer/RemoteInputs.h"
#include "client/media/ImageIntake.h"
#include "client/net/Then.h"
#include "client/session/Session.h"
#include "domain/InputFit.h"

#include <QColor>

#include <algorithm>

namespace facet::client {

namespace {

bool isFrame(InputRole role)
{
    return role == InputRole::StartFrame || role == InputRole::EndFrame;
}

Attachment *findIn(QList<Attachment> &all, const QString &id)
{
    const auto at = std::find_if(all.begin(), all.end(), [&](const Attachment &a) { return a.id == id; });
    return at == all.end() ? nullptr : &*at;
}

/// The smaller of two limits, of which 0 is none.
qint64 tighter(qint64 a, qint64 b)
{
    return a <= 0 ? b : b <= 0 ? a : std::min(a, b);
}

} // namespace

Attachment *LiveComposer::findHere(const QString &attachmentId)
{
    return findIn(m_draft.attachments, attachmentId);
}

Attachment *LiveComposer::find(const QString &attachmentId)
{
    if (Attachment *here = findHere(attachmentId))
        return here;
    for (StoredDraft &draft : m_elsewhere) {
        if (Attachment *there = findIn(draft.attachments, attachmentId))
            return there;
    }
    return nullptr;
}

void LiveComposer::attachmentChanged(const QString &attachmentId)
{
    if (findHere(attachmentId)) {
        emit attachmentsChanged();
        changed();
        return;
    }
    for (auto at = m_elsewhere.begin(); at != m_elsewhere.end(); ++at) {
        if (!findIn(at->attachments, attachmentId))
            continue;
        if (m_unmerged.contains(at.key()))
            return; // saved when the disk has answered
        m_drafts.save(*at);
        if (!isReading(*at))
            m_elsewhere.erase(at);
        return;
    }
}

// ---- use and order --------------------------------------------------------------------------------------

void LiveComposer::setRole(const QString &attachmentId, InputRole role)
{
    Attachment *moved = findHere(attachmentId);
    if (!moved || moved->role == role || moved->aside)
        return;
    const bool picture = moved->state == Attachment::State::Reading || moved->isPicture();
    if (!picture || (role != InputRole::Reference && !isFrame(role)))
        return;
    if (isFrame(role)) {
        for (Attachment &other : m_draft.attachments) {
            if (other.role == role && !other.aside)
                other.role = moved->role; // nothing that is attached is lost
        }
    }
    moved->role = role;
    attachmentChanged(attachmentId);
}

void LiveComposer::move(const QString &attachmentId, int to)
{
    QList<Attachment> &all = m_draft.attachments;
    const Attachment *moved = findHere(attachmentId);
    if (!moved || moved->aside)
        return;
    // The places that its kind has in the list stay where they are; only who stands in them changes.
    QList<qsizetype> places;
    qsizetype from = 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all.at(i).role != moved->role || all.at(i).aside)
            continue;
        if (all.at(i).id == attachmentId)
            from = places.size();
        places.append(i);
    }
    const qsizetype wanted = std::clamp<qsizetype>(to, 0, places.size() - 1);
    if (wanted == from)
        return;
    const qsizetype step = wanted > from ? 1 : -1;
    for (qsizetype n = from; n != wanted; n += step)
        all.swapItemsAt(places.at(n), places.at(n + step));
    attachmentChanged(attachmentId);
}

void LiveComposer::bringBack(const QString &attachmentId)
{
    Attachment *back = findHere(attachmentId);
    if (!back || !back->aside)
        return;
    back->aside = false;
    if (isFrame(back->role)) {
        for (Attachment &other : m_draft.attachments) {
            if (other.role == back->role && other.id != attachmentId && !other.aside)
                other.role = InputRole::Reference;
        }
    }
    attachmentChanged(attachmentId);
}

void LiveComposer::sortOut()
{
    QList<Attachment> &all = m_draft.attachments;
    const Model *model = m_draft.modelId ? m_needs.session.catalogue().find(*m_draft.modelId) : nullptr;
    if (all.isEmpty() || (m_draft.modelId && !model))
        return; // a model that is not known here: the quote says so
    // What was there first goes first; what had to wait comes after it.
    QList<Attachment *> order;
    for (const bool aside : { false, true }) {
        for (Attachment &attachment : all) {
            if (attachment.aside == aside)
                order.append(&attachment);
        }
    }
    QList<InputRole> roles;
    for (const Attachment *attachment : std::as_const(order))
        roles.append(attachment->role);
    const QList<qsizetype> fit = inputsThatFit(roles, model);
    bool any = false;
    for (qsizetype i = 0; i < order.size(); ++i) {
        const bool aside = !fit.contains(i);
        any = any || order.at(i)->aside != aside;
        order.at(i)->aside = aside;
    }
    if (any)
        emit attachmentsChanged();
}

// ---- pixels ---------------------------------------------------------------------------------------------

PictureWork LiveComposer::limitsNow() const
{
    PictureWork limits;
    limits.maxBytes = m_needs.session.service().uploadBytes;
    if (const Model *model = m_needs.session.catalogue().find(m_quote.modelId)) {
        limits.maxPixels = model->inputs.images.maxPixels;
        limits.maxBytes = tighter(limits.maxBytes, model->inputs.images.maxBytes);
    }
    return limits;
}

bool LiveComposer::isTooLarge(const Attachment &attachment) const
{
    if (!attachment.isPicture() || attachment.aside)
        return false;
    const PictureWork limits = limitsNow();
    const qint64 pixels = qint64(attachment.size.width()) * attachment.size.height();
    return (limits.maxPixels > 0 && pixels > limits.maxPixels)
        || (limits.maxBytes > 0 && attachment.bytes > limits.maxBytes);
}

/// Pictures that were fitted to another model's limits are made anew for this one's, from the original.
void LiveComposer::fitAll()
{
    if (!m_needs.session.catalogue().find(m_quote.modelId))
        return; // only talk, or a model that is not known
    const PictureWork limits = limitsNow();
    for (const Attachment &attachment : std::as_const(m_draft.attachments)) {
        if (attachment.state != Attachment::State::Ready || !attachment.isPicture() || attachment.aside
            || attachment.work.keepSize)
            continue;
        const PictureWork &had = attachment.work;
        const bool same = had.maxPixels == limits.maxPixels && had.maxBytes == limits.maxBytes;
        if (same || (!attachment.resized && !isTooLarge(attachment)))
            continue;
        change(attachment.id,
            { [limits](PictureWork &work) {
                 work.maxPixels = limits.maxPixels;
                 work.maxBytes = limits.maxBytes;
             },
                {} });
        return; // the list may have changed; the rest follows with its signal
    }
}

void LiveComposer::flatten(const QString &attachmentId, const QColor &background)
{
    change(attachmentId,
        { [name = background.isValid() ? background.name() : QString()](
              PictureWork &work) { work.background = name; },
            {} });
}

void LiveComposer::fitToLimits(const QString &attachmentId, bool fit)
{
    change(attachmentId,
        { [fit, limits = limitsNow()](PictureWork &work) {
             work.keepSize = !fit;
             work.maxPixels = limits.maxPixels;
             work.maxBytes = limits.maxBytes;
         },
            {} });
}

void LiveComposer::replace(const QString &attachmentId, const QImage &pixels, const QString &notice)
{
    if (pixels.isNull())
        return;
    change(attachmentId, { [notice](PictureWork &work) { work.editedNotice = notice; }, pixels });
}

void LiveComposer::restoreOriginal(const QString &attachmentId)
{
    change(attachmentId,
        { [](PictureWork &work) {
             work.editedPath.clear();
             work.editedNotice.clear();
             work.background.clear();
             work.keepSize = false;
         },
            {} });
}

void LiveComposer::change(const QString &attachmentId, Change change)
{
    const Attachment *attachment = findHere(attachmentId);
    if (!attachment || !attachment->isPicture())
        return;
    m_changes[attachmentId].append(std::move(change));
    if (attachment->state == Attachment::State::Ready)
        workOn(attachmentId);
}

void LiveComposer::workOn(const QString &attachmentId)
{
    Attachment *attachment = find(attachmentId);
    QList<Change> &waiting = m_changes[attachmentId];
    while (attachment && !waiting.isEmpty()) {
        const Change next = waiting.takeFirst();
        PictureWork work = attachment->work;
        next.apply(work);
        if (work == attachment->work && next.pixels.isNull())
            continue;
        // What stands in it stays whole until the new form is there: a crash loses neither.
        attachment->state = Attachment::State::Working;
        then(m_needs.intake.rework(*attachment, work, next.pixels), this,
            [this, attachmentId, work](const Result<Attachment> &made) { worked(attachmentId, work, made); });
        attachmentChanged(attachmentId);
        return;
    }
    m_changes.remove(attachmentId);
}

void LiveComposer::worked(
    const QString &attachmentId, const PictureWork &wanted, const Result<Attachment> &made)
{
    Attachment *attachment = find(attachmentId);
    if (!attachment) {
        m_changes.remove(attachmentId);
        return;
    }
    if (made) {
        const Attachment before = *attachment;
        *attachment = *made;
        attachment->id = before.id;
        attachment->role = before.role;
        attachment->aside = before.aside;
    }
    attachment->state = Attachment::State::Ready;
    if (!made) {
        m_changes.remove(attachmentId); // they were meant for what did not come about
        attachment->work.maxPixels = wanted.maxPixels; // tried: not tried again by itself
        attachment->work.maxBytes = wanted.maxBytes;
    }
    workOn(attachmentId);
    attachmentChanged(attachmentId);
    if (!made)
        emit refused(made.error());
}

} // namespace facet::client
