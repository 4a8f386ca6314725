/** Concepts: places, travel and vehicles. Columns as in `CONCEPT_AREAS`. */
export const PLACES = `
map-pin location pin marker map-pin-filled place | map marker, place, address, where, position, locations, gps, geolocation | standort, ort, adresse, kartenmarkierung, stecknadel | emplacement, lieu, position, adresse, repère, localisation | ubicación, lugar, dirección, posición, marcador | местоположение, адрес, место, метка на карте, геолокация
map map-2 | maps, atlas, road map, world map | karte, landkarte, stadtplan | carte, plan | mapa, plano | карта, карты
navigation compass location | direction, navigate, gps, bearing, sat nav, satnav | navigation, richtung, navigieren | navigation, direction, itinéraire | navegación, dirección, navegar | навигация, направление, навигатор
compass | north, orientation | kompass | boussole | brújula | компас
locate locate-fixed current-location gps crosshair focus-centered | my location, current location, find me | mein standort, aktueller standort | ma position, me localiser | mi ubicación | моё местоположение, где я
route road directions | path, way, itinerary, journey | route, weg, strecke, straße | itinéraire, chemin, route | ruta, camino, recorrido, carretera | маршрут, путь, дорога
signpost direction-sign direction directions milestone | sign post, guidepost, way sign | wegweiser, schild | panneau, poteau indicateur | señal, poste indicador | указатель, дорожный знак
flag flag-2 flag-3 | report, country, milestone, banner, flags | flagge, fahne, melden | drapeau, signaler | bandera, reportar | флаг, флажок, пожаловаться
building building-2 office building-skyscraper | office, company, skyscraper, organization, organisation, apartment, city, town | gebäude, büro, firma, hochhaus, unternehmen, stadt | bâtiment, immeuble, bureau, entreprise, ville | edificio, oficina, empresa, ciudad | здание, офис, компания, организация, город
buildings houses building-community building-2 city | neighborhood, neighbourhood, homes, village | häuser, siedlung, dorf | maisons, quartier, village | casas, barrio, pueblo | дома, район, деревня
factory building-factory building-factory-2 | industry, plant, manufacturing | fabrik, industrie | usine, industrie | fábrica, industria | завод, фабрика, промышленность
hospital building-hospital | clinic, emergency room | krankenhaus, klinik | hôpital, clinique | hospital, clínica | больница, клиника, госпиталь
school university building-school graduation-cap | education, college, academy, campus | schule, universität, bildung | école, université, éducation | escuela, universidad, colegio, educación | школа, университет, образование
hotel bed building | lodging, accommodation, hostel, overnight | hotel, unterkunft, übernachtung | hôtel, hébergement | hotel, alojamiento | отель, гостиница
church building-church castle building-castle mosque | chapel, religion, temple, fortress | kirche, burg, schloss, moschee | église, château, mosquée | iglesia, castillo, mezquita | церковь, замок, крепость, мечеть
bed bed-double bed-single | sleep, bedroom, sleeping | bett, schlafen, schlafzimmer | lit, dormir, chambre | cama, dormir, dormitorio | кровать, спать, спальня
door-open door door-closed | entrance, doorway | tür, eingang | porte, entrée | puerta, entrada | дверь, вход
plane airplane plane-takeoff | aeroplane, aircraft, flight, airport, jet, fly | flugzeug, flug, flughafen, fliegen | avion, vol, aéroport | avión, vuelo, aeropuerto | самолёт, полёт, рейс, аэропорт
plane-landing plane-arrival | arrivals, arrival, land | ankunft, landung | arrivée, atterrissage | llegada, aterrizaje | прилёт, посадка
plane-takeoff plane-departure | departures, departure, take off | abflug, start | départ, décollage | salida, despegue | вылет, взлёт
car car-front automobile | automobile, auto, vehicle, driving, cars | auto, wagen, fahrzeug, pkw | voiture, automobile, véhicule | coche, carro, auto, automóvil, vehículo | машина, автомобиль, авто
car-taxi-front taxi cab | cab | taxi | taxi | taxi | такси
bus bus-front | coach, public transport, buses | bus, omnibus | autobus, bus, autocar | autobús, autocar | автобус
train-front train train-track | railway, railroad, rail, subway, metro, underground | zug, bahn, eisenbahn, u-bahn | train, métro, chemin de fer | tren, metro, ferrocarril | поезд, метро, железная дорога, электричка
tram-front tram cable-car | streetcar, trolley car | straßenbahn, tram | tramway | tranvía | трамвай
bike bicycle cycling | cycle, push bike, cycling, pedal | fahrrad, rad, radfahren | vélo, bicyclette, cyclisme | bicicleta, bici, ciclismo | велосипед, велик
motorbike scooter moped | motorcycle, motor bike, motor scooter | motorrad, roller | moto, motocyclette, scooter | moto, motocicleta | мотоцикл, скутер, мопед
ship boat sailboat ferry | vessel, cruise, boats, sailing | schiff, boot, segelboot, fähre | bateau, navire, voilier | barco, buque, velero | корабль, лодка, судно, парусник
anchor | harbor, harbour, port, marine | anker, hafen | ancre, port | ancla, puerto | якорь, порт, гавань
rocket | launch, startup, space ship, spaceship, boost, deploy, deployment | rakete, start | fusée, lancement | cohete, lanzamiento | ракета, запуск, стартап
satellite satellite-dish | orbit, space | satellit, weltraum | satellite, espace | satélite, espacio | спутник, космос
luggage baggage suitcase backpack briefcase | suitcase, trip, travel, vacation, holiday, baggage, trunk | koffer, gepäck, reise, urlaub, reisen | valise, bagage, voyage, vacances | maleta, equipaje, viaje, vacaciones | чемодан, багаж, путешествие, отпуск, поездка
fuel gas-station | petrol, gas station, petrol station, gasoline, diesel | tankstelle, benzin, tanken | essence, station-service, carburant | gasolina, gasolinera, combustible | заправка, бензин, топливо, азс
circle-parking parking square-parking parking-circle | park, car park, parking lot | parkplatz, parken | parking, stationnement | aparcamiento, estacionamiento | парковка, стоянка
traffic-cone construction barrier-block cone | roadworks, road works, under construction, work in progress | baustelle, verkehrskegel, leitkegel | travaux, chantier, cône | obras, cono, en construcción | стройка, конус, дорожные работы, ремонт
tent camper caravan | camping, camp, outdoors | zelt, camping, zelten | tente, camping | tienda de campaña, acampar, carpa | палатка, кемпинг, поход
mountain mountain-snow | mountains, peak, hiking, hill | berg, berge, gipfel, wandern | montagne, montagnes, randonnée | montaña, montañas, senderismo | гора, горы, вершина
tree-palm palmtree beach | beach, palm tree, island, tropical | palme, strand, insel | palmier, plage, île | palmera, playa, isla | пальма, пляж, остров
traffic-lights traffic-light lights traffic-cone | traffic light, stoplight, traffic signal | ampel, verkehrsampel | feu tricolore, feux de circulation | semáforo | светофор
elevator arrow-up-down arrows-vertical | lift | aufzug, fahrstuhl | ascenseur | ascensor, elevador | лифт
stairs escalator door-stairwell | stairway, staircase, steps, stair | treppe, rolltreppe | escalier, escalator | escalera, escaleras | лестница, эскалатор
`;
