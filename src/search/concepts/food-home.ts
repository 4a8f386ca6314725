/** Concepts: food, drink and the household. Columns as in `CONCEPT_AREAS`. */
export const FOOD_AND_HOME = `
coffee cup mug | cafe, tea, hot drink, mug, coffee cup, espresso | kaffee, tasse, tee | café, tasse, thé | café, taza, té | кофе, чашка, чай, кружка
utensils tools-kitchen-2 fork-knife tools-kitchen | restaurant, cutlery, fork and knife, food, dinner, eat, lunch, meal, dining | besteck, restaurant, essen, gabel und messer, mahlzeit | couverts, restaurant, manger, nourriture, repas, fourchette | cubiertos, restaurante, comida, comer, tenedor | столовые приборы, ресторан, еда, вилка и нож, обед
pizza | slice of pizza, italian food | pizza | pizza | pizza | пицца
hamburger burger sandwich | cheeseburger, fast food, sandwich | burger, hamburger, schnellimbiss | hamburger, burger, restauration rapide | hamburguesa, comida rápida | бургер, гамбургер, фастфуд, бутерброд
beer mug | pub, pint, ale, lager | bier, kneipe | bière, bar | cerveza, bar | пиво, бар
wine glass glass-full bottle-wine glass-cocktail martini | wine glass, alcohol, cocktail, drink, bar | wein, weinglas, alkohol, getränk | vin, verre, alcool, boisson | vino, copa, alcohol, bebida | вино, бокал, алкоголь, напиток, коктейль
glass-water bottle glass cup-soda | drink, glass of water, beverage | glas wasser, trinken, getränk | verre d'eau, boire, boisson | vaso de agua, beber, bebida | стакан воды, пить, вода
cake cake-slice | birthday, birthday cake, pie, pastry | kuchen, geburtstag, torte | gâteau, anniversaire, tarte | pastel, cumpleaños, tarta | торт, день рождения, пирог
ice-cream ice-cream-cone ice-cream-2 | icecream, ice cream, gelato, dessert | eis, eiscreme, eiswaffel | glace, crème glacée | helado | мороженое
cookie | cookies, biscuit, consent | keks, plätzchen, cookie | biscuit, cookie | galleta, galletas | печенье, куки
apple | fruit | apfel, obst | pomme, fruit | manzana, fruta | яблоко, фрукт
carrot salad vegan | vegetable, vegetables, veggie, vegetarian | karotte, gemüse, möhre, vegetarisch | carotte, légume, végétarien | zanahoria, verdura, vegetariano | морковь, овощи, вегетарианский
croissant bread baguette wheat | bakery, bread, loaf | brot, bäckerei, croissant | pain, boulangerie, croissant | pan, panadería | хлеб, пекарня, булка
egg egg-fried eggs | breakfast, fried egg | ei, frühstück, spiegelei | œuf, petit-déjeuner | huevo, desayuno | яйцо, завтрак, яичница
fish | seafood, fishing | fisch | poisson | pescado, pez | рыба
chef-hat cooking-pot cooker | cook, cooking, kitchen, chef | kochen, koch, küche, kochmütze | cuisine, cuisinier, cuisiner, chef | cocina, cocinero, cocinar, chef | повар, кухня, готовить, готовка
key keys key-round | access, password, keys, unlock key | schlüssel, zugang | clé, clef, clés | llave, clave, llaves | ключ, ключи, доступ
sofa armchair couch | couch, furniture, living room, settee | sofa, möbel, wohnzimmer, sessel | canapé, meubles, salon, fauteuil | sofá, muebles, salón, sillón | диван, мебель, гостиная, кресло
bath shower-head bathtub | bathroom, bathtub, shower | badewanne, bad, dusche, badezimmer | baignoire, salle de bain, douche | bañera, baño, ducha | ванна, ванная, душ
toilet toilet-paper wc | restroom, wc, lavatory, loo | toilette, klo, wc | toilettes, wc | inodoro, aseo, servicio | туалет, унитаз
washing-machine wash | laundry, wash clothes, washer | waschmaschine, wäsche, waschen | machine à laver, lessive, laver | lavadora, colada, lavar | стиральная машина, стирка
refrigerator fridge | fridge, freezer | kühlschrank | réfrigérateur, frigo | nevera, frigorífico, refrigerador | холодильник
wrench tool tools spanner | spanner, repair, fix, maintenance, tools, service | schraubenschlüssel, werkzeug, reparieren, wartung | clé à molette, outil, outils, réparer, maintenance | llave inglesa, herramienta, herramientas, reparar | гаечный ключ, инструмент, ремонт, инструменты, починить
hammer | build, construct, nail, handyman | hammer, bauen | marteau, construire | martillo, construir | молоток, строить
screwdriver drill pickaxe axe shovel screw | screwdriver, dig, spade | schraubenzieher, schraubendreher, bohrer, schaufel | tournevis, perceuse, pelle | destornillador, taladro, pala | отвёртка, дрель, лопата
brush-cleaning broom mop bucket spray | clean, cleaning, sweep, clear, tidy up | besen, putzen, sauber machen, reinigen, aufräumen | balai, nettoyer, ménage | escoba, limpiar, limpieza | метла, уборка, очистить, чистить
party-popper confetti balloon | party, celebrate, celebration, tada, congratulations, balloons | feier, feiern, konfetti, luftballon | fête, célébrer, confettis, ballon | fiesta, celebrar, confeti, globo | праздник, вечеринка, хлопушка, шарик, конфетти
`;
