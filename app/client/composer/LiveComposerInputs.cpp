// The part of LiveComposer that takes pictures in.
#include "client/composer/LiveComposer.h"

#include "client/composer/MimeImages.h"
#include "client/media/ImageIntake.h"
#include "client/net/Then.h"
#include "client/session/Session.h"

#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace facet::client {

namespace {

bool isFrame(InputRole role)
{
    return role == InputRole::StartFrame || role == InputRole::EndFrame;
}

QString endingOfBytes(const QByteArray &bytes)
{
    return bytes.startsWith(QByteArrayLiteral("\xff\xd8\xff")) ? QStringLiteral("jpg")
                                                               : QStringLiteral("png");
}

} // namespace

QString LiveComposer::addReading(InputRole role, const QString &fileName)
{
    switch (role) {
    case InputRole::Reference:
    case InputRole::StartFrame:
    case InputRole::EndFrame:
        break;
    case InputRole::Audio:
    case InputRole::Video:
    case InputRole::Other:
        emit refused({ ErrorKind::Unsupported,
            tr("“%1” cannot be attached here: a message takes pictures. Choose a picture.").arg(fileName), {},
            QStringLiteral("unsupported_input"), {}, {} });
        return {};
    }
    QList<Attachment> &all = m_draft.attachments;
    if (isFrame(role))
        all.removeIf([role](const Attachment &a) { return a.role == role; });
    const int most = m_needs.session.service().imagesPerMessage;
    if (most > 0 && all.size() >= most) {
        emit attachmentsChanged();
        emit refused({ ErrorKind::Unsupported,
            tr("“%1” was not attached: a message takes up to %n picture(s). Remove one first.", nullptr, most)
                .arg(fileName),
            {}, QStringLiteral("unsupported_input"), {}, {} });
        return {};
    }
    Attachment attachment;
    attachment.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    attachment.role = role;
    attachment.fileName = fileName.normalized(QString::NormalizationForm_C);
    all.append(attachment);
    emit attachmentsChanged();
    changed();
    const qint64 most64 = m_needs.session.service().uploadBytes;
    IntakeLimits limits;
    if (most64 > 0)
        limits.maxBytes = most64;
    m_needs.intake.setLimits(limits);
    return attachment.id;
}

void LiveComposer::attachFile(InputRole role, const QString &path)
{
    const QString id = addReading(role, QFileInfo(path).fileName());
    if (!id.isEmpty())
        follow(id, m_needs.intake.readFile(path));
}

void LiveComposer::attachBytes(InputRole role, const QByteArray &bytes, const QString &fileName)
{
    const QString id = addReading(role, fileName);
    if (!id.isEmpty())
        follow(id, m_needs.intake.readBytes(bytes, fileName));
}

void LiveComposer::attachPixels(InputRole role, const QImage &image)
{
    const QString name = tr("Pasted picture.png");
    const QString id = addReading(role, name);
    if (!id.isEmpty())
        follow(id, m_needs.intake.readPixels(image, name));
}

bool LiveComposer::accepts(const QMimeData *data) const
{
    return MimeImages::in(data);
}

QList<std::optional<InputRole>> LiveComposer::rolesFor(int files, std::optional<InputRole> asked) const
{
    const bool startFree = !attachmentFor(InputRole::StartFrame);
    const bool endFree = !attachmentFor(InputRole::EndFrame);
    QList<std::optional<InputRole>> roles;
    if (!asked && files == 2 && startFree && endFree)
        return { InputRole::StartFrame, InputRole::EndFrame };
    if (asked && isFrame(*asked)) {
        // What was dropped on a slot goes there; a second picture into the other slot when it is free.
        const InputRole other = *asked == InputRole::StartFrame ? InputRole::EndFrame : InputRole::StartFrame;
        const bool otherFree = other == InputRole::StartFrame ? startFree : endFree;
        for (int n = 0; n < files; ++n) {
            if (n == 0)
                roles.append(*asked);
            else if (n == 1 && otherFree)
                roles.append(other);
            else
                roles.append(std::nullopt);
        }
        return roles;
    }
    for (int n = 0; n < files; ++n)
        roles.append(asked.value_or(InputRole::Reference));
    return roles;
}

void LiveComposer::attachMime(const QMimeData *data, std::optional<InputRole> role)
{
    const MimeImages images = MimeImages::of(data);
    const int files = static_cast<int>(images.files.size());
    if (files == 0) {
        const InputRole one = rolesFor(1, role).constFirst().value_or(InputRole::Reference);
        if (!images.bytes.isEmpty())
            attachBytes(one, images.bytes, tr("Pasted picture.%1").arg(endingOfBytes(images.bytes)));
        else if (!images.pixels.isNull())
            attachPixels(one, images.pixels);
        return;
    }
    const QList<std::optional<InputRole>> roles = rolesFor(files, role);
    int leftOut = 0;
    for (int n = 0; n < files; ++n) {
        if (roles.at(n))
            attachFile(*roles.at(n), images.files.at(n));
        else
            ++leftOut;
    }
    if (leftOut > 0) {
        emit refused({ ErrorKind::Unsupported,
            tr("A start and an end frame are two pictures: %n more was/were left out.", nullptr, leftOut), {},
            QStringLiteral("unsupported_input"), {}, {} });
    }
}

void LiveComposer::follow(const QString &attachmentId, QFuture<Result<Attachment>> reading)
{
    then(
        reading, this, [this, attachmentId](const Result<Attachment> &read) { wasRead(attachmentId, read); });
}

bool LiveComposer::settle(StoredDraft &draft, const QString &attachmentId, const Result<Attachment> &read)
{
    const auto at = std::find_if(draft.attachments.begin(), draft.attachments.end(),
        [&attachmentId](const Attachment &a) { return a.id == attachmentId; });
    if (at == draft.attachments.end())
        return false; // taken off meanwhile
    if (!read) {
        draft.attachments.erase(at);
        return true;
    }
    const InputRole role = at->role;
    *at = *read;
    at->id = attachmentId;
    at->role = role;
    return true;
}

void LiveComposer::wasRead(const QString &attachmentId, const Result<Attachment> &read)
{
    if (settle(m_draft, attachmentId, read)) {
        emit attachmentsChanged();
        changed();
        if (!read)
            emit refused(read.error());
        return;
    }
    for (auto at = m_elsewhere.begin(); at != m_elsewhere.end(); ++at) {
        if (!settle(at.value(), attachmentId, read))
            continue;
        if (!m_unmerged.contains(at.key()))
            m_drafts.save(at.value());
        if (!read)
            emit refused(read.error());
        if (!isReading(at.value()) && !m_unmerged.contains(at.key()))
            m_elsewhere.erase(at);
        return;
    }
}

void LiveComposer::detach(const QString &attachmentId)
{
    const auto removed =
        m_draft.attachments.removeIf([&](const Attachment &a) { return a.id == attachmentId; });
    if (removed == 0)
        return;
    emit attachmentsChanged();
    changed();
}

void LiveComposer::swapFrames()
{
    bool any = false;
    for (Attachment &attachment : m_draft.attachments) {
        if (!isFrame(attachment.role))
            continue;
        attachment.role =
            attachment.role == InputRole::StartFrame ? InputRole::EndFrame : InputRole::StartFrame;
        any = true;
    }
    if (!any)
        return;
    emit attachmentsChanged();
    changed();
}

} // namespace facet::client
