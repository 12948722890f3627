#pragma once

#include "client/chat/Transcript.h"
#include "ui/theme/Theme.h"

#include <QTextDocument>

#include <memory>

namespace facet::ui {

/// Where the parts of one transcript row are, relative to the row's top left. Made for one width; painting
/// and hit testing read the same rectangles.
struct RowLayout {
    int height = 0; ///< pixels, with the space below
    QRect bubble; ///< user's tint, or empty
    QRect avatar; ///< agent's mark, or empty
    QPoint text; ///< top left of `document`
    std::shared_ptr<QTextDocument> document;
    QRect note; ///< below an agent's text: what its conversation took
    QList<QRect> thumbnails; ///< of a user's attachments
    QRect card; ///< finished generation, or the place of a widget card
    QRect stage; ///< the picture of the take that is shown
    QList<QRect> posters; ///< one a take: the stage itself, or a strip below it
    int shownTake = 0;
    QRect footer;
    bool isRead = true; ///< false: only its place is known
    bool isWidget = false; ///< the card is a widget (progress, approval, failure): its height is asked for
};

namespace metrics {
constexpr int side = 32; ///< free space left and right of the column
constexpr int columnWidth = 696; ///< 640 of text and the avatar
constexpr int avatar = 28;
constexpr int gutter = 40; ///< avatar and the space behind it
constexpr int cardWidth = 460;
constexpr int cardWideWidth = 500;
constexpr int footerHeight = 42;
constexpr int posterMaxHeight = 340;
constexpr int stripHeight = 52; ///< of takes, when there are several
constexpr int stripGap = 6;
constexpr int stripWidest = 92; ///< of one take
constexpr int rowSpace = 18;
constexpr int noteHeight = 18; ///< a caption
constexpr int continuedSpace = 6; ///< between an agent's text and the card that belongs to it
constexpr int bubblePadding = 14;
constexpr QSize thumbnail{ 104, 60 };
constexpr int thumbnailGap = 32; ///< room for the arrow from start to end
} // namespace metrics

/// What a row is besides its own item: whether the next one belongs to it, and whether it opens the agent's
/// turn; and which of its takes is shown.
struct RowSetting {
    bool opensTurn = true; ///< paints the avatar
    bool continues = false; ///< the next row is of the same turn
    int shownTake = 0;
};

/// `cardHeight` answers for rows whose card is a widget.
RowLayout layOutRow(const client::TranscriptItem &item, const RowSetting &setting, int width,
    const Theme &theme, const std::function<int(int width)> &cardHeight);

/// A row that was not read yet, in the height that it is taken to have.
RowLayout layOutUnread(client::TranscriptItem::Kind kind, int width, int height);

/// A finished generation is painted; everything that can be acted upon in place is a widget.
bool hasWidgetCard(const client::TranscriptItem &item);

} // namespace facet::ui
