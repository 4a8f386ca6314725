/** Concepts: companies and services. Columns as in `CONCEPT_AREAS`. */
export const BRANDS = `
facebook brand-facebook fb | meta, face book | facebook | facebook | facebook | фейсбук
instagram brand-instagram ins | insta, ig | instagram | instagram | instagram | инстаграм
x-logo brand-x x-twitter twitter brand-twitter tw | twitter, x, tweet, x.com | twitter | twitter | twitter | твиттер
youtube brand-youtube yt | you tube | youtube | youtube | youtube | ютуб
whatsapp brand-whatsapp wt | whats app | whatsapp | whatsapp | whatsapp | ватсап, вотсап
telegram brand-telegram tg | telegram messenger | telegram | telegram | telegram | телеграм, телеграмм
linkedin brand-linkedin | linked in | linkedin | linkedin | linkedin | линкедин
github brand-github | git hub, octocat | github | github | github | гитхаб
google brand-google | google account, sign in with google | google | google | google | гугл
apple-logo brand-apple | apple logo, mac | apple-logo | logo apple | logo de apple | логотип эппл, эппл
tiktok brand-tiktok | tik tok | tiktok | tiktok | tiktok | тикток
vk brand-vk vkontakte | v kontakte | vkontakte | vkontakte | vkontakte | вконтакте, вк
messenger brand-messenger fm | facebook messenger, fb messenger | messenger | messenger | messenger | мессенджер
odnoklassniki ok | odnoklassniki | odnoklassniki | odnoklassniki | odnoklassniki | одноклассники
discord brand-discord slack brand-slack | slack, discord | discord | discord | discord | дискорд, слак
`;
