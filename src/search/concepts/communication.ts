/** Concepts: messages, calls and announcements. Columns as in `CONCEPT_AREAS`. */
export const COMMUNICATION = `
mail email envelope letter | e-mail, electronic mail, post, message, mails, envelopes | e-mail, brief, briefumschlag, post, umschlag | courriel, e-mail, enveloppe, courrier, lettre, mél | correo, correo electrónico, sobre, carta, e-mail | почта, письмо, конверт, электронная почта, имейл
mail-open mail-opened | read mail, open letter, opened envelope | gelesene mail, offener brief | courriel lu, enveloppe ouverte | correo leído, correo abierto, sobre abierto | открытое письмо, прочитано
mailbox | letterbox, letter box, post box, postbox | briefkasten | boîte aux lettres | buzón | почтовый ящик
message-circle message-square message chat message-2 bubble speech-bubble comment | speech bubble, conversation, talk, comments, messages, dialog, dialogue, discuss | nachricht, sprechblase, kommentar, unterhaltung, nachrichten | bulle, commentaire, conversation, discussion, bulle de dialogue | mensaje, comentario, conversación, charla, bocadillo, globo de texto | сообщение, чат, комментарий, диалог, беседа, сообщения
messages-square messages message-circle-more | group chat, forum, conversations, discussion | unterhaltungen, forum, diskussion | discussions, forum | conversaciones, foro, discusión | переписка, форум, обсуждение
phone telephone phone-call call | call, calling, ring up, handset, telephone receiver, dial | telefon, anruf, anrufen, hörer, telefonieren | téléphone, appel, appeler, combiné | teléfono, llamada, llamar | телефон, звонок, позвонить, трубка, вызов
phone-off phone-x hang-up | hang up, end call, decline call | auflegen, anruf beenden | raccrocher, terminer l'appel | colgar, finalizar llamada | завершить звонок, положить трубку, сбросить
bell notification notifications | alert, reminder, alarm bell, ring, notify, notifications | glocke, benachrichtigung, benachrichtigungen, mitteilung, klingel | cloche, notification, notifications, rappel | campana, notificación, notificaciones, aviso | колокольчик, уведомление, уведомления, звонок, оповещение
bell-off notification-off | mute notifications, silence alerts, do not disturb | benachrichtigungen aus, nicht stören | notifications désactivées, ne pas déranger | silenciar notificaciones, no molestar | не беспокоить, отключить уведомления
megaphone speakerphone | loudhailer, announcement, announce, promotion, marketing, bullhorn, campaign | megafon, ankündigung, werbung | mégaphone, annonce, publicité | megáfono, anuncio, publicidad | мегафон, объявление, реклама, рупор
reply arrow-back-up corner-up-left message-reply message-square-reply | answer, respond | antworten, antwort | répondre, réponse | responder, respuesta | ответить, ответ
forward share-3 corner-up-right mail-forward arrow-forward-up | forward message, pass on | weiterleiten | transférer, faire suivre | reenviar | переслать
rss | feed, news feed, subscribe, subscription, web feed | feed, abonnieren | flux, s'abonner, abonnement | suscribirse, canal de noticias | лента, подписка, подписаться
contact address-book contact-round notebook-tabs id | contacts, phone book, addresses, contact list | kontakte, kontakt, adressbuch, telefonbuch | contacts, carnet d'adresses, annuaire | contactos, agenda, libreta de direcciones | контакты, адресная книга, контакт
send send-horizontal send-horizonal send-2 | submit, send message, send a message | absenden, nachricht senden | soumettre, envoyer un message | enviar mensaje, enviar un mensaje | отправка, отправить сообщение
qr-code qrcode | 2d code, matrix code, quick response | qr-code | code qr | código qr | qr-код, куар код
barcode scan-barcode | bar code, ean, upc | strichcode, barcode | code-barres, code barre | código de barras | штрихкод, штрих-код
vibrate device-mobile-vibration vibration | vibrating, silent mode | vibrieren, vibration | vibreur, vibrer | vibrar, vibración | вибрация
life-buoy lifebuoy headset help | customer support, support, rescue ring, help desk, customer service | rettungsring, kundendienst, unterstützung | bouée de sauvetage, assistance, service client | salvavidas, soporte, atención al cliente | спасательный круг, поддержка, служба поддержки
voicemail record-mail | voice mail, answering machine | anrufbeantworter, mailbox | répondeur, messagerie vocale | buzón de voz, contestador | автоответчик, голосовая почта
clipboard-list list-checks forms clipboard-pen vote | survey, poll, questionnaire, vote | umfrage, fragebogen, abstimmung | sondage, questionnaire, voter | encuesta, cuestionario, votar | опрос, анкета, голосование
`;
