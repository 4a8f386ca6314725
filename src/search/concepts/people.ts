/** Concepts: people, faces and hands. Columns as in `CONCEPT_AREAS`. */
export const PEOPLE = `
user person user-round account profile avatar | human, member, profile picture, my account, contact, individual, user account | benutzer, person, nutzer, konto, profil, mensch, anwender, mitglied | utilisateur, personne, compte, profil, utilisatrice, membre | usuario, persona, cuenta, perfil, miembro, usuaria | пользователь, человек, профиль, аккаунт, учётная запись, личность
users people users-round user-group users-group group friends team | persons, members, community, crowd, contacts, teams, family | benutzer, gruppe, personen, leute, menschen, freunde, team, mannschaft, familie | utilisateurs, groupe, personnes, équipe, amis, gens, famille | usuarios, grupo, personas, equipo, gente, amigos, familia | пользователи, группа, люди, команда, друзья, участники, семья
circle-user user-circle circle-user-round user-circle-2 | profile, avatar, account circle | profilbild, avatar | photo de profil | foto de perfil, avatar | аватар, профиль
user-minus user-round-minus | remove user, unfriend, unfollow | benutzer entfernen, entfreunden | supprimer un utilisateur, retirer un ami | eliminar usuario, dejar de seguir | удалить пользователя, отписаться
user-x user-round-x user-off | block user, ban user, delete user | benutzer sperren | bloquer l'utilisateur | bloquear usuario | заблокировать пользователя
user-check user-round-check | following, verified user, approved user | benutzer bestätigt | utilisateur vérifié | usuario verificado | подтверждённый пользователь
id-card id-badge id-badge-2 id badge idcard | identity card, identification, name badge, passport | ausweis, personalausweis, namensschild | carte d'identité, badge, pièce d'identité | carné, documento de identidad, identificación, tarjeta de identidad | удостоверение, пропуск, паспорт, бейдж
smile mood-smile face-slightly-smiling mood-happy laugh emoji smiley | smiley face, happy, emoticon, happy face, emojis | lächeln, fröhlich, lachen, gesicht, glücklich | sourire, heureux, émoticône, souriant | sonrisa, feliz, cara feliz, emoticono | улыбка, смайлик, смайл, эмодзи, радость
frown mood-sad sad face-slightly-frowning | sad face, unhappy, sadness | traurig | triste, mécontent | triste, cara triste | грусть, грустный, печаль
meh mood-neutral face-neutral mood-empty | neutral, indifferent, poker face | neutral, gleichgültig | neutre, indifférent | neutral, indiferente | нейтрально, безразличие
angry mood-angry face-angry annoyed | anger, mad, cross face | wütend, böse, ärger | en colère, fâché | enfadado, enojado | злой, сердитый, злость
baby baby-carriage | child, infant, kid, newborn, pram, stroller, toddler | baby, kind, säugling, kinderwagen | bébé, enfant, poussette | bebé, niño, cochecito | малыш, ребёнок, младенец, коляска, дети
person-standing man | standing, body | stehen, mann, körper | homme, debout, corps | hombre, de pie, cuerpo | мужчина, стоящий, тело
venus woman gender-female | female, lady, feminine | frau, weiblich | femme, féminin | mujer, femenino | женщина, женский
mars gender-male | male, masculine, gentleman | mann, männlich | homme, masculin | hombre, masculino | мужской, мужчина
accessibility accessible wheelchair disabled person-standing | handicap, handicapped, disability, a11y, accessible | barrierefrei, rollstuhl, behinderung, barrierefreiheit | accessibilité, fauteuil roulant, handicap | accesibilidad, silla de ruedas, discapacidad | доступность, инвалид, инвалидная коляска
hand hand-stop hand-raised | palm, stop hand, wave, five, raise hand | hand, handfläche | main, paume | mano, palma | рука, ладонь
handshake heart-handshake hands | deal, agreement, partner, partnership, shake hands | handschlag, vereinbarung, partner | poignée de main, accord, partenaire | apretón de manos, acuerdo, socio | рукопожатие, сделка, соглашение, партнёр
footprints footsteps walk run paw-print | steps, walking, running, walk, foot | fußspuren, gehen, laufen, schritte, fußgänger | empreintes, marcher, pas, courir, piéton | huellas, caminar, pasos, correr, peatón | следы, шаги, идти, ходьба, пешеход, бег
ear hearing | listen, hear | ohr, hören | oreille, écouter, ouïe | oreja, escuchar, oído | ухо, слушать, слух
brain brain-circuit | mind, think, intelligence, thinking | gehirn, denken, verstand | cerveau, penser, esprit | cerebro, pensar, mente | мозг, думать, ум
shirt t-shirt clothes | tee shirt, clothing, apparel, clothes, fashion | hemd, kleidung, kleid | chemise, vêtements, t-shirt, mode | camisa, camiseta, ropa, moda | рубашка, футболка, одежда, мода
glasses eyeglass sunglasses eyeglass-2 | spectacles, specs, eyeglasses | brille, sonnenbrille | lunettes, lunettes de soleil | gafas, lentes, anteojos | очки
crown | king, queen, premium, royal | krone, könig, königin | couronne, roi, reine | corona, rey, reina | корона, король, королева, премиум
bot robot robot-face chatbot | robots, assistant, android, chat bot | roboter | robot | robot | робот, бот
ghost skull | halloween, spooky, death, dead | geist, gespenst, totenkopf | fantôme, tête de mort, crâne | fantasma, calavera | призрак, череп, привидение
`;
