/** Concepts: files, folders and documents. Columns as in `CONCEPT_AREAS`. */
export const FILES = `
file document file-text page | doc, paper, sheet of paper, documents | datei, dokument, seite, blatt | fichier, document, page, feuille | archivo, documento, fichero, página, hoja | файл, документ, страница, лист
folder directory | folders, dir | ordner, verzeichnis | dossier, répertoire | carpeta, directorio | папка, каталог, директория
folder-open | open folder, browse | ordner öffnen, offener ordner | ouvrir un dossier, dossier ouvert | carpeta abierta, abrir carpeta | открыть папку, открытая папка
folder-plus | new folder, create folder | neuer ordner | nouveau dossier | nueva carpeta | новая папка, создать папку
file-plus | new file, new document, create document, add file | neue datei, neues dokument | nouveau fichier, nouveau document | nuevo archivo, nuevo documento | новый файл, новый документ
files copy library | documents, multiple files | dateien, dokumente | fichiers, documents | archivos, documentos | файлы, документы
file-text article file-description notes | text file, text document, article, description | textdatei, artikel, beschreibung | fichier texte, article | archivo de texto, artículo | статья, текстовый файл
file-spreadsheet sheet table file-excel | spread sheet, excel, csv | tabellenkalkulation, tabellenblatt | tableur, feuille de calcul | hoja de cálculo | электронная таблица, эксель
table table-2 | grid table, data table | tabelle | tableau | tabla | таблица
presentation slideshow projector file-presentation | slides, slide show, keynote, powerpoint | präsentation, folien, vortrag | présentation, diapositives, diaporama | presentación, diapositivas | презентация, слайды, слайд
file-archive file-zip zip archive | compressed file, compress | zip datei, komprimiert, komprimieren | fichier compressé, compresser | archivo comprimido, comprimir | сжатый файл, сжать, зип
file-image photo-scan file-photo | image file, picture file | bilddatei | fichier image | archivo de imagen | файл изображения
file-code file-json file-code-2 | source file, code file, json | quelldatei, quelltext | fichier source | archivo de código | файл кода, исходник
clipboard clipboard-list | clip board | klemmbrett | presse-papiers | portapapeles | буфер обмена, планшет с зажимом
sticky-note note notes notebook notepad-text | memo, post it, notepad, jot | notiz, notizen, notizzettel, notizblock | note, notes, bloc-notes, mémo | nota, notas, bloc de notas | заметка, заметки, записка, блокнот
book book-open book-2 | books, read, reading, manual, documentation | buch, lesen, bücher, handbuch | livre, lire, lecture, livres, manuel | libro, leer, lectura, libros, manual | книга, читать, книги, чтение, учебник
library books | bookshelf, book collection | bibliothek, bücherei, bücherregal | bibliothèque | biblioteca | библиотека
newspaper news article | press, headlines, journal, blog | zeitung, nachrichten, neuigkeiten, presse | journal, actualités, presse, nouvelles | periódico, noticias, prensa | газета, новости, пресса
scroll scroll-text license | parchment, terms, legal text | schriftrolle, lizenz, pergament | parchemin, licence | pergamino, licencia | свиток, лицензия
signature writing-sign file-signature | sign document, sign contract, autograph, contract | unterschrift, unterschreiben, vertrag | signer, contrat, signature | firma, firmar, contrato | подпись, подписать, договор
stamp rubber-stamp | seal, approval stamp | stempel | tampon, cachet | sello, tampón | штамп, печать
database db | data base, data storage, sql | datenbank, daten | base de données, données | base de datos, datos | база данных, данные, бд
hard-drive drive device-sd-card disc server-2 | hard disk, storage, ssd, disk drive | festplatte, speicher, laufwerk | disque dur, stockage | disco duro, almacenamiento | жёсткий диск, диск, хранилище, накопитель
tag label tags | price tag, price, keyword | etikett, schlagwort, preisschild, schild | étiquette, libellé, mot-clé | etiqueta, rótulo | тег, метка, ярлык, бирка, ценник
inbox mail-inbox | in tray, incoming | posteingang, eingang | boîte de réception | bandeja de entrada | входящие, ящик
`;
