/** One piece of a pasted text; `label` is what stands before it or above it, if anything does. */
export interface TextPart {
  label: string | null;
  text: string;
}

/** What a text says of one deal. */
export interface DealParts {
  parts: TextPart[];
  /** Pieces that are no part of a deal: a title above a table, the number of its row. */
  aside: string[];
}

/** How a text was put together, and what it says of a deal; of a table, what its first row says. */
export interface TextParts extends DealParts {
  kind: 'table' | 'labelled' | 'line' | 'lines';
  /** Rows of a table that are further deals, and how each reads. */
  more: (DealParts & { text: string })[];
}

/** What the workspace makes of a piece. */
export interface Meanings {
  /** Whether it is what a field is called. */
  isLabel: (text: string) => boolean;
  /** Whether it is what a field of one value is called, or a part of one. */
  isOnce: (text: string) => boolean;
  /** Whether it can only be meant for a certain field: an address, an amount, a stage. */
  isTelling: (text: string) => boolean;
}

/**
 * Rows and cells of a copied range, or of a file with a delimiter (RFC 4180): a cell is in quotes when it has a quote, a delimiter or a
 * line break in it; quotes that are not closed are the cell's own.
 */
function rowsOf(text: string, delimiter: string): string[][] {
  const quoted = new RegExp(`[^\\S\\t\\r\\n]*"((?:[^"]|"")*)"[^\\S\\t\\r\\n]*(?=[${delimiter}\\r\\n]|$)`, 'y');
  const bare = new RegExp(`[^${delimiter}\\r\\n]*`, 'y');
  const rows: string[][] = [[]];
  for (let at = 0; at <= text.length; at += 1) {
    quoted.lastIndex = at;
    bare.lastIndex = at;
    const inQuotes = quoted.exec(text);
    const whole = inQuotes ?? bare.exec(text);
    rows.at(-1)?.push((inQuotes?.[1]?.replaceAll('""', '"') ?? whole?.[0] ?? '').trim());
    at += whole?.[0].length ?? 0;
    // A cell ends with a delimiter, a row with the line.
    if (at < text.length && text[at] !== delimiter) rows.push([]);
  }
  return rows
    .map((row) => (delimiter === '|' ? withoutEdges(row) : row))
    .filter((row) => row.some((cell) => !/^[\s:-]*$/.test(cell)));
}

/** Tables of bars have one at either end. */
const withoutEdges = (row: string[]): string[] =>
  row.slice(row[0] === '' ? 1 : 0, row.length > 1 && row.at(-1) === '' ? -1 : undefined);

const plain = (texts: readonly string[]): TextPart[] =>
  texts.map((text) => ({ label: null, text: text.trim() })).filter(({ text }) => text !== '');

/** Marks that nobody sees: of the writing direction, of the order of bytes, of where a line may break. */
const unseen = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * Takes a text apart: a row of a spreadsheet or of a file (with its header or not), lines of `label: text`, one line with slashes,
 * bars, dashes or commas between its pieces, or lines as of a signature.
 */
export function textParts(pasted: string, meanings: Meanings): TextParts {
  const text = pasted.replace(unseen, '');
  const written = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const isNamed = ({ label }: TextPart) => label !== null && meanings.isLabel(label);
  const pieced = written.map((line) => labelledPieces(singleSpaced(line), isNamed));
  if (pieced.length > 0 && pieced.every(({ length }) => length > 1))
    return labelledDeals(pieced.flat().map(labelledPart), meanings);
  const table = (text.includes('\t') ? ['\t'] : [';', '|', ','])
    .map((delimiter) => tableIn(text, delimiter, meanings))
    .find(Boolean);
  if (table) return table;
  const lines = written.map(singleSpaced);
  const labelled = lines.map(labelledPart);
  const rest = { aside: [], more: [] };
  const ofDeals = lines.filter((line) => !isRule(line)).map(labelledPart);
  if (ofDeals.filter(isNamed).length * 2 > ofDeals.length) return labelledDeals(labelled, meanings);
  const [only = ''] = written;
  if (lines.length === 1) return { kind: 'line', parts: plain(piecesOf(only, meanings)), ...rest };
  const pieces = written
    .flatMap((line) => line.trim().split(/\s[|·•]\s|\s{2,}/))
    .map((piece) => withoutContactLabel(singleSpaced(piece)));
  const parts = pieces.map((piece) => {
    const part = labelledPart(piece);
    return isNamed(part) ? part : { label: null, text: piece };
  });
  return { kind: 'lines', parts: parts.filter((part) => part.text !== ''), ...rest };
}

