/** Concepts: text, drawing and layout tools. Columns as in `CONCEPT_AREAS`. */
export const EDITING = `
bold | strong, bold text | fett, fettschrift | gras | negrita | жирный, полужирный
italic | slanted, cursive, emphasis | kursiv | italique | cursiva, itálica | курсив
underline | underscore, underlined | unterstrichen, unterstreichen | souligné, souligner | subrayado, subrayar | подчёркнутый, подчеркнуть
strikethrough | strike through, crossed out text | durchgestrichen, durchstreichen | barré, barrer | tachado, tachar | зачёркнутый, зачеркнуть
type typography letter-t text text-size font | font, typeface, text tool, fonts, lettering | schrift, schriftart, text, typografie | police, texte, typographie | fuente, tipografía, texto, letra | шрифт, текст, типографика, буквы
heading h-1 heading-1 | headline, title | überschrift, titel | titre, en-tête | encabezado, título | заголовок
a-large-small text-size letter-case | font size, text size, letter size | schriftgröße, textgröße | taille du texte, taille de police | tamaño de letra, tamaño de fuente | размер шрифта, размер текста
align-left text-align-start | left align, left aligned text | linksbündig | aligner à gauche | alinear a la izquierda | по левому краю
align-right text-align-end | right align, right aligned text | rechtsbündig | aligner à droite | alinear a la derecha | по правому краю
align-center text-align-center | centre text, center text, centre align, center align | zentrieren, zentriert | centrer, aligner au centre | centrar, alinear al centro | по центру, центрировать
align-justify text-align-justify align-justified | justify, justified text | blocksatz | justifier | justificar | по ширине
indent-increase indent text-indent | indentation | einrücken, einzug | retrait, indenter | sangría | отступ
quote blockquote text-quote quotes | quotation, quotation marks, cite, inverted commas | zitat, anführungszeichen | citation, guillemets | cita, comillas | цитата, кавычки
palette color-swatch swatch-book paint | color, colour, theme, hue, paint palette, swatch | farbe, farben, farbpalette, palette | couleur, couleurs, palette | color, colores, paleta | цвет, цвета, палитра
pipette color-picker dropper eyedropper | eye dropper, pick color, pick colour, colour picker | pipette, farbwähler, farbe wählen | pipette, compte-gouttes | cuentagotas, selector de color | пипетка, выбор цвета
paint-bucket bucket-droplet bucket paint | fill color, fill colour, paint can, flood fill | farbeimer, füllen, füllfarbe | pot de peinture, remplir, remplissage | bote de pintura, rellenar | ведро с краской, заливка
brush paintbrush | paint brush, painting, draw, art | pinsel, malen | pinceau, peindre, peinture | pincel, pintar, brocha | кисть, кисточка, рисовать
paint-roller paint | roller, decorate | farbroller, farbrolle | rouleau de peinture | rodillo | валик
highlighter highlight | marker, mark text, text marker | textmarker, marker, markieren | surligneur, surligner | resaltador, rotulador, resaltar | маркер, выделить, подсветить
eraser | rubber, rub out | radiergummi, radieren | gomme, gommer | goma de borrar, borrador | ластик, резинка, стёрка
ruler ruler-2 ruler-measure | measure, length, scale | lineal, messen, maßstab | règle, mesurer | regla, medir | линейка, измерить, измерение
crop | cut image, trim image, crop picture | zuschneiden, beschneiden | recadrer, rogner | recortar | обрезать, кадрировать, обрезка
wand-sparkles wand magic-wand wand-2 sparkles | magic wand, magic, auto fix, wizard | zauberstab, magie | baguette magique, magie | varita mágica, magia | волшебная палочка, магия
sparkles sparkle ai | artificial intelligence, generate, magic, shiny | künstliche intelligenz, ki, funkeln, glitzern | intelligence artificielle, étincelles, ia | inteligencia artificial, destellos, ia | искусственный интеллект, ии, искры, блеск
pen-tool vector-bezier vector-spline spline vector | vector, bezier, path tool, curve, pen tool | vektor, zeichenstift, kurve | vecteur, courbe, plume | vector, curva | вектор, перо, кривая
feather quill | pen, light weight | feder | plume | pluma | перо
layers layers-2 stack stack-2 | layer, stacked | ebenen, ebene, stapel, schichten | calques, couches, calque | capas, capa | слои, слой
group ungroup box-multiple squares-selected | grouping, group objects | gruppieren, gruppe | grouper | agrupar, grupo | группировать, сгруппировать
square-dashed-mouse-pointer lasso select marquee box-select square-dashed select-all text-select | selection, select area, marquee | auswahl, auswählen, markieren | sélection, sélectionner | selección, seleccionar | выделение, выбрать, выделить
flip-horizontal flip-horizontal-2 flip-vertical flip | mirror, reflect | spiegeln | retourner, miroir, symétrie | voltear, reflejar, espejo | отразить, зеркально, перевернуть
scaling resize scale maximize arrows-diagonal | change size, scale up | größe ändern, skalieren | redimensionner, échelle | redimensionar, escalar, tamaño | изменить размер, масштаб
contrast contrast-2 | black and white | kontrast | contraste | contraste | контраст, контрастность
droplet drop drops droplets | water drop, liquid, opacity, blur | tropfen, wasser, wassertropfen | goutte, eau | gota, agua | капля, вода
blend blur | opacity, transparency, transparent | deckkraft, transparenz | opacité, transparence, flou | opacidad, transparencia, desenfoque | прозрачность, размытие
spell-check text-spellcheck abc | spelling, proofread, spell checker | rechtschreibung, rechtschreibprüfung | orthographe, correcteur | ortografía, corrector | орфография, проверка орфографии
languages language translate | language, translation, translator, internationalization, i18n | sprache, sprachen, übersetzen, übersetzung | langue, langues, traduire, traduction | idioma, idiomas, traducir, traducción, lengua | язык, языки, перевод, перевести
`;
