#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace facet::ui {

class SoundOutput;

/// The player's sound: made with the first file that has some, off the window's thread as far as loading its
/// library goes; until then, and without one, everything here is silent.
class PlayerSound : public QObject {
    Q_OBJECT
public:
    /// Null: there is none on this computer.
    using Maker = std::function<std::unique_ptr<SoundOutput>()>;

    /// Without a maker, the plugin beside the program is loaded (libfacet_sound).
    explicit PlayerSound(Maker make, QObject *parent = nullptr);
    ~PlayerSound() override;

    /// A file that has sound is open: from now on there should be one.
    void prepare();
    void play(const QString &path, qint64 us, double speed);
    void stop();
    void setVolume(double volume); ///< 0..1
    void setMuted(bool muted);

    bool hasDevice() const;
    bool isMuted() const { return m_muted; }
    double volume() const { return m_volume; }
    /// Where the sound is so far from `us` that people notice, in microseconds of the video; empty: it is
    /// not.
    std::optional<qint64> away(qint64 us) const;

signals:
    void deviceChanged();
    /// It is there now: what plays should be heard.
    void ready();

private:
    void take(std::unique_ptr<SoundOutput> output);

    Maker m_make;
    std::unique_ptr<SoundOutput> m_output;
    double m_volume = 1;
    bool m_muted = false;
    bool m_tried = false;
};

} // namespace facet::ui
