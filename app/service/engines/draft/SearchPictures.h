#pragma once

#include "service/engines/draft/Compositor.h"

namespace facet::service::draft {

/// The two pictures between which motion is searched, reduced to one size whatever the video's, each in two
/// forms: its evened luma, which tells most, and its edges, which look the same when night turns to dawn
/// and light and dark change places. Knows the ways between searched pixels, the frame's pixels and the
/// grid's nodes.
class SearchPictures {
public:
    SearchPictures(const cv::Mat &firstLuma, const cv::Mat &secondLuma, const GridShape &shape);

    struct Form {
        cv::Mat first; ///< CV_8UC1
        cv::Mat second;
        cv::Mat firstNodes; ///< CV_32FC1, the same at the nodes
        cv::Mat secondNodes;
    };
    const Form &luma() const { return m_luma; }
    const Form &edges() const { return m_edges; }
    /// Brightness, the first picture's brought to the second's light.
    const Form &light() const { return m_light; }
    const GridShape &shape() const { return m_shape; }
    cv::Size frame() const { return m_frame; }
    float frameSide() const { return static_cast<float>(std::max(m_frame.width, m_frame.height)); }

    /// Samples something of the searched size at the nodes moved by -before (searched pixels).
    cv::Mat atNodes(const cv::Mat &values, cv::Point2f before) const;
    /// Motion at the nodes, from searched pixels plus `guess` to the frame's.
    cv::Mat toFrame(const cv::Mat &nodes, cv::Point2f guess) const;

    /// A distance in searched pixels in the frame's.
    cv::Point2f toFrame(cv::Point2f searched) const
    {
        return { searched.x / m_scale.x, searched.y / m_scale.y };
    }

    /// How different the light of the two is where nothing moves: 0 the same, 1 another hour of the day.
    float lightChange() const { return m_lightChange; }

private:
    Form withNodes(cv::Mat first, cv::Mat second) const;

    GridShape m_shape;
    cv::Size m_frame;
    cv::Point2f m_scale; ///< searched pixels in a pixel of the frame
    cv::Mat m_column; ///< where the nodes lie in the searched pictures
    cv::Mat m_row;
    Form m_luma;
    Form m_edges;
    Form m_light;
    float m_lightChange = 0;
};

} // namespace facet::service::draft
