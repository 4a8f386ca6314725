/** Concepts: nature, animals and health. Columns as in `CONCEPT_AREAS`. */
export const NATURE_AND_HEALTH = `
leaf plant sprout leaf-2 | eco, environment, green, plant, organic, nature, ecology, garden | blatt, pflanze, umwelt, natur, öko | feuille, plante, écologie, nature, environnement | hoja, planta, ecología, naturaleza | лист, листик, растение, природа, экология
tree-deciduous tree trees tree-pine | wood, forest, park, woods | baum, wald, bäume | arbre, forêt | árbol, bosque | дерево, лес, деревья
flower flower-2 rose | blossom, flowers, bloom, tulip | blume, blüte, blumen, rose | fleur, fleurs, rose | flor, flores, rosa | цветок, цветы, роза
dog paw-print paw | puppy, hound, pet, dogs | hund, haustier, welpe | chien, animal de compagnie | perro, mascota | собака, щенок, пёс
cat | kitten, kitty, cats | katze, kätzchen | chat, chaton | gato, gata | кошка, кот, котёнок
paw-print paw dog cat | animal, animals, pets, pet | tier, tiere, pfote, haustiere | animal, animaux, patte | animal, animales, huella, mascotas | животное, животные, лапа, питомец
bird feather | birds, tweet | vogel, vögel | oiseau, oiseaux | pájaro, ave | птица, птичка
bug ladybug spider | beetle, insect, debug, error, debugging, bugs | käfer, insekt, wanze, programmfehler | insecte, coccinelle, bogue | insecto, error, bicho, escarabajo | жук, насекомое, баг, отладка
horse pig rabbit turtle snail | rabbit, bunny, turtle | pferd, schwein, hase, schildkröte | cheval, cochon, lapin, tortue | caballo, cerdo, conejo, tortuga | лошадь, свинья, кролик, черепаха
activity activity-heartbeat heart-pulse heartbeat | pulse, heart rate, vital signs, ecg, ekg, monitoring | puls, aktivität, herzschlag | activité, pouls, rythme cardiaque | actividad, pulso, ritmo cardíaco | активность, пульс, сердцебиение
stethoscope nurse doctor | doctor, physician, medical, medicine, health, healthcare | stethoskop, arzt, ärztin, medizin | stéthoscope, médecin, docteur | estetoscopio, médico, doctor | стетоскоп, врач, доктор, медицина
pill pills medicine | medicine, medication, drug, tablets, drugs, pharmacy | pille, tablette, medikament, medizin, apotheke | pilule, médicament, comprimé, pharmacie | píldora, pastilla, medicamento, farmacia | таблетка, лекарство, пилюля, аптека
syringe vaccine needle | injection, vaccination, shot, needle | spritze, impfung | seringue, vaccin, piqûre | jeringa, vacuna, inyección | шприц, прививка, вакцина, укол
briefcase-medical first-aid-kit medical-cross cross bandage | first aid, emergency, medical kit, plaster | erste hilfe, verbandskasten, pflaster | premiers secours, trousse de secours, pansement | primeros auxilios, botiquín | аптечка, первая помощь, пластырь
ambulance siren | emergency, ambulance car | krankenwagen, notfall, rettungswagen | ambulance, urgence | ambulancia, urgencia, emergencia | скорая помощь, экстренный
virus virus-search biohazard germ | germ, bacteria, covid, corona, infection | virus, keim, bakterie | virus, microbe, bactérie | virus, germen, bacteria | вирус, микроб, бактерия
dna dna-2 microscope flask-conical atom | genetics, gene, biology | gen, biologie, genetik | génétique, biologie | genética, biología | днк, генетика, биология
bone bone-fracture skull | skeleton | knochen, skelett | os, squelette | hueso, esqueleto | кость, скелет
cigarette smoking | smoke, smoking, tobacco | zigarette, rauchen | cigarette, fumer, tabac | cigarrillo, fumar, tabaco | сигарета, курить, курение
cigarette-off smoking-no | no smoking, non smoking | rauchen verboten, nichtraucher | interdiction de fumer, non fumeur | prohibido fumar | не курить, курение запрещено
`;
