#pragma once

class QString;
class QStringView;
class QWidget;

namespace facet::ui {

/// Gives a widget its accessible name, in English in every language (DESIGN "Names that assistive technology
/// reads"), and the same in lowerCamelCase as objectName: "Add image" → addImage, "Agent 1.0" → agent10.
void setName(QWidget *widget, const QString &englishName);

QString objectNameFor(QStringView englishName);

} // namespace facet::ui
