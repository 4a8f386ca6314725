/** Concepts: pictures, sound and film. Columns as in `CONCEPT_AREAS`. */
export const MEDIA = `
play player-play circle-play play-circle | start, play button, play video, resume, playback | abspielen, wiedergabe, starten, wiedergeben | lire, lecture, jouer, démarrer | reproducir, iniciar, reproducción | воспроизвести, играть, пуск, проигрывать, старт
pause player-pause circle-pause | hold, pause button | pause, pausieren, anhalten | pause, mettre en pause | pausa, pausar | пауза, приостановить
square player-stop circle-stop stop stop-circle | stop button, end, halt | stopp, anhalten, stoppen | arrêter, arrêt | detener, parar | стоп, остановить
skip-forward player-skip-forward player-track-next step-forward next | next track, next song, skip track, skip | nächster titel, überspringen, vorspringen | piste suivante, suivant, passer | siguiente pista, siguiente canción, saltar | следующий трек, пропустить
skip-back player-skip-back player-track-prev step-back previous | previous track, previous song, last track | vorheriger titel | piste précédente, précédent | pista anterior, canción anterior | предыдущий трек
fast-forward player-track-next player-skip-forward | forward, speed up, wind forward | vorspulen, schnellvorlauf | avance rapide | avance rápido, adelantar | перемотка вперёд
rewind player-track-prev rewind-backward-10 player-skip-back | wind back, backwards, fast backward | zurückspulen, rücklauf | rembobiner, retour rapide | rebobinar | перемотка назад, перемотать
repeat loop repeat-2 | again, looping, replay | wiederholen, schleife | répéter, boucle | repetir, bucle | повтор, повторить, цикл
circle record player-record circle-dot video disc | recording, rec | aufnehmen, aufnahme, aufzeichnen | enregistrer une vidéo, enregistrement | grabar, grabación | запись, записать
volume-2 volume speaker sound nomuted audio device-speaker | loud, loudspeaker, loudness, speaker, unmute, volume up, sound on | lautsprecher, lautstärke, ton, laut, klang | haut-parleur, son, volume | altavoz, sonido, volumen | громкость, звук, динамик, громкоговоритель, колонка
volume-x volume-off volume-mute mute muted sound-off speaker-off | silent, silence, sound off, no sound, muted speaker, quiet | stumm, ton aus, stummschalten, lautlos | muet, silencieux, couper le son | silenciar, silencio, sin sonido, mudo | без звука, выключить звук, тишина, отключить звук
music music-2 note musical-note | song, songs, melody, tune, musical notes, audio | musik, lied, note, noten | musique, chanson, note de musique | música, canción, nota musical | музыка, песня, нота, ноты, мелодия
headphones headset | head phones, earbuds, earphones, ear phones, listening | kopfhörer | casque, écouteurs, casque audio | auriculares, cascos, audífonos | наушники, гарнитура
mic microphone mic-2 | mike, voice, dictation, speak, voice input | mikrofon, mikro, sprachaufnahme | microphone, micro, voix | micrófono, voz | микрофон, голос
mic-off microphone-off | mute microphone, muted mic | mikrofon aus, stummgeschaltet | micro coupé | micrófono apagado, silenciar micrófono | микрофон выключен, выключить микрофон
image photo picture | pictures, photos, photograph, images, gallery, img, jpg, thumbnail | bild, foto, bilder, fotos, galerie | image, photo, images, photographie, galerie | imagen, foto, imágenes, fotos, fotografía, galería | картинка, изображение, фото, фотография, рисунок, галерея
images photos library-photo album gallery-horizontal | photo album, gallery, picture gallery | fotoalbum, bildergalerie | album photo, galerie | álbum de fotos, galería | фотоальбом, галерея, альбом
camera camera-2 | photo camera, take picture, photography, snapshot, take photo | kamera, fotoapparat, fotografieren | appareil photo, caméra, photographier | cámara, cámara de fotos, fotografiar | камера, фотоаппарат, снимок
video video-camera camera-video | video camera, camcorder, video call, footage | videokamera, videoanruf | vidéo, caméra vidéo, appel vidéo, caméscope | vídeo, cámara de vídeo, videollamada | видео, видеокамера, видеозвонок
film movie clapperboard | cinema, movies, motion picture, filmstrip | film, kino, filme | film, cinéma, pellicule | película, cine | фильм, кино, плёнка
tv device-tv television | telly, screen, tv set | fernseher, fernsehen | télévision, téléviseur, télé | televisión, televisor, tele | телевизор, тв
radio radio-receiver | broadcast, fm, wireless | radio, rundfunk | radio | radio | радио, приёмник
podcast broadcast radio-tower | broadcasting, live, on air, antenna tower | sendung, live übertragung | diffusion, en direct | transmisión, en directo, en vivo | подкаст, трансляция, прямой эфир, вещание
cast screen-share airplay | screen cast, stream to tv, screen sharing, share screen, mirror screen | bildschirm teilen, bildschirm übertragen | partager l'écran, diffuser | compartir pantalla, transmitir | демонстрация экрана, транслировать
captions subtitles closed-caption badge-cc | closed captions, subtitle, cc | untertitel | sous-titres | subtítulos | субтитры
disc vinyl disc-3 disc-2 album | cd, dvd, record, compact disc, vinyl record | schallplatte, scheibe | disque, vinyle | disco, vinilo | диск, пластинка, винил
guitar guitar-pick piano drum | musical instrument, instrument | gitarre, instrument, klavier, trommel | guitare, instrument, tambour | guitarra, instrumento, tambor | гитара, инструмент, пианино, барабан
aperture focus | shutter, lens | blende, verschluss | diaphragme, obturateur | diafragma, obturador | диафрагма, затвор
list-end list-plus playlist queue-pop-in list-music | queue, play list, play next, playlist | warteschlange, wiedergabeliste | file d'attente, liste de lecture | cola, lista de reproducción | очередь, плейлист
`;
