#include <QApplication>
#include <QDrag>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
#include <QUrl>

#include <cstdio>

/// Stands in for a file manager in the journeys: a small window whose picture can be dragged out as a file.
/// It prints whether what is under the mouse would take it, and what became of it.
namespace {

class FileIcon : public QLabel {
public:
    explicit FileIcon(const QString &path)
        : QLabel(path.section(QLatin1Char('/'), -1))
        , m_path(path)
    {
        setAccessibleName(QStringLiteral("File to drag"));
        setAlignment(Qt::AlignCenter);
        resize(160, 60);
    }

protected:
    void mouseMoveEvent(QMouseEvent *event) override
    {
        if (!(event->buttons() & Qt::LeftButton))
            return;
        auto *drag = new QDrag(this);
        auto *urls = new QMimeData;
        urls->setUrls({ QUrl::fromLocalFile(m_path) });
        drag->setMimeData(urls);
        connect(drag, &QDrag::actionChanged, this,
            [](Qt::DropAction action) { say(action == Qt::IgnoreAction ? "not taken" : "taken"); });
        say(drag->exec(Qt::CopyAction) == Qt::IgnoreAction ? "not dropped" : "dropped");
    }

private:
    static void say(const char *line)
    {
        std::puts(line);
        std::fflush(stdout);
    }

    QString m_path;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    FileIcon icon(QString::fromLocal8Bit(argv[1]));
    icon.setWindowFlags(Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint);
    icon.move(0, 0);
    icon.show();
    return QApplication::exec();
}
