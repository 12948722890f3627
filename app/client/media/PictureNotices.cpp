#include "client/media/PictureNotices.h"

#include "client/media/EncodedPicture.h"
#include "client/media/PictureOutput.h"
#include "client/media/SrgbColours.h"

namespace facet::client {

QStringList PictureNotices::of(const Attachment &attachment, const EncodedPicture &source,
    const QImage &whole, const PictureOutput &output)
{
    QStringList said;
    if (!attachment.work.editedPath.isEmpty())
        said.append(attachment.work.editedNotice);
    if (attachment.resized) {
        said.append(tr("Resized from %1 × %2 to %3 × %4 pixels, as much as is taken.")
                        .arg(source.size().width())
                        .arg(source.size().height())
                        .arg(attachment.size.width())
                        .arg(attachment.size.height()));
    }
    if (source.isTurned())
        said.append(tr("Turned upright, as the camera noted in the file."));
    if (source.isCmyk())
        said.append(tr("Colours converted from those of print (CMYK) to sRGB."));
    else if (differsFromSrgb(whole.colorSpace()))
        said.append(tr("Colours converted to sRGB."));
    if (!attachment.work.background.isEmpty() && isTransparent(whole))
        said.append(tr("Transparent parts are filled with a colour."));
    if (source.format() == ImageFormat::Gif)
        said.append(tr("Only the first picture of this GIF is used, as PNG."));
    else if (source.isAnimated())
        said.append(tr("Only the first picture of this animation is used."));
    if (output.format == source.format() || source.format() == ImageFormat::Gif)
        return said;
    if (output.squeezed)
        said.append(tr("Sent as JPEG, because as PNG it is larger than is taken."));
    else if (output.format == ImageFormat::Jpeg)
        said.append(tr("Sent as JPEG; your file stays as it is."));
    else
        said.append(tr("Sent as PNG; your file stays as it is."));
    return said;
}

} // namespace facet::client
