import { stripHidden } from './one-line.ts';

/**
 * Default names of design tools, which are followed by a number, in the languages of these tools:
 * layers, groups, artboards, frames, shapes.
 */
const NUMBERED_DEFAULTS = [
  'layer|group|artboard|frame|rectangle|ellipse|oval|polygon|star|line|path|vector|shape|union|subtract|intersect|exclude',
  'combined shape|compound path|clip group|component|instance|symbol|slice|page|document|drawing|image|bitmap|asset|export',
  'object|element|selection|section|svg|icon|new|g|rect|use|text|tspan|defs',
  // German, French, Spanish, Italian, Portuguese, Dutch
  'ebene|gruppe|zeichenfläche|rahmen|rechteck|pfad|form|komponente|seite|objekt',
  'calque|groupe|plan de travail|cadre|tracé|forme|composant|objet',
  'capa|grupo|mesa de trabajo|marco|rectángulo|elipse|trazado|forma|componente|objeto',
  'livello|gruppo|tavola disegno|cornice|rettangolo|ellisse|tracciato|oggetto',
  'camada|prancheta|quadro|retângulo|caminho|laag|groep|tekengebied|rechthoek|pad',
  // Polish, Czech, Hungarian, the Nordic languages, Turkish
  'warstwa|grupa|obszar roboczy|prostokąt|ścieżka|ramka|vrstva|skupina|kreslicí plátno|réteg|csoport|rajztábla',
  'lager|grupp|rityta|lag|tegnebræt|tegnebrett|taso|ryhmä|piirtoalue|katman|grup|çalışma yüzeyi',
  // Russian, Ukrainian, Japanese, Chinese, Korean
  'слой|группа|монтажная область|прямоугольник|контур|фрейм|шар|група',
  'レイヤー|グループ|アートボード|長方形|パス|フレーム|图层|组|编组|画板|矩形|路径|圖層|群組|工作區域',
  '레이어|그룹|아트보드|대지|사각형|패스|프레임',
].join('|');
/** Names that mean “unnamed”, with or without a number. */
const UNNAMED_WORDS = [
  'untitled|unnamed|no name|artboard|combined[- ]shape|compound[- ]path|clip[- ]group|zeichenfläche|plan de travail|mesa de trabajo',
  'unbenannt|ohne titel|ohne namen|sans titre|sans nom|sin título|sin nombre|senza titolo|senza nome|sem título|sem nome|naamloos|zonder titel',
  'bez tytułu|bez nazwy|bez názvu|névtelen|namnlös|ikke-navngivet|unavngivet|uten navn|uten tittel|nimetön|adsız',
  'без имени|безымянный|без названия|без назви|名称未設定|無題|未命名|未标题|未標題|제목 없음|이름 없음',
].join('|');
const COPY_WORDS =
  'copy|kopie|copie|copia|cópia|kopia|kopi|kopio|kopya|másolat|копия|копія|コピー|のコピー|拷贝|副本|拷貝|복사|복사본';

const NUMBER_SUFFIX = String.raw`[\s_-]*[\d.]+(?:\s*x\s*\d+)?`;
const COPY_SUFFIX = String.raw`(?:\s*\(\d+\)|\s*@\d+x|[\s_-]*(?:${COPY_WORDS})(?:${NUMBER_SUFFIX})?)`;
const DEFAULT_NAME = `^(?:copy of )?(?:(?:${NUMBERED_DEFAULTS})(?:${NUMBER_SUFFIX}${COPY_SUFFIX}*|${COPY_SUFFIX}+)|(?:${UNNAMED_WORDS})(?:${NUMBER_SUFFIX})?${COPY_SUFFIX}*)$`;

let defaultName: RegExp | undefined;

/** Checks whether a name is a default of a design tool: `Group 3`, `Ebene 1`, `Artboard 2 copy`. */
export function isDefaultName(text: string): boolean {
  // Parsing it takes a tenth of a start, and few commands need it.
  defaultName ??= new RegExp(DEFAULT_NAME, 'iu');
  return defaultName.test(text.normalize('NFC').trim());
}

let nonTitlePatterns: readonly RegExp[] | undefined;

/** Patterns of texts that are not labels: paths, file names, variant properties, notes of tools. */
function nonTitles(): readonly RegExp[] {
  nonTitlePatterns ??= [
    // /Users/anna/x, ~/x, ./x, C:\x, \\server\x, file:x, also within a text
    /(?:^|[\s"'(<[=:,])(?:(?:\/|~\/|\.{1,2}\/)[^\s/]|[a-z]:[\\/]|\\\\|file:)/i,
    /\\/,
    /^[a-z][a-z\d+.-]*:\/\/\S*$/i,
    // icon/24px/home, icons / home
    /\S\/\S(?:[^/]*\S)?\/\S/,
    /^(?:icons?|ic|svg|assets?|images?|img|symbols?|components?|glyphs?)\s*\/\s*\S/i,
    /^\d+(?:px)?\/\p{L}/u,
    /.\.(?:svgz?|sketch|fig|psd|psb|eps|png|pdf|xd|dxf|cdr|jpe?g|gif|webp|afdesign|indd|tiff?|bmp)$/i,
    /[-_\d\s][^.]*\.ai$/i,
    // Type=Home, Size=24
    /^[^=,]+=[^=,]+(?:,[^=,]+=[^=,]+)*$/,
    /^(?:created|made|generated|exported) (?:with|by|using|in|from)\b/i,
    /^\{?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\}?$/i,
  ];
  return nonTitlePatterns;
}

/**
 * Returns the `<title>` of a source file on one line, or '' if it is not a label. Paths and names of
 * layers describe the designer's machine and work, not the icon.
 */
export function cleanTitle(text: string): string {
  const title = stripHidden(text);
  // Most files have no title, and compiling the patterns takes as long as optimizing an icon.
  if (title === '') return '';
  return isDefaultName(title) || nonTitles().some((pattern) => pattern.test(title)) ? '' : title;
}
