/** Colors of the user's system, as browsers spell them. Source: CSS Color 4, 6.2 and appendix A. */
export const SYSTEM_COLORS: readonly string[] = [
  ...['AccentColor', 'AccentColorText', 'ActiveText', 'ButtonBorder', 'ButtonFace', 'ButtonText'],
  ...['Canvas', 'CanvasText', 'Field', 'FieldText', 'GrayText', 'Highlight', 'HighlightText'],
  ...['LinkText', 'Mark', 'MarkText', 'SelectedItem', 'SelectedItemText', 'VisitedText'],
  ...['ActiveBorder', 'ActiveCaption', 'AppWorkspace', 'Background', 'ButtonHighlight'],
  ...['ButtonShadow', 'CaptionText', 'InactiveBorder', 'InactiveCaption', 'InactiveCaptionText'],
  ...['InfoBackground', 'InfoText', 'Menu', 'MenuText', 'Scrollbar', 'ThreeDDarkShadow'],
  ...['ThreeDFace', 'ThreeDHighlight', 'ThreeDLightShadow', 'ThreeDShadow', 'Window'],
  ...['WindowFrame', 'WindowText'],
];