/** Whether a line is one of dashes, which parts what stands above it from what stands below. */
export const isRule = (line: string): boolean => /^\s*([-–—_=*])\1{2,}\s*$/.test(line);

/** Labelled pieces as the deals that they are of: a new one begins with a label below a line of dashes, or where a label of one value comes again. */
function labelledDeals(parts: readonly TextPart[], { isLabel, isOnce }: Meanings): TextParts {
  const deals: TextPart[][] = [];
  let isBelowRule = false;
  for (const part of parts) {
    const { label } = part;
    const isAgain = (one: TextPart) => label !== null && isOnce(label) && one.label?.toLowerCase() === label.toLowerCase();
    const begins = (isBelowRule && label !== null && isLabel(label)) || deals.at(-1)?.some(isAgain);
    if (label === null && isRule(part.text)) isBelowRule = true;
    else if (deals.length === 0 || begins) {
      deals.push([part]);
      isBelowRule = false;
    } else deals.at(-1)?.push(part);
  }
  const [first = [], ...others] = deals;
  const text = (deal: readonly TextPart[]) => rowText(deal.map((part) => part.text));
  return {
    kind: 'labelled',
    parts: first,
    aside: [],
    more: others.map((deal) => ({ parts: deal, aside: [], text: text(deal) })),
  };
}

/** The pieces of a line in which every one has its label: `company = Acme; deal name = Rollout`. Else the line. */
function labelledPieces(line: string, isNamed: (part: TextPart) => boolean): string[] {
  for (const delimiter of [/[;؛]/, /\|/, /[,،]/]) {
    const pieces: string[] = [];
    const marks = line.match(new RegExp(delimiter, 'g')) ?? [];
    for (const [at, piece] of line.split(delimiter).entries()) {
      // What has no label goes on in the piece before it: `company: Acme, Inc., value: 5k`.
      if (at === 0 || isNamed(labelledPart(piece.trim()))) pieces.push(piece.trim());
      else pieces.push(`${pieces.pop()}${marks[at - 1]}${piece}`);
    }
    if (pieces.length > 1 && isNamed(labelledPart(pieces[0] ?? ''))) return pieces;
  }
  return [line];
}

const singleSpaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A title may stand above the header of a table. */
const mostAbove = 3;

/** A text as rows of cells: below a header, beside labels, or where every row has as many cells. Tabs stand nowhere else. */
function tableIn(text: string, delimiter: string, { isLabel, isTelling }: Meanings): TextParts | null {
  const rows = rowsOf(text, delimiter);
  const isSure = delimiter === '\t';
  const filled = (row: readonly string[]) => row.filter((cell) => cell !== '');
  const named = (row: readonly string[]) => filled(row).filter((cell) => isLabel(cell)).length;

  const isPair = ([label = '', value = '', ...others]: readonly string[]) =>
    isLabel(label) && value !== '' && !isLabel(value) && filled(others).length === 0;
  if (rows.length > (isSure ? 0 : 1) && rows.filter(isPair).length * 2 > rows.length && named(rows[0] ?? []) < 2) {
    const parts = rows.map(([label = '', ...cells]) => ({ label: label || null, text: filled(cells).join(' ') }));
    return {
      kind: 'labelled',
      parts: parts.filter((part) => part.text !== ''),
      aside: parts.flatMap(({ label, text: cell }) => (cell === '' && label ? [label] : [])),
      more: [],
    };
  }

  const at = rows.slice(0, mostAbove).findIndex((row) => named(row) >= (isSure ? 1 : 2) && named(row) * 2 >= filled(row).length);
  const header = rows[at];
  if (header && (at < rows.length - 1 || named(header) > 1)) {
    const below = rows.slice(at + 1);
    const above = rows.slice(0, below.length > 0 ? at : at + 1).map(rowText);
    return tableOf(below, above, (row) => titledParts(row, header));
  }
  const [first = [], ...below] = rows;
  const isEven = below.length > 0 && first.length > 2 && below.every((row) => row.length === first.length);
  if (!isSure && !isEven) return null;
  return tableOf(rows, [], (row) => {
    const [number = '', ...cells] = filled(row);
    // Numbers of rows stand first, beside an amount.
    const isNumbered = /^\p{Nd}{1,4}$/u.test(number) && cells.some((cell) => /\p{Nd}/u.test(cell) && isTelling(cell));
    return { parts: plain(isNumbered ? cells : row), aside: isNumbered ? [number] : [] };
  });
}

