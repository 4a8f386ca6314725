// Words and numbers in file names that say nothing about the icon, and words that give them a meaning.

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Common sizes of icons in px. */
export const SIZES: ReadonlySet<string> = set(
  '12 14 15 16 18 20 22 24 28 30 32 36 40 44 48 56 60 64 72 80 96 100 120 128 144 192 256 512 1024',
);

/** Words before a name that only say that it is an icon. */
export const ICON_WORDS: ReadonlySet<string> = set(
  'ic icn ico icon icons svg img glyph icono iconos icone icône icones ikon ikone ikona ikoner pictogram иконка значок іконка 图标 圖示 アイコン 아이콘',
);

/** Words of copies, as systems and design tools write them. */
export const COPY_WORDS: ReadonlySet<string> = set(
  'copy kopie copie copia cópia kopia kopi kopio kopya kopija másolat duplicate копия копія копие αντίγραφο עותק نسخة コピー 副本 拷贝 拷貝 복사 복사본',
);
/** Words between a copy and its original, such as `Copy of home`. */
export const OF_WORDS: ReadonlySet<string> = set('of von van de di do da af av z');
/** Copy words that are written without a space after a name. */
export const ATTACHED_COPY: RegExp =
  /^(.+?)(?:のコピー|的副本|コピー|副本|拷贝|拷貝|복사본|아이콘|アイコン|图标)$/u;

/** Words of states of a file: versions, exports, and what a tool did to it. */
export const FILE_WORDS: ReadonlySet<string> = set(
  'final finale finished draft wip latest approved edited revised updated cleaned optimized optimised minified svgo export exports exported exporte exportado rgb cmyk default regular untitled mdpi hdpi xhdpi xxhdpi xxxhdpi',
);

/** {@link FILE_WORDS} that people put first, too. */
export const LEADING_FILE_WORDS: ReadonlySet<string> = set('final draft wip latest untitled');

/** Objects of `copy` and `export` as actions: `file-copy` is no copy of `file`. */
export const ACTION_OBJECTS: ReadonlySet<string> = set(
  'file files document documents doc docs page pages link links text content contents clipboard code paste url folder folders data database key path id address email mail table row column cell list note notes paper sheet layer layers style format cut edit cart book books package image photo picture hard carbon square squares plus check message chat contact import csv pdf type request',
);

/** Words whose number is a part of the meaning: `volume-1`, `clock-24`, `h-1`. */
export const NUMBERED: ReadonlySet<string> = set(
  'number numbers num clock hour hours time timer duration date day days calendar year age percent percentage percentages exposure minus plus rewind forward backward replay seek skip rotate view battery volume signal wifi bar bars column columns row rows grid heading h level step stage phase rank top rating dice tally tallymark multiplier speed sim port channel player card cards car fan temperature dry wash ironing laurel wreath repeat multiple divide crop sort order error http status up down vip zone layout tier season episode chapter size brightness',
);

/** Words after a number that make it a part of the meaning: `24-hours`, `360-view`. */
export const COUNTED: ReadonlySet<string> = set(
  'hour hours hr hrs h day days week weeks month months year years min mins minute minutes sec secs second seconds s k mp fps bit bits mbit gb mb tb hz percent pct degree degrees deg of off nd st rd th fa d g plus support seven',
);

/** Words of variants, which follow a name. */
export const STYLE_WORDS: ReadonlySet<string> = set(
  'filled fill outline outlined solid line linear bold light thin duotone regular rounded round sharp off on alt',
);

/** Words that end in a number as a name of its own: `base64`, `sha256`, `win32`. */
export const CODE_WORDS: ReadonlySet<string> = set(
  'base win arm sha int uint float utf rv dos area studio channel blink roll flightradar opsz grad gradn wght',
);

/** Names of new things in tools. No icon is called that. */
export const DEFAULT_WORDS: ReadonlySet<string> = set(
  'artboard vector union subtract intersect exclude untitled unnamed drawing svg icon icons ic g use zeichnung dessin dibujo disegno desenho tekening rysunek рисунок чертёж 図面 绘图 noname unbenannt mask-group clip-path-group new-document new-project new-icon',
);
/** Types of layers and files: names of new ones with a capital letter, else names of icons. */
export const LAYER_WORDS: ReadonlySet<string> = set(
  'group frame layer asset export slice shape new symbol path board file test output result default component rectangle ellipse oval polygon line shape bitmap mask instance section ebene gruppe rahmen rechteck pfad calque groupe cadre tracé capa grupo слой группа контур フレーム グループ 组 编组',
);

/** Sets whose name a download puts before a name: `mdi--home`. */
export const COLLECTION: RegExp =
  /^(?:mdi(?:-light)?|lucide|tabler|ph|ri|ic|ion|bi|bx|bxs|fe|ci|carbon|heroicons(?:-\w+)*|material-symbols(?:-\w+)*|fluent(?:-\w+)*|solar|feather|iconoir|fa\d?(?:-\w+)*|fa-\w+|mingcute|uil|octicon|radix-icons|simple-icons|eva|akar-icons|iconamoon|hugeicons|mynaui|gravity-ui|basil|line-md|logos|twemoji|noto|openmoji|circle-flags|flag|system-uicons|teenyicons|pajamas|codicon|clarity|ant-design|el|ep|gg|jam|la|maki|map|mi|nimbus|oi|prime|proicons|quill|raphael|subway|typcn|uim|uis|uit|vaadin|vscode-icons|weui|wi|zondicons)$/;
