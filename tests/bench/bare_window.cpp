#include <QApplication>
#include <QWidget>

/// What any Qt program costs: the yardstick of bench_start.
int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    QWidget window;
    window.resize(1440, 900);
    window.show();
    return QApplication::exec();
}
