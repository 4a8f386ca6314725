/** Concepts: time and weather. Columns as in `CONCEPT_AREAS`. */
export const TIME_AND_WEATHER = `
clock clock-3 time | hour, hours, o'clock, watch, schedule, deadline | uhr, uhrzeit, zeit, stunde | horloge, heure, temps | reloj, hora, tiempo | часы, время, час
alarm-clock alarm | alarm, wake up, waking up | wecker, aufwachen | réveil, alarme, réveille-matin | despertador, alarma | будильник, подъём
timer stopwatch clock-countdown hourglass | stop watch, countdown, count down, timing | stoppuhr, zeitmesser, countdown | chronomètre, minuterie, minuteur, compte à rebours | cronómetro, temporizador, cuenta atrás | таймер, секундомер, обратный отсчёт
hourglass hourglass-high | sand timer, egg timer, sandglass, waiting | sanduhr, warten | sablier | reloj de arena | песочные часы
watch device-watch smartwatch | wristwatch, wrist watch, smart watch | armbanduhr, smartwatch | montre | reloj de pulsera, reloj inteligente | наручные часы, умные часы
calendar calendar-days calendar-event calendar-month date | day, month, week, date, event, appointment, schedule, diary, calender, agenda | kalender, datum, termin, tag, monat, woche | calendrier, date, rendez-vous, jour, mois, agenda | calendario, fecha, cita, día, mes, agenda | календарь, дата, день, месяц, событие, расписание, встреча
calendar-plus | new event, add event, new appointment | neuer termin, termin hinzufügen | nouvel événement, ajouter un rendez-vous | nuevo evento, añadir evento | новое событие, добавить событие
sun sun-high brightness brightness-up sun-medium | sunny, light mode, day mode, bright, light theme, sunshine, clear weather | sonne, sonnig, helligkeit, heller modus, tag | soleil, ensoleillé, mode clair, luminosité | sol, soleado, modo claro, brillo | солнце, солнечно, светлая тема, яркость
moon moon-star moon-stars | night, dark mode, night mode, dark theme, sleep, crescent | mond, nacht, dunkelmodus, dunkler modus, nachtmodus | lune, nuit, mode sombre, mode nuit | luna, noche, modo oscuro, modo noche | луна, ночь, тёмная тема, ночной режим, месяц, тёмный режим
sunrise sunset | dawn, dusk, morning, evening, twilight | sonnenaufgang, sonnenuntergang, morgen, abend | lever du soleil, coucher du soleil, aube | amanecer, atardecer, puesta de sol | рассвет, закат, восход
cloud cloudy clouds | cloudy, overcast, clouds | wolke, bewölkt, wolken, cloud | nuage, nuageux, nuages | nube, nublado, nubes | облако, облачно, туча, облака
cloud-rain rain cloud-drizzle | rainy, raining, rain, shower, drizzle | regen, regnerisch, regenwolke, niesel | pluie, pluvieux, averse | lluvia, lluvioso, llover | дождь, дождливо, ливень
cloud-lightning cloud-storm storm cloud-bolt | thunder, thunderstorm, storm, lightning | gewitter, sturm, donner | orage, tempête, tonnerre | tormenta, trueno | гроза, буря, шторм, гром
snowflake cloud-snow snow | snow, winter, cold, freeze, snowing, frost, ice | schnee, schneeflocke, winter, kalt, frost | neige, flocon, hiver, froid | nieve, copo de nieve, invierno, frío | снег, снежинка, зима, холод, мороз
wind windsock | windy, breeze, air, gust | wind, windig, luft | vent, venteux, air | viento, ventoso, aire | ветер, ветрено, воздух
cloud-fog mist haze | fog, foggy, misty | nebel, neblig, dunst | brouillard, brume | niebla, neblina | туман, дымка
umbrella | rain protection, brolly | regenschirm, schirm | parapluie | paraguas | зонт, зонтик
thermometer temperature | degrees, heat, fever, temperature | thermometer, temperatur, fieber | thermomètre, température | termómetro, temperatura | термометр, температура, градусник
zap bolt lightning flash | lightning bolt, flash, electricity, energy, thunderbolt, electric, power | blitz, strom, energie, elektrizität | éclair, foudre, électricité, énergie, flash | rayo, relámpago, electricidad, energía | молния, электричество, энергия, вспышка
flame fire | hot, burn, trending, fire, popular, campfire | feuer, flamme, brennen, heiß | feu, flamme, brûler | fuego, llama, quemar | огонь, пламя, костёр, пожар
rainbow | pride | regenbogen | arc-en-ciel | arcoíris, arco iris | радуга
waves ripple waves-horizontal wave-sine | wave, water, sea, ocean | wellen, welle, meer, wasser | vagues, vague, mer, océan | olas, ola, mar, océano | волны, волна, море, океан
tornado storm | hurricane, cyclone, whirlwind | wirbelsturm, tornado, orkan | tornade, ouragan | tornado, huracán | торнадо, ураган, смерч
`;