/** A table of these rows; what stands above them is told with the first. */
function tableOf([first, ...others]: readonly string[][], above: string[], read: (row: string[]) => DealParts): TextParts {
  const { parts, aside } = first ? read(first) : { parts: [], aside: [] };
  return {
    kind: 'table',
    parts,
    aside: [...above, ...aside],
    more: others.map((row) => ({ ...read(row), text: rowText(row) })),
  };
}

/** A row below a header. What stands under no title is the number of its row, or nobody's. */
function titledParts(row: readonly string[], header: readonly string[]): DealParts {
  const parts = row.map((text, column) => ({ label: header[column] ?? '', text })).filter(({ text }) => text !== '');
  const [untitled, titled] = [parts.filter(({ label }) => label === ''), parts.filter(({ label }) => label !== '')];
  return { parts: titled, aside: untitled.map(({ text }) => text) };
}

const rowText = (row: readonly string[]): string => row.filter(Boolean).join(' · ');

/**
 * The pieces of one line. Commas, dashes, bare slashes and wide spaces stand in names too: they part it only where the pieces tell what
 * they are.
 */
function piecesOf(written: string, { isTelling }: Meanings): string[] {
  const line = singleSpaced(written);
  const [, delimiter] = /(?:^|[,;]) ?"(?:[^"]|"")*" ?(?:([,;])|$)/.exec(line) ?? [];
  if (delimiter) return rowsOf(line, delimiter)[0] ?? [];
  const pieces = line.split(/ [/|·] | ?[|•;؛] ?/);
  if (pieces.length > 1) return pieces;
  const few = [written.trim().split(/\s{2,}/), line.split(/ [-–—] /)];
  const apart = few.find((parts) => parts.length > 1 && parts.some(isTelling));
  if (apart) return apart;
  const isParted = (parts: readonly string[]) => parts.filter(isTelling).length > 1;
  // Between digits a comma belongs to a number, where as many digits follow as in a group or in decimals.
  const parted = [line.split(/[,،] |(?<!\p{Nd})[,،]|[,،](?!\p{Nd}{1,3}(?!\p{Nd}))/u), line.split('/')].find(isParted);
  return parted ?? pieces;
}

/** `label: text`, `label = text`, or either with a label in bold as Markdown has it. */
function labelledPart(line: string): TextPart {
  const bare = line.replace(/^(?:[-*+] )?(\*\*|__)([^*_:]{1,60})(:?)\1(:?) ?/, '$2$3$4 ');
  const [, label, text] = /^([^:=]{1,60})(?::\s*| = )(\S.*)$/.exec(bare) ?? /^([^:]{1,60}):\s*(\S.*)$/.exec(bare) ?? [];
  return label === undefined || text === undefined || /^\/\//.test(text)
    ? { label: null, text: line }
    : { label: label.trim(), text };
}

/** What signatures put before an address, a number or a site, with a colon or without. */
const contactLabel =
  /^(?:e-?mail|mail|phone|tel(?:ephone|efon)?|fon|mob(?:ile|il)?|cell|handy|direct|office|web(?:site|seite)?|homepage|url|[a-z]|البريد(?: الإلكتروني)?|بريد|هاتف|الهاتف|جوال|الجوال|الموقع)[.:]*\s+(?=\S)|^[\p{L}-]{1,12}:(?=\S)/iu;

/** A contact of a signature by itself, as what it is says enough. */
export function withoutContactLabel(line: string): string {
  const contact = line.replace(contactLabel, '');
  return /^\S+@\S+$|^[+(]?\d[\d\s()./-]{5,}$|^(?:https?:\/\/|www\.)\S+$/i.test(contact) ? contact : line;
}
