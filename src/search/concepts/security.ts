/** Concepts: security and privacy. Columns as in `CONCEPT_AREAS`. */
export const SECURITY = `
lock locked padlock lock-keyhole | locked, secure, security, private, closed lock, password, padlock, encrypted | schloss, gesperrt, sperren, vorhängeschloss, sicher, abschließen, verschlossen | cadenas, verrouiller, verrouillé, sécurisé, serrure, fermé à clé | candado, bloquear, bloqueado, seguro, cerradura | замок, заблокировать, закрыто, безопасность, замочек
lock-open unlock unlocked lock-keyhole-open lock-open-2 | unlocked, open lock, open padlock, insecure | entsperren, offenes schloss, aufschließen, entsperrt | déverrouiller, cadenas ouvert, déverrouillé | desbloquear, candado abierto, desbloqueado | разблокировать, открытый замок, открыть замок
shield shield-check | protect, protection, guard, safety, defense, defence, security, privacy | schild, schutz, sicherheit, schützen, datenschutz | bouclier, protection, sécurité, protéger | escudo, protección, seguridad, proteger | щит, защита, безопасность, охрана
key-round password key lock-password rectangle-ellipsis square-asterisk asterisk | password, passcode, passphrase, passkey, credentials | passwort, kennwort | mot de passe | contraseña, clave | пароль
fingerprint fingerprint-pattern | finger print, touch id, biometric, biometrics | fingerabdruck | empreinte digitale | huella dactilar, huella digital | отпечаток пальца, отпечаток
scan-face face-id | face recognition, facial recognition, face unlock | gesichtserkennung | reconnaissance faciale | reconocimiento facial | распознавание лица
shield-user user-shield user-cog spy hat-glasses venetian-mask | admin, administrator, anonymous, incognito, private browsing, spy | administrator, anonym, inkognito, spion | administrateur, anonyme, espion, navigation privée | administrador, anónimo, incógnito, espía | администратор, анонимно, инкогнито, шпион
brick-wall-fire firewall wall firewall-flame | fire wall | brandmauer, firewall | pare-feu | cortafuegos | брандмауэр, файрвол
bomb explosive | explosion, explode, boom | bombe, explosion | bombe, explosion | bomba, explosión | бомба, взрыв
vault safe | strongbox, safe deposit | tresor, safe | coffre-fort | caja fuerte | сейф, хранилище
`;
