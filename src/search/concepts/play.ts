/** Concepts: sports and games. Columns as in `CONCEPT_AREAS`. */
export const PLAY = `
volleyball ball-football ball-basketball ball-volleyball football soccer-field ball | ball, soccer, football, sport, sports, basketball | ball, fußball, sport | ballon, football, sport, balle | pelota, balón, fútbol, deporte | мяч, футбол, спорт, баскетбол
dumbbell barbell weight | gym, fitness, workout, weights, weight lifting, training | hantel, fitness, training, sport | haltère, musculation, fitness | pesas, gimnasio, mancuerna | гантель, фитнес, тренировка, штанга, спортзал
dices dice dice-5 | die, random, roll the dice, gambling, board game | würfel, würfeln, glücksspiel | dé, dés, hasard | dado, dados | кубик, кости, игральные кости
swords sword | fight, battle, weapon, combat | schwert, schwerter, kampf | épée, épées, combat | espada, espadas, batalla | меч, мечи, битва
chess-knight chess chess-king chess-queen | chess game, strategy | schach, strategie | échecs, stratégie | ajedrez, estrategia | шахматы, стратегия
drama masks-theater theater mask | theater, theatre, masks, acting, comedy | theater, masken, schauspiel | théâtre, masques | teatro, máscaras | театр, маски
spade clubs club playing-card cards | playing cards, poker, card game, casino | spielkarten, kartenspiel | cartes à jouer, jeu de cartes | cartas, naipes | игральные карты, карты
swimming waves-ladder pool | swim, swimming pool, bathing | schwimmen, schwimmbad | nager, natation, piscine | nadar, natación, piscina | плавание, бассейн, плавать
toy-brick horse-toy lego | toy, toys, plaything | spielzeug | jouet, jouets | juguete, juguetes | игрушка, игрушки
`;
