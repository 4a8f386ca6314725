/** Concepts: devices and connections. Columns as in `CONCEPT_AREAS`. */
export const DEVICES = `
smartphone device-mobile mobile phone cell-phone | mobile phone, cellphone, cell phone, iphone, android phone, handset | handy, smartphone, mobiltelefon, telefon | téléphone portable, smartphone, mobile | móvil, celular, teléfono móvil | смартфон, мобильный телефон, телефон, мобильник
tablet device-tablet | ipad | tablet | tablette | tableta | планшет
laptop device-laptop laptop-2 notebook-computer | notebook computer, macbook, portable computer | laptop, notebook | ordinateur portable, portable | portátil, ordenador portátil | ноутбук, лэптоп
monitor device-desktop computer screen display | desktop, pc, screen, display, computer | bildschirm, rechner, computer, monitor | écran, ordinateur, moniteur | pantalla, monitor, ordenador, computadora | монитор, экран, компьютер, дисплей
keyboard | keys, typing, key board | tastatur, tippen | clavier | teclado | клавиатура
mouse device-computer-mouse mouse-2 | computer mouse | maus, computermaus | souris | ratón | мышь, мышка
gamepad gamepad-2 device-gamepad device-gamepad-2 joystick | game controller, video game, gaming, games, controller, console | gamepad, spiel, controller, videospiel, spielkonsole | manette, jeu vidéo, jeux | mando, videojuego, juego | геймпад, игра, джойстик, игры
battery battery-full battery-4 | charge level, battery life, power level | batterie, akku | batterie, pile | batería, pila | батарея, аккумулятор, батарейка
battery-charging plug-zap recharging | charging, recharge, charger | aufladen, laden, ladegerät | recharger, en charge, chargeur | cargando, cargar batería, cargador | зарядка, заряжается, зарядить
plug power-cord plug-2 | socket, outlet, plugin, power plug, electric plug | stecker, steckdose | prise, fiche, brancher | enchufe, clavija | вилка, розетка, штекер
wifi | wi-fi, wireless, wlan, internet connection | wlan, drahtlos, funknetz | sans fil, réseau sans fil | wifi, inalámbrico | вайфай, беспроводной, беспроводная сеть
wifi-off | no internet, offline, no connection | kein wlan, offline, keine verbindung | hors ligne, pas de connexion | sin conexión, sin internet | нет интернета, нет сети, офлайн
signal antenna-bars-5 cell-signal-5 antenna | signal strength, reception, bars, mobile signal | empfang, signal, netz | réseau, signal | señal, cobertura | сигнал, сеть
bluetooth | wireless device | bluetooth | bluetooth | bluetooth | блютуз
globe world earth | web, internet, website, international, planet, www, language, browser | weltkugel, welt, erde, globus, internet, webseite | monde, terre, planète, site web | mundo, globo, tierra, planeta, sitio web | глобус, мир, земля, интернет, планета, сайт
server servers | host, hosting, data center, data centre, rack | server | serveur, hébergement | servidor, alojamiento | сервер, хостинг
cpu chip microchip | processor, microprocessor, hardware | prozessor, chip | processeur, puce | procesador, chip | процессор, чип, микросхема
usb usb-c-port device-usb | usb stick, thumb drive, flash drive | usb-stick | clé usb | memoria usb, pendrive | флешка, юсб
router network wifi-2 | modem, networking, hub | router, netzwerk | routeur, réseau | enrutador, red | роутер, маршрутизатор, сеть
lightbulb bulb lamp light-bulb | light bulb, idea, hint, inspiration, bright idea | glühbirne, idee, lampe, birne, licht | ampoule, idée, lampe, lumière | bombilla, idea, lámpara, luz, foco | лампочка, идея, лампа, свет
flashlight torch | torch, pocket lamp | taschenlampe | lampe de poche, torche | linterna | фонарик, фонарь
lamp lamp-desk lamp-floor lamp-2 | light, desk lamp, lighting | lampe, stehlampe, schreibtischlampe | lampe, luminaire | lámpara | лампа, светильник
webcam device-computer-camera cctv camera | web cam, surveillance, security camera | webcam, überwachungskamera | webcam, caméra de surveillance | cámara web, cámara de seguridad | веб-камера, камера наблюдения
fan propeller air-conditioning | ventilator, cooling, air conditioner, ventilation | lüfter, ventilator, klimaanlage | ventilateur, climatisation | ventilador, aire acondicionado | вентилятор, кондиционер
`;
