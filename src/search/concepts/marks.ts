/** Concepts: states, shapes, and words that change others. Columns as in `CONCEPT_AREAS`. */
export const MARKS = `
triangle-alert alert-triangle warning alert exclamation-triangle alert-circle circle-alert | caution, danger, attention, warning sign, hazard, exclamation | warnung, achtung, gefahr, vorsicht, warndreieck | avertissement, attention, danger, alerte | advertencia, atención, peligro, aviso, alerta | предупреждение, внимание, опасность, осторожно
circle-alert alert-circle octagon-alert alert-octagon exclamation-circle circle-x error exclamation-mark | problem, issue, failure, failed, exclamation mark, wrong, important | fehler, ausrufezeichen, problem, wichtig | erreur, point d'exclamation, échec, important | error, fallo, signo de exclamación, importante | ошибка, восклицательный знак, сбой, важно
info info-circle circle-info information | about, details, tooltip | info, hinweis, über | information, à propos, infos | información, acerca de | информация, инфо, сведения, о программе
circle-question-mark help-circle circle-help help question-mark question | question mark, support, faq, what is this, frequently asked questions | hilfe, fragezeichen, frage | aide, point d'interrogation, question | ayuda, pregunta, signo de interrogación, interrogación, duda | помощь, вопрос, справка, знак вопроса
circle-check check-circle circle-check-big | success, ok, completed, all good | erfolg, erfolgreich | succès, réussi, réussite | éxito, correcto | успех, успешно
circle-x x-circle close-circle | failed, cancel | fehlgeschlagen | échoué | fallido | неудача, сбой
badge-check rosette-discount-check rosette-check verified circle-check | verify, approved, verified account, certified | verifiziert, geprüft, bestätigt | vérifié, certifié, approuvé | verificado, certificado, aprobado | проверено, подтверждено, верификация
off slash x | disabled, muted, crossed out, inactive, without, no, turn off, disable | aus, deaktiviert, ohne, deaktivieren, durchgestrichen | désactivé, sans, désactiver, barré | desactivado, sin, desactivar, tachado | выключен, отключено, без, отключить, зачёркнутый
filled solid fill | filled in | gefüllt, ausgefüllt | plein, rempli | relleno, sólido | залитый, заполненный
outline line | outlined, lined | umriss, kontur, umrandung | contour | contorno | контур, контурный
circle | round, ring, dot, circular, disc | kreis, rund, ring | cercle, rond | círculo, redondo | круг, кружок, круглый
square | box, rectangle, quadratic | quadrat, viereck, rechteck | carré, rectangle | cuadrado, rectángulo | квадрат, прямоугольник
triangle | triangular | dreieck | triangle | triángulo | треугольник
hexagon octagon pentagon polygon | six sides, shape | sechseck, vieleck, achteck | hexagone, polygone | hexágono, polígono | шестиугольник, многоугольник
diamond rhombus | lozenge | raute | losange | rombo | ромб
shapes triangle-square-circle geometry | geometric shapes, forms | formen, geometrie | formes, géométrie | formas, geometría, figuras | фигуры, формы, геометрия
horizontal | across, sideways | waagerecht, waagrecht, horizontal | horizontal, horizontale | horizontal | горизонтальный, горизонтально
vertical | upright | senkrecht, vertikal | vertical, verticale | vertical | вертикальный, вертикально
left | leftward | links, linke | gauche | izquierda, izquierdo | левый, влево, лево, слева
right | rightward | rechts, rechte | droite, droit | derecha, derecho | правый, вправо, право, справа
up top | above, upper | oben, hoch | haut | arriba | вверх, верх, верхний
down bottom | below, lower | unten, runter | bas | abajo | вниз, низ, нижний
center middle | centre, centered, centred | mitte, zentriert | centre, centré, milieu | centro, centrado | центр, середина, по центру
big large | huge, bigger | groß | grand, gros | grande | большой, крупный
small mini | tiny, little | klein | petit | pequeño | маленький, мелкий
open | opened | offen, geöffnet, öffnen | ouvert, ouvrir | abierto, abrir | открыть, открытый
closed close | shut | geschlossen, zu | fermé | cerrado | закрытый
dashed dotted | broken line, stippled | gestrichelt, gepunktet | pointillé, tirets | discontinuo, punteado | пунктир, пунктирный
hash number numbers | hashtag, pound sign, number sign | raute, nummer, zahl, zahlen | dièse, numéro, chiffre, nombre | almohadilla, número, números | решётка, хештег, номер, цифра, число
at-sign at | at symbol, mention, email sign | klammeraffe, at zeichen, erwähnung | arobase, mention | arroba, mención | собака, упоминание, собачка
percent percentage percent-circle | per cent, percent sign | prozent | pourcentage, pour cent | porcentaje, por ciento | процент, проценты
asterisk | wildcard, required | sternchen | astérisque | asterisco | астериск, снежинка
infinity | endless, unlimited, forever | unendlich, unbegrenzt | infini, illimité | infinito, ilimitado | бесконечность
equal equals | equals sign, same | gleich, gleichheitszeichen | égal | igual | равно, равенство
heart-crack heart-broken heart-off | broken heart, heartbreak | gebrochenes herz | cœur brisé | corazón roto | разбитое сердце
`;
