#include "client/media/heif/LibHeifPlugin.h"

#include <libheif/heif.h>

#include <QColorSpace>

#include <cmath>
#include <cstring>
#include <memory>

namespace facet::client {

namespace {

// A side that no picture within Facet's limits has; the library refuses the rest while it reads the header.
constexpr int longestSide = 65'535;

struct Free {
    void operator()(heif_context *context) const { heif_context_free(context); }
    void operator()(heif_image_handle *handle) const { heif_image_handle_release(handle); }
    void operator()(heif_image *image) const { heif_image_release(image); }
    void operator()(heif_decoding_options *options) const { heif_decoding_options_free(options); }
    void operator()(heif_color_profile_nclx *profile) const { heif_nclx_color_profile_free(profile); }
};
template <typename T>
using Held = std::unique_ptr<T, Free>;

tl::unexpected<QString> said(const heif_error &error)
{
    return tl::unexpected(QStringLiteral("libheif: %1 (%2, %3)")
                              .arg(QString::fromUtf8(error.message ? error.message : "unknown"))
                              .arg(static_cast<int>(error.code))
                              .arg(static_cast<int>(error.subcode)));
}

struct Opened {
    Held<heif_context> context;
    Held<heif_image_handle> picture;
};

tl::expected<Opened, QString> open(const QByteArray &bytes)
{
    Opened opened;
    opened.context.reset(heif_context_alloc());
    if (!opened.context)
        return tl::unexpected(QStringLiteral("libheif: no memory"));
    heif_context_set_maximum_image_size_limit(opened.context.get(), longestSide);
    // Its tiles are decoded on the thread that asks: how many pictures are read at once is decided there.
    heif_context_set_max_decoding_threads(opened.context.get(), 0);
    heif_error error = heif_context_read_from_memory_without_copy(
        opened.context.get(), bytes.constData(), static_cast<size_t>(bytes.size()), nullptr);
    if (error.code != heif_error_Ok)
        return said(error);
    heif_image_handle *handle = nullptr;
    error = heif_context_get_primary_image_handle(opened.context.get(), &handle);
    if (error.code != heif_error_Ok)
        return said(error);
    opened.picture.reset(handle);
    return opened;
}

/// A turn by more than nothing, or a mirroring, among the file's properties (ISO/IEC
/// 23008-12, 6.5.10, 6.5.12).
bool holdsTurn(const QByteArray &bytes)
{
    constexpr qsizetype properties = 256 * 1024;
    const QByteArray head = bytes.left(properties);
    const qsizetype turn = head.indexOf("irot");
    return (turn >= 0 && turn + 4 < head.size() && (head[turn + 4] & 3)) || head.contains("imir");
}

QSize sizeOf(const heif_image_handle *handle)
{
    return { heif_image_handle_get_width(handle), heif_image_handle_get_height(handle) };
}

/// SMPTE ST 2084, as light relative to diffuse white (203 cd/m², ITU-R BT.2408); what is brighter is white.
QList<uint16_t> pqTable()
{
    constexpr double m1 = 2610.0 / 16384, m2 = 2523.0 / 4096 * 128;
    constexpr double c1 = 3424.0 / 4096, c2 = 2413.0 / 4096 * 32, c3 = 2392.0 / 4096 * 32;
    constexpr int steps = 1024;
    QList<uint16_t> table;
    for (int i = 0; i < steps; ++i) {
        const double signal = std::pow(i / (steps - 1.0), 1 / m2);
        const double light = std::pow(std::max(0.0, signal - c1) / (c2 - c3 * signal), 1 / m1);
        table.append(static_cast<uint16_t>(std::lround(std::min(1.0, light * 10'000 / 203) * 65'535)));
    }
    return table;
}

QColorSpace fromNclx(const heif_color_profile_nclx &profile)
{
    auto primaries = QColorSpace::Primaries::SRgb;
    if (profile.color_primaries == heif_color_primaries_ITU_R_BT_2020_2_and_2100_0) {
        const QPointF white(0.3127, 0.3290), red(0.708, 0.292), green(0.170, 0.797), blue(0.131, 0.046);
        if (profile.transfer_characteristics == heif_transfer_characteristic_ITU_R_BT_2100_0_PQ)
            return QColorSpace(white, red, green, blue, pqTable());
        const auto transfer = profile.transfer_characteristics == heif_transfer_characteristic_linear
            ? QColorSpace::TransferFunction::Linear
            : QColorSpace::TransferFunction::SRgb;
        return QColorSpace(white, red, green, blue, transfer);
    }
    if (profile.color_primaries == heif_color_primaries_SMPTE_EG_432_1
        || profile.color_primaries == heif_color_primaries_SMPTE_RP_431_2)
        primaries = QColorSpace::Primaries::DciP3D65;
    if (profile.transfer_characteristics == heif_transfer_characteristic_linear)
        return QColorSpace(primaries, QColorSpace::TransferFunction::Linear);
    return QColorSpace(primaries, QColorSpace::TransferFunction::SRgb);
}

QColorSpace coloursOf(const heif_image_handle *handle)
{
    const heif_color_profile_type type = heif_image_handle_get_color_profile_type(handle);
    if (type == heif_color_profile_type_rICC || type == heif_color_profile_type_prof) {
        const size_t size = heif_image_handle_get_raw_color_profile_size(handle);
        constexpr size_t largestProfile = 16 * 1024 * 1024;
        if (size == 0 || size > largestProfile)
            return {};
        QByteArray profile(static_cast<qsizetype>(size), '\0');
        if (heif_image_handle_get_raw_color_profile(handle, profile.data()).code != heif_error_Ok)
            return {};
        return QColorSpace::fromIccProfile(profile);
    }
    heif_color_profile_nclx *nclx = nullptr;
    if (heif_image_handle_get_nclx_color_profile(handle, &nclx).code != heif_error_Ok || !nclx)
        return {};
    const Held<heif_color_profile_nclx> held(nclx);
    return fromNclx(*held);
}

} // namespace

tl::expected<HeifFacts, QString> LibHeifPlugin::facts(const QByteArray &bytes) const
{
    const auto opened = open(bytes);
    if (!opened)
        return tl::unexpected(opened.error());
    const heif_image_handle *handle = opened->picture.get();
    HeifFacts facts;
    facts.size = sizeOf(handle);
    const QSize stored(heif_image_handle_get_ispe_width(handle), heif_image_handle_get_ispe_height(handle));
    facts.turned = (stored.isValid() && stored != facts.size) || holdsTurn(bytes);
    facts.animated =
        bytes.mid(8, 4) == "avis" || heif_context_get_number_of_top_level_images(opened->context.get()) > 1;
    return facts;
}

tl::expected<QImage, QString> LibHeifPlugin::read(const QByteArray &bytes, qint64 maxPixels) const
{
    const auto opened = open(bytes);
    if (!opened)
        return tl::unexpected(opened.error());
    const heif_image_handle *handle = opened->picture.get();
    const QSize announced = sizeOf(handle);
    if (announced.isEmpty() || qint64(announced.width()) * announced.height() > maxPixels)
        return tl::unexpected(
            QStringLiteral("%1 x %2 pixels").arg(announced.width()).arg(announced.height()));
    const bool alpha = heif_image_handle_has_alpha_channel(handle);
    const Held<heif_decoding_options> options(heif_decoding_options_alloc());
    options->convert_hdr_to_8bit = 1;
    options->strict_decoding = 1; // a cut file is said to be cut, not shown with a grey rest
    heif_image *decoded = nullptr;
    const heif_error error = heif_decode_image(handle, &decoded, heif_colorspace_RGB,
        alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, options.get());
    const Held<heif_image> held(decoded);
    if (error.code != heif_error_Ok)
        return said(error);
    int stride = 0;
    const uint8_t *rows = heif_image_get_plane_readonly(decoded, heif_channel_interleaved, &stride);
    const QSize size(heif_image_get_width(decoded, heif_channel_interleaved),
        heif_image_get_height(decoded, heif_channel_interleaved));
    if (!rows || size.isEmpty() || stride <= 0 || qint64(size.width()) * size.height() > maxPixels)
        return tl::unexpected(QStringLiteral("libheif gave no pixels"));
    const bool premultiplied = alpha && heif_image_handle_is_premultiplied_alpha(handle);
    QImage picture(size,
        premultiplied ? QImage::Format_RGBA8888_Premultiplied
            : alpha   ? QImage::Format_RGBA8888
                      : QImage::Format_RGB888);
    if (picture.isNull())
        return tl::unexpected(QStringLiteral("no memory for %1 x %2").arg(size.width()).arg(size.height()));
    const auto length = static_cast<size_t>(size.width()) * (alpha ? 4 : 3);
    for (int y = 0; y < size.height(); ++y)
        std::memcpy(picture.scanLine(y), rows + static_cast<qptrdiff>(y) * stride, length);
    picture.setColorSpace(coloursOf(handle));
    return picture;
}

} // namespace facet::client
