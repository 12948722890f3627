#pragma once

#include "service/engines/draft/Scene.h"
#include "service/engines/draft/StopFlag.h"
#include "service/engines/draft/TitleBeats.h"
#include "service/engines/draft/TitlePainter.h"

#include <optional>

namespace facet::service::draft {

/// A timed title-card animatic: words alone, card after card, over a ground with slate and time line.
class TitleScene : public Scene {
public:
    /// Empty when stopped.
    static std::unique_ptr<TitleScene> of(
        const TitlePainter &painter, const std::vector<TitleBeat> &beats, int frames, const StopFlag &stop);

    std::unique_ptr<FrameRenderer> renderer() const override;

    struct Card {
        TitleBeat beat;
        cv::Rect place; ///< where the words are, even
        cv::Mat share; ///< CV_8UC1 over `place`: how much ink
        cv::Mat chromaShare; ///< the same at half size
    };
    const std::vector<Card> &cards() const { return m_cards; }
    const Nv12Picture &ground() const { return m_ground; }
    Nv12Colour ink() const { return m_ink; }
    Nv12Colour accent() const { return m_accent; }
    cv::Rect bar() const { return m_bar; }
    int frames() const { return m_frames; }

private:
    TitleScene() = default;

    std::vector<Card> m_cards;
    Nv12Picture m_ground;
    Nv12Colour m_ink;
    Nv12Colour m_accent;
    cv::Rect m_bar;
    int m_frames = 0;
};

} // namespace facet::service::draft
