/** One piece of a pasted text; `label` is what stands before it or above it, if anything does. */
export interface TextPart {
  label: string | null;
  text: string;
}

/** How a text was put together. Of a table only the first row is a deal of this form. */
export interface TextParts {
  kind: 'table' | 'labelled' | 'line' | 'lines';
  parts: TextPart[];
  /** Rows of a table that are further deals. */
  more: string[];
}

/** What the workspace makes of a piece. */
export interface Meanings {
  /** Whether it is what a field is called. */
  isLabel: (text: string) => boolean;
  /** Whether it can only be meant for a certain field: an address, an amount, a stage. */
  isTelling: (text: string) => boolean;
}

/** No deal is longer; what is, is a document. */
const longestText = 10_000;

/** A cell as spreadsheets copy it: in quotes when it has a quote, a delimiter or a line break in it. */
const unquoted = (cell: string): string =>
  (/^\s*".*"\s*$/s.test(cell) ? cell.trim().slice(1, -1).replaceAll('""', '"') : cell).trim();

/** Rows and cells of a copied range, or of a file with a delimiter (RFC 4180); a line break within quotes is the cell's own. */
function rowsOf(text: string, delimiter: string): string[][] {
  const cells = new RegExp(`(?:^|[${delimiter}])(?:\\s*"(?:[^"]|"")*"|[^${delimiter}]*)`, 'g');
  return (text.match(/(?:"(?:[^"]|"")*"|[^"\r\n])+/g) ?? [])
    .filter((row) => row.trim() !== '' && !/^[\s|:-]+$/.test(row))
    .map((row) => (delimiter === '|' ? row.replace(/^\s*\||\|\s*$/g, '') : row))
    .map((row) => (row.match(cells) ?? []).map((cell) => unquoted(cell.startsWith(delimiter) ? cell.slice(1) : cell)));
}

const plain = (texts: readonly string[]): TextPart[] =>
  texts.map((text) => ({ label: null, text: text.trim() })).filter(({ text }) => text !== '');

/**
 * Takes a text apart: a row of a spreadsheet or of a file (with its header or not), lines of `label: text`, one line with slashes,
 * bars, dashes or commas between its pieces, or lines as of a signature.
 */
export function textParts(pasted: string, meanings: Meanings): TextParts {
  const text = pasted.slice(0, longestText);
  const table = (text.includes('\t') ? ['\t'] : [';', '|', ','])
    .map((delimiter) => tableIn(text, delimiter, meanings))
    .find(Boolean);
  if (table) return table;
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const labelled = lines.map(labelledPart);
  const isNamed = ({ label }: TextPart) => label !== null && meanings.isLabel(label);
  if (labelled.filter(isNamed).length * 2 > lines.length) return { kind: 'labelled', parts: labelled, more: [] };
  const [only = ''] = lines;
  if (lines.length === 1) return { kind: 'line', parts: plain(piecesOf(only, meanings)), more: [] };
  const pieces = lines.flatMap((line) => line.split(/ [|·•] /)).map(withoutContactLabel);
  const parts = pieces.map((piece) => {
    const part = labelledPart(piece);
    return isNamed(part) ? part : { label: null, text: piece };
  });
  return { kind: 'lines', parts, more: [] };
}

/** A text as rows of cells: below a header, or where every row has as many cells. Tabs stand nowhere else. */
function tableIn(text: string, delimiter: string, { isLabel }: Meanings): TextParts | null {
  const [first = [], ...below] = rowsOf(text, delimiter);
  const named = first.filter((cell) => isLabel(cell)).length;
  const isSure = delimiter === '\t';
  const isHeader = below.length > 0 && named >= (isSure ? 1 : 2) && named * 2 >= first.filter((cell) => cell !== '').length;
  if (isHeader) {
    const [row = [], ...others] = below;
    const parts = row.map((cell, at) => ({ label: first[at] || null, text: cell })).filter((part) => part.text !== '');
    return { kind: 'table', parts, more: others.flatMap(rowText) };
  }
  const isEven = below.length > 0 && first.length > 2 && below.every((row) => row.length === first.length);
  return isSure || isEven ? { kind: 'table', parts: plain(first), more: below.flatMap(rowText) } : null;
}

const rowText = (row: readonly string[]): string[] => (row.some((cell) => cell !== '') ? [row.filter(Boolean).join(' · ')] : []);

/** The pieces of one line. Commas and dashes stand in names too: they part it only where the pieces tell what they are. */
function piecesOf(line: string, { isTelling }: Meanings): string[] {
  const pieces = line.split(/ [/|·] | ?[|;] ?/);
  if (pieces.length > 1) return pieces;
  const dashed = line.split(/ [-–—] /);
  if (dashed.some(isTelling) && dashed.length > 1) return dashed;
  // Between digits a comma belongs to a number.
  const parted = line.split(/, |(?<!\d),|,(?!\d)/);
  return parted.filter(isTelling).length > 1 ? parted : pieces;
}

function labelledPart(line: string): TextPart {
  const [, label, text] = /^([^:]{1,60}):\s*(\S.*)$/.exec(line) ?? [];
  return label === undefined || text === undefined || /^\/\//.test(text)
    ? { label: null, text: line }
    : { label: label.trim(), text };
}

/** What signatures put before an address, a number or a site, with a colon or without. */
const contactLabel =
  /^(?:e-?mail|mail|phone|tel(?:ephone|efon)?|fon|mob(?:ile|il)?|cell|handy|direct|office|web(?:site|seite)?|homepage|url|[a-z]|البريد(?: الإلكتروني)?|بريد|هاتف|الهاتف|جوال|الجوال|الموقع)[.:]*\s+(?=\S)|^[\p{L}-]{1,12}:(?=\S)/iu;

/** A contact of a signature by itself, as what it is says enough. */
function withoutContactLabel(line: string): string {
  const contact = line.replace(contactLabel, '');
  return /^\S+@\S+$|^[+(]?\d[\d\s()./-]{5,}$|^(?:https?:\/\/|www\.)\S+$/i.test(contact) ? contact : line;
}
