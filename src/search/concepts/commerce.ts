/** Concepts: shops, money and work. Columns as in `CONCEPT_AREAS`. */
export const COMMERCE = `
shopping-cart cart shopping-basket basket | shopping trolley, trolley, checkout, buy, shopping, cart | warenkorb, einkaufswagen, einkaufskorb, kaufen, einkaufen | panier d'achat, panier, caddie, chariot, acheter, achats | carrito de compra, carrito, cesta, comprar, carro de compras, compras | корзина, корзина покупок, тележка, купить, покупки
shopping-bag paper-bag handbag | shopping, bag, purchase, tote | einkaufstasche, einkaufstüte, tüte, tasche | sac, sac de courses, sac à main | bolsa, bolsa de compra, bolso | сумка, пакет, покупки
store building-store shop storefront | shop, market, outlet, boutique | laden, geschäft, shop | magasin, boutique | tienda, comercio, negocio | магазин, лавка, витрина
credit-card card | bank card, debit card, payment, pay, credit cards, payment card | kreditkarte, bankkarte, zahlung, bezahlen, karte | carte de crédit, carte bancaire, paiement, payer | tarjeta de crédito, tarjeta, pago, pagar | кредитная карта, банковская карта, карта, оплата, платёж
wallet wallet-2 | purse, billfold, e-wallet | geldbörse, geldbeutel, brieftasche, portemonnaie | portefeuille, porte-monnaie | cartera, billetera, monedero | кошелёк, бумажник
banknote cash money cash-banknote | bank note, bill, notes, money, paper money | geld, geldschein, bargeld, banknote | argent, billet, espèces, monnaie | dinero, billete, efectivo | деньги, купюра, наличные, банкнота
coins coin cash coin-euro | coin, change, money | münzen, münze, kleingeld, geld | pièces, pièce de monnaie, monnaie | monedas, moneda, dinero | монеты, монета, деньги
circle-dollar-sign dollar-sign currency-dollar coin dollar | dollar, dollars, usd, price, cost, currency | dollar, preis, kosten, währung | dollar, prix, devise, coût | dólar, precio, moneda, divisa | доллар, цена, валюта, стоимость
euro currency-euro | eur, euros | euro, währung | euro, devise | euro | евро
pound-sterling currency-pound | british pound, gbp, pounds, quid | pfund | livre sterling | libra, libra esterlina | фунт стерлингов
russian-ruble currency-rubel currency-ruble | ruble, rouble, rub | rubel | rouble | rublo | рубль, рубли
bitcoin currency-bitcoin coin-bitcoin | crypto, cryptocurrency, blockchain | bitcoin, kryptowährung | cryptomonnaie | criptomoneda | биткоин, криптовалюта
piggy-bank pig-money | savings, save money, money box | sparschwein, sparen | tirelire, épargne, économies | hucha, ahorros, alcancía | копилка, сбережения
receipt invoice receipt-2 receipt-text | bill, invoice, order, purchase, cheque, refund | rechnung, quittung, beleg, kassenbon | reçu, facture, ticket de caisse | recibo, factura, ticket | чек, счёт, квитанция
percent badge-percent discount ticket-percent rosette-discount | sale, discount, offer, coupon, voucher, special offer | rabatt, angebot, gutschein, ermäßigung | remise, réduction, promotion, solde, bon | descuento, oferta, rebaja, cupón | скидка, акция, купон, распродажа
gift present | presents, gift box, giveaway | geschenk, geschenke | cadeau, cadeaux | regalo, regalos | подарок, подарки
package box parcel package-2 | parcel, delivery, cardboard box, shipment, product, order | paket, karton, schachtel, lieferung, kiste | colis, paquet, boîte, livraison, carton | paquete, caja, envío | посылка, коробка, пакет, заказ, ящик
truck truck-delivery | lorry, delivery, shipping, delivery van, freight | lastwagen, lkw, lieferwagen, lieferung | camion, livraison | camión, envío, entrega | грузовик, доставка, фура
landmark building-bank bank | banking, court, institution, government | bank, institution, gericht, regierung | banque, gouvernement | banco, gobierno | банк, учреждение, правительство
briefcase briefcase-business briefcase-2 | work, job, business, suitcase, portfolio, office bag | aktentasche, aktenkoffer, arbeit, beruf, geschäft | mallette, travail, emploi, porte-documents | maletín, trabajo, empleo, negocio | портфель, работа, бизнес, дело
ticket tickets | coupon, admission, pass, voucher | ticket, eintrittskarte, karte, fahrkarte | billet, ticket | entrada, boleto, billete | билет, билеты
scale scales | weigh, balance, justice, law, legal, compare | waage, gerechtigkeit, recht, gesetz | balance, justice, loi | balanza, justicia, ley | весы, правосудие, закон
gavel hammer | auction, judge, court, law | richterhammer, auktion, gericht | marteau de juge, enchères | martillo, subasta, juez | молоток судьи, аукцион, суд
calculator | calculate, calculation, math, sum | taschenrechner, rechner, rechnen | calculatrice, calculer | calculadora, calcular | калькулятор, посчитать, вычислить
trophy award medal cup | prize, winner, win, champion, award, achievement, victory | pokal, preis, medaille, sieger, auszeichnung, gewinner | trophée, prix, médaille, vainqueur, récompense | trofeo, premio, medalla, ganador | трофей, кубок, медаль, награда, приз, победитель
target bullseye goal | aim, objective, bull's eye, focus | ziel, zielscheibe | cible, objectif, but | objetivo, diana, meta, blanco | цель, мишень
hand-heart hand-coins heart-handshake gift | donate, donation, charity, give | spende, spenden | don, donner, faire un don | donación, donar | пожертвование, благотворительность
`;
